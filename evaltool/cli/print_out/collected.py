"""What became of a form that came back, as people read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from evaltool.cli.print_out.doubts import findings
from evaltool.language import _

if TYPE_CHECKING:
    from evaltool.operations import Collected


def collected(one: Collected, *, dry_run: bool) -> Iterator[str]:
    """One file: how much was recorded, what is odd, and where the annotated copy is."""
    facts = {"file": one.path.name, "kept": len(one.kept), "same": one.same, "left_out": one.left_out}
    if one.refused:
        yield _("{file}：未收").format(**facts)
    elif dry_run:
        yield _("{file}：可录入 {kept} 项，不录入 {left_out} 项，与工作区相同 {same} 项；试运行").format(
            **facts
        )
    else:
        yield _("{file}：录入 {kept} 项，未录入 {left_out} 项，与工作区相同 {same} 项").format(**facts)
    if one.findings:
        yield from findings(one.findings)
    if one.copy:
        yield _("  已写出批注文件：{path}").format(path=one.copy)

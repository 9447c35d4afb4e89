"""What is said while scorecards are written: what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from evaltool.language import _
from evaltool.operations.reporting import Became, Out, Placed
from evaltool.tui import words
from evaltool.tui.cells import fold, one_line


def outcome(out: Out) -> str:
    """How many were written, how many stood there already, and how many were not written."""
    same = sum(one.became is Became.UNCHANGED for one in out.placed)
    count = len(out.paths) - same
    if same:
        said = _("已写出文件 {count} 个，未变 {same} 个，路径如下").format(count=count, same=same)
    elif count:
        said = _("已写出文件 {count} 个，路径如下").format(count=count)
    else:
        said = _("没有写出文件")
    if out.left:
        said = _("{said}。已停止，还有 {count} 个单位没有写").format(said=said, count=len(out.left))
    return said


def results(out: Out, room: int) -> Iterator[str]:
    """What could not be written and why, then the paths, each whole, with the older file that was kept."""
    for why in out.refused:
        yield "\n".join(fold(words.fault_text(why), room))
    for one, error in out.failed:
        why_not = _("{name}：{why}").format(name=one_line(one.name), why=words.fault_text(error))
        yield "\n".join(fold(why_not, room))
    for placed in out.placed:
        yield "\n".join(fold(_place(placed), room))


def _place(placed: Placed) -> str:
    if placed.kept is not None:
        return _("{path}（原有文件改名为 {kept}）").format(path=placed.path, kept=placed.kept.name)
    if placed.became is Became.UNCHANGED:
        return _("{path}（未变）").format(path=placed.path)
    return str(placed.path)

"""Templates and their placeholders as people read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from evaltool.cli.print_out.doubts import findings
from evaltool.cli.width import table
from evaltool.language import N_, _
from evaltool.operations.own_forms import Named
from scoring.findings import Finding

GROUPS = {
    "department": N_("部门、规则和本表（任何位置）"),
    "project": N_("项目（任何位置；有其中一项，就按项目各生成一个文件）"),
    "indicator": N_("指标（放在同一行，该行按指标重复；没有项目占位符时按部门自身目标重复）"),
}


def placeholders(known: Sequence[Named]) -> Iterator[str]:
    """Every placeholder with its meaning, by what it speaks of."""
    for group, of_group in groupby(known, key=lambda one: one.group):
        yield _(GROUPS[group])
        rows = [(f"{{{{{one.name}}}}}", _(one.meaning) if one.meaning else "") for one in of_group]
        yield table((_("占位符"), _("含义")), rows)
        yield ""


def template(found: Sequence[Finding], *, is_of_project: bool) -> Iterator[str]:
    """Whose form a template is, and what is wrong with it."""
    yield _("每个项目生成一个文件") if is_of_project else _("每个部门生成一个文件")
    yield from findings(found)

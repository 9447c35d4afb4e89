"""Targets against what was achieved."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from evaltool.cli.print_out.levels import level_table
from evaltool.cli.print_out.scored import line_cells, project_head, total
from evaltool.cli.width import table
from evaltool.language import _
from scoring.findings import plain
from scoring.scores import DepartmentScore, IndicatorScore


def comparison(result: DepartmentScore) -> Iterator[str]:
    """Target against achieved: attainment and points lost, project by project, the greatest loss first."""
    for project in result.projects:
        yield f"{project_head(project)}  {total(project)}"
        header = [_("指标"), _("指标值"), _("实际完成值"), _("完成率"), _("分值"), _("得分"), _("失分")]
        rows = [
            [*line_cells(line)[:6], "" if line.lost is None else plain(line.lost)]
            for line in sorted(project.indicators, key=_lost, reverse=True)
        ]
        yield table(header, rows, right=(3, 4, 5, 6))
        yield ""
        yield level_table(project.levels)
        yield ""
    if len(result.projects) > 1:
        yield _("全部项目合计")
        yield level_table(result.levels)
        yield ""


def _lost(line: IndicatorScore) -> Decimal:
    """Lines whose loss is not known yet, or that do not count, stand last."""
    return Decimal(-1) if line.lost is None else line.lost

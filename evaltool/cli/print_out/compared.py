"""Targets against what was achieved, and spending against its plan."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from evaltool.cli.print_out.levels import level_table, percent
from evaltool.cli.print_out.scored import execution_cells, line_cells, or_blank, project_head, total
from evaltool.cli.width import table
from evaltool.language import _
from scoring.compared import Spending, spending
from scoring.findings import plain
from scoring.model import Dossier
from scoring.scores import DepartmentScore, ExecutionScore, IndicatorScore, ProjectScore

Line = ExecutionScore | IndicatorScore


def comparison(result: DepartmentScore, dossier: Dossier) -> Iterator[str]:
    """Project by project: attainment and points lost, the greatest loss first; levels; spending and plan."""
    for project, declared in zip(result.projects, dossier.department.projects, strict=True):
        yield f"{project_head(project)}  {total(project)}"
        header = [_("指标"), _("指标值"), _("实际完成值"), _("完成率"), _("分值"), _("得分"), _("失分")]
        yield table(header, [_cells(line) for line in _by_loss(project)], right=(3, 4, 5, 6))
        yield ""
        yield level_table(project.levels)
        yield ""
        yield from _spending(spending(declared, dossier))
    if len(result.projects) > 1:
        yield _("全部项目合计")
        yield level_table(result.levels)
        yield ""


def _by_loss(project: ProjectScore) -> list[Line]:
    """The lines of a project; those whose loss is not known yet, or that do not count, stand last."""
    lines: list[Line] = [project.execution, *project.indicators]
    return sorted(lines, key=lambda line: Decimal(-1) if line.lost is None else line.lost, reverse=True)


def _cells(line: Line) -> list[str]:
    cells = execution_cells(line) if isinstance(line, ExecutionScore) else line_cells(line)
    return [*cells[:6], "" if line.lost is None else plain(line.lost)]


def _spending(found: Spending) -> Iterator[str]:
    """The checkpoints, where there is a plan or spending for any of them."""
    known = [one for one in found.months if one.planned is not None or one.actual is not None]
    if not known:
        return
    header = [_("时点"), _("计划"), _("占预算"), _("实际"), _("占预算"), _("相差")]
    rows = [
        [
            _("{month}月底").format(month=one.month),
            or_blank(one.planned),
            percent(found.of_budget(one.planned)),
            or_blank(one.actual),
            percent(found.of_budget(one.actual)),
            or_blank(one.ahead),
        ]
        for one in known
    ]
    yield table(header, rows, right=(1, 2, 3, 4, 5))
    yield ""

"""各级指标得分: points earned of points available by level, and how far each level was attained."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.sheet import Box, Columns, Sheet, Value
from evaltool.sheets.looks import BODY, CENTRE, PERCENT, POINTS, TOTAL
from scoring.scores import DepartmentScore, LevelScore

COLUMNS: Columns = (
    (1, 1, N_("序号")),
    (2, 3, N_("项目名称")),
    (4, 4, N_("一级指标")),
    (5, 6, N_("二级指标")),
    (7, 7, N_("分值")),
    (8, 8, N_("得分")),
    (9, 9, N_("得分率")),
    (10, 10, N_("完成率")),
    (11, 11, N_("计入项数")),
)


def write(sheet: Sheet, score: DepartmentScore) -> None:
    """Write the levels of all projects together, where there are several, then those of each."""
    sheet.table(_("各级指标得分"), COLUMNS)
    if len(score.applying) > 1:
        _group(sheet, texts.NOTHING, _("全部项目合计"), score.levels)
    for number, project in enumerate(score.projects, 1):
        _group(sheet, Decimal(number), project.name, project.levels)
    sheet.line(_("完成率按分值加权，单项超过 100% 的按 100% 计；没有完成率的指标不计入"))


def figures(level: LevelScore) -> tuple[Value, Value, Value, Value, str]:
    """Of a level: points available, earned, their ratio, attainment, and of how many lines that is."""
    counted = _("{measured}/{lines} 项").format(measured=level.measured, lines=level.lines)
    attained = texts.rate(level.attainment)
    if level.unweighted:
        return texts.NOTHING, texts.unweighed(), texts.NOTHING, attained, counted
    return level.weight, texts.total(level.score), texts.earned(level), attained, counted


def _group(sheet: Sheet, number: Value, name: str, levels: Sequence[LevelScore]) -> None:
    if not levels:
        return
    first = sheet.row
    for level1, inside in groupby(levels, key=lambda level: level.level1):
        top = sheet.row
        for level in inside:
            is_sum = not level.level2
            points = TOTAL if is_sum else POINTS
            available, earned, ratio, attained, counted = figures(level)
            sheet.add(
                Box(5, 6, _("小计") if is_sum else level.level2, CENTRE if is_sum else BODY),
                Box(7, 7, available, points),
                Box(8, 8, earned, points),
                Box(9, 9, ratio, PERCENT),
                Box(10, 10, attained, PERCENT),
                Box(11, 11, counted, CENTRE),
            )
        sheet.span(top, Box(4, 4, level1))
    sheet.span(first, Box(1, 1, number, CENTRE))
    sheet.span(first, Box(2, 3, name))

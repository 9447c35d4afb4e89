"""What each first level earned of its points, and how far its targets were reached."""

from __future__ import annotations

from decimal import Decimal

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.comparison.figures import MOST, amount, label, number, rate
from evaltool.reports.comparison.pages import Pages
from evaltool.reports.comparison.picture import Picture, draw
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.sheets.looks import PERCENT, POINTS
from scoring.scores import DepartmentScore, LevelScore

COLUMNS: Columns = (
    (1, 2, N_("一级指标")),
    (3, 3, N_("分值")),
    (4, 4, N_("得分率")),
    (5, 5, N_("完成率")),
)
EARNED, REACHED = 4, 5
FULL = Decimal("1.2")
"""Where the axis ends, so that the figure of a full bar still stands above it."""


def write(sheet: Sheet, score: DepartmentScore, pages: Pages) -> None:
    """Write the first levels of all projects together, those with the most points where there are many."""
    levels = [level for level in score.levels if not level.level2]
    if not levels:
        return
    chosen = sorted(levels, key=lambda level: level.weight, reverse=True)[:MOST]
    title = _("各级指标的得分率与完成率")
    if len(score.projects) > 1:
        title = _("各级指标的得分率与完成率（全部项目合计）")
    if len(chosen) < len(levels):
        title = _("分值最多的 {count} 个一级指标的得分率与完成率（共 {all} 个）").format(
            count=len(chosen), all=len(levels)
        )
    first = sheet.row
    sheet.table(title, COLUMNS)
    headings = sheet.row - 1
    shown = chosen if len(chosen) < len(levels) else levels
    for level in shown:
        _level(sheet, level)
    if any(level.attainment is not None for level in chosen):
        unit = _("得分率、完成率（%）")
        bars = Picture(title, _("一级指标"), unit, EARNED, REACHED, is_rate=True, is_lying=False, limit=FULL)
        draw(sheet, headings, bars, [label(level.level1) for level in shown])
    pages.keep(first)


def _level(sheet: Sheet, level: LevelScore) -> None:
    sheet.add(
        Box(1, 2, label(level.level1)),
        Box(3, 3, amount(level.weight), POINTS),
        Box(EARNED, EARNED, number(texts.earned(level)), PERCENT),
        Box(REACHED, REACHED, rate(level.attainment), PERCENT),
    )

"""各级指标平均: how much of its points each first level earned, over departments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.many.groups import Group
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.sheets.looks import CENTRE, PERCENT, PLAIN, SUBTITLE, TITLE
from scoring.scores import LevelScore

UNITS = (20, 14, 13, 13, 12, 12, 12)

COLUMNS: Columns = (
    (1, 1, N_("一级指标")),
    (2, 2, N_("计入部门数")),
    (3, 3, N_("得分率平均")),
    (4, 4, N_("按分值加权")),
    (5, 5, N_("最高")),
    (6, 6, N_("最低")),
    (7, 7, N_("完成率平均")),
)


@dataclass(frozen=True, slots=True)
class Mean:
    """A first level over departments: `settled` of `having` it have a score; figures are ratios of them.

    `mean` counts each department alike, `weighted` each by the points that its projects have in this level.
    `attainment` is the mean of how far targets were reached, of those that have such a ratio.
    """

    level1: str
    having: int
    settled: int
    mean: Fraction | None
    weighted: Fraction | None
    highest: Fraction | None
    lowest: Fraction | None
    attainment: Fraction | None


def write(sheet: Sheet, groups: Sequence[Group], mark: str) -> None:
    """Write a table per group and set it up for A4."""
    sheet.line(_("各级指标平均得分率"), TITLE, least=32)
    repeat = sheet.line(_("以部门为单位"), SUBTITLE)
    for group in groups:
        sheet.table(group.said, COLUMNS)
        found = means([one.levels for one in group.overviews])
        if not found:
            sheet.line(_("没有项目指标"), CENTRE)
        for each in found:
            counted = _("{measured}/{lines} 个").format(measured=each.settled, lines=each.having)
            ratios = (each.mean, each.weighted, each.highest, each.lowest, each.attainment)
            sheet.add(
                Box(1, 1, each.level1),
                Box(2, 2, counted, CENTRE),
                *(Box(column, column, texts.rate(ratio), PERCENT) for column, ratio in enumerate(ratios, 3)),
            )
    sheet.line(_("得分率是得分与分值之比；只计得分已定的部门，其余的部门不计入，也不作 0 分"), PLAIN)
    sheet.finish(landscape=False, repeat=repeat, mark=mark)


def means(levels: Iterable[Sequence[LevelScore]]) -> list[Mean]:
    """The means of every first level, given those of each department, in the order in which they come."""
    by_level: dict[str, list[LevelScore]] = {}
    for of_department in levels:
        for level in of_department:
            by_level.setdefault(level.level1, []).append(level)
    return [_mean(level1, many) for level1, many in by_level.items()]


def _mean(level1: str, many: Sequence[LevelScore]) -> Mean:
    settled = [(level.earned, Fraction(level.weight)) for level in many if level.earned is not None]
    ratios = [ratio for ratio, _weight in settled]
    attained = [level.attainment for level in many if level.attainment is not None]
    points = sum((ratio * weight for ratio, weight in settled), Fraction(0))
    weight = sum((weight for _points, weight in settled), Fraction(0))
    return Mean(
        level1,
        len(many),
        len(settled),
        _plain_mean(ratios),
        points / weight if weight else None,
        max(ratios, default=None),
        min(ratios, default=None),
        _plain_mean(attained),
    )


def _plain_mean(ratios: Sequence[Fraction]) -> Fraction | None:
    return sum(ratios, Fraction(0)) / len(ratios) if ratios else None

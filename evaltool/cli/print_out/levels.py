"""Points earned of points available by level, and the attainment of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from evaltool import wording
from evaltool.cli.width import table
from evaltool.language import _
from scoring.findings import plain
from scoring.rules import round_half_up
from scoring.scores import LevelScore


def level_lines(levels: Iterable[LevelScore]) -> Iterator[str]:
    """The first levels in a line each."""
    for one in levels:
        if not one.level2:
            said = _("  {level}：{score} / {weight}，完成率 {attainment}")
            yield said.format(
                level=one.level1,
                score=_earned(one),
                weight=_available(one),
                attainment=attainment(one),
            )


def level_table(levels: Iterable[LevelScore]) -> str:
    """The first levels, each with the second levels inside it."""
    header = [_("一级指标"), _("二级指标"), _("分值"), _("得分"), _("得分率"), _("完成率")]
    rows = [
        [
            "" if one.level2 else one.level1,
            one.level2,
            _available(one),
            _earned(one),
            _rate(one),
            attainment(one),
        ]
        for one in levels
    ]
    return table(header, rows, right=(2, 3, 4, 5))


def attainment(one: LevelScore) -> str:
    """A level's attainment, and of how many of its indicators it is where some have none."""
    if one.attainment is None:
        return "—"
    if one.measured == one.lines:
        return percent(one.attainment)
    facts = {"percent": percent(one.attainment), "measured": one.measured, "lines": one.lines}
    return _("{percent}（{measured}/{lines} 个指标）").format(**facts)


def percent(ratio: Fraction | None) -> str:
    """A ratio as percent with two decimals; empty where there is none."""
    return "" if ratio is None else f"{plain(round_half_up(ratio * 100))}%"


def _available(one: LevelScore) -> str:
    return _("分值未定") if one.unweighted else wording.points(one.weight)


def _earned(one: LevelScore) -> str:
    return "—" if one.unweighted else wording.score(one.score)


def _rate(one: LevelScore) -> str:
    return "—" if one.earned is None else percent(one.earned)

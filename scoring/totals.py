"""Sums of lines: the total of a scorecard out of 100, and its levels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from scoring.scores import ZERO, ExecutionScore, IndicatorScore, LevelScore, Score, Status, Step
from scoring.weighting import HUNDRED


def total(
    execution: ExecutionScore, lines: Sequence[IndicatorScore], places: int
) -> tuple[Score | None, Decimal, tuple[Step, ...]]:
    """The sum of the lines that count, out of 100, and the points available.

    Lines that do not apply are left out and the rest is scaled to 100, rounded. None where no line counts.
    """
    counted = [line for line in lines if line.status is not Status.NOT_APPLICABLE]
    available = sum((line.weight or ZERO for line in counted), execution.weight)
    if not counted:
        return None, available, (Step("total.nothing"),)
    points = Score.total([execution.score, *(line.score for line in counted)])
    facts = {"low": points.low, "high": points.high, "available": available}
    is_open = points.value is None
    if available == HUNDRED:
        return points, available, (Step("total.open" if is_open else "total", facts),)
    scaled = points.scaled(HUNDRED, available, places)
    facts |= {"score": scaled.low, "score_high": scaled.high}
    return (
        scaled,
        available,
        (Step("total.rescaled_open" if is_open else "total.rescaled", facts, "weights.not_applicable"),),
    )


def levels(lines: Iterable[IndicatorScore]) -> Iterable[LevelScore]:
    """Points available and earned: each level 1, followed by the level 2 inside it, in the order printed."""
    groups: dict[str, dict[str, list[IndicatorScore]]] = {}
    for line in lines:
        if line.status is not Status.NOT_APPLICABLE:
            inside = groups.setdefault(line.indicator.level1, {})
            inside.setdefault(line.indicator.level2, []).append(line)
    for level1, inside in groups.items():
        yield _level(level1, "", [line for group in inside.values() for line in group])
        for level2, group in inside.items():
            yield _level(level1, level2, group)


def _level(level1: str, level2: str, lines: Sequence[IndicatorScore]) -> LevelScore:
    weight = sum((line.weight or ZERO for line in lines), ZERO)
    return LevelScore(level1, level2, weight, Score.total(line.score for line in lines))

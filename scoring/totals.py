"""Sums of lines: the total of a scorecard out of 100."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from scoring.scores import ZERO, ExecutionScore, Fact, IndicatorScore, Score, Status, Step
from scoring.weighting import HUNDRED


def counted(lines: Iterable[IndicatorScore]) -> list[IndicatorScore]:
    """The lines that apply."""
    return [line for line in lines if line.status is not Status.NOT_APPLICABLE]


def available(execution: ExecutionScore, lines: Iterable[IndicatorScore]) -> Decimal:
    """The points of execution and of the lines that count."""
    return sum((line.weight or ZERO for line in counted(lines)), execution.weight)


def total(
    execution: ExecutionScore, lines: Sequence[IndicatorScore], places: int
) -> tuple[Score | None, tuple[Step, ...]]:
    """The sum of the lines that count, out of 100; None where none does.

    Lines that do not apply are left out and the rest is scaled to 100, rounded.
    """
    of = available(execution, lines)
    if of == execution.weight:
        return None, (Step("total.nothing"),)
    points = Score.total([execution.score, *(line.score for line in counted(lines))])
    facts: dict[str, Fact] = {"low": points.low, "high": points.high, "available": of}
    suffix = "_open" if points.value is None else ""
    if of == HUNDRED:
        return points, (Step("total.open" if suffix else "total", facts),)
    scaled = points.scaled(HUNDRED, of, places)
    facts |= {"score": scaled.low, "score_high": scaled.high}
    return scaled, (Step(f"total.rescaled{suffix}", facts, "weights.not_applicable"),)

"""Sums of lines: the total of a scorecard out of 100."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from scoring import rules
from scoring.rulebook import Rulebook
from scoring.scores import ZERO, ExecutionScore, Fact, IndicatorScore, Score, Status, Step
from scoring.weighting import HUNDRED


def counted(lines: Iterable[IndicatorScore]) -> list[IndicatorScore]:
    """The lines that apply."""
    return [line for line in lines if line.status is not Status.NOT_APPLICABLE]


def available(execution: ExecutionScore, lines: Iterable[IndicatorScore]) -> Decimal:
    """The points of execution and of the lines that count."""
    return sum((line.weight or ZERO for line in counted(lines)), execution.weight)


def total(
    execution: ExecutionScore, lines: Sequence[IndicatorScore], rulebook: Rulebook
) -> tuple[Score | None, tuple[Step, ...]]:
    """The sum of the lines that count, out of 100; None where none does.

    Lines that do not apply, and levels that are absent where the rulebook says so, are left out and the rest
    is scaled to 100, rounded. A total may be capped by the execution rate.
    """
    of = available(execution, lines)
    if of == execution.weight:
        return None, (Step("total.nothing"),)
    points = _sum(execution, lines, rulebook)
    facts: dict[str, Fact] = {"low": points.low, "high": points.high, "available": of}
    suffix = "_open" if points.value is None else ""
    if of == HUNDRED:
        step = Step("total.open" if suffix else "total", facts, rulebook.rounding.point.key)
        return _capped(points, execution, rulebook, step)
    factor = Fraction(HUNDRED) / Fraction(of)
    scaled = points.changed(lambda limit: rulebook.round(Fraction(limit) * factor))
    facts |= {"score": scaled.low, "score_high": scaled.high}
    weights = rulebook.weights
    clause = weights.absent if len(counted(lines)) == len(lines) else weights.not_applicable
    return _capped(scaled, execution, rulebook, Step(f"total.rescaled{suffix}", facts, clause.key))


def _sum(execution: ExecutionScore, lines: Iterable[IndicatorScore], rulebook: Rulebook) -> Score:
    """The sum of rounded lines, or of exact ones rounded once, as the rulebook says."""
    parts: list[ExecutionScore | IndicatorScore] = [execution, *counted(lines)]
    points = Score.total(part.score for part in parts)
    if rulebook.rounding.point.value == "line":
        return points
    low = rulebook.round(sum((part.exact[0] for part in parts), Fraction(0)))
    high = rulebook.round(sum((part.exact[1] for part in parts), Fraction(0)))
    return Score.open(low, high) if points.value is None else Score.settled(low)


def _capped(
    points: Score, execution: ExecutionScore, rulebook: Rulebook, step: Step
) -> tuple[Score, tuple[Step, ...]]:
    """The total under the caps for a low execution rate; while that is open, any of them may still come."""
    clause = rulebook.total.caps
    if not clause.value:
        return points, (step,)
    if execution.status is Status.WAITING:
        low = min(points.low, *(cap for _, cap in clause.value))
        if low == points.low:
            return points, (step,)
        open_cap = Step("total.cap_open", {"low": low, "high": points.high}, clause.key)
        return Score.open(low, points.high), (step, open_cap)
    rate = execution.rate
    if rate is None:
        return points, (step,)
    capped = points.changed(lambda limit: rules.capped(limit, rate, clause.value))
    if capped == points:
        return points, (step,)
    facts: dict[str, Fact] = {"rate": rate * 100, "cap": capped.high, "before": points.high}
    return capped, (step, Step("total.capped", facts, clause.key))

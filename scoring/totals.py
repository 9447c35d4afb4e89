"""Sums of lines: the total of a scorecard out of 100."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from scoring import rules
from scoring.rulebook import Clause, Rulebook
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
    is scaled to 100. A total may be capped by the execution rate.
    """
    of = available(execution, lines)
    if of == execution.weight:
        return None, (Step("total.nothing"),)
    parts: list[ExecutionScore | IndicatorScore] = [execution, *counted(lines)]
    points = out_of(HUNDRED, HUNDRED, parts, rulebook)
    facts: dict[str, Fact] = {"low": points.low, "high": points.high, "available": of}
    suffix = "_open" if points.value is None else ""
    if of == HUNDRED:
        step = Step("total.open" if suffix else "total", facts, rulebook.rounding.point.key)
        return capped(points, execution, rulebook, step)
    scaled = out_of(HUNDRED, of, parts, rulebook)
    facts |= {"score": scaled.low, "score_high": scaled.high}
    clause = _why_rescaled(execution, lines, rulebook)
    return capped(scaled, execution, rulebook, Step(f"total.rescaled{suffix}", facts, clause.key))


def _why_rescaled(
    execution: ExecutionScore, lines: Sequence[IndicatorScore], rulebook: Rulebook
) -> Clause[str]:
    """The clause by which less than 100 points are available."""
    if len(counted(lines)) < len(lines):
        return rulebook.weights.not_applicable
    if execution.status is Status.NOT_APPLICABLE:
        return rulebook.execution.not_applicable
    return rulebook.weights.absent


def out_of(
    to: Decimal, available: Decimal, parts: Sequence[ExecutionScore | IndicatorScore], rulebook: Rulebook
) -> Score:
    """The sum of parts, out of `to` instead of out of `available`.

    Of rounded parts, or of exact ones rounded once, as the rulebook says.
    """
    points = Score.total(part.score for part in parts)
    factor = Fraction(to) / Fraction(available)
    if rulebook.rounding.point.value == "line":
        return (
            points if factor == 1 else points.changed(lambda limit: rulebook.round(Fraction(limit) * factor))
        )
    low, high = (rulebook.round(exact * factor) for exact in exact_sum(parts))
    return Score.open(low, high) if points.value is None else Score.settled(low)


def exact_sum(parts: Iterable[ExecutionScore | IndicatorScore]) -> tuple[Fraction, Fraction]:
    """The lowest and the highest sum of parts before any rounding."""
    many = tuple(part.exact for part in parts)
    low, high = (sum((exact[end] for exact in many), Fraction(0)) for end in (0, 1))
    return low, high


def capped(
    points: Score, execution: ExecutionScore, rulebook: Rulebook, *steps: Step
) -> tuple[Score, tuple[Step, ...]]:
    """A total under the caps for a low execution rate; while that is open, any of them may still come.

    A rate that does not exist (a budget of 0) counts as 0 where the rulebook scores it as 0.
    """
    clause = rulebook.total.caps
    if not clause.value or execution.status is Status.NOT_APPLICABLE:
        return points, steps
    if execution.status is not Status.SCORED:
        low = min(points.low, *(cap for _, cap in clause.value))
        if low == points.low:
            return points, steps
        step = Step("total.cap_open", {"low": low, "high": points.high}, clause.key)
        return Score.open(low, points.high), (*steps, step)
    rate = execution.rate or Fraction(0)
    under = points.changed(lambda limit: rules.capped(limit, rate, clause.value))
    if under == points:
        return points, steps
    facts: dict[str, Fact] = {"rate": rate * 100, "cap": under.high, "before": points.high}
    return under, (*steps, Step("total.capped", facts, clause.key))

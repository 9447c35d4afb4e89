"""What a printed total should be: the scores above it added up, scaled, capped, rounded by the rulebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from scoring import rules
from scoring.recheck.money import amount_of
from scoring.recheck.rows import Kind, bare, is_sum_that_counts
from scoring.recheck.table import WHOLE, Row, is_rescaled, sum_before
from scoring.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Due:
    """The points of a total, and how far from them rounding may have left it that nobody can follow here."""

    points: Decimal
    within: Fraction = Fraction(0)

    def explains(self, printed: Decimal) -> bool:
        """Whether rounding by the rulebook alone may have given the printed total."""
        return abs(Fraction(printed) - Fraction(self.points)) <= self.within


def due_of(rows: Sequence[Row], place: int, rulebook: Rulebook) -> Due | None:
    """What the total row at `place` should say; None where a score that it adds up is missing."""
    summed = sum_before(rows, place)
    row = rows[place]
    if summed is None or row.kind is not Kind.TOTAL or is_sum_that_counts(bare(row.line.indicator)):
        return None if summed is None else Due(summed)
    factor = Fraction(1)
    if is_rescaled(rows, place):
        factor = Fraction(WHOLE) / Fraction(rows[place - 1].weight or WHOLE)
    due = Due(summed if factor == 1 else rulebook.round(Fraction(summed) * factor))
    if rulebook.rounding.point.value == "total":
        due = replace(due, within=_unseen(sum(one.counts for one in rows[:place]) * factor, rulebook))
    return replace(due, points=_capped(due.points, rows, rulebook))


def _unseen(lines: Fraction, rulebook: Rulebook) -> Fraction:
    """What so many rounded lines and their total, rounded once by itself, may differ by."""
    step = Fraction(1, 10**rulebook.places)
    return (lines + 1) * (step if rulebook.rounding.mode.value == "cut" else step / 2)


def _capped(points: Decimal, rows: Sequence[Row], rulebook: Rulebook) -> Decimal:
    """The points under the cap for the execution rate of the table; as they are where it scores none."""
    line = next((row.line for row in rows if row.kind is Kind.EXECUTION), None)
    is_scored = any(row.is_execution and row.score is not None for row in rows)
    if line is None or not is_scored or not rulebook.total.caps.value:
        return points
    budget, spent = amount_of(line.target, line), amount_of(line.actual, line)
    if budget is None or spent is None:
        return points
    if budget > 0:
        return rules.capped(points, Fraction(spent) / Fraction(budget), rulebook.total.caps.value)
    is_zero = budget == 0 and rulebook.execution.zero_budget.value == "zero"
    return rules.capped(points, Fraction(0), rulebook.total.caps.value) if is_zero else points

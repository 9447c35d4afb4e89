"""How many have which grade, and how much money stands behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

Graded = tuple[str, Decimal | None]
"""A grade, empty while it is open, and a budget in 万元, None where there is none."""


@dataclass(frozen=True, slots=True)
class GradeShare:
    """Those of one grade (empty: still open): how many, their budgets together in 万元, and both as shares.

    Of `without_budget` no budget is known; they are counted and weigh nothing. A share is None where the
    whole is 0.
    """

    grade: str
    count: int
    of_count: Fraction | None
    budget: Decimal
    of_budget: Fraction | None
    without_budget: int


def grade_shares(graded: Iterable[Graded], grades: Sequence[str]) -> tuple[GradeShare, ...]:
    """A share for each of `grades`, in their order and also where it is 0, then one for those still open."""
    many = [(grade, budget) for grade, budget in graded]
    whole = sum((budget or Decimal(0) for _, budget in many), Decimal(0))
    shares = []
    for name in (*grades, ""):
        budgets = [budget for grade, budget in many if grade == name]
        money = sum((budget or Decimal(0) for budget in budgets), Decimal(0))
        shares.append(
            GradeShare(
                name,
                len(budgets),
                Fraction(len(budgets), len(many)) if many else None,
                money,
                Fraction(money) / Fraction(whole) if whole else None,
                budgets.count(None),
            )
        )
    return tuple(shares)

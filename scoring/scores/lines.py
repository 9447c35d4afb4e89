"""The lines of a scorecard: an indicator, and the execution of a budget."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.model import Indicator, Outcome, Override, Target
from scoring.scores.points import NO_POINTS, Score, Status, Step, lost


@dataclass(frozen=True, slots=True)
class IndicatorScore:
    """One line of a scorecard.

    `target` is the one scored: the adjusted one where there is one. `attainment` is actual against target
    before any cap, 1 when just met, more is better also where less is asked for; None where no ratio exists.
    `score` is what counts: a person's `override` or else the `computed` one; `exact` are its limits before
    rounding.
    """

    indicator: Indicator
    target: Target
    outcome: Outcome
    weight: Decimal | None
    attainment: Fraction | None
    score: Score
    computed: Score
    status: Status
    rule: str
    working: tuple[Step, ...] = ()
    override: Override | None = None
    exact: tuple[Fraction, Fraction] = NO_POINTS

    @property
    def lost(self) -> Decimal | None:
        """Points available and not earned; None while that is open, and where the line does not count."""
        return lost(self.weight, self.score, self.status)


@dataclass(frozen=True, slots=True)
class ExecutionScore:
    """预算执行率. `budget` and `spent` are 万元; `rate` is spent over budget, uncapped."""

    budget: Decimal | None
    spent: Decimal | None
    rate: Fraction | None
    weight: Decimal
    score: Score
    status: Status
    rule: str
    budget_inferred: bool = False
    working: tuple[Step, ...] = ()
    exact: tuple[Fraction, Fraction] = NO_POINTS

    @property
    def lost(self) -> Decimal | None:
        """Points available and not earned; None while that is open, and where the line does not count."""
        return lost(self.weight, self.score, self.status)

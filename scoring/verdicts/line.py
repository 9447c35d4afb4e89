"""What a verdict is asked about: one target, what was achieved, the points at stake and the rulebook."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from scoring.model import Actual, Indicator, Outcome, Sense, StepTable, Subject, Target
from scoring.rulebook import Rulebook

COST, SATISFACTION = "成本指标", "满意度指标"

FORWARD = frozenset({Sense.AT_LEAST, Sense.ABOVE, Sense.EQUAL})
"""More is better."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line to be judged for `points`."""

    indicator: Indicator
    outcome: Outcome
    points: Fraction
    rulebook: Rulebook

    @property
    def target(self) -> Target:
        """The target that is scored: the adjusted one where there is one."""
        adjusted = self.outcome.adjusted
        return adjusted.target if adjusted else self.indicator.target

    @property
    def actual(self) -> Actual | None:
        """What was achieved, as recorded."""
        return self.outcome.actual

    @property
    def subject(self) -> Subject:
        """The place of what was achieved."""
        return Subject(self.indicator.key.project, self.indicator.key, "actual")

    @property
    def is_satisfaction(self) -> bool:
        """Whether the line stands under 满意度, at either level: older forms have it under 效益."""
        return SATISFACTION in self.indicator.level1 or SATISFACTION in self.indicator.level2

    @property
    def is_forward(self) -> bool:
        """Whether more is better; of a cost with = the rulebook decides."""
        if self.target.sense is Sense.EQUAL and is_cost(self.indicator):
            return self.rulebook.quantitative.missed_equal_cost.value == "forward"
        return self.target.sense in FORWARD

    @property
    def steps(self) -> StepTable | None:
        """The indicator's own score table: a person's, or the printed one where the rulebook follows it."""
        follows = self.rulebook.steps.printed.value == "follow"
        return self.outcome.steps or (self.indicator.steps if follows else None)


def is_cost(indicator: Indicator) -> bool:
    """Whether the indicator stands under 成本, at either level."""
    return COST in (indicator.level1, indicator.level2) or indicator.level2.endswith(COST)

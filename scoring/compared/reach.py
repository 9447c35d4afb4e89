"""How far a target was reached, on the one scale that every line can be drawn on: 1 is the target.

More is better on this scale also where less is asked for: attainment is then target over actual.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from scoring.model import Sense
from scoring.scores import ExecutionScore, IndicatorScore, Status

ALL_OR_NOTHING = frozenset({"yes_no", "due_date", "zero_target", "tolerance", "between.whole"})
"""Rules of which a line is met or missed, and nothing between."""


class Reached(StrEnum):
    """What kind of answer there is to how far a target was reached."""

    RATIO = "ratio"
    ABOVE = "above"
    """Of two limits the upper one was passed; the ratio is to that one."""
    SHARE = "share"
    """A person's judgement, as a share of the points."""
    MET = "met"
    MISSED = "missed"
    BEYOND = "beyond"
    """Less was asked for and nothing came about: better than any ratio."""
    WAITING = "waiting"
    UNREADABLE = "unreadable"
    NO_RATIO = "no_ratio"
    """Scored, and there is no ratio of actual and target."""
    NOT_APPLICABLE = "not_applicable"


STANDING = {
    Status.NOT_APPLICABLE: Reached.NOT_APPLICABLE,
    Status.WAITING: Reached.WAITING,
    Status.UNREADABLE: Reached.UNREADABLE,
}


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a target was reached: `ratio` is 1 when just met; None where nothing can be drawn."""

    kind: Reached
    ratio: Fraction | None = None


def reach(line: IndicatorScore | ExecutionScore) -> Reach:
    """How far a line's target was reached; of the execution of a budget, its rate."""
    if isinstance(line, ExecutionScore):
        if line.rate is not None:
            return Reach(Reached.RATIO, line.rate)
        return Reach(STANDING.get(line.status, Reached.NO_RATIO))
    if line.status is Status.NOT_APPLICABLE:
        return Reach(Reached.NOT_APPLICABLE)
    if line.attainment is None:
        return _without_ratio(line)
    if line.rule in ALL_OR_NOTHING:
        return Reach(Reached.MET if line.attainment == 1 else Reached.MISSED, line.attainment)
    if line.target.sense is Sense.QUALITATIVE:
        return Reach(Reached.SHARE, line.attainment)
    is_above = line.target.sense is Sense.BETWEEN and line.attainment > 1
    return Reach(Reached.ABOVE if is_above else Reached.RATIO, line.attainment)


def _without_ratio(line: IndicatorScore) -> Reach:
    """A score that a person set stands without a ratio; so does a figure of 0 where less is better."""
    actual = line.outcome.actual
    if line.status in STANDING:
        return Reach(STANDING[line.status])
    if line.rule.startswith("reverse") and actual is not None and actual.value is not None:
        return Reach(Reached.BEYOND)
    return Reach(Reached.WAITING if actual is None and line.override is None else Reached.NO_RATIO)

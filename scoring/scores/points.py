"""Points and how they came about: scores, intervals where something is missing, steps of a working."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from scoring.model import NOTHING
from scoring.rulebook import Rulebook
from scoring.rules import EXACT

ZERO = Decimal("0.00")
NO_POINTS = (Fraction(0), Fraction(0))

Fact = Decimal | Fraction | int | str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a working: what was done (a code) with which figures. `evaltool.wording` says it.

    `clause` is the key of the rulebook's clause that the step follows, such as "quantitative.reverse".
    """

    code: str
    facts: Mapping[str, Fact] = field(default_factory=lambda: NOTHING)
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """Points earned, and the interval of what is still possible. `value` is None while it is open."""

    value: Decimal | None
    low: Decimal
    high: Decimal

    @classmethod
    def settled(cls, value: Decimal) -> Score:
        """A score that nothing missing can move."""
        return cls(value, value, value)

    @classmethod
    def open(cls, low: Decimal, high: Decimal) -> Score:
        """A score that waits for something; it will lie between the two."""
        return cls(None, low, high)

    @classmethod
    def total(cls, scores: Iterable[Score]) -> Score:
        """The sum: open as soon as one of them is, with the sums of the limits."""
        many = tuple(scores)
        low = sum((score.low for score in many), ZERO)
        if all(score.value is not None for score in many):
            return cls.settled(low)
        return cls.open(low, sum((score.high for score in many), ZERO))

    def changed(self, change: Callable[[Decimal], Decimal]) -> Score:
        """The score with its limits, or its value, changed alike."""
        low, high = change(self.low), change(self.high)
        return Score.open(low, high) if self.value is None else Score.settled(low)


class Status(StrEnum):
    """Why a line has the score that it has."""

    SCORED = "scored"
    WAITING = "waiting"
    """No actual, or a qualitative one without its share."""
    UNREADABLE = "unreadable"
    """The target or the actual has to be read by a person first, or their units do not compare."""
    NO_WEIGHT = "no_weight"
    NOT_APPLICABLE = "not_applicable"


def printed(exact: Fraction, weight: Decimal, rulebook: Rulebook) -> Decimal:
    """Points rounded, never above the weight; all of them are the weight, however finely it was declared."""
    rounded = rulebook.round(exact)
    if rounded <= weight and exact != weight:
        return rounded
    return EXACT.add(weight, Decimal(0).scaleb(-rulebook.places))


def rounding(exact: Fraction, score: Decimal, rulebook: Rulebook) -> tuple[Step, ...]:
    """The step that says how points were rounded; none where there was nothing to round."""
    if exact == Fraction(score):
        return ()
    mode = rulebook.rounding.mode
    return (Step(f"round.{mode.value}", {"exact": exact, "score": score}, mode.key),)


def lost(weight: Decimal | None, score: Score, status: Status) -> Decimal | None:
    """Points available and not earned; None while that is open, and where a line does not count."""
    if weight is None or score.value is None or status is Status.NOT_APPLICABLE:
        return None
    return EXACT.subtract(weight, score.value)


def grade_of(score: Score | None, rulebook: Rulebook) -> str:
    """The grade, empty while the interval straddles a limit or there is no score."""
    if score is None:
        return ""
    low, high = rulebook.grade(score.low), rulebook.grade(score.high)
    return low if low == high else ""

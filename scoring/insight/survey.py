"""The survey behind a satisfaction figure: how sure the rate is, and whether the target is surely met."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from scipy.stats import binomtest


class Certainty(StrEnum):
    """What a survey says of its target."""

    MET = "certainly_met"
    OPEN = "undecided"
    MISSED = "certainly_missed"


@dataclass(frozen=True, slots=True)
class Survey:
    """A rate in percent with its interval at the stated level, and the verdict on the target."""

    rate: float
    low: float
    high: float
    level: float
    verdict: Certainty


def satisfaction(satisfied: int, answers: int, target: float, level: float = 0.95) -> Survey:
    """The rate of `satisfied` among `answers` valid answers, against a target in percent.

    The interval is Wilson's score interval without continuity correction (scipy.stats.binomtest), for a
    sample that is small against its population. Raises `ValueError` for counts or a level that cannot be.
    """
    if not 0 <= satisfied <= answers or answers == 0 or not 0 < level < 1:
        raise ValueError((satisfied, answers, level))
    interval = binomtest(satisfied, answers).proportion_ci(level, method="wilson")
    low, high = 100 * float(interval.low), 100 * float(interval.high)
    verdict = Certainty.MET if low >= target else Certainty.MISSED if high < target else Certainty.OPEN
    return Survey(100 * satisfied / answers, low, high, level, verdict)

"""Doubts about what a person set beside what was declared or computed: a target, a score."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from scoring.checks.reasons import is_far_over
from scoring.checks.texts import place_of, says_something
from scoring.findings import Finding, finding, plain
from scoring.model import Sense
from scoring.printed import CENT, is_rounded
from scoring.rulebook import Rulebook
from scoring.rules import round_half_up
from scoring.scores import IndicatorScore


def of_adjusted(line: IndicatorScore) -> Iterator[Finding]:
    """A target changed during the year without saying by which approval."""
    adjusted, key = line.outcome.adjusted, line.indicator.key
    if adjusted is not None and not says_something(adjusted.approval):
        yield finding("adjusted.no_approval", place_of(key, "adjusted"), name=key.name)


def of_override(line: IndicatorScore, rulebook: Rulebook) -> Iterator[Finding]:
    """At most one doubt about the score set by a person; none where it is the rule's to 0.01."""
    score, weight = line.score.value, line.weight
    if line.override is None or score is None or weight is None:
        return
    place = place_of(line.indicator.key, "override")
    facts: dict[str, Any] = {"name": line.indicator.name, "score": score}
    low, high = line.computed.low, line.computed.high
    if line.outcome.actual is None:
        if score == weight:
            yield finding("override.no_actual", place, **facts)
    elif low - CENT <= score <= high + CENT:
        return
    elif score == round_half_up(Fraction(weight) ** 2 / 100):
        yield finding("override.converted", place, **facts, weight=weight)
    elif low == weight and not _is_judged(line):
        if not is_far_over(line, rulebook):  # a target set too low may cost points
            yield finding("override.met_but_deducted", place, **facts, weight=weight)
    elif score == weight and _is_missed(line):
        yield finding("override.missed_but_full", place, **facts, computed=_written(line))
    elif line.computed.value is not None and is_rounded(score, Fraction(low)):
        yield finding("override.rounded", place, **facts, computed=low)
    else:
        yield finding("override.differs", place, **facts, computed=_written(line))


def _is_judged(line: IndicatorScore) -> bool:
    """Whether a person's judgement and not a figure decides: neither met nor missed."""
    return line.target.sense is Sense.QUALITATIVE


def _is_missed(line: IndicatorScore) -> bool:
    """Whether less was achieved than asked; who lost points for achieving too much did not miss."""
    return not _is_judged(line) and (line.attainment is None or line.attainment < 1)


def _written(line: IndicatorScore) -> str:
    """The rule's score, or its interval: a judgement leaves one open."""
    low, high = line.computed.low, line.computed.high
    return plain(low) if low == high else f"{plain(low)}–{plain(high)}"

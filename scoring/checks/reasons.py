"""Doubts about reasons and evidence: one that is missing, or given where nothing has to be explained."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from scoring import rules
from scoring.checks.texts import place_of, says_something
from scoring.findings import Finding, finding
from scoring.model import QUANTITATIVE, Sense
from scoring.rulebook import Rulebook
from scoring.scores import IndicatorScore
from scoring.verdicts import FORWARD

SATISFACTION = "满意度"
JUST_MET = Decimal(100)


def of_reason(line: IndicatorScore, rulebook: Rulebook) -> Iterator[Finding]:
    """Points lost, or a target far exceeded, without a reason; a reason where all was as it should be."""
    place, name, reason = place_of(line.indicator.key, "reason"), line.indicator.name, line.outcome.reason
    score, weight = line.score.value, line.weight
    has_reason = says_something(reason)
    if score is not None and weight is not None and score < weight and not has_reason:
        yield finding("reason.missing", place, name=name, score=score, weight=weight)
    yield from _over(line, rulebook, has_reason=has_reason)
    if score is not None and score == weight and has_reason and not _may_explain(line, rulebook):
        yield finding("reason.needless", place, name=name, reason=reason)


def of_evidence(line: IndicatorScore) -> Iterator[Finding]:
    """A satisfaction without a survey; a judgement without anything that bears it out."""
    name, actual = line.indicator.name, line.outcome.actual
    if actual is None or says_something(line.outcome.evidence):
        return
    place = place_of(line.indicator.key, "evidence")
    if actual.value is not None and (SATISFACTION in name or SATISFACTION in line.indicator.level1):
        yield finding("satisfaction.no_evidence", place, name=name, actual=actual.text)
    elif line.target.sense is Sense.QUALITATIVE and actual.band and not says_something(line.outcome.reason):
        yield finding("qualitative.no_evidence", place, name=name)


def _over(line: IndicatorScore, rulebook: Rulebook, *, has_reason: bool) -> Iterator[Finding]:
    if line.attainment is None or not is_forward(line):
        return
    percent = line.attainment * 100
    reason_from, note_from = rulebook.over.reason_from.value, rulebook.over.note_from.value
    if reason_from is not None and percent >= reason_from and not has_reason:
        code = "over.reason"
    elif note_from is not None and percent >= note_from:
        code = "over.note"
    else:
        return
    place = place_of(line.indicator.key, "reason")
    yield finding(code, place, name=line.indicator.name, attainment=rules.round_half_up(percent))


def is_forward(line: IndicatorScore) -> bool:
    """Whether more was better for this line."""
    return line.target.sense in FORWARD and not line.rule.startswith("reverse")


def is_far_over(line: IndicatorScore, rulebook: Rulebook) -> bool:
    """Whether so much more was achieved than asked that it is to be looked into."""
    limit = rulebook.over.note_from.value or JUST_MET
    is_measured = line.target.sense in QUANTITATIVE and line.attainment is not None
    return is_measured and Fraction(line.attainment or 0) * 100 >= limit and line.attainment != 1


def _may_explain(line: IndicatorScore, rulebook: Rulebook) -> bool:
    """Whether a line with all its points has something to explain all the same."""
    return bool(line.override or line.outcome.adjusted) or is_far_over(line, rulebook)

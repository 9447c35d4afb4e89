"""One line of a scorecard: the verdict on it, rounded once, and what a person set instead."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from scoring import rules
from scoring.findings import Finding, finding
from scoring.model import Indicator, Outcome, Override, State, Subject
from scoring.rulebook import Rulebook
from scoring.scores import ZERO, Fact, IndicatorScore, Score, Status, Step, rounding
from scoring.verdicts import Verdict, judge

COST = "成本指标"


def score_line(
    indicator: Indicator,
    outcome: Outcome,
    weight: Decimal | None,
    rulebook: Rulebook,
    override: Override | None = None,
) -> tuple[IndicatorScore, tuple[Finding, ...]]:
    """Score one line, with its working; without a `weight` it has its attainment only."""
    target = outcome.adjusted.target if outcome.adjusted else indicator.target
    subject = Subject(indicator.key.project, indicator.key, "actual")
    if outcome.state is State.NOT_APPLICABLE:
        step = Step("not_applicable", {"reason": outcome.reason}, "weights.not_applicable")
        nothing = (rules.NONE, rules.NONE)
        verdict = Verdict("not_applicable", *nothing, status=Status.NOT_APPLICABLE, working=(step,))
    else:
        points = Fraction(weight if weight is not None else ZERO)
        verdict = judge(target, outcome, points, is_cost(indicator), rulebook, subject)
    computed, working, status = _rounded(verdict, weight, rulebook)
    accepted, odd = _accepted(override, weight, status, subject)
    counted = computed
    if accepted is not None and weight is not None:
        counted = Score.settled(_points(Fraction(accepted.score), weight, rulebook.places))
        facts: dict[str, Fact] = {"score": counted.low, "reason": accepted.reason, "who": accepted.who}
        working, status = (*working, Step("override", facts)), Status.SCORED
    return IndicatorScore(
        indicator,
        target,
        outcome,
        weight,
        verdict.attainment,
        counted,
        computed,
        status,
        verdict.rule,
        working,
        accepted,
    ), (*verdict.findings, *odd)


def is_cost(indicator: Indicator) -> bool:
    """Whether the line stands under 成本, at either level."""
    return COST in (indicator.level1, indicator.level2) or indicator.level2.endswith("成本指标")


def _rounded(
    verdict: Verdict, weight: Decimal | None, rulebook: Rulebook
) -> tuple[Score, tuple[Step, ...], Status]:
    if verdict.status is Status.NOT_APPLICABLE:
        return Score.settled(ZERO), verdict.working, verdict.status
    if weight is None:
        status = Status.NO_WEIGHT if verdict.status is Status.SCORED else verdict.status
        return Score.open(ZERO, ZERO), verdict.working, status
    low, high = (_points(limit, weight, rulebook.places) for limit in (verdict.low, verdict.high))
    if verdict.status is not Status.SCORED:
        return Score.open(low, high), verdict.working, verdict.status
    return Score.settled(low), (*verdict.working, *rounding(verdict.low, low)), verdict.status


def _points(exact: Fraction, weight: Decimal, places: int) -> Decimal:
    """Points rounded, never above the weight; all of them are the weight, however finely it was declared."""
    rounded = rules.round_half_up(exact, places)
    return weight if rounded > weight or rounded < weight == exact else rounded


def _accepted(
    override: Override | None, weight: Decimal | None, status: Status, subject: Subject
) -> tuple[Override | None, tuple[Finding, ...]]:
    """The override that counts, or the finding that refuses it.

    It needs a reason, a score inside the weight, and a line that applies.
    """
    if override is None:
        return None, ()
    if status is Status.NOT_APPLICABLE:
        return None, (finding("override.unused", subject, score=override.score),)
    if not override.reason.strip():
        return None, (finding("override.no_reason", subject, score=override.score),)
    if weight is None or not 0 <= override.score <= weight:
        return None, (finding("override.outside", subject, score=override.score, weight=weight or ZERO),)
    return override, ()

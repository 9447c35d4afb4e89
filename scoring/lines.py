"""One line of a scorecard: the verdict on it, rounded once, and what a person set instead."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from scoring import rules
from scoring.findings import Finding, finding
from scoring.model import Indicator, Outcome, Override, State, Subject
from scoring.rulebook import Rulebook
from scoring.scores import ZERO, IndicatorScore, Score, Status, Step
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
    counted, odd = _overridden(computed, override, weight, subject)
    if override is not None and not odd:
        facts = {"score": override.score, "reason": override.reason, "who": override.who}
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
        override if not odd else None,
    ), (*verdict.findings, *odd)


def is_cost(indicator: Indicator) -> bool:
    """Whether the line stands under 成本, at either level."""
    return COST in (indicator.level1, indicator.level2) or indicator.level2.endswith("成本指标")


def _rounded(
    verdict: Verdict, weight: Decimal | None, rulebook: Rulebook
) -> tuple[Score, tuple[Step, ...], Status]:
    if weight is None and verdict.status is not Status.NOT_APPLICABLE:
        status = Status.NO_WEIGHT if verdict.status is Status.SCORED else verdict.status
        return Score.open(ZERO, ZERO), verdict.working, status
    low, high = (rules.round_half_up(limit, rulebook.places) for limit in (verdict.low, verdict.high))
    if verdict.status is Status.SCORED:
        step = Step("round", {"exact": verdict.low, "score": low}, "rounding.mode")
        return Score.settled(low), (*verdict.working, step), verdict.status
    if verdict.status is Status.NOT_APPLICABLE:
        return Score.settled(low), verdict.working, verdict.status
    return Score.open(low, high), verdict.working, verdict.status


def _overridden(
    computed: Score, override: Override | None, weight: Decimal | None, subject: Subject
) -> tuple[Score, tuple[Finding, ...]]:
    """The score that counts: an override without a reason, or outside the weight, is refused by a finding."""
    if override is None:
        return computed, ()
    if not override.reason.strip():
        return computed, (finding("override.no_reason", subject, score=override.score),)
    if weight is None or not 0 <= override.score <= weight:
        return computed, (finding("override.outside", subject, score=override.score, weight=weight or ZERO),)
    return Score.settled(override.score), ()

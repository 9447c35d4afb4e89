"""One line of a scorecard: the verdict on it, rounded once, and what a person set instead."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from scoring import rules
from scoring.findings import Finding, finding
from scoring.model import Indicator, Outcome, Override, State, Subject
from scoring.rulebook import Rulebook
from scoring.scores import ZERO, Fact, IndicatorScore, Score, Status, Step, printed, rounding
from scoring.verdicts import Line, Verdict, judge


def score_line(
    indicator: Indicator,
    outcome: Outcome,
    weight: Decimal | None,
    rulebook: Rulebook,
    override: Override | None = None,
) -> tuple[IndicatorScore, tuple[Finding, ...]]:
    """Score one line, with its working; without a `weight` it has its attainment only."""
    line = Line(indicator, outcome, Fraction(weight if weight is not None else ZERO), rulebook)
    if outcome.state is State.NOT_APPLICABLE:
        step = Step("not_applicable", {"reason": outcome.reason}, rulebook.weights.not_applicable.key)
        nothing = (rules.NONE, rules.NONE)
        verdict = Verdict("not_applicable", *nothing, status=Status.NOT_APPLICABLE, working=(step,))
    else:
        verdict = judge(line)
    computed, working, status = _rounded(verdict, weight, rulebook)
    accepted, odd = _accepted(override, weight, status, line.subject)
    counted, exact = computed, (verdict.low, verdict.high)
    if accepted is not None and weight is not None:
        exact = (Fraction(accepted.score), Fraction(accepted.score))
        counted = Score.settled(printed(exact[0], weight, rulebook))
        facts: dict[str, Fact] = {"score": counted.low, "reason": accepted.reason, "who": accepted.who}
        working, status = (*working, Step("override", facts)), Status.SCORED
    return IndicatorScore(
        indicator,
        line.target,
        outcome,
        weight,
        verdict.attainment,
        counted,
        computed,
        status,
        verdict.rule,
        working,
        accepted,
        exact,
    ), (*verdict.findings, *odd)


def _rounded(
    verdict: Verdict, weight: Decimal | None, rulebook: Rulebook
) -> tuple[Score, tuple[Step, ...], Status]:
    if verdict.status is Status.NOT_APPLICABLE:
        return Score.settled(ZERO), verdict.working, verdict.status
    if weight is None:
        status = Status.NO_WEIGHT if verdict.status is Status.SCORED else verdict.status
        return Score.open(ZERO, ZERO), (Step("no_weight"),), status
    low, high = (printed(limit, weight, rulebook) for limit in (verdict.low, verdict.high))
    if verdict.status is not Status.SCORED:
        return Score.open(low, high), verdict.working, verdict.status
    return Score.settled(low), (*verdict.working, *rounding(verdict.low, low, rulebook)), verdict.status


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

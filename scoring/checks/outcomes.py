"""Doubts about what was achieved, before a scorecard is handed in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from scoring import rules
from scoring.findings import Finding, finding
from scoring.model import QUANTITATIVE, Funds, Key, Outcome, Project, ProjectOutcome, Sense, State, Subject
from scoring.rulebook import Rulebook
from scoring.scores import IndicatorScore, ProjectScore, Score, Status
from scoring.totals import counted
from scoring.verdicts import FORWARD


def outcome(
    project: Project, recorded: ProjectOutcome, score: ProjectScore, rulebook: Rulebook
) -> tuple[Finding, ...]:
    """Doubts about what was achieved, before a scorecard is handed in."""
    if recorded.state is State.NOT_APPLICABLE:
        return tuple(_reason_given(Subject(project.code, field="reason"), project.name, recorded.reason))
    found = [doubt for line in score.indicators for doubt in of_line(line, rulebook)]
    return (*found, *_of_money(project, recorded, score))


def own_outcome(lines: Sequence[IndicatorScore], rulebook: Rulebook) -> tuple[Finding, ...]:
    """Doubts about what was achieved for the department's own objectives, once anything was recorded."""
    if all(line.outcome == Outcome() for line in lines):
        return ()
    return tuple(doubt for line in lines for doubt in of_line(line, rulebook))


def _reason_given(place: Subject, name: str, reason: str) -> Iterator[Finding]:
    if not reason.strip():
        yield finding("reason.not_applicable", place, name=name)


def of_line(line: IndicatorScore, rulebook: Rulebook) -> Iterator[Finding]:
    """Doubts about one line."""
    key, achieved = line.indicator.key, line.outcome
    if line.status is Status.NOT_APPLICABLE:
        yield from _reason_given(_at(key, "reason"), key.name, achieved.reason)
        return
    if achieved.actual is None:
        yield finding("outcome.missing", _at(key, "actual"), name=key.name)
        return
    yield from _share(line, rulebook)
    yield from _far_off(line)
    lost = line.score.value is not None and line.weight is not None and line.score.value < line.weight
    if lost and not achieved.reason.strip():
        place = _at(key, "reason")
        yield finding("reason.missing", place, name=key.name, score=line.score.low, weight=line.weight)
    yield from _over(line, rulebook)


def _share(line: IndicatorScore, rulebook: Rulebook) -> Iterator[Finding]:
    """A share asked for and not given, or given and not asked for."""
    achieved, place = line.outcome, _at(line.indicator.key, "share")
    if line.target.sense is not Sense.QUALITATIVE:
        if achieved.share is not None:
            yield finding("share.unused", place, share=achieved.share)
    elif achieved.share is None and achieved.actual and achieved.actual.band and line.override is None:
        limits = rulebook.other.bands.value[achieved.actual.band]
        name = line.indicator.name
        yield finding("share.missing", place, name=name, low=limits.low, high=limits.high)


def _far_off(line: IndicatorScore) -> Iterator[Finding]:
    """A figure ten times off the target: a decimal point, a percent typed as a fraction, another unit."""
    ratio = line.attainment
    if line.target.sense in QUANTITATIVE and ratio and not Fraction(1, 10) < ratio < 10:
        actual, place = line.outcome.actual, _at(line.indicator.key, "actual")
        said = actual.text if actual else ""
        yield finding("actual.far_off", place, name=line.indicator.name, actual=said, target=line.target.text)


def _over(line: IndicatorScore, rulebook: Rulebook) -> Iterator[Finding]:
    if line.target.sense not in FORWARD or line.attainment is None or line.rule.startswith("reverse"):
        return
    percent = line.attainment * 100
    reason_from, note_from = rulebook.over.reason_from.value, rulebook.over.note_from.value
    if reason_from is not None and percent >= reason_from and not line.outcome.reason.strip():
        code = "over.reason"
    elif note_from is not None and percent >= note_from:
        code = "over.note"
    else:
        return
    place = _at(line.indicator.key, "reason")
    yield finding(code, place, name=line.indicator.name, attainment=rules.round_half_up(percent))


def _of_money(project: Project, recorded: ProjectOutcome, score: ProjectScore) -> Iterator[Finding]:
    money, execution = recorded.money, score.execution
    kinds = {
        "initial": money.initial,
        "adjusted": money.adjusted,
        "received": money.received,
        "spent": money.spent,
    }
    for kind, funds in kinds.items():
        yield from _parts(project.code, kind, funds)
    place = Subject(project.code, field="money.spent.total")
    budget, spent = execution.budget, execution.spent
    if execution.status is Status.NOT_APPLICABLE:
        yield from _of_no_execution(project, recorded, budget)
        return
    if spent is None:
        yield finding("execution.missing", place)
    if budget is None or spent is None:
        return
    if spent > budget > 0:
        yield finding("execution.over_budget", place, budget=budget, spent=spent)
    earned = _of_ninety(score)
    if earned is not None and budget >= 0 and execution.status is Status.SCORED:
        colour = rules.money_warning(earned, Fraction(spent), Fraction(budget))
        rate = rules.round_half_up(Fraction(execution.rate or 0) * 100)
        if colour == "red":
            yield finding("money.ahead", place, earned=rules.round_half_up(earned), rate=rate)
        elif colour == "yellow":
            yield finding("money.unspent", place, rate=rate)


def _of_no_execution(project: Project, recorded: ProjectOutcome, budget: Decimal | None) -> Iterator[Finding]:
    """Only a budget of 0 has no rate, and a person says so with a reason."""
    if not recorded.execution_reason.strip():
        yield finding("execution.no_reason", Subject(project.code, field="execution_reason"))
    if budget:
        yield finding("execution.has_budget", Subject(project.code, field="execution"), budget=budget)


def _parts(project: str, kind: str, funds: Funds) -> Iterator[Finding]:
    if funds.total is not None and funds.parts is not None and funds.total != funds.parts:
        place = Subject(project, field=f"money.{kind}.total")
        yield finding("money.parts_differ", place, kind=kind, total=funds.total, parts=funds.parts)


def _of_ninety(score: ProjectScore) -> Fraction | None:
    """Points earned by the indicators, out of 90; None while one of them is open."""
    available = score.available - score.execution.weight
    earned = Score.total(line.score for line in counted(score.indicators))
    if not available or earned.value is None:
        return None
    return Fraction(earned.value) * 90 / Fraction(available)


def _at(key: Key, field: str) -> Subject:
    return Subject(key.project, key, field)

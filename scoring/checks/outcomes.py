"""Doubts about what was achieved, before a scorecard is handed in."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from scoring import rules
from scoring.findings import Finding, finding
from scoring.model import QUANTITATIVE, Funds, Key, Project, ProjectOutcome, Sense, State, Subject
from scoring.rulebook import Rulebook
from scoring.scores import IndicatorScore, ProjectScore, Status
from scoring.verdicts import FORWARD


def outcome(
    project: Project, recorded: ProjectOutcome, score: ProjectScore, rulebook: Rulebook
) -> tuple[Finding, ...]:
    """Doubts about what was achieved, before a scorecard is handed in."""
    if recorded.state is State.NOT_APPLICABLE:
        return tuple(_reason_given(Subject(project.code, field="reason"), project.name, recorded.reason))
    found = [doubt for line in score.indicators for doubt in _of_line(line, rulebook)]
    return (*found, *_of_money(project, recorded, score))


def _reason_given(place: Subject, name: str, reason: str) -> Iterator[Finding]:
    if not reason.strip():
        yield finding("reason.not_applicable", place, name=name)


def _of_line(line: IndicatorScore, rulebook: Rulebook) -> Iterator[Finding]:
    key, achieved = line.indicator.key, line.outcome
    if line.status is Status.NOT_APPLICABLE:
        yield from _reason_given(_at(key, "reason"), key.name, achieved.reason)
        return
    if achieved.actual is None:
        yield finding("outcome.missing", _at(key, "actual"), name=key.name)
        return
    if achieved.share is not None and line.target.sense is not Sense.QUALITATIVE:
        yield finding("share.unused", _at(key, "share"), share=achieved.share)
    yield from _far_off(line)
    lost = line.score.value is not None and line.weight is not None and line.score.value < line.weight
    if lost and not achieved.reason.strip():
        facts = {"score": line.score.low, "weight": line.weight}
        yield finding("reason.missing", _at(key, "reason"), name=key.name, **facts)
    yield from _over(line, rulebook)


def _far_off(line: IndicatorScore) -> Iterator[Finding]:
    """A figure ten times off the target: a decimal point, a percent typed as a fraction, another unit."""
    ratio = line.attainment
    if line.target.sense in QUANTITATIVE and ratio and not Fraction(1, 10) < ratio < 10:
        actual = line.outcome.actual
        facts = {"actual": actual.text if actual else "", "target": line.target.text}
        yield finding("actual.far_off", _at(line.indicator.key, "actual"), name=line.indicator.name, **facts)


def _over(line: IndicatorScore, rulebook: Rulebook) -> Iterator[Finding]:
    if line.target.sense not in FORWARD or line.attainment is None or line.rule.startswith("reverse"):
        return
    percent = rules.round_half_up(line.attainment * 100)
    place, facts = _at(line.indicator.key, "reason"), {"name": line.indicator.name, "attainment": percent}
    if percent >= rulebook.over.reason_from.value and not line.outcome.reason.strip():
        yield finding("over.reason", place, **facts)
    elif percent >= rulebook.over.note_from.value:
        yield finding("over.note", place, **facts)


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


def _parts(project: str, kind: str, funds: Funds) -> Iterator[Finding]:
    if funds.total is not None and funds.parts is not None and funds.total != funds.parts:
        place = Subject(project, field=f"money.{kind}.total")
        yield finding("money.parts_differ", place, kind=kind, total=funds.total, parts=funds.parts)


def _of_ninety(score: ProjectScore) -> Fraction | None:
    """Points earned by the indicators, out of 90; None while one of them is open."""
    counted = [line for line in score.indicators if line.status is not Status.NOT_APPLICABLE]
    available = sum((line.weight or Decimal(0) for line in counted), Decimal(0))
    if not available or any(line.score.value is None for line in counted):
        return None
    earned = sum((line.score.low for line in counted), Decimal(0))
    return Fraction(earned) * 90 / Fraction(available)


def _at(key: Key, field: str) -> Subject:
    return Subject(key.project, key, field)

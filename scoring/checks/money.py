"""Doubts about a project's money: amounts that do not add up, and results that it does not bear out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from scoring import rules
from scoring.checks.slips import of_amounts
from scoring.checks.texts import says_something
from scoring.findings import Finding, finding
from scoring.model import Funds, Project, ProjectOutcome, Subject
from scoring.rulebook import Rulebook
from scoring.scores import ProjectScore, Score, Status
from scoring.totals import counted


def of_money(
    project: Project, recorded: ProjectOutcome, score: ProjectScore, rulebook: Rulebook
) -> Iterator[Finding]:
    """Doubts about a project's amounts and about its results beside them."""
    money, execution = recorded.money, score.execution
    kinds = {
        "initial": money.initial,
        "adjusted": money.adjusted,
        "received": money.received,
        "spent": money.spent,
    }
    for kind, funds in kinds.items():
        yield from _parts(project.code, kind, funds)
    yield from of_amounts(project, recorded, execution.budget)
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
    yield from _of_low_rate(project.code, recorded, execution.rate, rulebook)
    earned = _of_ninety(score)
    if earned is not None and budget >= 0 and execution.status is Status.SCORED:
        colour = rules.money_warning(earned, Fraction(spent), Fraction(budget))
        rate = rules.round_half_up(Fraction(execution.rate or 0) * 100)
        if colour == "red":
            yield finding("money.ahead", place, earned=rules.round_half_up(earned), rate=rate)
        elif colour == "yellow":
            yield finding("money.unspent", place, rate=rate)


def _of_low_rate(
    project: str, recorded: ProjectOutcome, rate: Fraction | None, rulebook: Rulebook
) -> Iterator[Finding]:
    """Below the rulebook's rate a reason has to be given."""
    limit = rulebook.execution.reason_below.value
    if limit is None or rate is None or rate * 100 >= limit or says_something(recorded.execution_reason):
        return
    place = Subject(project, field="execution_reason")
    yield finding("execution.reason_missing", place, rate=rules.round_half_up(rate * 100), limit=limit)


def _of_no_execution(project: Project, recorded: ProjectOutcome, budget: Decimal | None) -> Iterator[Finding]:
    """Only a budget of 0 has no rate, and a person says so with a reason."""
    if not says_something(recorded.execution_reason):
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

"""The money of projects as the report's table shows it, and what it comes to together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import reduce

from evaltool.language import _
from evaltool.reports import texts
from evaltool.reports.money import money_shown, summed
from evaltool.reports.word.parts import Column, Table
from evaltool.reports.word.phrases import gap, money
from scoring.model import Project, ProjectOutcome
from scoring.rules import EXACT
from scoring.scores import ExecutionScore, ProjectScore, Status


@dataclass(frozen=True, slots=True)
class ProjectMoney:
    """A project's money in 万元: 年初预算, 全年预算, 到位, 执行; None where it is not recorded."""

    score: ProjectScore
    outcome: ProjectOutcome
    amounts: tuple[Decimal | None, ...]

    @property
    def execution(self) -> ExecutionScore:
        """What was spent of the budget that counts."""
        return self.score.execution


def money_of(project: Project, score: ProjectScore, outcome: ProjectOutcome) -> ProjectMoney:
    """The amounts as the project's form prints them."""
    shown = money_shown(project, outcome.money, score.execution)
    funds = shown.initial, shown.adjusted, shown.received, shown.spent
    return ProjectMoney(score, outcome, tuple(one.known for one in funds))


def table(moneys: Sequence[ProjectMoney]) -> Table:
    """A row for each project, and their sum where there are several."""
    columns = (
        Column(_("序号"), 4),
        Column(_("项目名称"), 18, is_centred=False),
        Column(_("年初预算"), 8),
        Column(_("全年预算"), 8),
        Column(_("资金到位"), 8),
        Column(_("全年执行"), 8),
        Column(_("执行率"), 8),
    )
    rows = [
        (str(number), one.score.name, *map(_cell, one.amounts), _rate(one.execution))
        for number, one in enumerate(moneys, 1)
    ]
    if len(moneys) > 1:
        sums = [summed(column) for column in zip(*(one.amounts for one in moneys), strict=True)]
        cells = (texts.NOTHING if each is None else money(each) for each in sums)
        is_rated = all(one.execution.rate is not None for one in moneys)
        rate = texts.percent(rate_of([one.execution for one in moneys])) if is_rated else texts.NOTHING
        rows.append(("", _("合计"), *cells, rate))
    return Table(columns, tuple(rows), is_short=True)


def _cell(amount: Decimal | None) -> str:
    return gap() if amount is None else money(amount)


def _rate(execution: ExecutionScore) -> str:
    if execution.status is Status.NOT_APPLICABLE:
        return _("不适用")
    return texts.NOTHING if execution.rate is None else texts.percent(execution.rate)


def together(rated: Sequence[ExecutionScore]) -> tuple[Decimal, Decimal]:
    """Budget and spending together, of executions that have both."""
    budgets = (one.budget for one in rated if one.budget is not None)
    spent = (one.spent for one in rated if one.spent is not None)
    return reduce(EXACT.add, budgets, Decimal(0)), reduce(EXACT.add, spent, Decimal(0))


def rate_of(rated: Sequence[ExecutionScore]) -> Fraction:
    """Spent of budget over several executions that each have a rate."""
    budget, spent = together(rated)
    return Fraction(spent) / Fraction(budget)

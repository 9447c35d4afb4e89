"""Amounts that several reports show alike: what stands for money not recorded, sums, and rates of spending.

Everything is in 万元. A sum or a rate is None as soon as an amount that it needs is not known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import reduce

from evaltool.language import _
from scoring.model import DepartmentOutcome, Funds, Money, Project
from scoring.rules import EXACT
from scoring.scores import ExecutionScore

Amount = Decimal | None


def money_shown(project: Project, money: Money, execution: ExecutionScore) -> Money:
    """The money as forms print it, in 万元: with what was declared or scored where nothing was recorded."""
    initial, adjusted = money.initial, money.adjusted
    if initial == Funds():
        # The budget declared with the targets is the one of the year's beginning.
        initial = Funds(project.budget, project.fiscal, None, project.other)
    if adjusted.known is None and execution.budget_inferred:
        adjusted = replace(adjusted, total=execution.budget)
    return replace(money, initial=initial, adjusted=adjusted)


def kinds(outcome: DepartmentOutcome) -> tuple[tuple[str, Amount, Amount], ...]:
    """Each kind of a department's spending with its budget and what was spent, in 万元."""
    return (
        (_("基本支出"), outcome.basic_budget, outcome.basic_spent),
        (_("项目支出"), outcome.project_budget, outcome.project_spent),
    )


def together(outcome: DepartmentOutcome) -> tuple[Amount, Amount]:
    """Budget and spending of both kinds in 万元; None where one of them is not recorded."""
    return (
        summed((outcome.basic_budget, outcome.project_budget)),
        summed((outcome.basic_spent, outcome.project_spent)),
    )


def summed(amounts: Sequence[Amount]) -> Amount:
    """All of them together; None where one is not known, or where there is none."""
    known = [amount for amount in amounts if amount is not None]
    return reduce(EXACT.add, known, Decimal(0)) if known and len(known) == len(amounts) else None


def rate(budget: Amount, spent: Amount) -> Fraction | None:
    """Spent of budget; None where one is missing or cannot be computed with."""
    if budget is None or spent is None or budget <= 0 or spent < 0:
        return None
    return Fraction(spent) / Fraction(budget)

"""部门整体支出: 基本支出 and 项目支出, on which the execution of the department as a whole rests."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.sheets.looks import HEAD, MONEY, PERCENT
from scoring.model import DepartmentOutcome
from scoring.rules import EXACT
from scoring.scores import ExecutionScore

Amount = Decimal | None

COLUMNS: Columns = (
    (1, 4, N_("支出类别")),
    (5, 5, N_("预算数")),
    (6, 6, N_("执行数")),
    (7, 7, N_("执行率")),
)


def write(sheet: Sheet, outcome: DepartmentOutcome, execution: ExecutionScore) -> None:
    """Write both kinds and their sum."""
    sheet.table(_("部门整体支出（金额单位：万元）"), COLUMNS)
    for kind, budget, spent in kinds(outcome):
        sheet.add(
            Box(1, 4, kind),
            Box(5, 5, texts.amount(budget), MONEY),
            Box(6, 6, texts.amount(spent), MONEY),
            Box(7, 7, texts.rate(rate(budget, spent)), PERCENT),
        )
    sheet.add(
        Box(1, 4, _("合计"), HEAD),
        Box(5, 5, texts.amount(execution.budget), MONEY),
        Box(6, 6, texts.amount(execution.spent), MONEY),
        Box(7, 7, texts.rate(execution.rate), PERCENT),
    )


def kinds(outcome: DepartmentOutcome) -> tuple[tuple[str, Amount, Amount], ...]:
    """Each kind of spending with its budget and what was spent, in 万元."""
    return (
        (_("基本支出"), outcome.basic_budget, outcome.basic_spent),
        (_("项目支出"), outcome.project_budget, outcome.project_spent),
    )


def together(outcome: DepartmentOutcome) -> tuple[Amount, Amount]:
    """Budget and spending of both kinds in 万元; None where one of them is not recorded."""
    return (
        _sum(outcome.basic_budget, outcome.project_budget),
        _sum(outcome.basic_spent, outcome.project_spent),
    )


def rate(budget: Amount, spent: Amount) -> Fraction | None:
    """Spent of budget; None where one is missing or cannot be computed with."""
    if budget is None or spent is None or budget <= 0 or spent < 0:
        return None
    return Fraction(spent) / Fraction(budget)


def _sum(one: Amount, other: Amount) -> Amount:
    return None if one is None or other is None else EXACT.add(one, other)

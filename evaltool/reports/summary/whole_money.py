"""部门整体支出: 基本支出 and 项目支出, on which the execution of the department as a whole rests."""

from __future__ import annotations

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.money import kinds, rate
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.sheets.looks import HEAD, MONEY, PERCENT
from scoring.model import DepartmentOutcome
from scoring.scores import ExecutionScore

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

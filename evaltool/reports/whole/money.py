"""年度预算执行情况: what the department as a whole was given and spent, with the points of its execution."""

from __future__ import annotations

from decimal import Decimal

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.form_parts import side
from evaltool.reports.money import kinds, rate, together
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.reports.whole.columns import ACTUAL, GOAL, LEVEL2, NAME, POINT, REASON, SCORE, TARGET
from evaltool.sheets.looks import CENTRE, HEAD, MONEY, PERCENT, POINTS
from scoring.model import DepartmentOutcome, Subject
from scoring.scores import OWN_OBJECTIVES, Method

HEADINGS: Columns = (
    (GOAL, LEVEL2, N_("支出类别（万元）")),
    (NAME, NAME, N_("预算数")),
    (TARGET, ACTUAL, N_("执行数")),
    (POINT, POINT, N_("分值")),
    (SCORE, SCORE, N_("执行率")),
    (REASON, REASON, N_("得分")),
)


def write(sheet: Sheet, outcome: DepartmentOutcome, method: Method) -> None:
    """Write the block: the sum of both kinds is scored, each of them only shown."""
    first = sheet.add(*(Box(start, end, _(heading), HEAD) for start, end, heading in HEADINGS))
    for kind, budget, spent in kinds(outcome):
        _row(sheet, kind, budget, spent)
    scored = method.execution
    if scored is None:
        _row(sheet, _("合计"), *together(outcome))
    else:
        at = sheet.add(
            Box(GOAL, LEVEL2, _("合计"), HEAD),
            Box(NAME, NAME, texts.amount(scored.budget), MONEY),
            Box(TARGET, ACTUAL, texts.amount(scored.spent), MONEY),
            Box(POINT, POINT, texts.execution_weight(scored), POINTS),
            Box(SCORE, SCORE, texts.rate(scored.rate), PERCENT),
            Box(REASON, REASON, texts.points(scored.score, scored.status), POINTS),
        )
        if method.code == OWN_OBJECTIVES:
            sheet.note(Subject(field="execution"), at, REASON)
    side(sheet, first, _("预算执行情况"))


def _row(sheet: Sheet, kind: str, budget: Decimal | None, spent: Decimal | None) -> None:
    sheet.add(
        Box(GOAL, LEVEL2, kind, CENTRE),
        Box(NAME, NAME, texts.amount(budget), MONEY),
        Box(TARGET, ACTUAL, texts.amount(spent), MONEY),
        Box(POINT, POINT, texts.NOTHING, CENTRE),
        Box(SCORE, SCORE, texts.rate(rate(budget, spent)), PERCENT),
        Box(REASON, REASON, texts.NOTHING, CENTRE),
    )

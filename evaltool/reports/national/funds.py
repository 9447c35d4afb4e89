"""项目资金: the form's block of money by source, with the execution rate and its points."""

from __future__ import annotations

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.form_parts import side
from evaltool.reports.money import money_shown
from evaltool.reports.national.columns import (
    ACTUAL,
    INDICATOR,
    LEVEL1,
    LEVEL2,
    POINT,
    REASON,
    SCORE,
    TARGET,
)
from evaltool.reports.sheet import Box, Sheet
from evaltool.sheets.looks import CENTRE, HEAD, MONEY, PERCENT, POINTS
from scoring.model import Money, Project, Subject
from scoring.scores import ExecutionScore

HEADINGS = (
    N_("年初预算数"),
    N_("全年预算数"),
    N_("全年执行数"),
    N_("分值"),
    N_("执行率"),
    N_("得分"),
)
SOURCES = (
    (N_("其中：当年财政拨款"), "fiscal"),
    (N_("上年结转资金"), "carried"),
    (N_("其他资金"), "other"),
)


def write(sheet: Sheet, project: Project, money: Money, execution: ExecutionScore) -> None:
    """Write the block: the total row scored, its parts only shown."""
    headings = (Box(column, column, _(text), HEAD) for column, text in enumerate(HEADINGS, INDICATOR))
    first = sheet.add(Box(LEVEL1, LEVEL2, "", HEAD), *headings)
    shown = money_shown(project, money, execution)
    total = sheet.add(
        Box(LEVEL1, LEVEL2, _("年度资金总额"), CENTRE),
        Box(INDICATOR, INDICATOR, texts.amount(shown.initial.known), MONEY),
        Box(TARGET, TARGET, texts.amount(shown.adjusted.known), MONEY),
        Box(ACTUAL, ACTUAL, texts.amount(execution.spent), MONEY),
        Box(POINT, POINT, texts.execution_weight(execution), POINTS),
        Box(SCORE, SCORE, texts.rate(execution.rate), PERCENT),
        Box(REASON, REASON, texts.points(execution.score, execution.status), POINTS),
    )
    sheet.note(Subject(project.code, field="execution"), total, REASON)
    for label, source in SOURCES:
        sheet.add(
            Box(LEVEL1, LEVEL2, _(label), CENTRE),
            Box(INDICATOR, INDICATOR, texts.amount(getattr(shown.initial, source)), MONEY),
            Box(TARGET, TARGET, texts.amount(getattr(shown.adjusted, source)), MONEY),
            Box(ACTUAL, ACTUAL, texts.amount(getattr(shown.spent, source)), MONEY),
            Box(POINT, POINT, texts.NOTHING, CENTRE),
            Box(SCORE, SCORE, texts.NOTHING, CENTRE),
            Box(REASON, REASON, texts.NOTHING, CENTRE),
        )
    side(sheet, first, _("项目资金（万元）"))

"""二、预算执行情况: the year's budget, what was received and what was spent, side by side, by source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.form_parts import side
from evaltool.reports.hebei.columns import (
    ACTUAL,
    DONE,
    FIGURE,
    INDICATOR,
    LEVEL1,
    LEVEL2,
    OF_HUNDRED,
    POINT,
    REASON,
    SHARE,
    SIGN,
    UNIT,
    VALUE,
)
from evaltool.reports.money import money_shown
from evaltool.reports.sheet import Box, Sheet, Value
from evaltool.sheets.looks import CENTRE, HEAD, MONEY
from scoring.model import Money, Project
from scoring.rules import round_half_up
from scoring.scores import ExecutionScore

HEADINGS = (
    (LEVEL1, POINT, N_("预算安排情况（调整后）")),
    (SIGN, UNIT, N_("资金到位情况")),
    (ACTUAL, OF_HUNDRED, N_("资金执行情况")),
    (SHARE, REASON, N_("预算执行进度（%）")),
)
TOTALS = (N_("预算数"), N_("到位数"), N_("执行数"))
PARTS = ((N_("其中：财政资金"), "fiscal"), (N_("上年结转资金"), "carried"), (N_("其他资金"), "other"))
BEGINNING = (N_("年初预算数"), N_("其中：财政资金"), N_("其他资金"))

KINDS = (
    ((LEVEL1, LEVEL2), (INDICATOR, POINT)),
    ((SIGN, VALUE), (UNIT, UNIT)),
    ((ACTUAL, ACTUAL), (DONE, OF_HUNDRED)),
)
"""Of each kind of money the columns of its label and of its amount."""


def write(sheet: Sheet, project: Project, recorded: Money, execution: ExecutionScore) -> None:
    """Write the section. Money carried over has a row only where there is any: the form has none for it."""
    shown = _with_parts(money_shown(project, recorded, execution), project)
    adjusted = replace(shown.adjusted, total=shown.adjusted.known)
    received = replace(shown.received, total=shown.received.known)
    spent = replace(shown.spent, total=execution.spent)
    kinds = adjusted, received, spent
    first = sheet.add(*(Box(start, end, _(text), HEAD) for start, end, text in HEADINGS))
    top = sheet.row
    sheet.add(*_row(TOTALS, [kind.total for kind in kinds]))
    for label, source in PARTS:
        amounts = [getattr(kind, source) for kind in kinds]
        if source != "carried" or any(amount is not None for amount in amounts):
            sheet.add(*_row([label] * len(kinds), amounts))
    if shown.initial.known not in (None, adjusted.total):
        # The form asks for the adjusted budget alone.
        initial = shown.initial
        sheet.add(*_row(BEGINNING, [initial.known, initial.fiscal, initial.other]))
    sheet.span(top, Box(SHARE, REASON, _progress(execution), FIGURE))
    side(sheet, first, _("二、预算执行情况"))


def _with_parts(shown: Money, project: Project) -> Money:
    """The year's budget with the sources declared, where it is the one declared and names none itself."""
    adjusted = shown.adjusted
    if adjusted.parts is not None or adjusted.total is None or adjusted.total != project.budget:
        return shown
    return replace(shown, adjusted=replace(adjusted, fiscal=project.fiscal, other=project.other))


def _row(labels: Sequence[str], amounts: Sequence[Decimal | None]) -> Iterator[Box]:
    for label, amount, (named, stands) in zip(labels, amounts, KINDS, strict=True):
        yield Box(*named, _(label), CENTRE)
        yield Box(*stands, texts.amount(amount), MONEY)


def _progress(execution: ExecutionScore) -> Value:
    return texts.NOTHING if execution.rate is None else round_half_up(execution.rate * 100, 2)

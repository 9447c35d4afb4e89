"""Planned against actual spending: of the year by project, and at the checkpoints of the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.comparison.figures import MOST, amount, label, rate
from evaltool.reports.comparison.pages import Pages
from evaltool.reports.comparison.picture import Picture, draw
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.sheets.looks import CENTRE, MONEY, PERCENT
from scoring.compared import (
    Column,
    ProjectRow,
    Spending,
    Spent,
    ordered,
    project_rows,
    spending,
    spending_together,
)

BY_PROJECT: Columns = (
    (1, 2, N_("项目名称")),
    (3, 3, N_("预算数")),
    (4, 4, N_("执行数")),
    (5, 5, N_("执行率")),
)
BY_MONTH: Columns = (
    (1, 2, N_("时点")),
    (3, 3, N_("计划累计支出")),
    (4, 4, N_("实际累计支出")),
    (5, 5, N_("占预算")),
)
CHECKPOINTS: Columns = (
    (1, 2, N_("项目名称")),
    (3, 3, N_("预算数")),
    (4, 4, N_("3月底计划")),
    (5, 5, N_("3月底实际")),
    (6, 6, N_("6月底计划")),
    (7, 7, N_("6月底实际")),
    (8, 8, N_("10月底计划")),
    (9, 9, N_("10月底实际")),
    (10, 10, N_("12月底计划")),
    (11, 11, N_("12月底实际")),
)
PLANNED, SPENT = 3, 4
FEW = 6
"""Projects whose spending during the year each gets a picture of its own; of more only their sum does."""


def write(sheet: Sheet, card: Scorecard, pages: Pages) -> None:
    """Write the year's money by project, then the checkpoints of all together and of each of few projects."""
    _year(sheet, project_rows(card.score), pages)
    dossier = card.dossier
    found = [(one.name, spending(one, dossier)) for one in dossier.department.projects]
    planned = [(name, of) for name, of in found if any(_is_given(month) for month in of.months)]
    if len(planned) > 1:
        together = spending_together([of for _name, of in planned])
        title = _("{count} 个有支出计划的项目合计：计划与实际支出（万元）").format(count=len(planned))
        _months(sheet, title, together, pages)
        _table(sheet, planned, pages)
        planned = [(name, of) for name, of in planned if any(_is_recorded(month) for month in of.months)]
    if len(planned) <= FEW:
        for name, of in planned:
            _months(sheet, _("{name}：计划与实际支出（万元）").format(name=name), of, pages)


def _year(sheet: Sheet, rows: Sequence[ProjectRow], pages: Pages) -> None:
    every = [row for row in rows if row.budget is not None or row.spent is not None]
    if not every:
        return
    chosen = every
    title = _("各项目的预算与执行（万元）")
    if len(every) > MOST:
        chosen = list(ordered(every, Column.BUDGET, falling=True)[:MOST])
        title = _("预算最多的 {count} 个项目的预算与执行（共 {all} 个，万元）").format(
            count=len(chosen), all=len(every)
        )
    first = sheet.row
    sheet.table(title, BY_PROJECT)
    headings = sheet.row - 1
    for row in chosen:
        sheet.add(
            Box(1, 2, label(row.name)),
            Box(PLANNED, PLANNED, amount(row.budget), MONEY),
            Box(SPENT, SPENT, amount(row.spent), MONEY),
            Box(5, 5, rate(row.rate), PERCENT),
        )
    is_signed = any((row.spent or 0) < 0 or (row.budget or 0) < 0 for row in chosen)
    bars = Picture(title, _("项目"), _("金额（万元）"), SPENT, PLANNED, is_signed=is_signed)
    draw(sheet, headings, bars, [label(row.name) for row in chosen])
    pages.keep(first)


def _months(sheet: Sheet, title: str, found: Spending, pages: Pages) -> None:
    first = sheet.row
    sheet.table(title, BY_MONTH)
    headings = sheet.row - 1
    for one in found.months:
        sheet.add(
            Box(1, 2, _("{month}月底").format(month=one.month), CENTRE),
            Box(PLANNED, PLANNED, amount(one.planned), MONEY),
            Box(SPENT, SPENT, amount(one.actual), MONEY),
            Box(5, 5, rate(found.of_budget(one.actual)), PERCENT),
        )
    own = _("累计支出：计划与实际（万元）")
    is_signed = any((one.actual or 0) < 0 or (one.planned or 0) < 0 for one in found.months)
    bars = Picture(own, _("时点"), _("金额（万元）"), SPENT, PLANNED, is_lying=False, is_signed=is_signed)
    draw(sheet, headings, bars, [])
    for said in _remarks(found):
        sheet.line(said)
    pages.keep(first)


def _is_given(month: Spent) -> bool:
    """Whether anything was planned or recorded for the month itself."""
    return month.planned is not None or _is_recorded(month)


def _is_recorded(month: Spent) -> bool:
    return month.actual is not None and not month.is_year


def _table(sheet: Sheet, planned: Sequence[tuple[str, Spending]], pages: Pages) -> None:
    first = sheet.row
    sheet.table(_("各项目的累计支出：计划与实际（万元）"), CHECKPOINTS)
    for position, (name, of) in enumerate(planned):
        if position and pages.is_new():
            first = sheet.row
            sheet.headings(CHECKPOINTS)
        amounts = [each for month in of.months for each in (month.planned, month.actual)]
        sheet.add(
            Box(1, 2, name),
            Box(3, 3, texts.amount(of.budget), MONEY),
            *(Box(column, column, texts.amount(each), MONEY) for column, each in enumerate(amounts, 4)),
        )
        pages.keep(first)
        first = sheet.row


def _remarks(found: Spending) -> Iterator[str]:
    """What the figures rest on where that is not plain."""
    for one in found.months:
        if 0 < one.actuals < one.plans:
            text = _("{month}月底：{plans} 个项目有计划，其中 {actuals} 个录入了支出，合计未知。")
            yield text.format(month=one.month, plans=one.plans, actuals=one.actuals)
        elif one.is_year and one.actual is not None:
            yield _("{month}月底的实际支出按全年执行数。").format(month=one.month)

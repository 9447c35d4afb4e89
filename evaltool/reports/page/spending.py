"""Spending at the checkpoints of the year: what was planned beside what was spent, on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from evaltool.language import _
from evaltool.reports import texts
from evaltool.reports.page.figures import amount_bar, percent, shown
from evaltool.reports.page.html import NOTHING, Html, text
from evaltool.reports.page.sections import Section
from evaltool.reports.page.tables import Column, table
from evaltool.wording import points
from scoring.compared import Spending, Spent, spending, spending_together
from scoring.model import Dossier, Project


def of_project(declared: Project, dossier: Dossier) -> Html:
    """A project's plan and spending."""
    return _table(_("{name}：支出计划与实际支出").format(name=declared.name), spending(declared, dossier))


def of_department(dossier: Dossier) -> Section:
    """The plans and the spending of all projects added up."""
    parts = [spending(project, dossier) for project in dossier.department.projects]
    whole = _table(_("全部项目的支出计划与实际支出"), spending_together(parts)) if parts else NOTHING
    return Section("spending", _("支出计划与实际支出"), [whole])


def _table(caption: str, found: Spending) -> Html:
    """Both for every checkpoint; nothing where only the whole year's spending is known."""
    if all(one.planned is None and (one.actual is None or one.is_year) for one in found.months):
        return NOTHING
    columns = [
        Column(_("时间"), "name"),
        Column(_("计划"), "n"),
        Column(_("占预算"), "n"),
        Column(_("实际"), "n"),
        Column(_("占预算"), "n"),
        Column(_("计划（上）与实际（下）"), "reach"),
        Column(_("与计划相比"), "c"),
    ]
    budget = shown(texts.amount(found.budget))
    note = _("金额单位：万元；预算 {budget}").format(budget=budget)
    return table(caption, columns, _rows(found), note)


def _rows(found: Spending) -> Iterator[Sequence[Html]]:
    scale = found.scale
    for one in found.months:
        yield (
            text(_("{month}月底").format(month=one.month)),
            *_amount(found, one.planned),
            *_amount(found, one.actual),
            Html(amount_bar(one.planned, scale, "planned") + amount_bar(one.actual, scale, "spent")),
            _beside_plan(one),
        )


def _amount(found: Spending, amount: Decimal | None) -> tuple[Html, Html]:
    return text(shown(texts.amount(amount))), text(percent(found.of_budget(amount)))


def _beside_plan(one: Spent) -> Html:
    """How far spending is from the plan; and that it is the whole year's, or of some projects only."""
    said = [_difference(one.ahead)] if one.ahead is not None else []
    if one.is_year and one.actual is not None:
        said.append(_("按全年执行数"))
    if one.actuals < one.plans and one.plans > 1:
        words = _("{plans} 个项目有计划，其中 {actuals} 个录入了支出")
        said.append(words.format(plans=one.plans, actuals=one.actuals))
    return text("\n".join(said) or texts.NOTHING)


def _difference(ahead: Decimal) -> str:
    if ahead == 0:
        return _("与计划一致")
    words = _("比计划多 {amount} 万元") if ahead > 0 else _("比计划少 {amount} 万元")
    return words.format(amount=points(abs(ahead)))

"""The department's own objectives: each clause as each way of scoring weighs it, and the money of all."""

from __future__ import annotations

from evaltool.language import _
from evaltool.reports import texts
from evaltool.reports.money import kinds, rate
from evaltool.reports.own_methods import shown as shown_methods
from evaltool.reports.page.figures import percent, shown
from evaltool.reports.page.html import NOTHING, Html, el, text
from evaltool.reports.page.indicators import Level, execution_row, lines_table, total_row
from evaltool.reports.page.sections import Section, terms, titled
from evaltool.reports.page.tables import Column, table
from evaltool.reports.page.working import Numbers, sentences
from evaltool.reports.scorecard import Scorecard
from evaltool.wording import term
from scoring.model import DepartmentOutcome
from scoring.scores import DepartmentScore, Method


def own(card: Scorecard, numbers: Numbers) -> Section:
    """The ways of scoring them that are shown, what was achieved in words, and the money behind them."""
    outcome = card.dossier.outcomes.department
    methods = (_method(method, numbers) for method in shown_methods(card.score))
    inside = [terms(*outcome.achieved.items()), *methods, _money(outcome, card.score)]
    return Section("own", _("部门自身目标"), inside)


def _method(method: Method, numbers: Numbers) -> Html:
    name = term(method.code)
    levels: list[Level] = [(_("所属目标"), lambda line: line.indicator.key.objective)]
    foot = [execution_row(method.execution, "", levels, numbers)] if method.execution else []
    if method.score is not None:
        foot.append(total_row(method.score, method.grade, levels))
    whole = lines_table(_("{method}：各项内容").format(method=name), method.lines, levels, foot, numbers)
    what = el("p", text(term(f"{method.code}.what")), class_="what")
    return titled(name, what, whole, sentences(method.working, numbers))


def _money(outcome: DepartmentOutcome, score: DepartmentScore) -> Html:
    """The money of the department as a whole, on which its own execution rests."""
    execution = score.execution
    if execution is None:
        return NOTHING
    columns = [
        Column(_("支出类别"), "name"),
        Column(_("预算数"), "n"),
        Column(_("执行数"), "n"),
        Column(_("执行率"), "n"),
    ]
    rows = [
        *((kind, budget, spent, rate(budget, spent)) for kind, budget, spent in kinds(outcome)),
        (_("合计"), execution.budget, execution.spent, execution.rate),
    ]
    cells = (
        (
            text(kind),
            text(shown(texts.amount(budget))),
            text(shown(texts.amount(spent))),
            text(percent(of_it)),
        )
        for kind, budget, spent, of_it in rows
    )
    title = _("部门整体支出（金额单位：万元）")
    return titled(title, table(title, columns, cells))

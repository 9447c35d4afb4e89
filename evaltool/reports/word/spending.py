"""二、资金使用情况: the money of the department, of each project, and its course over the year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from evaltool.language import _
from evaltool.reports import money as money_rows
from evaltool.reports import texts
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.word.course import course
from evaltool.reports.word.funds import ProjectMoney, money_of, rate_of, table, together
from evaltool.reports.word.parts import Heading, Paragraph, Part, Set
from evaltool.reports.word.phrases import (
    amount,
    clauses,
    gap,
    listed,
    money,
    prose,
    quoted,
    said,
    written,
)
from scoring.model import DepartmentOutcome
from scoring.rules import EXACT
from scoring.scores import Status


def chapter(card: Scorecard) -> Iterator[Part]:
    """The chapter."""
    yield Heading(1, _("资金使用情况"))
    yield Heading(2, _("部门整体支出"))
    yield Paragraph(prose(*_whole(card.dossier.outcomes.department)))
    yield Heading(2, _("项目资金"))
    moneys = [
        money_of(project, score, card.outcome_of(project.code))
        for project, score in zip(card.department.projects, card.score.projects, strict=True)
    ]
    if not moneys:
        yield Paragraph(prose(_("没有申报项目，没有项目资金")))
        return
    yield Paragraph(_("各项目资金情况（金额单位：万元）"), Set.CAPTION)
    yield table(moneys)
    yield Paragraph(prose(*_together(card, moneys)))
    for one in moneys:
        if one.execution.rate != 1:
            yield Paragraph(prose(_told(one)))
    courses = [prose(*course(card, project)) for project in card.department.projects]
    if any(courses):
        yield Heading(2, _("支出进度"))
        yield from (Paragraph(text) for text in courses if text)


def _whole(outcome: DepartmentOutcome) -> Iterator[str]:
    kinds = money_rows.kinds(outcome)
    if all(figure is None for _kind, *figures in kinds for figure in figures):
        yield _("部门基本支出和项目支出的预算数、执行数均未录入{gap}").format(gap=gap())
        return
    for kind, budget, spent in kinds:
        yield _one_kind(kind, budget, spent)
    budget, spent = money_rows.together(outcome)
    if budget is not None and spent is not None:
        yield _one_kind(_("两项合计"), budget, spent)


def _one_kind(kind: str, budget: Decimal | None, spent: Decimal | None) -> str:
    rate = money_rows.rate(budget, spent)
    return clauses(
        _("{kind}预算数{amount}").format(kind=kind, amount=amount(budget)),
        _("执行数{amount}").format(amount=amount(spent)),
        _("执行率{rate}").format(rate=texts.percent(rate)) if rate is not None else "",
    )


def _together(card: Scorecard, moneys: list[ProjectMoney]) -> Iterator[str]:
    """Budget and spending of the projects that have both, and how many were spent in full."""
    rated = [one.execution for one in moneys if one.execution.rate is not None]
    if not rated:
        yield _("没有可以计算执行率的项目")
        return
    budget, spent = together(rated)
    words = _(
        "可以计算执行率的项目共{count}个，预算数合计{budget}万元，执行数合计{spent}万元，总体执行率{rate}"
    )
    facts = {"count": len(rated), "budget": money(budget), "spent": money(spent)}
    yield words.format(**facts, rate=texts.percent(rate_of(rated)))
    if card.rulebook.execution.budget.value == "initial":
        yield _("执行率按年初预算数计算")
    inferred = [one.score.name for one in moneys if one.execution.budget_inferred]
    if inferred:
        yield _("未录入全年预算数、以申报的预算数代替的项目：{names}").format(names=listed(inferred))
    full = [one.score.name for one in moneys if one.execution.rate == 1]
    if full:
        yield _("执行率为100.00%的项目：{names}").format(names=listed(full))


def _told(one: ProjectMoney) -> str:
    """Why a project's money was not spent exactly as budgeted, or why that cannot be said."""
    execution, name = one.execution, quoted(one.score.name)
    if execution.status is Status.NOT_APPLICABLE:
        reason = written(one.outcome.execution_reason, _("未填写不适用的原因"))
        return _("{name}预算执行率不适用，原因：{reason}").format(name=name, reason=reason)
    if execution.budget is None or execution.spent is None:
        kinds = ((_("预算数"), execution.budget), (_("全年执行数"), execution.spent))
        missing = _("和").join(kind for kind, figure in kinds if figure is None)
        return _("{name}未录入{what}{gap}").format(name=name, what=missing, gap=gap(missing))
    if execution.rate is None:
        return _("{name}的执行率无法计算：{why}").format(name=name, why=said(execution.working))
    over = EXACT.subtract(execution.spent, execution.budget)
    words = _("{name}预算数{budget}万元，执行数{spent}万元，执行率{rate}，尚余{rest}万元，原因：{reason}")
    if over > 0:
        words = _(
            "{name}预算数{budget}万元，执行数{spent}万元，执行率{rate}，超出预算{rest}万元，原因：{reason}"
        )
    return words.format(
        name=name,
        budget=money(execution.budget),
        spent=money(execution.spent),
        rate=texts.percent(execution.rate),
        rest=money(abs(over)),
        reason=written(one.outcome.execution_reason, _("未填写原因")),
    )

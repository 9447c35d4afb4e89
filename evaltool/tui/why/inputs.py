"""What a score rests on: the target and its place in the document, what was achieved, the points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from evaltool import wording
from evaltool.language import N_, _
from evaltool.tui import words
from evaltool.tui.cells import one_line
from evaltool.tui.why.branch import Branch
from evaltool.tui.why.clauses import of_clause, of_steps
from scoring.findings import plain
from scoring.model import Dossier, Project, Source, State, Subject, Target
from scoring.notation import write_target
from scoring.record import value_of
from scoring.scores import ExecutionScore, IndicatorScore, Step

INFERRED = {"year": N_("年份"), "answer": N_("期望的回答")}
"""What a target does not say and was concluded, beside its sense."""

PARTS = ("fiscal", "carried", "other")
"""The sources that an amount of a project is made up of."""

OF_THE_DEPARTMENT = (("basic_budget", "project_budget"), ("basic_spent", "project_spent"))
"""What the department's budget and its spending are made up of."""

OF_A_LEVEL = frozenset({"weights.spread", "weights.spread_level2", "weights.moved"})
"""Steps that spread the points of one level 1."""


def of_line(line: IndicatorScore, dossier: Dossier, weights: Iterable[Step]) -> Iterator[Branch]:
    """Target, actual and points of an indicator; `weights` tell how the points of its place were spread."""
    yield _target(line)
    yield from _achieved(line)
    yield _points(line, dossier, weights)


def _target(line: IndicatorScore) -> Branch:
    declared = line.indicator.target
    under = [Branch(_("原文“{text}”").format(text=one_line(declared.text)))] if declared.text else []
    under.append(_sense(line.target))
    inferred = [_(INFERRED[what]) for what in line.target.inferred if what in INFERRED]
    if inferred:
        said = _("原文没有写明、推断得出的：{what}")
        under.append(Branch(said.format(what=_("、").join(inferred))))
    adjusted = line.outcome.adjusted
    if adjusted is not None:
        under.insert(0, Branch(_("申报的指标值：{target}").format(target=_words(declared))))
        approval = one_line(f"{adjusted.approval} {adjusted.date or ''}") or _("没有填写批准文号")
        under.insert(0, Branch(_("年中调整，批准文号：{approval}").format(approval=approval)))
    under += _place(line.indicator.source)
    if line.indicator.basis:
        under.append(Branch(_("指标值确定依据：{text}").format(text=one_line(line.indicator.basis))))
    return Branch(_("指标值：{target}").format(target=_words(line.target)), tuple(under))


def _sense(target: Target) -> Branch:
    said = _("方向：{sense}，原文没有写明，由推断得出") if "sense" in target.inferred else _("方向：{sense}")
    return Branch(said.format(sense=wording.term(target.sense)))


def _words(target: Target) -> str:
    return one_line(write_target(target) or target.text)


def _place(source: Source | None) -> list[Branch]:
    where = one_line(wording.place(source)) if source else ""
    return [Branch(_("出处：{place}").format(place=where))] if where else []


def _achieved(line: IndicatorScore) -> Iterator[Branch]:
    outcome = line.outcome
    if outcome.state is State.NOT_APPLICABLE:
        yield Branch(_("不适用：{reason}").format(reason=one_line(outcome.reason) or _("没有写明原因")))
    if outcome.actual is None:
        yield Branch(_("实际完成值：未录入"))
    else:
        read = words.value_text(outcome.actual, line.target)
        typed = one_line(outcome.actual.text)
        under = (Branch(_("录入的文字“{text}”").format(text=typed)),) if typed else ()
        yield Branch(_("实际完成值：{actual}").format(actual=read), under)
    if outcome.share is not None:
        yield Branch(_("得分比例：{share}%").format(share=plain(outcome.share)))
    if line.attainment is not None:
        yield Branch(_("完成率：{rate}").format(rate=words.percent(line.attainment)))


def _points(line: IndicatorScore, dossier: Dossier, weights: Iterable[Step]) -> Branch:
    indicator = line.indicator
    if line.weight is None:
        said = _("分值：未定")
    elif indicator.key in dossier.weights:
        said = _("分值：{weight}，由人给定").format(weight=plain(line.weight))
    elif indicator.weight is not None:
        said = _("分值：{weight}，按申报").format(weight=plain(line.weight))
    else:
        said = _("分值：{weight}，按评分规则分配").format(weight=plain(line.weight))
    level = dossier.rulebook.weights.inside.value.get(indicator.level1, indicator.level1)
    own = [step for step in weights if step.code not in OF_A_LEVEL or step.facts.get("level") == level]
    return Branch(said, of_steps(own, dossier.rulebook))


def of_execution(execution: ExecutionScore, dossier: Dossier, project: Project | None) -> Iterator[Branch]:
    """Budget and spending, each with the amounts that make it up as far as recorded, and the points."""
    rulebook = dossier.rulebook
    said = _("预算数：{amount}，申报数") if execution.budget_inferred else _("预算数：{amount}")
    if project is None:
        budget, spent = (_amounts(Subject(), fields, dossier) for fields in OF_THE_DEPARTMENT)
    else:
        kind = rulebook.execution.budget.value
        budget, spent = (
            _amounts(Subject(project.code), [f"money.{one}.{part}" for part in PARTS], dossier)
            for one in (kind, "spent")
        )
        declared = _place(project.source) if execution.budget_inferred else []
        budget = (*declared, *budget, of_clause("execution.budget", rulebook))
    yield Branch(said.format(amount=_amount(execution.budget)), budget)
    yield Branch(_("执行数：{amount}").format(amount=_amount(execution.spent)), spent)
    if execution.rate is not None:
        yield Branch(_("执行率：{rate}").format(rate=words.percent(execution.rate)))
    points = of_clause("execution.points", rulebook)
    yield Branch(_("分值：{weight}").format(weight=plain(execution.weight)), (points,))


def _amounts(holder: Subject, fields: Iterable[str], dossier: Dossier) -> tuple[Branch, ...]:
    """The amounts recorded in some fields, by name."""
    known = ((field, value_of(dossier, replace(holder, field=field))) for field in fields)
    words = _("{name}：{amount}")
    return tuple(
        Branch(words.format(name=wording.field_name(field), amount=_amount(amount)))
        for field, amount in known
        if isinstance(amount, Decimal)
    )


def _amount(amount: Decimal | None) -> str:
    return _("未录入") if amount is None else _("{amount} 万元").format(amount=plain(amount))

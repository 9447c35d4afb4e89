"""一、基本情况: whose report it is, its projects, and how the evaluation was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaltool.language import _
from evaltool.reports.money import summed
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.word.lines import NO_REASON_TO_LEAVE_OUT
from evaltool.reports.word.parts import Heading, Paragraph, Part
from evaltool.reports.word.phrases import (
    clauses,
    gap,
    listed,
    money,
    one_line,
    points,
    prose,
    quoted,
    said,
    written,
)
from scoring.model import Department, Project, ProjectOutcome
from scoring.rulebook import Rulebook
from scoring.scores import ProjectScore


def chapter(card: Scorecard) -> Iterator[Part]:
    """The chapter."""
    yield Heading(1, _("基本情况"))
    yield Heading(2, _("部门概况"))
    yield Paragraph(prose(*_whose(card), *_projects(card.department.projects)))
    if card.department.projects:
        yield Heading(2, _("项目概况"))
    for project, score in zip(card.department.projects, card.score.projects, strict=True):
        yield Paragraph(prose(*_project(project, score, card.outcome_of(project.code))))
    yield Heading(2, _("自评工作"))
    yield Paragraph(prose(*_rules(card.rulebook)))
    for sentence in _spread(card):
        yield Paragraph(prose(sentence))
    yield Paragraph(prose(*_people(card)))


def _whose(card: Scorecard) -> Iterator[str]:
    department = card.department
    name = one_line(department.name) or gap(_("单位名称"))
    code = one_line(department.code)
    words = _("单位名称为{name}，单位编码为{code}") if code not in ("", name) else _("单位名称为{name}")
    yield words.format(name=name, code=code)
    authority = one_line(card.dossier.outcomes.department.people.authority)
    yield _("主管部门为{authority}").format(authority=authority or gap())
    yield _year(department)


def _year(department: Department) -> str:
    if department.year is None:
        return _("评价年度为{year}").format(year=gap(_("年度")))
    words = _("评价年度为{year}年度（绩效文本没有写明年度，由其内容推断）")
    return (words if "year" in department.inferred else _("评价年度为{year}年度")).format(
        year=department.year
    )


def _projects(projects: Sequence[Project]) -> Iterator[str]:
    if not projects:
        yield _("绩效目标中没有申报项目")
        return
    budget = summed(tuple(project.budget for project in projects))
    words = _("申报绩效目标的项目共{count}个，申报的预算合计{amount}万元")
    if budget is not None:
        yield words.format(count=len(projects), amount=money(budget))
        return
    missing = listed(project.name for project in projects if project.budget is None)
    yield _("申报绩效目标的项目共{count}个").format(count=len(projects))
    yield _("没有申报预算数的项目：{names}{gap}").format(names=missing, gap=gap(_("预算数")))


def _project(project: Project, score: ProjectScore, outcome: ProjectOutcome) -> Iterator[str]:
    named = _("{name}（{code}）") if project.code not in ("", project.name) else "{name}"
    name = named.format(name=quoted(project.name), code=one_line(project.code))
    budget = money(project.budget) if project.budget is not None else gap()
    purpose = one_line(project.purpose) or gap(_("资金用途"))
    facts = {"name": name, "amount": budget, "purpose": purpose}
    yield _("{name}：申报的预算{amount}万元，资金用途：{purpose}").format(**facts)
    if score.score is None:
        yield _("该项目不适用，不计分，原因：{reason}").format(
            reason=written(outcome.reason, _(NO_REASON_TO_LEAVE_OUT))
        )


def _rules(rules: Rulebook) -> Iterator[str]:
    facts = {"title": quoted(rules.title), "id": rules.id, "version": rules.version}
    yield _("本次自评采用评分规则{title}（{id}，版本{version}）").format(**facts)
    families = []
    for levels in rules.weights.levels.value:
        each = [(_("预算执行率"), rules.execution.points.value), *levels.items()]
        families.append(
            _("、").join(_("{level}{points}分").format(level=n, points=points(p)) for n, p in each)
        )
    yield _("规则规定的分值为：{families}").format(families=_("；或").join(families))


def _spread(card: Scorecard) -> Iterator[str]:
    """How the points were spread; projects where that reads the same stand together."""
    alike: dict[str, list[str]] = {}
    for project in card.score.projects:
        steps = [step for step in project.working if step.code.startswith("weights.")]
        if steps:
            alike.setdefault(said(steps), []).append(project.name)
    for how, names in alike.items():
        yield _("{names}的分值：{how}").format(names=listed(names), how=how)


def _people(card: Scorecard) -> Iterator[str]:
    people = card.dossier.outcomes.department.people
    yield clauses(
        _("填报人为{name}").format(name=one_line(people.preparer) or gap()),
        _("联系电话为{phone}").format(phone=one_line(people.phone) or gap()),
        _("审核人为{name}").format(name=one_line(people.reviewer) or gap()),
        _("填报日期为{date}").format(date=one_line(people.prepared_on) or gap()),
    )

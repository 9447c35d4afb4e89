"""One project: score, objectives, money, its indicators with their workings, levels, losses, spending."""

from __future__ import annotations

from evaltool.language import _
from evaltool.reports import texts, titles
from evaltool.reports.money import money_shown
from evaltool.reports.national.funds import SOURCES
from evaltool.reports.page import levels, losses, spending
from evaltool.reports.page.figures import shown
from evaltool.reports.page.head import figure, grade
from evaltool.reports.page.html import SPACE, Html, el, text
from evaltool.reports.page.indicators import Level, execution_row, lines_table, total_row
from evaltool.reports.page.sections import Section, terms, titled
from evaltool.reports.page.tables import Column, table
from evaltool.reports.page.working import Numbers, working
from evaltool.reports.scorecard import Scorecard
from scoring.model import Money, Project, ProjectOutcome, State
from scoring.scores import ExecutionScore, ProjectScore


def project_anchor(number: int) -> str:
    """Where the project of that place in the document stands."""
    return f"project-{number}"


def project(
    card: Scorecard, declared: Project, score: ProjectScore, number: int, numbers: Numbers
) -> Section:
    """The section of one project; `number` is its place in the document."""
    outcome = card.outcome_of(declared.code)
    title = _("项目 {number}：{name}").format(number=number, name=declared.name)
    return Section(
        project_anchor(number),
        title,
        [
            _total(score, numbers),
            _stated(declared, outcome),
            titled(_("项目资金（万元）"), _money(declared, outcome.money, score.execution)),
            titled(_("绩效指标完成情况"), _indicators(score, outcome, numbers)),
            titled(_("各级指标得分"), levels.of_project(score)),
            titled(_("失分情况"), losses.of_project(score, card.dossier)),
            titled(_("支出计划与实际支出"), spending.of_project(declared, card.dossier)),
        ],
    )


def _total(score: ProjectScore, numbers: Numbers) -> Html:
    label = el("span", text(_("总分")), class_="label")
    total = figure(score.score, _(texts.NOT_APPLICABLE))
    said = el("p", label, SPACE, total, SPACE, grade(score.score, score.grade), class_="total")
    return el("div", said, working(score.working, numbers, score.name))


def _stated(declared: Project, outcome: ProjectOutcome) -> Html:
    """What was to be achieved and what was, in words; why the project does not apply."""
    not_applicable = outcome.reason if outcome.state is State.NOT_APPLICABLE else ""
    return terms(
        (_("项目编码"), titles.own_code(declared.code, declared.name)),
        (_("不适用的原因"), not_applicable),
        (_("资金用途"), declared.purpose),
        (_("预期目标"), "\n".join(declared.objectives)),
        (_("实际完成情况"), outcome.achieved),
    )


def _indicators(score: ProjectScore, outcome: ProjectOutcome, numbers: Numbers) -> Html:
    levels: list[Level] = [
        (_("一级指标"), lambda line: line.indicator.level1),
        (_("二级指标"), lambda line: line.indicator.level2),
    ]
    foot = [
        execution_row(score.execution, outcome.execution_reason, levels, numbers),
        total_row(score.score, score.grade, levels),
    ]
    return lines_table(_("{name}：绩效指标").format(name=score.name), score.indicators, levels, foot, numbers)


def _money(declared: Project, recorded: Money, execution: ExecutionScore) -> Html:
    """The money by source as the national form prints it, with what was received."""
    money = money_shown(declared, recorded, execution)
    columns = [
        Column(_("资金来源")),
        Column(_("年初预算数"), "n"),
        Column(_("全年预算数"), "n"),
        Column(_("资金到位数"), "n"),
        Column(_("全年执行数"), "n"),
    ]
    kinds = (money.initial, money.adjusted, money.received, money.spent)
    whole = [money.initial.known, money.adjusted.known, money.received.known, execution.spent]
    rows = [(_("年度资金总额"), whole)]
    rows += [(_(label), [getattr(kind, source) for kind in kinds]) for label, source in SOURCES]
    cells = (
        (text(label), *(text(shown(texts.amount(amount))) for amount in amounts)) for label, amounts in rows
    )
    return table(_("{name}：项目资金").format(name=declared.name), columns, cells)

"""项目支出绩效自评表: one project in the national form, cell by cell as finance bureaus print it.

The form's columns are those of its indicator block; the blocks above use the same columns, merged. The layout
follows 财预〔2020〕10号 as seen on filled forms.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.looks import (
    CENTRE,
    HEAD,
    MONEY,
    PERCENT,
    PLAIN,
    POINTS,
    STACKED,
    SUBTITLE,
    TITLE,
    TOP,
    TOTAL,
    UPWARDS,
)
from evaltool.reports.sheet import Box, Sheet
from scoring.model import Department, Dossier, Funds, Money, People, Project, ProjectOutcome
from scoring.rulebook import Rulebook
from scoring.scores import ExecutionScore, IndicatorScore, ProjectScore, Score, Status
from scoring.weighting import HUNDRED

UNITS = (5, 9, 11, 17, 13, 13, 8, 10, 20)
"""Widths of the columns, as named in the next line."""

SIDE, LEVEL1, LEVEL2, INDICATOR, TARGET, ACTUAL, POINT, SCORE, REASON = range(1, 10)

INDICATOR_HEADINGS = (
    N_("一级指标"),
    N_("二级指标"),
    N_("三级指标"),
    N_("年度指标值"),
    N_("实际完成值"),
    N_("分值"),
    N_("得分"),
    N_("偏差原因分析及改进措施"),
)
FUND_HEADINGS = (
    N_("年初预算数"),
    N_("全年预算数"),
    N_("全年执行数"),
    N_("分值"),
    N_("执行率"),
    N_("得分"),
)
FUND_SOURCES = (
    (N_("其中：当年财政拨款"), "fiscal"),
    (N_("上年结转资金"), "carried"),
    (N_("其他资金"), "other"),
)


def write(sheet: Sheet, dossier: Dossier, project: Project, score: ProjectScore) -> None:
    """Write the form and set it up for A4, the headings of the indicators again on every page."""
    outcome = dossier.outcomes.projects.get(project.code, ProjectOutcome())
    people = dossier.outcomes.department.people
    _head(sheet, dossier.department, project, people)
    _funds(sheet, project, outcome.money, score.execution)
    _objective(sheet, project, outcome)
    headings = _indicators(sheet, score)
    _total(sheet, score)
    _notes(sheet, score, dossier.rulebook)
    _foot(sheet, people)
    sheet.finish(landscape=False, repeat=headings)


def _head(sheet: Sheet, department: Department, project: Project, people: People) -> None:
    sheet.line(_("项目支出绩效自评表"), TITLE, least=32)
    sheet.line(texts.year(department.year), SUBTITLE)
    name = texts.coded(project.name, project.code)
    sheet.add(Box(SIDE, LEVEL1, _("项目名称"), HEAD), Box(LEVEL2, REASON, name), least=24)
    sheet.add(
        Box(SIDE, LEVEL1, _("主管部门"), HEAD),
        Box(LEVEL2, TARGET, people.authority),
        Box(ACTUAL, ACTUAL, _("实施单位"), HEAD),
        Box(POINT, REASON, department.name),
        least=24,
    )


def _funds(sheet: Sheet, project: Project, money: Money, execution: ExecutionScore) -> None:
    headings = (Box(column, column, _(text), HEAD) for column, text in enumerate(FUND_HEADINGS, INDICATOR))
    first = sheet.add(Box(LEVEL1, LEVEL2, "", HEAD), *headings)
    initial = money.initial
    if initial == Funds():
        # The budget declared with the targets is the one of the year's beginning.
        initial = Funds(project.budget, project.fiscal, None, project.other)
    is_scored = execution.status is not Status.NOT_APPLICABLE
    sheet.add(
        Box(LEVEL1, LEVEL2, _("年度资金总额"), CENTRE),
        Box(INDICATOR, INDICATOR, texts.amount(initial.known), MONEY),
        Box(TARGET, TARGET, texts.amount(_first(execution.budget, money.adjusted.known)), MONEY),
        Box(ACTUAL, ACTUAL, texts.amount(execution.spent), MONEY),
        Box(POINT, POINT, execution.weight if is_scored else texts.NOTHING, POINTS),
        Box(SCORE, SCORE, texts.rate(execution.rate), PERCENT),
        Box(REASON, REASON, texts.points(execution.score, execution.status), POINTS),
    )
    for label, source in FUND_SOURCES:
        sheet.add(
            Box(LEVEL1, LEVEL2, _(label), CENTRE),
            Box(INDICATOR, INDICATOR, texts.amount(getattr(initial, source)), MONEY),
            Box(TARGET, TARGET, texts.amount(getattr(money.adjusted, source)), MONEY),
            Box(ACTUAL, ACTUAL, texts.amount(getattr(money.spent, source)), MONEY),
            Box(POINT, POINT, texts.NOTHING, CENTRE),
            Box(SCORE, SCORE, texts.NOTHING, CENTRE),
            Box(REASON, REASON, texts.NOTHING, CENTRE),
        )
    _side(sheet, first, _("项目资金（万元）"))


def _objective(sheet: Sheet, project: Project, outcome: ProjectOutcome) -> None:
    first = sheet.add(Box(LEVEL1, TARGET, _("预期目标"), HEAD), Box(ACTUAL, REASON, _("实际完成情况"), HEAD))
    expected = "\n".join(project.objectives)
    sheet.add(Box(LEVEL1, TARGET, expected, TOP), Box(ACTUAL, REASON, outcome.achieved, TOP), least=60)
    _side(sheet, first, _("年度总体目标"))


def _indicators(sheet: Sheet, score: ProjectScore) -> int:
    """Write the block of indicators; gives the row of its headings."""
    headings = sheet.add(
        Box(SIDE, SIDE, "", HEAD),
        *(Box(column, column, _(text), HEAD) for column, text in enumerate(INDICATOR_HEADINGS, LEVEL1)),
    )
    first = sheet.row
    for level1, of_level1 in groupby(score.indicators, key=lambda line: line.indicator.level1):
        top = sheet.row
        for level2, of_level2 in groupby(of_level1, key=lambda line: line.indicator.level2):
            start = sheet.row
            for line in of_level2:
                _indicator(sheet, line)
            sheet.span(start, Box(LEVEL2, LEVEL2, level2, CENTRE))
        sheet.span(top, Box(LEVEL1, LEVEL1, level1, CENTRE))
    if sheet.row > first:
        _side(sheet, first, _("绩效指标"))
    return headings


def _indicator(sheet: Sheet, line: IndicatorScore) -> None:
    sheet.add(
        Box(INDICATOR, INDICATOR, line.indicator.name),
        Box(TARGET, TARGET, texts.target(line), CENTRE),
        Box(ACTUAL, ACTUAL, texts.actual(line), CENTRE),
        Box(POINT, POINT, texts.weight(line), POINTS),
        Box(SCORE, SCORE, texts.points(line.score, line.status), POINTS),
        Box(REASON, REASON, texts.reasons(line)),
        least=30,
    )


def _total(sheet: Sheet, score: ProjectScore) -> None:
    if score.available != HUNDRED and score.score is not None:
        counted = [line.score for line in score.indicators if line.status is not Status.NOT_APPLICABLE]
        _sum(sheet, _("合计（可计分）"), score.available, Score.total([score.execution.score, *counted]))
    _sum(sheet, _("总分"), HUNDRED, score.score, _("等级：{grade}").format(grade=texts.grade(score.grade)))


def _sum(sheet: Sheet, label: str, available: Decimal, score: Score | None, remark: str = "") -> None:
    sheet.add(
        Box(SIDE, ACTUAL, label, HEAD),
        Box(POINT, POINT, available, TOTAL),
        Box(SCORE, SCORE, texts.total(score), TOTAL),
        Box(REASON, REASON, remark, CENTRE),
        least=24,
    )


def _notes(sheet: Sheet, score: ProjectScore, rulebook: Rulebook) -> None:
    execution = score.execution
    steps = list(score.working)
    if execution.status is not Status.SCORED or execution.budget_inferred:
        steps += execution.working
    first = sheet.add(Box(LEVEL1, REASON, texts.working(steps)), least=64)
    _side(sheet, first, _("评分说明"))
    sheet.line(texts.rulebook(rulebook))


def _foot(sheet: Sheet, people: People) -> None:
    sheet.add(
        Box(SIDE, LEVEL2, _("填报人：{name}").format(name=people.preparer), PLAIN),
        Box(INDICATOR, TARGET, _("联系电话：{phone}").format(phone=people.phone), PLAIN),
        Box(ACTUAL, POINT, _("审核人：{name}").format(name=people.reviewer), PLAIN),
        Box(SCORE, REASON, _("填报日期：{date}").format(date=people.prepared_on), PLAIN),
        least=28,
    )


def _side(sheet: Sheet, first_row: int, heading: str) -> None:
    """A block's heading in the narrow first column: Chinese a sign a line, Latin turned on its side."""
    look = replace(HEAD, turn=UPWARDS if heading.isascii() else STACKED)
    sheet.span(first_row, Box(SIDE, SIDE, heading, look))


def _first(*amounts: Decimal | None) -> Decimal | None:
    return next((amount for amount in amounts if amount is not None), None)

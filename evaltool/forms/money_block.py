"""The money blocks: of a project by kind and source, of a department by 基本支出 and 项目支出."""

from __future__ import annotations

from evaltool.forms import prefill, validation
from evaltool.forms.identity import Kind
from evaltool.forms.layout import CHECKPOINT_COLUMNS, COLUMNS, MONEY_COLUMNS, SOURCES, Column
from evaltool.forms.page import UNSEEN, Page
from evaltool.formulas.columns import at
from evaltool.formulas.exact import number
from evaltool.formulas.money_formulas import (
    Amounts,
    MoneyCells,
    MoneyFormulas,
    both,
    known,
    money_formulas,
)
from evaltool.language import N_, _
from evaltool.sheets.looks import BODY, HEAD, MONEY, PERCENT, POINTS
from scoring.findings import plain
from scoring.model import DepartmentOutcome, Project, ProjectOutcome, Subject
from scoring.rulebook import Rulebook
from scoring.scores import ExecutionScore, Status

WHOLE_BUDGET, WHOLE_SPENT = Column.TARGET, Column.UNIT
"""Of the department."""

DEPARTMENT_ROWS = (
    ("basic_budget", "basic_spent", N_("基本支出")),
    ("project_budget", "project_spent", N_("项目支出")),
)


def project_money(
    page: Page, project: Project, outcome: ProjectOutcome, execution: ExecutionScore, rulebook: Rulebook
) -> MoneyFormulas:
    """Write a project's block; gives its formulas."""
    row = page.next()
    page.fix(row, Column.LEVEL1, _title(project, rulebook), HEAD, Column.NAME)
    for column, (_kind, heading) in MONEY_COLUMNS.items():
        page.fix(row, column, _(heading), HEAD)
    _heads(page, row)
    first = page.row
    for source, label in SOURCES:
        row = page.next()
        page.fix(row, Column.LEVEL1, _(label), BODY, Column.NAME)
        for column, (kind, _heading) in MONEY_COLUMNS.items():
            _amount(page, row, column, Subject(project.code, field=f"money.{kind}.{source}"), outcome)
    row = page.next()
    page.fix(row, Column.LEVEL1, _("项目完成情况"), BODY, Column.NAME)
    subject = Subject(project.code, field="completion")
    finished = page.fill(row, Column.TARGET, subject, Kind.CHOICE, prefill.of_project(outcome, "completion"))
    validation.completion(page, finished)
    page.fix(row, Column.UNIT, _("预算执行率的说明"), HEAD, Column.BAND)
    subject = Subject(project.code, field="execution_reason")
    said = prefill.of_project(outcome, "execution_reason")
    page.fill(row, Column.SHARE, subject, Kind.TEXT, said, Column.EVIDENCE)
    _checkpoints(page, project, outcome)
    of = rulebook.execution
    columns = {kind: column for column, (kind, _heading) in MONEY_COLUMNS.items()}
    counts = columns["adjusted" if of.budget.value == "adjusted" else "initial"]
    declared = of.unrecorded_budget.value == "declared" and project.budget is not None
    instead = number(project.budget) if declared and project.budget is not None else '""'
    rows = range(first, first + len(SOURCES))
    amounts = Amounts(
        known([at(counts, row) for row in rows], instead),
        known([at(columns["spent"], row) for row in rows], '""'),
    )
    formulas = money_formulas(execution, amounts, MoneyCells(COLUMNS, first, finished), rulebook)
    _compute(page, first, execution, formulas)
    return formulas


def _title(project: Project, rulebook: Rulebook) -> str:
    """The block's heading; it names the declared budget, which serves where no other one is filled in."""
    if project.budget is None or rulebook.execution.unrecorded_budget.value != "declared":
        return _("资金（万元）")
    return _("资金（万元；申报预算 {budget}，未填时按此计算）").format(budget=plain(project.budget))


def department_money(
    page: Page, outcome: DepartmentOutcome, execution: ExecutionScore, rulebook: Rulebook
) -> tuple[int, MoneyFormulas]:
    """Write the department's block; gives the row of its sums and its formulas."""
    row = page.next()
    page.fix(row, Column.LEVEL1, _("部门资金（万元）"), HEAD, Column.NAME)
    page.fix(row, WHOLE_BUDGET, _("全年预算数"), HEAD)
    page.fix(row, WHOLE_SPENT, _("全年执行数"), HEAD)
    _heads(page, row)
    first = page.next()
    page.fix(first, Column.LEVEL1, _("合计"), BODY, Column.NAME)
    for budget, spent, label in DEPARTMENT_ROWS:
        row = page.next()
        page.fix(row, Column.LEVEL1, _(label), BODY, Column.NAME)
        for column, field in ((WHOLE_BUDGET, budget), (WHOLE_SPENT, spent)):
            value = prefill.of_department(outcome, field)
            validation.amount(page, page.fill(row, column, Subject(field=field), Kind.AMOUNT, value))
    row = page.next()
    page.fix(row, Column.LEVEL1, _("部门完成情况"), BODY, Column.NAME)
    done = prefill.of_department(outcome, "completion")
    finished = page.fill(row, WHOLE_BUDGET, Subject(field="completion"), Kind.CHOICE, done)
    validation.completion(page, finished)
    amounts = Amounts(
        *(both(at(column, first + 1), at(column, first + 2)) for column in (WHOLE_BUDGET, WHOLE_SPENT))
    )
    formulas = money_formulas(execution, amounts, MoneyCells(COLUMNS, first, finished), rulebook)
    _compute(page, first, execution, formulas)
    page.compute(at(WHOLE_BUDGET, first), at(Column.SCALED, first), MONEY)
    page.compute(at(WHOLE_SPENT, first), at(Column.LOW, first), MONEY)
    return first, formulas


def _heads(page: Page, row: int) -> None:
    page.heads(row, {Column.WEIGHT: _("分值"), Column.SCORE: _("得分"), Column.REASON: _("预算执行率")})


def _amount(page: Page, row: int, column: Column, subject: Subject, outcome: ProjectOutcome) -> None:
    value = prefill.of_project(outcome, subject.field)
    validation.amount(page, page.fill(row, column, subject, Kind.AMOUNT, value))


def _checkpoints(page: Page, project: Project, outcome: ProjectOutcome) -> None:
    """Spending by the end of months."""
    heading, row = page.next(), page.next()
    page.fix(heading, Column.LEVEL1, _("截至各时点的累计支出（万元）"), HEAD, Column.NAME)
    page.fix(row, Column.LEVEL1, _("累计支出"), BODY, Column.NAME)
    for month, column in CHECKPOINT_COLUMNS.items():
        page.fix(heading, column, _("{month}月底").format(month=month), HEAD)
        _amount(page, row, column, Subject(project.code, field=f"checkpoint.{month}"), outcome)


def _compute(page: Page, first: int, execution: ExecutionScore, formulas: MoneyFormulas) -> None:
    is_scored = execution.status is not Status.NOT_APPLICABLE
    page.fix(first, Column.WEIGHT, execution.weight if is_scored else None, POINTS)
    page.compute(at(Column.SCORE, first), formulas.score, POINTS)
    page.compute(at(Column.REASON, first), formulas.rate, PERCENT)
    for cell, text in formulas.cells.items():
        page.compute(cell, text, UNSEEN)

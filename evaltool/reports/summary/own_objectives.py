"""The department's own objectives: each clause as each way of scoring weighs it, and the money behind."""

from __future__ import annotations

from decimal import Decimal

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.own_methods import goals, shown
from evaltool.reports.sheet import Box, Columns, Sheet, Value
from evaltool.reports.summary import whole_money
from evaltool.sheets.looks import CENTRE, HEAD, PERCENT, POINTS, TOTAL, Look
from evaltool.wording import term
from scoring.model import DepartmentOutcome, Subject
from scoring.scores import OWN_OBJECTIVES, DepartmentScore, Method
from scoring.weighting import HUNDRED

CLAUSES: Columns = (
    (1, 1, N_("序号")),
    (2, 3, N_("所属目标")),
    (4, 4, N_("指标")),
    (5, 5, N_("年度指标值")),
    (6, 6, N_("实际完成值")),
    (7, 7, N_("完成率")),
    (8, 8, N_("分值")),
    (9, 10, N_("得分")),
    (11, 11, N_("偏差原因及改进措施")),
)
SCORE = 9


# The proof takes these from here.
def write(sheet: Sheet, outcome: DepartmentOutcome, score: DepartmentScore) -> None:
    """Write a table for each way of scoring the objectives that is shown, then the money behind them."""
    for method in shown(score):
        _clauses(sheet, method)
    if score.execution is not None:
        whole_money.write(sheet, outcome, score.execution)


def _clauses(sheet: Sheet, method: Method) -> None:
    title = _("部门绩效目标完成情况：{method}（{what}）")
    sheet.table(title.format(method=term(method.code), what=term(f"{method.code}.what")), CLAUSES)
    is_own = method.code == OWN_OBJECTIVES
    for number, line in enumerate(method.lines, 1):
        at = sheet.add(
            Box(1, 1, Decimal(number), CENTRE),
            Box(2, 3, line.indicator.key.objective),
            Box(4, 4, line.indicator.name),
            Box(5, 5, texts.target(line), CENTRE),
            Box(6, 6, texts.actual(line), CENTRE),
            Box(7, 7, texts.rate(line.attainment), PERCENT),
            Box(8, 8, texts.weight(line), POINTS),
            Box(9, 10, texts.points(line.score, line.status), POINTS),
            Box(11, 11, texts.reasons(line)),
        )
        if is_own:
            sheet.note(Subject("", line.indicator.key, "score"), at, SCORE)
    for goal in goals(method):
        _sum(sheet, goal.said, goal.points, goal.score, POINTS)
    execution = method.execution
    if execution is None:
        return
    at = sheet.add(
        Box(1, 1, Decimal(len(method.lines) + 1), CENTRE),
        Box(2, 3, texts.NOTHING, CENTRE),
        Box(4, 4, _("预算执行率")),
        Box(5, 5, texts.money(execution.budget), CENTRE),
        Box(6, 6, texts.money(execution.spent), CENTRE),
        Box(7, 7, texts.rate(execution.rate), PERCENT),
        Box(8, 8, texts.execution_weight(execution), POINTS),
        Box(9, 10, texts.points(execution.score, execution.status), POINTS),
        Box(11, 11, ""),
    )
    if is_own:
        sheet.note(Subject(field="execution"), at, SCORE)
    total, grade = texts.figure(method.score), texts.grade_of(method.score, method.grade)
    _sum(sheet, _("总分"), HUNDRED, total, TOTAL, grade)


def _sum(sheet: Sheet, label: str, points: Decimal, score: Value, look: Look, remark: str = "") -> None:
    sheet.add(
        Box(1, 7, label, HEAD),
        Box(8, 8, points, look),
        Box(SCORE, 10, score, look),
        Box(11, 11, remark, CENTRE),
    )

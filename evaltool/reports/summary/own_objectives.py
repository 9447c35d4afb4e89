"""The department's own objectives: each clause as each way of scoring weighs it, and the money behind."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.sheet import Box, Columns, Sheet, Value
from evaltool.reports.summary import whole_money
from evaltool.sheets.looks import CENTRE, HEAD, PERCENT, POINTS, TOTAL, Look
from evaltool.wording import say, term
from scoring.model import DepartmentOutcome, Subject
from scoring.scores import OWN_OBJECTIVES, DepartmentScore, Method, Score, Step
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

GOAL = "department.goal"
GOAL_STEPS = frozenset({GOAL, "department.goal_open", "department.goal_out"})
"""Steps that say what a goal gives of the total."""


@dataclass(frozen=True, slots=True)
class GoalPart:
    """What an objective with 100 points of its own gives of the total: of how many points, and how many."""

    title: str
    said: str
    points: Decimal
    score: Value


def write(sheet: Sheet, outcome: DepartmentOutcome, score: DepartmentScore) -> None:
    """Write a table for each way of scoring the objectives that is shown, then the money behind them."""
    for method in shown(score):
        _clauses(sheet, method)
    if score.execution is not None:
        whole_money.write(sheet, outcome, score.execution)


def shown(score: DepartmentScore) -> list[Method]:
    """The ways whose clauses are printed: the own objectives, and others once judged or in force here."""
    return [
        method
        for method in score.methods.values()
        if method.lines and (method.code in (OWN_OBJECTIVES, score.headline) or method.score is not None)
    ]


def goals(method: Method) -> tuple[GoalPart, ...]:
    """The goals of a way that scores each out of 100 and counts it by a ratio; none of any other way."""
    return tuple(
        GoalPart(str(step.facts["goal"]), say(step), _figure(step, "points"), texts.total(_part(step)))
        for step in method.working
        if step.code in GOAL_STEPS
    )


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


def _part(step: Step) -> Score | None:
    """A goal's points of the total; None where nothing of it applies."""
    if "score" not in step.facts:
        return None
    low, high = _figure(step, "score"), _figure(step, "score_high")
    return Score.settled(low) if step.code == GOAL else Score.open(low, high)


def _figure(step: Step, name: str) -> Decimal:
    figure = step.facts[name]
    assert isinstance(figure, Decimal)  # noqa: S101 - the facts of these steps are points
    return figure

"""The department's own objectives: each clause as each way of scoring weighs it, and the money of all."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.sheets.looks import CENTRE, HEAD, MONEY, PERCENT, POINTS, TOTAL
from evaltool.wording import say, term
from scoring.findings import plain
from scoring.model import DepartmentOutcome
from scoring.scores import OWN_OBJECTIVES, DepartmentScore, ExecutionScore, Method, Score, Step
from scoring.weighting import HUNDRED

CLAUSES: Columns = (
    (1, 1, N_("序号")),
    (2, 2, N_("所属目标")),
    (3, 3, N_("指标")),
    (4, 4, N_("年度指标值")),
    (5, 5, N_("实际完成值")),
    (6, 6, N_("完成率")),
    (7, 7, N_("分值")),
    (8, 9, N_("得分")),
    (10, 10, N_("偏差原因及改进措施")),
)
MONEY_OF_WHOLE: Columns = (
    (1, 3, N_("支出类别")),
    (4, 4, N_("预算数")),
    (5, 5, N_("执行数")),
    (6, 6, N_("执行率")),
)

GOAL = "department.goal"
GOAL_STEPS = frozenset({GOAL, "department.goal_open", "department.goal_out"})
"""Steps that say what a goal gives of the total."""


def write(sheet: Sheet, outcome: DepartmentOutcome, score: DepartmentScore) -> None:
    """Write a table for each way of scoring the objectives that is shown, then the money behind them."""
    for method in shown(score):
        _clauses(sheet, method)
    if score.execution is not None:
        _money(sheet, outcome, score.execution)


def shown(score: DepartmentScore) -> list[Method]:
    """The ways whose clauses are printed: the own objectives, and others once judged or in force here."""
    return [
        method
        for method in score.methods.values()
        if method.lines and (method.code in (OWN_OBJECTIVES, score.headline) or method.score is not None)
    ]


def _clauses(sheet: Sheet, method: Method) -> None:
    title = _("部门绩效目标完成情况：{method}（{what}）")
    sheet.table(title.format(method=term(method.code), what=term(f"{method.code}.what")), CLAUSES)
    for number, line in enumerate(method.lines, 1):
        sheet.add(
            Box(1, 1, Decimal(number), CENTRE),
            Box(2, 2, line.indicator.key.objective),
            Box(3, 3, line.indicator.name),
            Box(4, 4, texts.target(line), CENTRE),
            Box(5, 5, texts.actual(line), CENTRE),
            Box(6, 6, texts.rate(line.attainment), PERCENT),
            Box(7, 7, texts.weight(line), POINTS),
            Box(8, 9, texts.points(line.score, line.status), POINTS),
            Box(10, 10, texts.reasons(line)),
        )
    _goals(sheet, method)
    execution = method.execution
    if execution is None:
        return
    sheet.add(
        Box(1, 1, Decimal(len(method.lines) + 1), CENTRE),
        Box(2, 2, texts.NOTHING, CENTRE),
        Box(3, 3, _("预算执行率")),
        Box(4, 4, _amount(execution.budget), CENTRE),
        Box(5, 5, _amount(execution.spent), CENTRE),
        Box(6, 6, texts.rate(execution.rate), PERCENT),
        Box(7, 7, execution.weight, POINTS),
        Box(8, 9, texts.points(execution.score, execution.status), POINTS),
        Box(10, 10, ""),
    )
    judged = method.score is not None
    sheet.add(
        Box(1, 6, _("总分"), HEAD),
        Box(7, 7, HUNDRED, TOTAL),
        Box(8, 9, texts.total(method.score) if judged else _("无法评定"), TOTAL),
        Box(10, 10, texts.grade(method.grade) if judged else texts.NOTHING, CENTRE),
    )


def _goals(sheet: Sheet, method: Method) -> None:
    """What each goal gives of the total, where each has 100 points of its own: its score times its part."""
    for step in method.working:
        if step.code not in GOAL_STEPS:
            continue
        sheet.add(
            Box(1, 6, say(step), HEAD),
            Box(7, 7, _figure(step, "points"), POINTS),
            Box(8, 9, texts.total(_part(step)), POINTS),
            Box(10, 10, ""),
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


def _amount(figure: Decimal | None) -> str:
    return texts.NOTHING if figure is None else _("{amount} 万元").format(amount=plain(figure))


def _money(sheet: Sheet, outcome: DepartmentOutcome, execution: ExecutionScore) -> None:
    """The money of the department as a whole, on which its own execution rests."""
    sheet.table(_("部门整体支出（金额单位：万元）"), MONEY_OF_WHOLE)
    kinds = (
        (_("基本支出"), outcome.basic_budget, outcome.basic_spent),
        (_("项目支出"), outcome.project_budget, outcome.project_spent),
    )
    for kind, budget, spent in kinds:
        sheet.add(
            Box(1, 3, kind),
            Box(4, 4, texts.amount(budget), MONEY),
            Box(5, 5, texts.amount(spent), MONEY),
            Box(6, 6, texts.rate(_rate(budget, spent)), PERCENT),
        )
    sheet.add(
        Box(1, 3, _("合计"), HEAD),
        Box(4, 4, texts.amount(execution.budget), MONEY),
        Box(5, 5, texts.amount(execution.spent), MONEY),
        Box(6, 6, texts.rate(execution.rate), PERCENT),
    )


def _rate(budget: Decimal | None, spent: Decimal | None) -> Fraction | None:
    """Spent of budget; None where one is missing or cannot be computed with."""
    if budget is None or spent is None or budget <= 0 or spent < 0:
        return None
    return Fraction(spent) / Fraction(budget)

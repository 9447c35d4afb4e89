"""绩效指标: the measurable clauses of the department's own objectives, and what they come to."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.form_parts import SIDE, side
from evaltool.reports.own_methods import goals
from evaltool.reports.sheet import Box, Sheet, Value
from evaltool.reports.whole.columns import (
    ACTUAL,
    GOAL,
    LEVEL1,
    LEVEL2,
    NAME,
    POINT,
    REASON,
    SCORE,
    TARGET,
)
from evaltool.sheets.looks import CENTRE, HEAD, POINTS, TOTAL
from evaltool.wording import say, term
from scoring.model import Subject
from scoring.scores import OWN_OBJECTIVES, ZERO, ExecutionScore, IndicatorScore, Method, Score, Status
from scoring.weighting import HUNDRED

HEADINGS = (
    N_("目标"),
    N_("一级指标"),
    N_("二级指标"),
    N_("三级指标"),
    N_("年度指标值"),
    N_("实际完成值"),
    N_("分值"),
    N_("得分"),
    N_("偏差原因分析及改进措施"),
)


def write(sheet: Sheet, method: Method) -> int:
    """Write the clauses as this method weighs them and its total; gives the row of the headings."""
    headings = sheet.add(
        Box(SIDE, SIDE, "", HEAD),
        *(Box(column, column, _(text), HEAD) for column, text in enumerate(HEADINGS, GOAL)),
        least=30,
    )
    first = sheet.row
    for title, lines in groupby(method.lines, key=lambda line: line.indicator.key.objective):
        start = sheet.row
        for line in lines:
            _clause(sheet, method, line)
        sheet.span(start, Box(GOAL, GOAL, title))
    if not method.lines:
        sheet.add(Box(GOAL, REASON, unjudged(method), CENTRE), least=30)
    side(sheet, first, _("绩效指标"))
    if method.lines:
        _total(sheet, method)
    return headings


def unjudged(method: Method) -> str:
    """That a figure cannot be judged, and why."""
    why = _("；").join(say(step) for step in method.working)
    return _("无法评定：{why}").format(why=why)


def _clause(sheet: Sheet, method: Method, line: IndicatorScore) -> None:
    at = sheet.add(
        Box(LEVEL1, LEVEL1, line.indicator.level1 or texts.NOTHING, CENTRE),
        Box(LEVEL2, LEVEL2, line.indicator.level2 or texts.NOTHING, CENTRE),
        Box(NAME, NAME, line.indicator.name),
        Box(TARGET, TARGET, texts.target(line), CENTRE),
        Box(ACTUAL, ACTUAL, texts.actual(line), CENTRE),
        Box(POINT, POINT, texts.weight(line), POINTS),
        Box(SCORE, SCORE, texts.points(line.score, line.status), POINTS),
        Box(REASON, REASON, texts.reasons(line)),
        least=30,
    )
    if method.code == OWN_OBJECTIVES:
        sheet.note(Subject("", line.indicator.key, "score"), at, SCORE)


def _total(sheet: Sheet, method: Method) -> None:
    """Write what leads to the total, where it is not the plain sum of the lines, and the total."""
    parts = goals(method)
    for goal in parts:
        _sum(sheet, goal.said, goal.points, goal.score)
    counted = [line for line in method.lines if line.status is not Status.NOT_APPLICABLE]
    if not parts and method.score is not None and method.execution is not None:
        together = Score.total([method.execution.score, *(line.score for line in counted)])
        if together != method.score:
            available = sum((line.weight or ZERO for line in counted), _counting(method.execution))
            _sum(sheet, _("合计（可计分）"), available, texts.total(together))
    label = _("总分（{method}）").format(method=term(method.code))
    if method.score is None:
        at = _sum(sheet, label, HUNDRED, _("无法评定"))
        why = texts.working(method.working)
        sheet.add(Box(SIDE, ACTUAL, _("无法评定的原因"), HEAD), Box(POINT, REASON, why))
    else:
        grade = _("等级：{grade}").format(grade=texts.grade(method.grade))
        at = _sum(sheet, label, HUNDRED, texts.total(method.score), grade)
    sheet.note(Subject(field=f"method:{method.code}"), at, SCORE)


def _sum(sheet: Sheet, label: str, available: Decimal, score: Value, remark: str = texts.NOTHING) -> int:
    return sheet.add(
        Box(SIDE, ACTUAL, label, HEAD),
        Box(POINT, POINT, available, TOTAL),
        Box(SCORE, SCORE, score, TOTAL),
        Box(REASON, REASON, remark, CENTRE),
        least=24,
    )


def _counting(execution: ExecutionScore) -> Decimal:
    return ZERO if execution.status is Status.NOT_APPLICABLE else execution.weight

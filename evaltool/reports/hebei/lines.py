"""四、年度绩效指标完成情况: a row for each indicator, and one for the execution of the budget."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.form_parts import SIDE
from evaltool.reports.hebei.columns import (
    ACTUAL,
    DONE,
    FIGURE,
    INDICATOR,
    LEVEL1,
    LEVEL2,
    OF_HUNDRED,
    POINT,
    REASON,
    SCORE,
    SHARE,
    SIGN,
    UNIT,
    VALUE,
)
from evaltool.reports.hebei.converted import out_of_hundred
from evaltool.reports.sheet import Box, Sheet, Value
from evaltool.sheets.looks import CENTRE, HEAD
from evaltool.wording import term
from scoring.model import QUANTITATIVE, Sense, Subject, Target
from scoring.notation import write_target
from scoring.scores import ExecutionScore, IndicatorScore, ProjectScore, Score, Status

GROUPS = (
    (LEVEL1, LEVEL1, N_("一级指标")),
    (LEVEL2, LEVEL2, N_("二级指标")),
    (INDICATOR, INDICATOR, N_("三级指标")),
    (POINT, POINT, N_("指标分值")),
    (SIGN, UNIT, N_("预期指标值")),
    (ACTUAL, ACTUAL, N_("单项指标实际完成值")),
    (DONE, DONE, N_("单项指标完成情况")),
    (OF_HUNDRED, SCORE, N_("自评得分")),
    (REASON, REASON, N_("偏差原因分析及改进措施")),
)
COLUMNS = (
    (SIGN, N_("符号")),
    (VALUE, N_("值")),
    (UNIT, N_("单位\n（文字描述）")),
    (OF_HUNDRED, N_("单项指标得分（百分制）")),
    (SHARE, N_("权重占比（%）")),
    (SCORE, N_("单项指标折算得分")),
)


def headings(sheet: Sheet) -> int:
    """Write the two rows of headings; gives the number of the first one."""
    shared = (Box(first, last, _(text), HEAD) for first, last, text in GROUPS if first != last)
    above = sheet.add(*shared)
    sheet.add(*(Box(column, column, _(text), HEAD) for column, text in COLUMNS))
    sheet.span(above, Box(SIDE, SIDE, "", HEAD))
    for first, last, text in GROUPS:
        if first == last:
            sheet.span(above, Box(first, last, _(text), HEAD))
    return above


def write(sheet: Sheet, score: ProjectScore) -> None:
    """Write the indicators, their levels merged."""
    for level1, of_level1 in groupby(score.indicators, key=lambda line: line.indicator.level1):
        top = sheet.row
        for level2, of_level2 in groupby(of_level1, key=lambda line: line.indicator.level2):
            start = sheet.row
            for line in of_level2:
                _indicator(sheet, score.code, line)
            sheet.span(start, Box(LEVEL2, LEVEL2, level2, CENTRE))
        sheet.span(top, Box(LEVEL1, LEVEL1, level1, CENTRE))


def execution(sheet: Sheet, project: str, of: ExecutionScore, reason: str) -> None:
    """Write the row of 预算执行率, with the amounts that it rests on."""
    weight = texts.execution_weight(of)
    row = sheet.add(
        Box(LEVEL1, INDICATOR, _("预算执行率"), CENTRE),
        Box(POINT, POINT, weight, FIGURE),
        Box(SIGN, SIGN, texts.NOTHING, CENTRE),
        Box(VALUE, UNIT, texts.money(of.budget), CENTRE),
        Box(ACTUAL, ACTUAL, texts.money(of.spent), CENTRE),
        Box(DONE, DONE, texts.NOTHING if of.rate is None else texts.percent(of.rate), CENTRE),
        *_earned(
            of.score, weight if isinstance(weight, Decimal) else None, texts.points(of.score, of.status)
        ),
        Box(REASON, REASON, reason),
        least=30,
    )
    sheet.note(Subject(project, field="execution"), row, SCORE)


def _indicator(sheet: Sheet, project: str, line: IndicatorScore) -> None:
    weight = None if line.status is Status.NOT_APPLICABLE else line.weight
    row = sheet.add(
        Box(INDICATOR, INDICATOR, line.indicator.name),
        Box(POINT, POINT, texts.weight(line), FIGURE),
        *_target(line.indicator.target),
        Box(ACTUAL, ACTUAL, texts.actual(line), CENTRE),
        Box(DONE, DONE, _done(line), CENTRE),
        *_earned(line.score, weight, texts.points(line.score, line.status)),
        Box(REASON, REASON, texts.remarks(line)),
        least=30,
    )
    sheet.note(Subject(project, line.indicator.key, "score"), row, SCORE)


def is_split(target: Target) -> bool:
    """Whether a target is a sign, a figure and a unit; words and two limits stand in one cell."""
    return target.value is not None and target.sense in QUANTITATIVE - {Sense.BETWEEN}


def sign(target: Target) -> str:
    """符号: in brackets it is not the document's, for the sense was inferred; — where there is none."""
    if not is_split(target):
        return texts.NOTHING
    said = write_target(replace(target, inferred=(), value=Decimal(0), unit="")).rstrip("0")
    return _("（{sign}）").format(sign=said) if "sense" in target.inferred else said


def _target(target: Target) -> Iterator[Box]:
    """符号, 值 and 单位."""
    yield Box(SIGN, SIGN, sign(target), CENTRE)
    if not is_split(target) or target.value is None:
        yield Box(VALUE, UNIT, texts.declared(target), CENTRE)
        return
    yield Box(VALUE, VALUE, f"{target.value:f}", CENTRE)
    yield Box(UNIT, UNIT, target.unit or texts.NOTHING, CENTRE)


def _earned(score: Score, weight: Decimal | None, said: Value) -> Iterator[Box]:
    """得分 out of 100, 权重占比 and 折算得分: the first two give the third, as it counts in the total."""
    ratio = None if score.value is None or weight is None else out_of_hundred(score.value, weight)
    yield Box(OF_HUNDRED, OF_HUNDRED, texts.amount(ratio), FIGURE)
    yield Box(SHARE, SHARE, texts.amount(weight), FIGURE)
    yield Box(SCORE, SCORE, said, FIGURE)


def _done(line: IndicatorScore) -> str:
    """Whether the target was met, with the attainment where there is one; empty where nobody knows yet."""
    achieved = line.outcome.actual
    if line.status is Status.NOT_APPLICABLE:
        return _(texts.NOT_APPLICABLE)
    if achieved is None:
        return ""
    if achieved.band is not None:
        return term(achieved.band)
    if line.attainment is not None:
        said = _("完成（{rate}）") if line.attainment >= 1 else _("未完成（{rate}）")
        return said.format(rate=texts.percent(line.attainment))
    if line.computed.value is None or line.weight is None:
        return texts.NOTHING
    return _("完成") if line.computed.value >= line.weight else _("未完成")

"""One indicator as a sentence: what was asked for, what was reached, what it earned; and where it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.word.phrases import (
    clauses,
    earned,
    gap,
    one_line,
    points,
    quoted,
    said,
    worked,
    written,
)
from scoring.compared import Reached, reach
from scoring.model import QUANTITATIVE, Band
from scoring.scores import IndicatorScore, Status

NO_REASON_TO_LEAVE_OUT = N_("未填写不适用的原因")
NO_ACTUAL = "waiting"
"""The step of a working that says no more than that there is no actual."""


class Stand(StrEnum):
    """Where an indicator stands at the year's end, in words that count them."""

    REACHED = N_("达到指标值的{count}项")
    MISSED = N_("未达到指标值的{count}项")
    UNRECORDED = N_("未录入实际完成值的{count}项")
    UNSETTLED = N_("完成情况尚待核实或评定的{count}项")
    NOT_APPLICABLE = N_("不适用的{count}项")


OF_REACH = {
    Reached.MET: Stand.REACHED,
    Reached.BEYOND: Stand.REACHED,
    Reached.MISSED: Stand.MISSED,
    Reached.NOT_APPLICABLE: Stand.NOT_APPLICABLE,
}


def stand(line: IndicatorScore) -> Stand:
    """Where a line stands; of a judgement, whether a person found the target reached."""
    how = reach(line)
    if how.kind in OF_REACH:
        return OF_REACH[how.kind]
    actual = line.outcome.actual
    if actual is None:
        return Stand.UNRECORDED
    if how.kind is Reached.SHARE:
        return Stand.REACHED if actual.band is Band.MET else Stand.MISSED
    if how.kind in (Reached.RATIO, Reached.ABOVE) and how.ratio is not None:
        return Stand.REACHED if how.ratio >= 1 else Stand.MISSED
    return Stand.UNSETTLED


def counted(lines: Iterable[IndicatorScore]) -> str:
    """How many indicators there are, and how many stand where."""
    count = Counter(map(stand, lines))
    if not count:
        return _("没有申报绩效指标")
    kinds = _("，").join(_(kind).format(count=count[kind]) for kind in Stand if count[kind])
    return _("共有指标{count}项：{kinds}").format(count=count.total(), kinds=kinds)


def told(line: IndicatorScore, *, with_points: bool = True) -> str:
    """The line as one sentence without its stop; `with_points`: what it earned, and the evidence."""
    name = quoted(line.indicator.name)
    if line.status is Status.NOT_APPLICABLE:
        reason = written(line.outcome.reason, _(NO_REASON_TO_LEAVE_OUT))
        return _("{name}不适用，不计分，原因：{reason}").format(name=name, reason=reason)
    return clauses(
        _asked(line, name),
        _achieved(line),
        _attained(line),
        _earned(line) if with_points else "",
        _proved(line) if with_points else "",
    )


def _asked(line: IndicatorScore, name: str) -> str:
    """The target; words are quoted, and of an adjusted one both stand with the approval."""
    target = one_line(texts.target(line))
    if not target:
        return _("{name}指标值{target}").format(name=name, target=gap())
    is_words = line.target.sense not in QUANTITATIVE and line.outcome.adjusted is None
    return _("{name}指标值为{target}").format(name=name, target=quoted(target) if is_words else target)


def _achieved(line: IndicatorScore) -> str:
    actual = line.outcome.actual
    if actual is None:
        return _("实际完成值{gap}").format(gap=gap(_("未录入实际完成值")))
    text = one_line(texts.actual(line))
    if not text:
        return _("实际完成值{gap}").format(gap=gap(_("实际完成值无法识别")))
    if actual.value is not None:
        return _("实际完成{actual}").format(actual=text)
    return _("实际完成情况为{actual}").format(actual=text if actual.is_read else quoted(text))


def _attained(line: IndicatorScore) -> str:
    """How far: as a ratio where there is one, else whether the target was reached."""
    how = reach(line)
    if how.kind in (Reached.RATIO, Reached.ABOVE) and how.ratio is not None:
        return _("完成率{rate}").format(rate=texts.percent(how.ratio))
    if how.kind in (Reached.MET, Reached.BEYOND):
        return _("达到指标值")
    return _("未达到指标值") if how.kind is Reached.MISSED else ""


def _earned(line: IndicatorScore) -> str:
    if line.weight is None:
        return _("分值尚未确定{gap}，暂不计分").format(gap=gap())
    of = points(line.weight)
    if line.score.value is None:
        open_because = said(step for step in line.working if step.code != NO_ACTUAL)
        full = _("{earned}（满分{weight}分）").format(earned=earned(line.score), weight=of)
        return clauses(full, open_because)
    by_hand = _("{earned}（满分{weight}分，人工评分）")
    words = by_hand if line.override else _("{earned}（满分{weight}分）")
    return clauses(words.format(earned=earned(line.score), weight=of), _why(line, line.weight))


def _why(line: IndicatorScore, weight: Decimal) -> str:
    """How the points came about, where they are not simply in proportion to the attainment beside them."""
    if line.override is not None or line.attainment is None:
        return ""
    plain = Fraction(weight) * max(Fraction(0), min(Fraction(1), line.attainment))
    is_plain = line.exact[0] == plain and reach(line).kind is not Reached.ABOVE
    return "" if is_plain else worked(line.working)


def _proved(line: IndicatorScore) -> str:
    evidence = one_line(line.outcome.evidence)
    return _("佐证材料为{evidence}").format(evidence=evidence) if evidence else ""

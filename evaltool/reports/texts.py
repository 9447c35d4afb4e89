"""What stands in a cell for a target, an actual, a score or a reason: the same words on every sheet.

A score that is not settled is said as what is missing and what is still possible, never as a number.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from evaltool.language import N_, _
from evaltool.reports.sheet import Value
from evaltool.wording import points as two_places
from evaltool.wording import say, term
from scoring.findings import plain
from scoring.model import QUANTITATIVE, Actual, AdjustedTarget, Target
from scoring.notation import write_actual, write_target
from scoring.rules import round_half_up
from scoring.scores import ExecutionScore, IndicatorScore, LevelScore, Score, Status, Step

NOTHING = "—"
NOT_APPLICABLE = N_("不适用")

PENDING = N_("待定（可能 {low}–{high}）")

OPEN = {
    Status.WAITING: N_("待录入（可能 {low}–{high}）"),
    Status.UNREADABLE: N_("待核实（可能 {low}–{high}）"),
    Status.NO_WEIGHT: N_("分值未定"),
}


def points(score: Score, status: Status) -> Value:
    """A line's score: the figure, or what it waits for and what is possible."""
    if status is Status.NOT_APPLICABLE:
        return _(NOT_APPLICABLE)
    if score.value is not None:
        return score.value
    return _interval(template(status), score)


def template(status: Status) -> str:
    """What an open score says, in the source language, with {low} and {high} where it has them."""
    return OPEN.get(status, PENDING)


def total(score: Score | None) -> Value:
    """A total: the figure, the interval still possible, or 不适用 where nothing counts."""
    if score is None:
        return _(NOT_APPLICABLE)
    if score.value is not None:
        return score.value
    return _interval(PENDING, score)


def figure(score: Score | None) -> Value:
    """A figure for a department: as a total, or that it cannot be judged."""
    return _("无法评定") if score is None else total(score)


def grade_of(score: Score | None, text: str) -> str:
    """The grade of a total: — where there is none to be graded."""
    return NOTHING if score is None else grade(text)


def grade(text: str) -> str:
    """A grade, or that it cannot be given yet."""
    return term(text) if text else _("待定")


def rate(figure: Fraction | None) -> Value:
    """A ratio for a cell in percent format, rounded to what the cell shows."""
    return NOTHING if figure is None else round_half_up(figure, 4)


def percent(ratio: Fraction | Decimal) -> str:
    """A ratio in percent with two decimals, as a text."""
    return f"{round_half_up(Fraction(ratio) * 100):f}%"


def earned(level: LevelScore) -> Value:
    """得分率: points earned of points available, for a cell in percent format; — while it is open."""
    return rate(level.earned)


def unweighed() -> str:
    """What stands for a score where the points available are not settled."""
    return _(OPEN[Status.NO_WEIGHT])


def amount(figure: Decimal | None) -> Value:
    """An amount in 万元, or — where none is recorded."""
    return NOTHING if figure is None else figure


def money(figure: Decimal | None) -> str:
    """An amount with its unit, or — where none is recorded."""
    return NOTHING if figure is None else _("{amount} 万元").format(amount=plain(figure))


def target(line: IndicatorScore) -> str:
    """The target; an adjusted one behind the declared one, with its approval."""
    first = declared(line.indicator.target)
    adjusted = line.outcome.adjusted
    if adjusted is None:
        return first
    return _("{declared} → {adjusted}（调整：{approval}）").format(
        declared=first, adjusted=declared(adjusted.target), approval=approval(adjusted)
    )


def approval(adjusted: AdjustedTarget) -> str:
    """By what and when a target was adjusted, or that this is not filled in."""
    by = [adjusted.approval, adjusted.date.isoformat() if adjusted.date else ""]
    return "，".join(part for part in by if part) or _("未填批复")


def weight(line: IndicatorScore) -> Value:
    """The points available; those that do not count in brackets, — where there are none."""
    if line.status is Status.NOT_APPLICABLE and line.weight:
        return _("（{points}）").format(points=format(line.weight, "f"))
    return amount(None if line.status is Status.NOT_APPLICABLE else line.weight)


def execution_weight(execution: ExecutionScore) -> Value:
    """The points of 预算执行率; — where it does not count."""
    return NOTHING if execution.status is Status.NOT_APPLICABLE else execution.weight


def actual(line: IndicatorScore) -> str:
    """The actual as understood; a judgement with the share of points given."""
    if line.status is Status.NOT_APPLICABLE:
        return _(NOT_APPLICABLE)
    achieved = line.outcome.actual
    if achieved is None:
        return ""
    said = term(achieved.band) if achieved.band is not None else recorded(achieved, line.target)
    if achieved.band is not None and line.outcome.share is not None:
        return _("{band}（得分比例 {share}%）").format(band=said, share=format(line.outcome.share, "f"))
    return said


def recorded(achieved: Actual, of: Target) -> str:
    """An actual in its usual form, which no language changes; what is no figure or band as it was found."""
    is_usual = achieved.value is not None or achieved.band is not None
    return write_actual(achieved, of) if is_usual or not achieved.text else achieved.text


def reasons(line: IndicatorScore) -> str:
    """For 偏差原因分析及改进措施: why the line deviates, does not apply, or was scored by a person."""
    outcome = line.outcome
    said = []
    if outcome.reason:
        said.append(outcome.reason)
    if outcome.action:
        said.append(_("改进措施：{action}").format(action=outcome.action))
    if line.override is not None:
        by = _("（{who}）").format(who=line.override.who) if line.override.who else ""
        facts = {
            "computed": total(line.computed),
            "score": line.score.value,
            "reason": line.override.reason,
            "by": by,
        }
        said.append(_("人工评分 {score}（计算得分 {computed}）：{reason}{by}").format(**facts))
    return "\n".join(said)


def remarks(line: IndicatorScore) -> str:
    """The same with the adjusted target, where the column of targets holds the declared one."""
    said = [reasons(line)]
    if (adjusted := line.outcome.adjusted) is not None:
        by = {"adjusted": declared(adjusted.target), "approval": approval(adjusted)}
        said.append(_("指标值调整为：{adjusted}（调整：{approval}）").format(**by))
    return "\n".join(filter(None, said))


def working(steps: Iterable[Step]) -> str:
    """A working, a sentence a line."""
    return "\n".join(say(step) for step in steps)


def declared(of: Target) -> str:
    """A figure in its usual form; words, dates and what could not be read as they were found."""
    return write_target(of) if of.sense in QUANTITATIVE or not of.text else of.text


def _interval(words: str, score: Score) -> str:
    return _(words).format(low=two_places(score.low), high=two_places(score.high))

"""The lines under the input: how a text was understood, what it scores by which working, what is odd."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from evaltool import operations as ops
from evaltool import wording
from evaltool.language import _
from evaltool.operations import names
from evaltool.tui import words
from evaltool.tui.book import Book
from evaltool.tui.cells import cells, one_line
from evaltool.tui.commands import Where, as_bound
from evaltool.tui.hints import hint
from evaltool.tui.rows import SOURCES, Row
from evaltool.tui.standing import Standing
from evaltool.tui.trial import Trial, doubts
from scoring.findings import Finding, plain
from scoring.model import Actual, AdjustedTarget, Override, StepTable
from scoring.notation import normalise, write_target
from scoring.record import Value
from scoring.scores import (
    DepartmentScore,
    ExecutionScore,
    IndicatorScore,
    ProjectScore,
    Status,
    Step,
)

DECIDING = (*(f"money.{kind}.{source}" for kind in ("adjusted", "spent") for source in SOURCES), "completion")
"""What the points of execution come from."""


GAP = "  "

BELONGS_ELSEWHERE = frozenset({"actuals.state_beside", "actuals.no_reason_yet"})
"""Refusals that send a person to another field, which no key reaches while the text stands in the line."""

ENDS = 2
"""What was understood and the total: neither gives way."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Three lines: understood and scored, the working, the doubt. `wrong`: it cannot be kept as it is.

    `parts` of the first line are what was understood, then attainment and score, and the total last.
    """

    parts: tuple[str, ...]
    working: str
    doubt: str
    wrong: bool = False

    def understood(self, room: int) -> str:
        """The first line; where there is no room for all of it, what the table says too gives way."""
        parts = list(self.parts)
        while len(parts) > ENDS and cells(GAP.join(parts)) > room:
            del parts[1]
        return GAP.join(parts)


def of_trial(book: Book, row: Row, field: str, text: str, trial: Trial) -> Reading:
    """What to say of a text that is being typed."""
    if trial.entry is None:
        return Reading((why_not(text, trial),), hint(book, row, field), "", wrong=True)
    return _reading(book, row, field, text, trial.entry.value, trial.standing, trial.findings)


def why_not(text: str, trial: Trial) -> str:
    """Why a text cannot be kept; where another field has to be filled in first, also how to get there."""
    found = trial.findings[0] if trial.findings else None
    if found is None:
        return one_line(_("看不懂“{text}”").format(text=text))
    said = as_bound(_("先按 Esc 还原；{why}"), Where.TABLE) if found.code in BELONGS_ELSEWHERE else "{why}"
    return one_line(said.format(why=wording.say(found)))


def of_asking(book: Book, row: Row, field: str, text: str, trial: Trial) -> Reading:
    """What to say of a text that is kept only when Enter is pressed again."""
    said = of_trial(book, row, field, text, trial)
    doubt = one_line(wording.say(trial.asks[0]))
    return replace(
        said, working=as_bound(_("再按 Enter 照此保存，或改正"), Where.TABLE), doubt=doubt, wrong=True
    )


def asking(trial: Trial) -> str:
    """The question whether a text is to be kept as it is, and why it is asked."""
    said = as_bound(_("再按 Enter 照此保存，或改正。{doubt}"), Where.TABLE)
    return said.format(doubt=one_line(wording.say(trial.asks[0])))


def of_recorded(book: Book, row: Row, field: str, text: str) -> Reading:
    """What to say of a field as it is recorded."""
    standing = book.standing(row.subject.project)
    return _reading(book, row, field, text, book.value(row.at(field)), standing, doubts(standing, row))


def _reading(
    book: Book,
    row: Row,
    field: str,
    text: str,
    value: Value,
    standing: Standing,
    findings: Sequence[Finding],
) -> Reading:
    if value is None:
        parts = [hint(book, row, field)]
    else:
        parts = [_understood(row, field, text, value), *_scored(book, row, field, value, standing)]
    working = _("；").join([*_rule(row, standing), *map(wording.say, steps_of(row, standing))])
    doubt = words.doubt_text(findings[0]) if findings else ""
    return Reading(tuple(filter(None, parts)), one_line(working), one_line(doubt))


def _understood(row: Row, field: str, text: str, value: Value) -> str:
    """What was understood, after what was typed where that looks different."""
    if field == "share":
        said = f"{words.value_text(value)}%"
    elif ops.is_amount(row.at(field)):
        said = f"{words.value_text(value)} {_('万元')}"
    elif isinstance(value, Decimal | StepTable) or field in names.CHOICES:
        said = words.value_text(value)
    elif isinstance(value, Actual):
        said = words.value_text(value, row.target)
    elif isinstance(value, AdjustedTarget):
        return _adjusted(row, value)
    elif isinstance(value, Override):
        return _("人工评分 {score}，理由：{reason}").format(score=plain(value.score), reason=value.reason)
    else:
        return ""
    typed = text.strip()
    return f"{typed} → {said}" if (typed and not said.startswith(normalise(typed))) or _odd(typed) else said


def _odd(typed: str) -> bool:
    """Whether a text was read as other characters than it was typed in."""
    return bool(typed) and normalise(typed) != typed


def _adjusted(row: Row, value: AdjustedTarget) -> str:
    said = _("申报 {declared}，调整为 {adjusted}，批准文号 {approval}")
    declared = row.indicator.target if row.indicator else value.target
    return said.format(
        declared=write_target(declared) or declared.text,
        adjusted=write_target(value.target),
        approval=value.approval or _("未填"),
    )


def _scored(book: Book, row: Row, field: str, value: Value, standing: Standing) -> list[str]:
    """Attainment and score of the row, then the whole: where it moves, as it was and as it would be."""
    parts: list[str] = []
    line = standing.lines.get(row.indicator.key) if row.indicator else None
    if line is not None:
        if line.attainment is not None:
            parts.append(_("完成率 {rate}").format(rate=words.percent(line.attainment)))
        parts += _points(line)
    elif field in DECIDING and standing.execution is not None:
        execution = standing.execution
        parts.append(_("执行率 {rate}").format(rate=words.percent(execution.rate) or _("未知")))
        parts += _points(execution)
    parts += _progress(book, row, value, standing)
    whole = _("总分 {total}") if standing.project else _("部门 {total}")
    before, after = words.total_text(_scored_before(book, standing.project)), words.total_text(standing)
    total = after if before == after else _("{before} → {after}").format(before=before, after=after)
    return [*parts, whole.format(total=total)]


def _scored_before(book: Book, project: str) -> DepartmentScore | ProjectScore:
    """The whole as it stands, found without looking at its lines: this is asked at every key."""
    score = book.score
    return next(one for one in score.projects if one.code == project) if project else score


def _progress(book: Book, row: Row, value: Value, standing: Standing) -> list[str]:
    """What part of the budget was spent by the end of a month, or of the money of one source."""
    kind, _dot, source = row.subject.field.rpartition(".")
    budget, said = None, _("占全年预算数 {rate}")
    if kind == "checkpoint" and standing.execution is not None:
        budget = standing.execution.budget
    elif kind == "money.spent" and source != "total":
        of_source = book.value(row.at(f"money.adjusted.{source}"))
        budget, said = of_source if isinstance(of_source, Decimal) else None, _("本项资金执行率 {rate}")
    if not isinstance(value, Decimal) or not budget:
        return []
    return [said.format(rate=words.percent(Fraction(value) / Fraction(budget)))]


def _points(line: IndicatorScore | ExecutionScore) -> list[str]:
    """Points of points, where there are any to be had; a line that does not count has not scored nothing."""
    if line.status is Status.NOT_APPLICABLE:
        return [_("不计分")]
    if line.weight is None:
        return []
    return [_("得分 {score}/{weight}").format(score=wording.score(line.score), weight=plain(line.weight))]


def _rule(row: Row, standing: Standing) -> list[str]:
    """The name of the rule that scores the row, once it is scored."""
    line = standing.lines.get(row.indicator.key) if row.indicator else None
    return [wording.rule(line.rule)[0]] if line is not None and line.outcome.actual is not None else []


def steps_of(row: Row, standing: Standing) -> tuple[Step, ...]:
    """The working of a row's score; empty where the row has none of its own."""
    if row.indicator is not None:
        line = standing.lines.get(row.indicator.key)
        return line.working if line else ()
    decides = row.subject.field in DECIDING and standing.execution is not None
    return standing.execution.working if decides and standing.execution else ()

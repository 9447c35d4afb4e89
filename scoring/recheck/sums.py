"""What in one project's table does not add up: weights, levels, totals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from scoring.findings import Finding
from scoring.notation import is_blank, normalise
from scoring.printed import CENT
from scoring.recheck.figures import points_in_brackets, points_of, restates
from scoring.recheck.money import execution_doubts, part_doubts
from scoring.recheck.rows import Kind, bare, level_of
from scoring.recheck.table import WHOLE, Row, doubt, end_of, is_rescaled
from scoring.recheck.total import due_of
from scoring.rulebook import Rulebook

_LEVELS = ("产出", "效益", "满意度")
"""Where a table shows all of these it is no excerpt."""
_FEW = 5
_LEVEL_POINTS = re.compile(r".*\(([0-9]{1,3}(?:\.[0-9]+)?)分?\)")


def doubts_of(rows: Sequence[Row], rulebook: Rulebook) -> Iterator[Finding]:
    """Everything that does not add up in the rows of one table."""
    for row in rows:
        yield from _line_doubts(row)
    counted = [row for row in rows if row.counts]
    if counted:
        yield from _weights(rows, counted)
        yield from _levels(counted, is_whole=_is_whole(rows))
        yield from _converted(counted)
        yield from _all_full(counted)
    for place, row in enumerate(rows):
        if row.kind is Kind.TOTAL:
            yield from _total(rows, place, rulebook)
    yield from part_doubts(rows)


def _line_doubts(row: Row) -> Iterator[Finding]:
    name, weight, score = row.line.indicator, row.weight, row.score
    if row.kind is Kind.PART or row.is_total:
        return
    if weight is not None and score is not None and score > weight + CENT:
        yield doubt("recheck.above_weight", row, "score", name=name, score=score, weight=weight)
    if score is not None and score < 0:
        yield doubt("recheck.below_zero", row, "score", name=name, score=score)
    is_full = weight is not None and score is not None and score >= weight > 0
    if is_full and row.kind is Kind.INDICATOR and is_blank(row.line.actual):
        yield doubt("recheck.blank_but_full", row, "actual", name=name)
    if row.kind is Kind.EXECUTION:
        yield from execution_doubts(row)


def _is_whole(rows: Sequence[Row]) -> bool:
    """Whether all lines of the project seem to be there, and not an excerpt of them."""
    if any(row.kind is Kind.TOTAL for row in rows):
        return True
    levels = [level_of(row.line.level1) for row in rows]
    return any(row.kind is Kind.EXECUTION for row in rows) and all(
        any(part in level for level in levels) for part in _LEVELS
    )


def _weights(rows: Sequence[Row], counted: Sequence[Row]) -> Iterator[Finding]:
    """100 with the execution rate; without its row 90 may be all. Above 100 no excerpt can be right.

    Points in brackets are those of lines that do not apply.
    """
    weights = [row.weight for row in counted if row.weight is not None]
    put_aside = [points for row in rows if (points := points_in_brackets(row.line.weight)) is not None]
    summed = sum((*weights, *put_aside), Decimal(0))
    has_execution = any(row.kind is Kind.EXECUTION or "执行率" in bare(row.line.indicator) for row in counted)
    allowed = {WHOLE} if has_execution else {WHOLE, WHOLE - 10}
    is_short = _is_whole(rows) and len(weights) == len(counted)
    if summed > WHOLE or (is_short and summed not in allowed):
        yield doubt("recheck.weights_sum", counted[0], "weight", sum=summed.normalize(), wanted=WHOLE)


def _levels(counted: Sequence[Row], *, is_whole: bool) -> Iterator[Finding]:
    """The points that a form prints behind a level's name, 产出指标(50分), and those of its lines."""
    levels: dict[str, list[Row]] = {}
    for row in counted:
        levels.setdefault(normalise(row.line.level1).replace(" ", ""), []).append(row)
    for level, inside in levels.items():
        stated = _LEVEL_POINTS.fullmatch(level)
        summed = sum((row.weight or Decimal(0) for row in inside), Decimal(0))
        if stated is None or (wanted := Decimal(stated[1])) == summed:
            continue
        if summed > wanted or is_whole:
            name = level_of(level)
            facts = {"level": name, "sum": summed.normalize(), "wanted": wanted}
            yield doubt("recheck.level_sum", inside[0], "weight", **facts)


def _total(rows: Sequence[Row], place: int, rulebook: Rulebook) -> Iterator[Finding]:
    """The printed total beside its lines; what an execution rate shown elsewhere adds is allowed."""
    total, due = rows[place], due_of(rows, place, rulebook)
    counted = [row for row in rows[: end_of(rows, place)] if row.counts]
    weights = sum((row.weight or Decimal(0) for row in counted), Decimal(0))
    weight, score = total.weight, total.score
    room = Decimal(0)
    if not any(row.kind is Kind.EXECUTION for row in counted) and weights == WHOLE - 10:
        room = Decimal(10)
    # A total of 100 above lines that add up to more has been said already.
    is_said = weight == WHOLE < weights or is_rescaled(rows, place)
    if weight is not None and counted and not is_said and weight not in (weights, weights + room):
        facts = {"printed": weight, "sum": weights.normalize()}
        yield doubt("recheck.weights_total", total, "weight", **facts)
    if score is None or due is None or due.explains(score) or restates(score, Fraction(due.points)):
        return
    if due.points < score <= due.points + room:
        return
    shrunk = sum((_shrunk(row) for row in counted), Fraction(0))
    code = "recheck.shrunk_total" if restates(score, shrunk) else "recheck.total_differs"
    yield doubt(code, total, "score", printed=score, sum=due.points)


def _shrunk(row: Row) -> Fraction:
    """What is left of points that are taken as percent of their own weight: 25 × 25 % = 6.25."""
    if row.weight is None or row.score is None:
        return Fraction(0)
    return Fraction(row.score) * Fraction(row.weight) / 100


def _converted(counted: Sequence[Row]) -> Iterator[Finding]:
    """折算得分 beside a score that was already in points, not out of 100."""
    for row in counted:
        converted = points_of(row.line.converted)
        if converted is None or row.weight is None or row.score is None:
            continue
        if converted < row.score <= row.weight < WHOLE and restates(converted, _shrunk(row)):
            facts = {"score": row.score, "weight": row.weight, "converted": converted}
            yield doubt("recheck.shrunk", row, "score", name=row.line.indicator, **facts)


def _all_full(counted: Sequence[Row]) -> Iterator[Finding]:
    is_full = all(
        row.weight is not None and row.score is not None and row.score >= row.weight for row in counted
    )
    if is_full and len(counted) >= _FEW:
        yield doubt("recheck.all_full", counted[0], "score", count=len(counted))

"""The rows of one project's table with the points they print, and the sum that a total row states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from scoring.findings import Finding, finding
from scoring.model import Subject
from scoring.recheck.figures import in_cents, points_of
from scoring.recheck.model import PublishedLine
from scoring.recheck.rows import Kind, bare, is_sum_that_counts, is_whole_execution, kinds_of

WHOLE = Decimal(100)
_SCORED = frozenset({Kind.INDICATOR, Kind.EXECUTION})
_TOTALS = frozenset({Kind.TOTAL, Kind.SUBTOTAL})


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the points it prints; None where a cell holds no figure.

    `is_again` says that the execution rate, which another row prints, stands here once more.
    """

    line: PublishedLine
    kind: Kind
    weight: Decimal | None
    score: Decimal | None
    is_again: bool = False

    @property
    def is_total(self) -> bool:
        """Whether it adds up others."""
        return self.kind in _TOTALS

    @property
    def is_execution(self) -> bool:
        """Whether it states the execution rate, in amounts or as a rate beside a rate."""
        return self.kind is Kind.EXECUTION or is_whole_execution(self.line, self.kind)

    @property
    def counts(self) -> bool:
        """Whether its points belong to the total."""
        has_points = self.weight is not None or self.score is not None
        return self.kind in _SCORED and has_points and not self.is_again


def rows_of(lines: Sequence[PublishedLine]) -> list[Row]:
    """The rows of one table. An execution rate that stands twice in it counts once."""
    pairs = zip(lines, kinds_of(lines), strict=True)
    rows = [Row(line, kind, points_of(line.weight), _earned(line)) for line, kind in pairs]
    rates = [row for row in rows if row.counts and is_whole_execution(row.line, row.kind)]
    if not any(row.kind is Kind.EXECUTION for row in rates):
        return rows
    kept = next((row for row in rates if row.weight is not None and row.score is not None), rates[0])
    again = {id(row) for row in rates if row is not kept and row.weight in (None, kept.weight)}
    return [replace(row, is_again=id(row) in again) for row in rows]


def _earned(line: PublishedLine) -> Decimal | None:
    """The points printed as earned: where a score out of 100 stands beside its 折算得分, the latter."""
    score, weight, converted = points_of(line.score), points_of(line.weight), points_of(line.converted)
    if score is not None and weight is not None and score > weight and converted is not None:
        return converted
    return score


def end_of(rows: Sequence[Row], place: int) -> int:
    """Where the rows end that a total adds up: before it, or with the execution rate that stands below it.

    Its points tell which of both, or its score where it prints none.
    """
    total, below = rows[place], [row for row in rows[place + 1 :] if row.counts]
    if total.kind is not Kind.TOTAL or not below or any(row.kind is not Kind.EXECUTION for row in below):
        return place
    counted = [row for row in rows[:place] if row.counts]
    if total.weight is not None:
        is_without = total.weight == sum((row.weight or Decimal(0) for row in counted), Decimal(0))
    else:
        is_without = total.score == sum((row.score or Decimal(0) for row in counted), Decimal(0))
    return place if is_without else len(rows)


def is_rescaled(rows: Sequence[Row], place: int) -> bool:
    """Whether a total stands below 合计（可计分）, and says the same out of 100."""
    counts = place > 0 and is_sum_that_counts(bare(rows[place - 1].line.indicator))
    return counts and rows[place].weight == WHOLE and bool(rows[place - 1].weight)


def sum_before(rows: Sequence[Row], place: int) -> Decimal | None:
    """The scores that a total row adds up: since the last such row, else all; None where one is missing.

    A subtotal is one of indicators: an execution rate above them belongs to it only where its score says so.
    Below 合计（可计分） it is that one's score, which is not yet out of 100.
    """
    if is_rescaled(rows, place):
        return rows[place - 1].score
    total = rows[place]
    ends = {Kind.TOTAL} if total.kind is Kind.TOTAL else _TOTALS
    start = next((at + 1 for at in range(place - 1, -1, -1) if rows[at].kind in ends), 0)
    meant = [row for row in rows[start : end_of(rows, place)] if row.counts] or [
        row for row in rows if row.counts
    ]
    summed = _sum(meant)
    indicators = [row for row in meant if not row.is_execution]
    if total.kind is Kind.TOTAL or not indicators or (summed is not None and summed == total.score):
        return summed
    return _sum(indicators)


def _sum(rows: Sequence[Row]) -> Decimal | None:
    scores = [row.score for row in rows if row.score is not None]
    return in_cents(sum(scores, Decimal(0))) if rows and len(scores) == len(rows) else None


def doubt(code: str, row: Row, field: str, **facts: object) -> Finding:
    """A finding about a field of a row, at its place in the file."""
    subject = Subject(row.line.project or row.line.document, field=field)
    return finding(code, subject, row.line.source, **facts)

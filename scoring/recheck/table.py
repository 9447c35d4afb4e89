"""The rows of one project's table with the points they print, and the sum that a total row states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from scoring.findings import Finding, finding
from scoring.model import Subject
from scoring.recheck.figures import in_cents
from scoring.recheck.model import PublishedLine
from scoring.recheck.rows import Kind

_SCORED = frozenset({Kind.INDICATOR, Kind.EXECUTION})
_TOTALS = frozenset({Kind.TOTAL, Kind.SUBTOTAL})


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the points it prints; None where a cell holds no figure."""

    line: PublishedLine
    kind: Kind
    weight: Decimal | None
    score: Decimal | None

    @property
    def is_total(self) -> bool:
        """Whether it adds up others."""
        return self.kind in _TOTALS

    @property
    def counts(self) -> bool:
        """Whether its points belong to the total."""
        return self.kind in _SCORED and (self.weight is not None or self.score is not None)


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


def sum_before(rows: Sequence[Row], place: int) -> Decimal | None:
    """The scores that a total row adds up: since the last such row, else all; None where one is missing."""
    ends = {Kind.TOTAL} if rows[place].kind is Kind.TOTAL else _TOTALS
    start = next((at + 1 for at in range(place - 1, -1, -1) if rows[at].kind in ends), 0)
    meant = [row for row in rows[start : end_of(rows, place)] if row.counts] or [
        row for row in rows if row.counts
    ]
    scores = [row.score for row in meant if row.score is not None]
    return in_cents(sum(scores, Decimal(0))) if meant and len(scores) == len(meant) else None


def doubt(code: str, row: Row, field: str, **facts: object) -> Finding:
    """A finding about a field of a row, at its place in the file."""
    subject = Subject(row.line.project or row.line.document, field=field)
    return finding(code, subject, row.line.source, **facts)

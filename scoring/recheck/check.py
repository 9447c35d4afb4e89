"""A table that already carries scores, scored again line by line, and what in it does not add up."""

from __future__ import annotations

from collections.abc import Iterable

from scoring.findings import Finding
from scoring.recheck.compare import beside_sum, checked
from scoring.recheck.model import CheckedLine, PublishedLine, Recheck, Verdict
from scoring.recheck.scored import score_row
from scoring.recheck.sums import doubts_of
from scoring.recheck.table import Row, rows_of
from scoring.recheck.total import due_of
from scoring.rulebook import Rulebook
from scoring.scores import Step


def recheck(lines: Iterable[PublishedLine], rulebook: Rulebook) -> Recheck:
    """Score each line again under `rulebook` with its own weight, and add up each table. Never raises.

    A table is what one document, project and sheet hold.
    """
    every = tuple(lines)
    tables: dict[tuple[str, str, str], list[int]] = {}
    for place, line in enumerate(every):
        sheet = line.source.sheet if line.source else ""
        tables.setdefault((line.document, line.project, sheet), []).append(place)
    done: dict[int, CheckedLine] = {}
    findings: list[Finding] = []
    for places in tables.values():
        rows = rows_of([every[place] for place in places])
        done |= dict(zip(places, _checked(rows, rulebook), strict=True))
        findings += doubts_of(rows, rulebook)
    return Recheck(tuple(done[place] for place in range(len(every))), tuple(findings))


def _checked(rows: list[Row], rulebook: Rulebook) -> list[CheckedLine]:
    return [
        _total(rows, place, rulebook) if row.is_total else _line(row, rulebook)
        for place, row in enumerate(rows)
    ]


def _line(row: Row, rulebook: Rulebook) -> CheckedLine:
    weight = row.weight if row.weight is not None and row.weight >= 0 else None
    scored = score_row(row.line, row.kind, weight, rulebook)
    return checked(row.line, weight, row.score, scored)


def _why_no_total(row: Row) -> Step:
    if "score" in row.line.pending:
        return Step("recheck.no_result")
    return Step("recheck.no_score" if row.score is None else "recheck.no_sum")


def _total(rows: list[Row], place: int, rulebook: Rulebook) -> CheckedLine:
    """A printed total beside what the scores printed above it give."""
    row, due = rows[place], due_of(rows, place, rulebook)
    if row.score is None or due is None:
        said = _why_no_total(row)
        return CheckedLine(row.line, row.weight, row.score, None, Verdict.NOT_CHECKABLE, "total", said)
    verdict = Verdict.AGREES if due.explains(row.score) else beside_sum(row.score, due.points)
    said = Step("recheck.total", {"score": row.score, "sum": due.points})
    return CheckedLine(row.line, row.weight, row.score, due.points, verdict, "total", said)

"""A table of actuals matched with what was declared: entries to record, and findings for what does not fit.

A row with an error is left out and said so; the others are read. Blank is not zero: an empty cell records
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from evaltool.operations.printed_rates import PrintedRate, rate_doubts
from evaltool.operations.row_reader import RowReader
from evaltool.operations.rows import Row, rows_of
from scoring.checks import as_grave
from scoring.findings import Finding, Severity, finding
from scoring.model import Dossier, Source, Subject
from scoring.record import Entry, apply


@dataclass(frozen=True, slots=True)
class Actuals:
    """What a table of actuals gives: how many rows were read, their entries in order, and the findings."""

    rows: int
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def read_actuals(path: Path, dossier: Dossier, who: str = "") -> Actuals:
    """Read a table of actuals. `who` signs the scores set by hand. Raises `documents.Unreadable`."""
    rows, odd = rows_of(path)
    read = match(rows, dossier, who)
    return replace(read, findings=as_grave((*odd, *read.findings), dossier.rulebook))


def match(rows: Iterable[Row], dossier: Dossier, who: str = "") -> Actuals:
    """Match rows with what a department declared."""
    taken: dict[Subject, Source] = {}
    entries: list[Entry] = []
    findings: list[Finding] = []
    rates: list[PrintedRate] = []
    counted = 0
    for row in rows:
        reader = RowReader(row, dossier, who)
        read, odd = reader.read()
        rates += [reader.printed] if reader.printed else []
        twice = next((entry.subject for entry in read if entry.subject in taken), None)
        if twice is not None:
            line = taken[twice].line or taken[twice].row
            odd = [*odd, finding("actuals.twice", twice, row.source, name=row.name, line=line)]
        findings += odd
        if read and not any(doubt.severity is Severity.ERROR for doubt in odd):
            counted += 1
            entries += read
            taken |= {entry.subject: row.source for entry in read}
    findings += rate_doubts(rates, apply(dossier, entries)) if rates else ()
    return Actuals(counted, tuple(entries), tuple(findings))

"""Scoring a document with a table of actuals, without any workspace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from evaltool.documents import read
from evaltool.operations.actuals import read_actuals
from scoring.checks import declaration
from scoring.evaluate import evaluate
from scoring.findings import Finding
from scoring.model import Dossier
from scoring.record import fold
from scoring.rulebook import DEFAULT, Rulebook, load, load_file


def dossier_of(
    document: Path, actuals: Path | None, rulebook: Rulebook, year: int | None = None
) -> tuple[Dossier, tuple[Finding, ...]]:
    """A document's targets with the actuals of a table, and what is odd about either.

    `year` serves where the document names none. Raises `Unreadable`.
    """
    reading = read(document)
    department = reading.department
    if department.year is None and year is not None:
        department = replace(department, year=year)
    if actuals is None:
        return Dossier(department, rulebook, reading.outcomes), reading.findings
    table = read_actuals(actuals, department)
    recorded = fold(table.entries)
    dossier = Dossier(department, rulebook, recorded.outcomes, recorded.overrides, recorded.weights)
    return dossier, (*reading.findings, *table.findings)


def rulebook_named(name: str) -> Rulebook:
    """A rulebook by its id or its file; the default one for an empty name. Raises `RulebookError`."""
    if name.endswith(".toml") or "/" in name or "\\" in name:
        return load_file(Path(name))
    return load(name or DEFAULT)


def check(dossier: Dossier, reading: tuple[Finding, ...] = ()) -> tuple[Finding, ...]:
    """All doubts before handing in: of the declaration, the figures and the score; each once."""
    found = (*reading, *declaration(dossier.department), *evaluate(dossier).findings)
    return tuple({odd.fingerprint: odd for odd in found}.values())

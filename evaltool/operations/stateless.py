"""Scoring a document with a table of actuals, without any workspace."""

from __future__ import annotations

from pathlib import Path

from evaltool.operations.actuals import read_actuals
from evaltool.operations.intake import read
from scoring.checks import as_grave, declaration, unplaced
from scoring.evaluate import evaluate
from scoring.findings import Finding
from scoring.model import Dossier
from scoring.record import apply
from scoring.rulebook import Rulebook, load
from scoring.scores import DepartmentScore

NO_WEIGHTS = "document.no_weights"
"""What a document lacks until a person has given the points."""


def dossier_of(
    document: Path,
    actuals: Path | None,
    rulebook: Rulebook | None = None,
    year: int | None = None,
    who: str = "",
) -> tuple[Dossier, tuple[Finding, ...]]:
    """A document's targets with the actuals of a table, and what is odd about either.

    `year` serves where the document names none. Raises `Unreadable` or `Refused`.
    """
    reading = read(document, year)
    dossier = Dossier(reading.department, rulebook or load(), reading.outcomes)
    if actuals is None:
        return dossier, as_grave(reading.findings, dossier.rulebook)
    table = read_actuals(actuals, dossier, who)
    return apply(dossier, table.entries), (*as_grave(reading.findings, dossier.rulebook), *table.findings)


def check(dossier: Dossier, reading: tuple[Finding, ...] = ()) -> tuple[Finding, ...]:
    """All doubts before handing in: of the declaration, the figures and the score; each once."""
    return doubts(dossier, evaluate(dossier), reading)


def doubts(
    dossier: Dossier, score: DepartmentScore, reading: tuple[Finding, ...] = ()
) -> tuple[Finding, ...]:
    """The same of a score that is there already."""
    found = (*reading, *declaration(dossier.department), *unplaced(dossier), *score.findings)
    each = {odd.fingerprint: odd for odd in found if not (odd.code == NO_WEIGHTS and dossier.weights)}
    return as_grave(tuple(each.values()), dossier.rulebook)

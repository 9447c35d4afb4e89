"""A department's scorecards as one workbook, written into a folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from evaltool.language import _
from evaltool.operations.errors import Refused
from evaltool.operations.stateless import doubts
from evaltool.sheets.safe import file_name, known_as
from evaltool.sheets.whole import replacing
from scoring.evaluate import evaluate
from scoring.findings import Finding
from scoring.model import Dossier

Told = Callable[[int], object]


def ignored(number: int) -> None:
    """Nobody is told."""


def write_scorecards(
    dossier: Dossier,
    folder: Path,
    made_on: date,
    reading: tuple[Finding, ...] = (),
    step: Told = ignored,
) -> Path:
    """Score a dossier and write its workbook into `folder`; `reading` is what was odd about its document.

    `step` is told the number of each sheet before it is made, from 0 to one above the projects' count.

    Raises `Refused` where it cannot be written.
    """
    from evaltool import reports  # the library of workbooks takes long to load

    department = dossier.department
    make_folder(folder)
    path = folder / file_name(known_as(department.code, department.name), department.year, _("绩效自评表"))
    score = evaluate(dossier)
    card = reports.Scorecard(dossier, replace(score, findings=doubts(dossier, score, reading)), made_on)
    content = reports.workbook(card, step=step)
    try:
        with replacing(path) as stream:
            stream.write(content)
    except OSError as fault:
        raise Refused.to_write(path, fault) from None
    return path


def make_folder(folder: Path) -> None:
    """Make a folder where there is none. Raises `Refused` where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise Refused.to_write(folder, fault) from None

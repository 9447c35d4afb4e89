"""The proofs of many departments computed by a spreadsheet program, as a reviewer's would."""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from by_hand import MADE_ON, julu
from form_cases import case
from proving import AGREES, DIFFERS, UNPROVED, checks, differing, score_cell, written
from test_published_documents import example
from year_round import department

from evaltool.reports import Scorecard, workbook
from evaltool.sheets.kinds import Form
from scoring import rulebook
from scoring.evaluate import evaluate
from scoring.model import Dossier

GENERATED = 200
EDITED = (9.38, 9.69, 92.88)
FORMS = (Form.NATIONAL, Form.HEBEI, Form.DEPARTMENT)
SHIPPED = tuple(rulebook.load(name) for name in rulebook.shipped())
DOCUMENTS = ("巨鹿县政协-2022", "北戴河区政协-2020")

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")

Rows = list[list[str]]

EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""A file of UTF-8 text for each sheet: what every cell shows."""


def published() -> Iterator[Dossier]:
    """Both documents, under every shipped rulebook."""
    for name in DOCUMENTS:
        for rules in SHIPPED:
            yield replace(example(name), rulebook=rules)


def generated() -> Iterator[Dossier]:
    """Departments of one project with anything in it, and of several, spread over the shipped rulebooks."""
    for number in range(GENERATED):
        rules = SHIPPED[number % len(SHIPPED)]
        yield department(number, rules) if number % 8 == 0 else case(90_000 + number, rules).filled


def recalculated(folder: Path) -> dict[str, Rows]:
    """The proofs of all workbooks in a folder as LibreOffice computes them, in one go."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = ["--headless", "--convert-to", EVERY_SHEET, "--outdir", str(folder / "saved")]
    made = sorted(map(str, folder.glob("*.xlsx")))
    subprocess.run(["soffice", profile, *target, *made], check=True, capture_output=True, timeout=900)
    return {path.name: _rows(path) for path in sorted((folder / "saved").glob("*-复算.csv"))}


def _rows(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def test_every_check_of_every_department_agrees(tmp_path: Path) -> None:
    for number, dossier in enumerate(chain(published(), generated())):
        card = Scorecard(dossier, evaluate(dossier), MADE_ON)
        (tmp_path / f"{number}.xlsx").write_bytes(workbook(card, FORMS[number % len(FORMS)]))
    found = recalculated(tmp_path)
    assert len(found) == len(DOCUMENTS) * len(SHIPPED) + GENERATED
    for name, rows in found.items():
        assert not differing(rows), name
        answers = checks(rows)
        assert answers[AGREES] > 3
        assert not answers[UNPROVED]
        said = f"共 {answers[AGREES]} 项，一致 {answers[AGREES]} 项，不一致 0 项"
        assert [row[0] for row in rows if row[0].startswith("共 ")] == [said]
        assert not [cell for row in rows for cell in row if cell.startswith(("#", "Err:"))], name


def test_a_score_edited_in_a_form_stands_out(tmp_path: Path) -> None:
    for score in EDITED:
        book = written(julu())
        score_cell(book, score).value = score + 0.01
        book.save(tmp_path / f"{score}.xlsx")
    found = recalculated(tmp_path)
    assert [checks(rows)[DIFFERS] for rows in found.values()] == [1] * len(EDITED)

"""The proofs of many departments computed by a spreadsheet program, as a reviewer's would."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from by_hand import julu
from form_cases import case
from proving import AGREES, DIFFERS, UNPROVED, checks, differing, score_cell, written
from test_published_documents import example
from year_round import department

from evaltool.sheets.kinds import Form
from scoring import rulebook
from scoring.model import Dossier

GENERATED = 200
EDITED = (9.38, 9.69, 92.88)
FORMS = (Form.NATIONAL, Form.HEBEI, Form.DEPARTMENT)
SHIPPED = tuple(rulebook.load(name) for name in rulebook.shipped())
DOCUMENTS = ("巨鹿县政协-2022", "北戴河区政协-2020")

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")

Rows = list[list[Any]]


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


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Rows]:
    """The proofs of all of them as LibreOffice computes them, and of forms in which a score was edited."""
    folder = tmp_path_factory.mktemp("proofs")
    for number, dossier in enumerate(chain(published(), generated())):
        written(dossier, FORMS[number % len(FORMS)]).save(folder / f"made-{number}.xlsx")
    for number, score in enumerate(EDITED):
        book = written(julu())
        score_cell(book, score).value = score + 0.01
        book.save(folder / f"edited-{number}.xlsx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = ["--headless", "--convert-to", "xlsx", "--outdir", str(folder / "saved")]
    made = sorted(map(str, folder.glob("*.xlsx")))
    subprocess.run(["soffice", profile, *target, *made], check=True, capture_output=True, timeout=900)
    return {path.stem: _rows(path) for path in sorted((folder / "saved").glob("*.xlsx"))}


def _rows(path: Path) -> Rows:
    book = openpyxl.load_workbook(path, data_only=True, read_only=True)
    return [list(row) for row in book["复算"].iter_rows(values_only=True)]


def test_every_check_of_every_department_agrees(recalculated: dict[str, Rows]) -> None:
    made = {name: rows for name, rows in recalculated.items() if name.startswith("made")}
    assert len(made) == len(DOCUMENTS) * len(SHIPPED) + GENERATED
    for name, rows in made.items():
        assert not differing(rows), name
        found = checks(rows)
        assert found[AGREES] > 3
        assert not found[UNPROVED]
        said = f"共 {found[AGREES]} 项，一致 {found[AGREES]} 项，不一致 0 项"
        assert [row[0] for row in rows if str(row[0]).startswith("共 ")] == [said]


def test_no_cell_holds_an_error(recalculated: dict[str, Rows]) -> None:
    for name, rows in recalculated.items():
        assert not [cell for row in rows for cell in row if str(cell).startswith(("#", "Err:"))], name


def test_a_score_edited_in_a_form_stands_out(recalculated: dict[str, Rows]) -> None:
    for number in range(len(EDITED)):
        assert checks(recalculated[f"edited-{number}"])[DIFFERS] == 1

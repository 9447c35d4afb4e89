from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from filling import compared, filled, rows
from form_cases import RULEBOOKS, Case, case
from openpyxl.workbook import Workbook

from evaltool.forms import identity
from evaltool.forms.identity import Identity, text_of

FORMS = 200

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")

Returned = list[tuple[Case, dict[object, int], Identity, Path]]


@pytest.fixture(scope="module")
def returned(tmp_path_factory: pytest.TempPathFactory) -> Returned:
    """Forms filled, then opened, computed and saved by LibreOffice."""
    folder = tmp_path_factory.mktemp("forms")
    found: Returned = []
    for number in range(FORMS):
        one = case(50_000 + number, RULEBOOKS[number % len(RULEBOOKS)])
        book, said = filled(one)
        book.save(folder / f"{number}.xlsx")
        found.append((one, rows(book, said), said, folder / "saved" / f"{number}.xlsx"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = ["--headless", "--convert-to", "xlsx", "--outdir", str(folder / "saved")]
    made = sorted(map(str, folder.glob("*.xlsx")))
    subprocess.run(["soffice", profile, *target, *made], check=True, capture_output=True, timeout=600)
    return found


def opened(path: Path) -> Workbook:
    return openpyxl.load_workbook(path, data_only=True)


def test_two_hundred_forms_compute_what_scoring_says(returned: Returned) -> None:
    agreeing = beyond = 0
    for one, where, said, path in returned:
        sheet = opened(path)[said.sheets[0][0]]
        found = compared(one, where, lambda cell, sheet=sheet: sheet[cell].value)
        assert not found.differing
        agreeing, beyond = agreeing + found.agreeing, beyond + found.beyond
    assert agreeing > 10 * beyond


def test_a_form_keeps_its_identity_and_its_structure_when_it_is_saved(returned: Returned) -> None:
    for _one, _where, said, path in returned[:20]:
        book = opened(path)
        hidden = book[identity.SHEET]
        assert hidden.sheet_state != "visible"
        assert identity.read_rows(hidden.iter_rows(values_only=True)) == said
        for fixed in said.fixed:
            assert text_of(book[fixed.sheet][fixed.cell].value) == fixed.text

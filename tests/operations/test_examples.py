"""What lies in examples/outcome is what comes out today."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from openpyxl import load_workbook

from evaltool import operations as ops
from evaltool.cli import print_out
from evaltool.operations.reporting import Format, Wanted, write_dossier
from scoring.rulebook import load

FOLDER = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize("example", ops.examples(), ids=lambda example: example.document.stem[-4:])
def test_the_kept_outcome_is_what_comes_out(example: ops.Example, tmp_path: Path):
    dossier, odd = ops.dossier_of(example.document, example.actuals, load())
    result = ops.score(dossier)
    said = "\n".join([*print_out.scores(result), "", *print_out.findings((*odd, *result.findings))])
    assert said + "\n" == (FOLDER / f"outcome/{example.document.stem}-得分.txt").read_text("utf-8")

    day, wanted = date(2026, 11, 22), Wanted((Format.XLSX, Format.DOCX, Format.HTML))
    out = write_dossier(dossier, odd, tmp_path, day, lambda _: None, lambda: False, wanted)
    for written, read in zip(out.paths, (cells, words, Path.read_bytes), strict=True):
        assert read(written) == read(FOLDER / "outcome" / written.name)


def words(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).element.body.iter(qn("w:t"))]


def cells(path: Path) -> dict[str, list[tuple[object, ...]]]:
    book = load_workbook(path)
    rows = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    return {
        title: [row for row in found if not str(row[0]).startswith("由 evaltool")]  # the day it was made
        for title, found in rows.items()
    }

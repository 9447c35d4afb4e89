"""Both example documents, from file to workbook, as `evaltool demo` does it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl.workbook import Workbook

from evaltool.operations.stateless import dossier_of
from scoring import rulebook
from scoring.evaluate import evaluate
from scoring.model import Dossier

EXAMPLES = Path(__file__).parents[2] / "examples"
Written = Callable[[Dossier], Workbook]


def example(name: str) -> Dossier:
    dossier, _findings = dossier_of(
        EXAMPLES / f"{name}.txt", EXAMPLES / f"{name}-actuals.csv", rulebook.load()
    )
    return dossier


def column(book: Workbook, sheet: int, letter: str) -> list[object]:
    return [cell.value for cell in book.worksheets[sheet][letter] if cell.value is not None]


def test_julu_prints_its_seven_scores_and_their_total(written: Written) -> None:
    book = written(example("巨鹿县政协-2022"))
    scores = [value for value in column(book, 1, "H") if isinstance(value, int | float)]
    expected = ["0.9692", "9.38", "12.5", "11.84", "12.5", "27", "9.97", "92.88"]
    assert [Decimal(str(score)) for score in scores[: len(expected)]] == [
        Decimal(figure) for figure in expected
    ]
    assert Decimal("9.69") in [Decimal(str(v)) for v in column(book, 1, "I") if isinstance(v, int | float)]
    assert "等级：优" in column(book, 1, "I")


def test_beidaihe_prints_five_forms_and_an_interval_where_an_actual_is_missing(written: Written) -> None:
    dossier = example("北戴河区政协-2020")
    book = written(dossier)
    assert book.sheetnames[1:6] == [project.name for project in dossier.department.projects]
    rows = [row for sheet in book.worksheets[1:6] for row in sheet.iter_rows(values_only=True)]
    totals = [row[7] for row in rows if row[0] == "总分"]
    assert len(totals) == 5
    open_ones = [total for total in totals if isinstance(total, str)]
    assert len(open_ones) == 1
    assert open_ones[0].startswith("待定（可能 ")


@pytest.mark.parametrize("name", ["巨鹿县政协-2022", "北戴河区政协-2020"])
def test_every_target_and_every_score_of_a_document_stands_in_its_form(name: str, written: Written) -> None:
    dossier = example(name)
    book = written(dossier)
    score = evaluate(dossier)
    for number, project in enumerate(score.projects, 1):
        names = column(book, number, "D")
        assert [line.indicator.name for line in project.indicators] == names[
            -1 - len(project.indicators) : -1
        ]
        printed = column(book, number, "H")
        for line in project.indicators:
            assert line.score.value is None or float(line.score.value) in printed

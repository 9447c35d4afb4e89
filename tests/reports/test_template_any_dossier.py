"""Templates filled for dossiers as hypothesis draws them, and with texts that mean harm."""

from __future__ import annotations

import io

import openpyxl
import pytest
from by_hand import MADE_ON
from county_form import county_form
from dossier_strategies import dossiers
from hostile import card, office
from hypothesis import given, settings
from openpyxl.workbook import Workbook

from evaltool.reports import Scorecard
from evaltool.reports.template import fill, read, starting_point
from scoring.evaluate import evaluate
from scoring.model import Dossier
from scoring.scores import ProjectScore

TEXTS = (
    "=1+1",
    "=cmd|'/c calc'!A0",
    '=HYPERLINK("http://x","y")',
    "＝SUM(A1)",
    "@A1",
    "+1",
    "-1",
    "{{总分}}",
    "{{得分",
    '&L&"x"&8',
    "<v>1</v>]]>&amp;",
    "_x003D_1",
    "\x00\ud800\uffff",
    "甲\r\n乙\t丙",
    "长" * 40000,
    " ",
)

NATIONAL, DEPARTMENT, COUNTY = (
    read(data) for data in (starting_point("national"), starting_point("department"), county_form())
)


def book_of(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def formulas(book: Workbook) -> set[str]:
    return {
        str(cell.value)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def scores(book: Workbook, score: ProjectScore) -> list[object]:
    """What stands under 得分 in the rows of the indicators."""
    sheet = book.worksheets[0]
    first = next(cell.row for cell in sheet["B"] if cell.value == "一级指标") + 1
    return [sheet.cell(first + number, 8).value for number in range(len(score.indicators))]


@settings(max_examples=40, deadline=None)
@given(dossiers())
def test_every_dossier_fills_every_template_and_every_score_is_the_one_computed(dossier: Dossier):
    whole = Scorecard(dossier, evaluate(dossier), MADE_ON)
    assert formulas(book_of(fill(DEPARTMENT, whole))) == set()
    for score in whole.score.projects:
        book = book_of(fill(NATIONAL, whole, score.code))
        assert formulas(book) == set()
        for line, found in zip(score.indicators, scores(book, score), strict=True):
            if isinstance(found, int | float):
                assert found == pytest.approx(float(line.score.value or 0))
            else:
                assert line.score.value is None or isinstance(found, str)
        book_of(fill(COUNTY, whole, score.code))


OURS = formulas(book_of(fill(COUNTY, card(office("甲")), card(office("甲")).score.projects[0].code)))


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: ascii(text[:12]))
def test_no_text_of_a_person_becomes_a_formula(text: str):
    whole = card(office(text))
    for score in whole.score.projects:
        assert len(formulas(book_of(fill(COUNTY, whole, score.code))) - OURS) == 0
        assert formulas(book_of(fill(NATIONAL, whole, score.code))) == set()
    assert formulas(book_of(fill(DEPARTMENT, whole))) == set()

"""A template to begin with gives the form that it is made of, and stays readable for evaltool and others."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from by_hand import CODE, MADE_ON, julu, with_own_objectives
from county_form import county_form
from openpyxl.worksheet.worksheet import Worksheet

from evaltool import language
from evaltool.office.program import converted, office_program
from evaltool.operations import read as read_document
from evaltool.operations import recheck_file
from evaltool.reports import Form, Scorecard, workbook
from evaltool.reports.template import STARTS, fill, read, starting_point, tried
from scoring.evaluate import evaluate
from scoring.rulebook import load

OFFICE = office_program()
XLSX = ("xlsx", "Calc MS Excel 2007 XML")


def card() -> Scorecard:
    dossier = julu()
    return Scorecard(dossier, evaluate(dossier), MADE_ON)


def filled(data: bytes) -> bytes:
    return fill(read(data), card(), CODE)


def said(sheet: Worksheet) -> list[list[Any]]:
    """What stands in the cells of a sheet, without what is empty."""
    rows = [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows()]
    return [row for row in rows if row]


@pytest.mark.parametrize("name", ["national"])
def test_a_filled_starting_point_says_what_the_form_itself_says(name: str):
    ours = openpyxl.load_workbook(io.BytesIO(filled(starting_point(name)))).worksheets[0]
    form = openpyxl.load_workbook(io.BytesIO(workbook(card(), Form(name)))).worksheets[1]
    printed, left_out = said(form), []
    for row in said(ours):
        while printed and printed[0] != row:
            left_out.append(printed.pop(0)[0])
        assert printed, row
        printed.pop(0)
    assert (left_out, printed) == (["各级得分", "产出指标", "效益指标", "满意度指标"], [])
    assert ours.print_title_rows == form.print_title_rows
    assert ours.oddFooter.left.text == form.oddFooter.left.text
    assert [one.width for one in ours.column_dimensions.values()] == [
        one.width for one in form.column_dimensions.values()
    ]


@pytest.mark.parametrize("name", ["national", "department"])
def test_its_cells_are_these(name: str):
    golden = Path(__file__).parent / "golden" / f"template-{name}.txt"
    sheet = openpyxl.load_workbook(io.BytesIO(starting_point(name))).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value]
    assert [f"{cell.coordinate}\t{cell.value}" for cell in cells] == golden.read_text("utf-8").splitlines()


@pytest.mark.parametrize("name", list(STARTS))
def test_a_starting_point_can_be_filled_as_it_is(name: str):
    template = tried(starting_point(name))
    assert (template.findings, template.refusal) == ((), "")
    assert template.is_of_project == (name == "national")


def test_the_department_s_says_what_its_form_says_but_for_lists_that_no_row_repeats():
    dossier = with_own_objectives(julu())
    whole = Scorecard(dossier, evaluate(dossier), MADE_ON)
    ours = openpyxl.load_workbook(io.BytesIO(fill(read(starting_point("department")), whole))).worksheets[0]
    form = openpyxl.load_workbook(io.BytesIO(workbook(whole, Form.DEPARTMENT))).worksheets[0]
    printed = said(form)
    assert [row[0] for row in said(ours) if row not in printed] == ["年度总体目标"]
    left_out = [row[0] for row in printed if row not in said(ours)]
    assert left_out[1:] == ["所属项目", f"专项运转保障经费（{CODE}）"]
    assert len(left_out) == 3


@pytest.mark.parametrize("name", ["national"])
def test_a_filled_starting_point_is_read_back_as_the_form_itself_is(name: str, tmp_path: Path):
    contents = filled(starting_point(name)), workbook(card(), Form(name))
    checked, imported = [], []
    for folder, content in zip("ab", contents, strict=True):
        path = tmp_path / folder / "自评表.xlsx"
        path.parent.mkdir()
        path.write_bytes(content)
        checked.append([(one.line, one.score, one.verdict) for one in recheck_file(path, load()).lines])
        imported.append(read_document(path))
    assert checked[0] == checked[1]
    assert [score for _line, score, _verdict in checked[0]][-1] == card().score.projects[0].score.value
    ours, form = imported
    assert ours.department.projects == form.department.projects
    assert ours.outcomes.indicators == form.outcomes.indicators != {}
    assert ours.outcomes.projects == form.outcomes.projects
    assert ours.printed == form.printed


def test_in_english_the_labels_are_english_and_the_placeholders_the_same():
    language.use("en")
    try:
        template = read(starting_point("national"))
        sheet = openpyxl.load_workbook(io.BytesIO(fill(template, card(), CODE))).worksheets[0]
    finally:
        language.use("zh")
    assert template.findings == ()
    assert ["Project", "专项运转保障经费", f"Project code: {CODE}"] in said(sheet)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_a_filled_county_form_and_computes_its_formulas_anew(tmp_path: Path):
    path = tmp_path / "form.xlsx"
    path.write_bytes(filled(county_form()))
    assert OFFICE is not None
    content = converted(OFFICE, path, 90, XLSX)
    assert content is not None
    book = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    sheet, other = book["自评表"], book["汇总"]
    assert (sheet["F14"].value, sheet["G14"].value) == (90, pytest.approx(83.19))
    assert [sheet.cell(row, 9).value for row in (8, 13)] == [pytest.approx(0.7504), pytest.approx(0.997)]
    assert [other[place].value for place in ("A1", "A2")] == [pytest.approx(83.19), pytest.approx(176.07)]
    assert len(sheet._images) == 2

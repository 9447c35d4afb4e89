"""A county's own form filled, and everything else in it as it was."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import by_hand
import openpyxl
import pytest
from by_hand import CODE, MADE_ON, julu, with_outcome, with_own_objectives, with_projects
from county_form import county_form, picture
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from evaltool.reports import Scorecard, workbook
from evaltool.reports.template import fill, read, starting_point
from scoring.evaluate import evaluate
from scoring.model import Dossier, Outcome

LINES = range(8, 14)
"""The rows of the six indicators."""


def card_of(dossier: Dossier) -> Scorecard:
    return Scorecard(dossier, evaluate(dossier), MADE_ON)


def filled(data: bytes, dossier: Dossier | None = None, project: str = CODE) -> bytes:
    template = read(data, "form.xlsx")
    assert template.findings == ()
    return fill(template, card_of(dossier or julu()), project)


def book_of(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def sheet_of(
    change: Callable[[Workbook], Any] = lambda _book: None, dossier: Dossier | None = None
) -> Worksheet:
    return book_of(filled(county_form(change), dossier)).worksheets[0]


def test_texts_stand_inside_texts_and_numbers_stay_numbers():
    sheet = sheet_of()
    assert sheet["A1"].value == "某县2022年度项目绩效自评表"
    assert sheet["A2"].value == "项目名称：专项运转保障经费"
    assert (sheet["B3"].value, sheet["B3"].number_format) == (143, '#,##0.00"万元"')
    assert (sheet["C3"].value, sheet["C3"].number_format) == (pytest.approx(0.9692), "0.0%")
    assert sheet["G15"].value == pytest.approx(92.88)


def test_a_rate_in_a_cell_without_percent_is_said_in_words():
    assert sheet_of()["D3"].value == "96.92%"


def test_the_values_are_those_of_the_national_form():
    national = book_of(workbook(card_of(julu()))).worksheets[1]
    printed = [[cell.value for cell in row] for row in national.iter_rows()]
    first = next(number for number, row in enumerate(printed) if row[1:3] == ["一级指标", "二级指标"]) + 1
    sheet = sheet_of()
    for number, row in enumerate(LINES):
        ours = [sheet.cell(row, column).value for column in range(2, 8)]
        assert ours == printed[first + number][2:8]


def test_equal_levels_are_merged_and_said_once():
    sheet = sheet_of()
    assert "A8:A11" in sheet.merged_cells
    assert [sheet.cell(row, 1).value for row in LINES] == [
        "产出指标",
        None,
        None,
        None,
        "效益指标",
        "满意度指标",
    ]


def test_every_copy_of_the_row_looks_like_it_and_has_its_own_formula():
    sheet = sheet_of()
    assert {sheet.cell(row, 3).border.left.style for row in LINES} == {"thin"}
    assert {sheet.cell(row, 7).number_format for row in LINES} == {"0.00"}
    assert [sheet.cell(row, 9).value for row in LINES] == [f"=G{row}/F{row}" for row in LINES]


def test_sums_over_the_row_grow_to_all_rows():
    sheet = sheet_of()
    assert sheet["F14"].value == "=SUM(F8:F13)"
    assert sheet["G14"].value == "=SUM(G8:G13)"
    assert sheet["H14"].value == '=IF(G14=F14,"满分",F14-G14)'


def test_formulas_of_another_sheet_and_names_follow():
    book = book_of(filled(county_form()))
    other = book["汇总"]
    assert [other[place].value for place in ("A1", "A2", "A3")] == [
        "=自评表!G14",
        "=SUM(自评表!G8:G13)+自评表!G15",
        "=AVERAGE(自评表!G8:G13)",
    ]
    assert book.defined_names["合计"].attr_text == "自评表!$G$14"


def test_what_stands_below_moves_down_with_all_that_belongs_to_it():
    sheet = sheet_of()
    assert sheet.print_area == "'自评表'!$A$1:$H$18"
    assert sheet.print_title_rows == "$7:$7"
    assert [one.id for one in sheet.row_breaks.brk] == [15]
    assert {"A15:F15", "A17:H18", "A1:H1"} <= {str(one) for one in sheet.merged_cells.ranges}
    rules = {str(one.sqref): one.rules[0].formula for one in sheet.conditional_formatting}
    assert rules == {"G8:G13": ["10"], "A15:G15": ["$G$15<60"]}
    (listed,) = sheet.data_validations.dataValidation
    assert (str(listed.sqref), listed.formula1) == ("H8:H13", "$A$20:$A$21")
    assert [one.anchor._from.row for one in sheet._images] == [0, 18]
    assert {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment} == {"G8", "A17"}


def test_the_page_is_set_up_as_before_and_its_foot_tells_two_prints_apart():
    sheet = sheet_of()
    assert (sheet.page_setup.orientation, sheet.page_margins.left) == ("landscape", 0.31)
    assert sheet.oddHeader.center.text == "某县财政局"
    assert sheet.oddFooter.left.text == card_of(julu()).mark
    assert sheet.oddFooter.right.text == "第 &P 页"
    assert sheet.freeze_panes == "A8"
    assert sheet["A1"].font.color.rgb == "00FF0000"


def test_every_part_that_says_nothing_of_cells_is_the_same_byte_for_byte():
    before, after = county_form(), filled(county_form())
    with zipfile.ZipFile(io.BytesIO(before)) as old, zipfile.ZipFile(io.BytesIO(after)) as new:
        assert old.namelist() == new.namelist()
        other = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert all(
        "worksheets/sheet3.xml" not in name and "media" not in name and "theme" not in name for name in other
    )
    assert "xl/sharedStrings.xml" not in other
    with zipfile.ZipFile(io.BytesIO(after)) as new:
        assert new.read("xl/media/image1.png") == picture()


def test_the_file_says_from_what_it_was_made():
    said = book_of(filled(county_form())).properties.description
    card = card_of(julu())
    assert card.made in said
    assert card.rulebook.hash in said


def test_the_same_input_gives_the_same_bytes():
    assert filled(county_form()) == filled(county_form())


def test_a_placeholder_split_over_runs_keeps_the_look_it_begins_in():
    def split(book: Workbook) -> None:
        bold, red = InlineFont(b=True), InlineFont(color="FFFF0000")
        book.worksheets[0]["A2"] = CellRichText(
            TextBlock(bold, "项目："), TextBlock(red, "{{项目"), TextBlock(bold, "名称}}（本级）")
        )

    content = filled(county_form(split))
    cell = openpyxl.load_workbook(io.BytesIO(content), rich_text=True).worksheets[0]["A2"].value
    assert str(cell) == "项目：专项运转保障经费（本级）"
    assert [(run.text, bool(run.font.b)) for run in cell] == [
        ("项目：", True),
        ("专项运转保障经费", False),
        ("（本级）", True),
    ]


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", '=HYPERLINK("http://x")', "+1", "-1", "\t=1", "＝1"])
def test_text_from_people_never_becomes_a_formula(text: str):
    dossier = julu()
    project = replace(dossier.department.projects[0], name=text, objectives=(text,))
    changed = with_outcome(with_projects(dossier, project), "完成率", by_hand.done("90", reason=text))
    sheet = sheet_of(dossier=changed)
    for cell in (sheet["A4"], sheet["H10"]):
        assert (cell.data_type, cell.value) == ("s", text)
        assert cell.quotePrefix
    assert sheet["A2"].data_type == "s"


def test_signs_that_no_file_can_hold_are_shown_and_stop_nothing():
    dossier = julu()
    project = replace(dossier.department.projects[0], name="甲\x00乙 <&> _x0041_ ]]>{{总分}}")
    assert (
        sheet_of(dossier=with_projects(dossier, project))["A2"].value
        == "项目名称：甲�乙 <&> _x005F_x0041_ ]]>{{总分}}"
    )


def test_an_open_score_is_said_and_a_missing_text_stays_empty():
    sheet = sheet_of(dossier=with_outcome(julu(), "完成率", None))
    assert sheet["G10"].value == "待录入（可能 0.00–12.50）"
    assert sheet["E10"].value is None
    assert str(sheet["G15"].value).startswith("待定（可能")


def test_without_indicators_the_row_stays_once_and_empty():
    project = replace(julu().department.projects[0], indicators=())
    sheet = sheet_of(dossier=with_projects(julu(), project))
    assert {sheet.cell(8, column).value for column in range(1, 9)} == {None}
    assert sheet["A9"].value == "指标合计"
    assert sheet["G9"].value == "=SUM(G8:G8)"


def test_a_long_text_makes_its_row_higher_and_breaks_into_lines():
    reason = "受客观条件影响，部分工作推迟到下一年度开展。" * 8
    sheet = sheet_of(dossier=with_outcome(julu(), "完成率", by_hand.done("90", reason=reason)))
    assert sheet.row_dimensions[10].height > 100
    assert sheet.row_dimensions[8].height < 60


def test_a_text_that_does_not_fit_its_cell_is_wrapped_in_a_style_like_its_own():
    def narrow(book: Workbook) -> None:
        book.worksheets[0]["F2"] = "右邻"

    sheet = sheet_of(narrow)
    assert sheet["E2"].alignment.wrap_text
    assert sheet.row_dimensions[2].height > 30
    assert not sheet["A2"].alignment.wrap_text


def test_a_form_without_a_project_repeats_over_the_department_s_own_clauses():
    def whole(book: Workbook) -> None:
        for sheet in book.worksheets[1:]:
            book.remove(sheet)
        sheet = book.worksheets[0]
        for place in ("A2", "B3", "C3", "D3", "E3", "A4", "G10", "A12"):
            sheet[place] = "{{部门名称}}" if place == "A2" else None
        sheet["A8"] = "{{所属目标}}"
        del book.defined_names["合计"]

    template = read(county_form(whole))
    assert not template.is_of_project
    content = fill(template, card_of(with_own_objectives(julu())))
    sheet = book_of(content).worksheets[0]
    assert [sheet.cell(8, column).value for column in (1, 3, 4)] == ["（一）", "提案交办率", "≥95%"]
    assert sheet["A9"].value == "指标合计"


def test_what_stands_before_the_levels_is_one_heading_over_all_rows():
    sheet = book_of(filled(starting_point("national"))).worksheets[0]
    heading = next(cell for cell in sheet["A"] if cell.value == "绩效指标")
    assert f"A{heading.row}:A{heading.row + 5}" in sheet.merged_cells


def test_a_heading_beside_a_single_row_has_the_height_it_needs():
    project = replace(julu().department.projects[0], indicators=())
    content = filled(starting_point("national"), with_projects(julu(), project))
    sheet = book_of(content).worksheets[0]
    heading = next(cell for cell in sheet["A"] if cell.value == "绩效指标")
    assert sheet.row_dimensions[heading.row].height >= 60


def test_exact_figures_are_written_as_they_are():
    from by_hand import with_project_outcome

    from scoring.model import Funds, Money

    money = Money(adjusted=Funds(Decimal("1234567890123456.78")), spent=Funds(Decimal("0.10")))
    sheet = sheet_of(dossier=with_project_outcome(julu(), money=money))
    assert sheet["B3"].value == "1234567890123456.78"


def test_a_missing_outcome_is_nothing():
    sheet = sheet_of(dossier=with_outcome(julu(), "完成率", Outcome()))
    assert sheet["H10"].value is None


CHAIN = '<calcChain xmlns="urn:x"><c r="F9" i="1"/></calcChain>'
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
LATER = (
    '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
    'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" '
    'uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}">'
    "<x14:conditionalFormattings><x14:conditionalFormatting><x14:cfRule><xm:f>汇总!$A$1&gt;G10</xm:f></x14:cfRule>"
    "<xm:sqref>G8 A10:B10</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>"
)


def rewritten(data: bytes, changes: dict[str, Callable[[str], str]]) -> bytes:
    """A workbook with parts changed, or added where they are not there."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in {**dict.fromkeys(old.namelist()), **changes}:
            part = old.read(name).decode("utf-8", "surrogateescape") if name in old.namelist() else ""
            new.writestr(name, changes.get(name, str)(part).encode("utf-8", "surrogateescape"))
    return out.getvalue()


def test_the_order_of_computing_is_left_to_the_program_and_everything_is_computed_anew():
    relation = f'<Relationship Id="rId99" Type="{KIND}" Target="calcChain.xml"/></Relationships>'
    declared = f'<Override PartName="/xl/calcChain.xml" ContentType="{TYPE}"/></Types>'
    data = rewritten(
        county_form(),
        {
            "xl/calcChain.xml": lambda _part: CHAIN,
            "xl/_rels/workbook.xml.rels": lambda part: part.replace("</Relationships>", relation),
            "[Content_Types].xml": lambda part: part.replace("</Types>", declared),
        },
    )
    with zipfile.ZipFile(io.BytesIO(filled(data))) as archive:
        assert "xl/calcChain.xml" not in archive.namelist()
        assert b"calcChain" not in archive.read("xl/_rels/workbook.xml.rels") + archive.read(
            "[Content_Types].xml"
        )
        assert b'fullCalcOnLoad="1"' in archive.read("xl/workbook.xml")


def test_rules_of_later_editions_follow_too():
    sheet = "xl/worksheets/sheet1.xml"
    data = rewritten(
        county_form(), {sheet: lambda part: part.replace("</worksheet>", f"{LATER}</worksheet>")}
    )
    with zipfile.ZipFile(io.BytesIO(filled(data))) as archive:
        said = archive.read(sheet).decode()
    assert "<xm:sqref>G8:G13 A15:B15</xm:sqref>" in said
    assert "<xm:f>汇总!$A$1&gt;G15</xm:f>" in said


def test_a_formula_that_cells_share_is_written_out_where_rows_move():
    def share(part: str) -> str:
        first = '<f t="shared" ref="J9:J10" si="0">G9*2</f>'
        rows = part.replace("<f>J9</f>", first).replace("<f>J10</f>", '<f t="shared" si="0"/>')
        assert rows.count("shared") == 2
        return rows

    def change(book: Workbook) -> None:
        book.worksheets[0]["J9"], book.worksheets[0]["J10"] = "=J9", "=J10"

    sheet = book_of(filled(rewritten(county_form(change), {"xl/worksheets/sheet1.xml": share}))).worksheets[0]
    assert (sheet["J14"].value, sheet["J15"].value) == ("=G14*2", "=G15*2")


def test_a_chart_s_ranges_follow():
    from openpyxl.chart import BarChart, Reference

    def draw(book: Workbook) -> None:
        chart = BarChart()
        chart.add_data(Reference(book.worksheets[0], min_col=7, min_row=8, max_row=8))
        book.worksheets[0].add_chart(chart, "J2")

    with zipfile.ZipFile(io.BytesIO(filled(county_form(draw)))) as archive:
        said = archive.read("xl/charts/chart1.xml").decode()
    assert "'自评表'!$G$8:$G$13" in said

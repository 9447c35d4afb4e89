"""Cells of ods and xls as people see them, and what of a workbook nobody sees."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZipFile

import openpyxl
import pytest
from document_samples import ROOT
from sheet_parts_by_hand import CELL, ods_of, row_of

from evaltool.documents import Unreadable, tables
from evaltool.documents.blocks import CellState, Table
from evaltool.documents.readers.ods import read_ods
from evaltool.documents.readers.xls import read_xls
from evaltool.documents.readers.xlsx import read_xlsx

if TYPE_CHECKING:
    from evaltool.documents.blocks import Blocks, Cell

DATA = ROOT / "tests" / "data" / "documents"
SHOWN, PENDING, BARE = CellState.SHOWN, CellState.PENDING, CellState.BARE


def by_address(blocks: Blocks) -> dict[str, Cell]:
    return {
        cell.source.cell: cell
        for table in blocks[0]
        if isinstance(table, Table)
        for row in table.rows
        for cell in row.filled
    }


def of_ods(*rows: str) -> dict[str, tuple[str, CellState]]:
    cells = by_address(read_ods(ods_of(*rows), "表.ods"))
    return {address: (cell.text, cell.state) for address, cell in cells.items()}


@pytest.mark.parametrize(
    ("kind", "value", "displayed", "said"),
    [
        ("percentage", "0.95", "95%", "95%"),
        ("percentage", "0.9543", "95%", "95.43%"),
        ("percentage", "0.95", "≥95%", "≥95%"),
        ("percentage", "0.0004", "0%", "0.04%"),
        ("percentage", "0.95", "", "95%"),
        ("percentage", "0.945", "95%", "94.5%"),
        ("float", "1386000", "1,386,000.00元", "1386000元"),
        ("float", "1386000", "1,386千元", "1386千元"),
        ("float", "1386000", "138.6万元", "138.6万元"),
        ("float", "138.649", "138.6万元", "138.649万元"),
        ("float", "95", "95.00%", "95%"),
        ("float", "3", "3 次", "3次"),
        ("float", "-3.5", "-3.5元", "-3.5元"),
        ("float", "143", "143.00", "143"),
        ("float", "0.94999999999999996", "0.95", "0.95"),
        ("float", "8", "见附件", "8"),
        ("float", "0", "-", "0"),
        ("float", "123456", "1.23E+05", "123456"),
        ("float", "0.5", " 1/2", "0.5"),
        ("float", "0.3", "12人", "12人"),
        ("float", "1", "TRUE", "是"),
        ("currency", "8", "¥8.00", "8"),
    ],
)
def test_a_figure_of_an_ods_has_all_its_decimals_and_the_unit_it_displays(kind, value, displayed, said):
    cell = CELL.format(f'office:value-type="{kind}" office:value="{value}"', displayed)
    assert of_ods(row_of(cell)) == {"A1": (said, SHOWN)}


@pytest.mark.parametrize(
    ("attributes", "displayed", "said"),
    [
        ('office:value-type="date" office:date-value="2022-11-30"', "2022年11月", ("2022-11-30", SHOWN)),
        ('office:value-type="date" office:date-value="2022-11-30T08:30:00"', "8:30", ("2022-11-30", SHOWN)),
        ('office:value-type="boolean" office:boolean-value="true"', "TRUE", ("是", SHOWN)),
        ('office:value-type="time" office:time-value="PT08H30M00S"', "8:30:00", ("8:30:00", SHOWN)),
        ('office:value-type="string"', "≥95%", ("≥95%", SHOWN)),
        ('office:value-type="string" office:string-value="有效提高"', "", ("有效提高", SHOWN)),
        ('table:formula="of:=1/0" office:value-type="string"', "#DIV/0!", ("#DIV/0!", SHOWN)),
        ('table:formula="of:=8+1" office:value-type="float" office:value="9"', "9", ("9", SHOWN)),
        ('table:formula="of:=8+1"', "", ("=8+1", PENDING)),
        ('table:formula="of:=8个" office:value-type="string"', "#NAME?", ("=8个", SHOWN)),
        ("table:formula=\"of:=DDE('cmd';'/c calc')\"", "", ("=DDE('cmd';'/c calc')", PENDING)),
    ],
)
def test_what_an_ods_cell_of_another_kind_shows(attributes, displayed, said):
    assert of_ods(row_of(CELL.format(attributes, displayed))) == {"A1": said}


def test_lines_spans_and_spaces_of_an_ods_are_text_and_comments_are_none():
    cell = (
        '<table:table-cell office:value-type="string">'
        "<office:annotation><text:p>批注</text:p></office:annotation>"
        "<text:p>甲<text:span>乙<text:s text:c='2'/>丙</text:span> </text:p>"
        "<text:p> 丁<text:line-break/>戊</text:p>"
        "</table:table-cell>"
    )
    assert of_ods(row_of(cell)) == {"A1": ("甲乙  丙\n丁\n戊", SHOWN)}


def test_repeated_cells_and_rows_of_an_ods_stand_as_often_as_they_say():
    two = CELL.format('office:value-type="string" table:number-columns-repeated="2"', "x")
    gap = '<table:table-cell table:number-columns-repeated="3"/>'
    covered = CELL.format("", "hidden").replace("table-cell", "covered-table-cell")
    rows = (row_of(gap, two, covered), row_of(gap, again=4), row_of(two, again=2))
    assert set(of_ods(*rows)) == {"D1", "E1", "A6", "B6", "A7", "B7"}


def test_rows_of_headers_and_groups_are_rows_and_tables_in_cells_are_none():
    plain = CELL.format('office:value-type="string"', "甲")
    inner = (
        f"<table:table-cell><text:p>乙</text:p><table:table>{row_of(plain)}</table:table></table:table-cell>"
    )
    rows = (
        f"<table:table-header-rows>{row_of(plain)}</table:table-header-rows>",
        f"<table:table-row-group>{row_of(plain)}</table:table-row-group>",
        row_of(inner),
    )
    assert of_ods(*rows) == {"A1": ("甲", SHOWN), "A2": ("甲", SHOWN), "A3": ("乙", SHOWN)}


KEPT = {
    "A1": ("95%", SHOWN),
    "A2": ("143", SHOWN),
    "C2": ("合", SHOWN),
    "A3": ("12345678901234", SHOWN),
    "A5": ("2022-11-30", SHOWN),
    "A6": ("2022-11-30", SHOWN),
    "A7": ("是", SHOWN),
    "A8": ("甲\n乙", SHOWN),
    "A9": ("12", SHOWN),
}


@pytest.mark.parametrize(
    ("read_it", "name", "differing"),
    [
        (read_ods, "单元格.ods", {"A4": ("0.333333333333333", SHOWN)}),
        (
            read_xls,
            "单元格.xls",
            {
                "A1": ("0.95", BARE),
                "A2": ("143", BARE),
                "A3": ("12345678901234", BARE),
                "A4": ("0.3333333333333333", BARE),
            },
        ),
    ],
)
def test_a_kept_workbook_is_read_with_hidden_rows_and_without_its_hidden_sheet(read_it, name, differing):
    blocks, notes = read_it((DATA / name).read_bytes(), name)
    cells = by_address((blocks, notes))
    assert {address: (cell.text, cell.state) for address, cell in cells.items()} == KEPT | differing
    assert {cell.source.sheet for cell in cells.values()} == {"表"}
    (note,) = notes
    assert (note.code, dict(note.facts), note.source and note.source.sheet) == (
        "document.hidden_sheet",
        {"sheet": "草稿"},
        "草稿",
    )


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_of_an_xlsx_is_noted_and_hidden_rows_are_read(state):
    book = openpyxl.Workbook()
    book.worksheets[0].append(["甲"])
    book.worksheets[0].row_dimensions[1].hidden = True
    book.create_sheet("草稿").append(["旧数"])
    book.worksheets[1].sheet_state = state
    out = io.BytesIO()
    book.save(out)
    blocks, notes = read_xlsx(out.getvalue(), "表.xlsx")
    assert [cell.text for cell in by_address((blocks, notes)).values()] == ["甲"]
    assert [(note.code, note.facts["sheet"]) for note in notes] == [("document.hidden_sheet", "草稿")]


def test_a_remark_far_to_the_right_makes_no_other_row_longer():
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["C1"], sheet["A2"], sheet["XFD3"] = "甲", "乙", "丙", "远"
    out = io.BytesIO()
    book.save(out)
    (table,), _notes = read_xlsx(out.getvalue(), "表.xlsx")
    assert isinstance(table, Table)
    assert [len(row.cells) for row in table.rows] == [3, 3, 16384]


def test_signs_that_xml_cannot_hold_are_line_breaks_or_nothing():
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "甲_x000D_\n乙_x0007_ _x005F_x4E00_ _x4E00_"
    out = io.BytesIO()
    book.save(out)
    blocks, notes = read_xlsx(out.getvalue(), "表.xlsx")
    assert [cell.text for cell in by_address((blocks, notes)).values()] == ["甲\n乙 _x4E00_ 一"]


@pytest.mark.parametrize("name", ["巨鹿县政协-2022.ods", "巨鹿县政协-2022.xls"])
def test_tables_of_actuals_come_from_every_kind_of_workbook(name: str):
    first, *_others = tables.read_rows(DATA / name, lambda _cell: False)
    assert first.cells[0].startswith("第一部分")
    assert (first.source.sheet, first.source.row, first.source.cell) == ("部门整体绩效目标", 1, "A1")


@pytest.mark.parametrize(("read_it", "name"), [(read_ods, "有打开密码.ods"), (read_xls, "有打开密码.xls")])
def test_a_workbook_with_a_password_says_that_it_is_locked(read_it, name):
    with pytest.raises(Unreadable) as refused:
        read_it((DATA / name).read_bytes(), name)
    assert refused.value.code == "document.locked"


def test_a_workbook_that_is_cut_off_or_lacks_its_parts_is_broken():
    xls = (DATA / "巨鹿县政协-2022.xls").read_bytes()
    with pytest.raises(Unreadable) as refused:
        read_xls(xls[: len(xls) // 2], "表.xls")
    assert (refused.value.code, refused.value.facts["format"]) == ("document.broken", "xls")
    for parts in ({"content.xml": "<a>"}, {}):
        out = io.BytesIO()
        with ZipFile(out, "w") as archive:
            for part, content in parts.items():
                archive.writestr(part, content)
        with pytest.raises(Unreadable) as refused:
            read_ods(out.getvalue(), "表.ods")
        assert (refused.value.code, refused.value.facts["format"]) == ("document.broken", "ods")

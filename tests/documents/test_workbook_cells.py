"""Workbooks as people leave them: endless used ranges, formulas, units in number formats, what is hidden."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from evaltool.documents import Unreadable, tables
from evaltool.documents.blocks import Table
from evaltool.documents.readers import grid
from evaltool.documents.readers.xlsx import read_xlsx
from evaltool.documents.tables import SheetRow, read_rows, rows_of

Saved = Callable[..., Path]


@pytest.fixture
def saved(tmp_path: Path) -> Saved:
    def save(*fills: Callable[[Worksheet], object]) -> Path:
        book = Workbook()
        for fill in fills:
            fill(book.worksheets[0])
        book.save(tmp_path / "表.xlsx")
        return tmp_path / "表.xlsx"

    return save


def rows(path: Path) -> tuple[SheetRow, ...]:
    (table,), _notes = read_xlsx(path.read_bytes(), path.name)
    assert isinstance(table, Table)
    return rows_of(table)


def cell(value: object, number_format: str = "General") -> Callable[[Worksheet], object]:
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = value
        sheet["A1"].number_format = number_format

    return fill


@pytest.mark.parametrize("address", ["XFD1048576", "A1048576", "H200000"])
@pytest.mark.parametrize("blank", ["", " "])
def test_a_blank_at_the_end_of_a_used_range_is_no_row(saved, address, blank):
    def fill(sheet: Worksheet) -> None:
        sheet["A1"] = "甲"
        sheet[address] = blank

    (row,) = rows(saved(fill))
    assert row.cells == ("甲",)


def test_a_far_row_keeps_its_number_and_empty_cells_before_it_cost_nothing(saved):
    def fill(sheet: Worksheet) -> None:
        sheet["XFD1048576"] = ""
        sheet["C1048000"] = "x"

    (row,) = rows(saved(fill))
    assert (row.cells, row.source.row, row.source.cell) == (("", "", "x"), 1_048_000, "A1048000")


def test_more_cells_than_a_table_has_are_refused(saved, monkeypatch):
    monkeypatch.setattr(grid, "MOST_CELLS", 10)
    assert len(rows(saved(lambda sheet: sheet.append([1] * 10)))) == 1
    for fill in (lambda sheet: sheet.append([1] * 11), lambda sheet: sheet.cell(1, 11, 1)):
        with pytest.raises(Unreadable) as refused:
            rows(saved(fill))
        assert (refused.value.code, refused.value.facts["limit"]) == ("document.too_many_cells", "10")


def test_the_cells_of_all_sheets_count_together(tmp_path, monkeypatch):
    monkeypatch.setattr(grid, "MOST_CELLS", 10)
    book = Workbook()
    book.worksheets[0].append([1] * 6)
    book.create_sheet().append([1] * 6)
    book.save(tmp_path / "表.xlsx")
    with pytest.raises(Unreadable):
        rows(tmp_path / "表.xlsx")


def test_a_small_file_that_unpacks_to_hundreds_of_megabytes_is_refused(saved):
    path = saved(cell("甲"))
    with ZipFile(path, "a", ZIP_DEFLATED) as archive, archive.open("xl/blanks.xml", "w") as part:
        for _megabyte in range(grid.MOST_MEGABYTES):
            part.write(bytes(1_000_000))
    with pytest.raises(Unreadable) as refused:
        rows(path)
    assert refused.value.code == "document.unpacks_too_large"


def test_what_lies_hidden_below_a_merged_cell_is_not_read(saved, tmp_path):
    path = saved(lambda sheet: sheet.append(["甲", "乙"]), lambda sheet: sheet.append(["丙", "丁"]))
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    merged = b'</sheetData><mergeCells count="1"><mergeCell ref="A1:A1048576"/></mergeCells>'
    with ZipFile(tmp_path / "合并.xlsx", "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content.replace(b"</sheetData>", merged) if part == name else content)
    assert [row.cells for row in rows(tmp_path / "合并.xlsx")] == [("甲", "乙"), ("", "丁")]


@pytest.mark.parametrize(
    ("value", "number_format", "said"),
    [
        (1386000, '#,##0.00"元"', "1386000元"),
        (138.6, '0.00"万元"', "138.6万元"),
        (3, '0"人"', "3人"),
        (3, '0"次"', "3次"),
        (3, "0\\次", "3次"),
        (3, "0次", "3次"),
        (3, 'General"个"', "3个"),
        (95, '0.00"%"', "95%"),
        (0.95, "0%", "95%"),
        (0.95, '"≥"0%', "≥95%"),
        (5, '"≥"0"个"', "≥5个"),
        (1386000, '0!.0,"万元"', "138.6万元"),
        (1386000, '0!.0000"万元"', "138.6万元"),
        (1386000, '#,##0,"千元"', "1386千元"),
        (-3.5, '0.0"元";[Red]\\-0.0"元"', "-3.5元"),
        (8, '"¥"#,##0.00', "8"),
        (8, '_ "¥"* #,##0.00_ ;_ "¥"* \\-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ', "8"),
        (8, '"见附件"', "8"),
        (0, '0;-0;"-"', "0"),
        (8, "0.00E+00", "8"),
        (123456789012345, "0", "123456789012345"),
        ("8", '0"人"', "8"),
        (date(2022, 11, 30), 'yyyy"年"m"月"', "2022-11-30"),
        (True, "General", "是"),
    ],
)
def test_a_figure_has_the_unit_that_its_cell_shows(saved, value, number_format, said):
    (row,) = rows(saved(cell(value, number_format)))
    assert row.cells == (said,)


def test_a_formula_that_was_never_calculated_is_marked_and_one_with_a_result_is_it(saved, tmp_path):
    path = saved(lambda sheet: sheet.append(["=8+1", "=8个", "=SUM(A1:A2)", "甲"]))
    (row,) = rows(path)
    assert (row.cells, row.pending) == (("=8+1", "=8个", "=SUM(A1:A2)", "甲"), {0, 2})
    # openpyxl writes the empty value as <v /> or, where lxml is installed, as <v></v>.
    with_result = re.compile(rb"<f>8\+1</f><v(?: ?/>|></v>)")
    with ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(tmp_path / "算过.xlsx", "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, with_result.sub(b"<f>8+1</f><v>9</v>", content))
    (row,) = rows(tmp_path / "算过.xlsx")
    assert (row.cells[0], row.pending) == ("9", {2})


def test_texts_in_several_runs_and_from_other_makers_are_one_text(saved):
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    path = saved(cell(CellRichText("≥95", TextBlock(InlineFont(b=True), "%"))))
    assert load_workbook(path).worksheets[0]["A1"].value == "≥95%"
    assert rows(path)[0].cells == ("≥95%",)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"PK\x03\x04" + bytes(200), "document.unknown"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "table.unreadable"),
        (bytes(range(256)) * 4, "table.unreadable"),
        (b"\xff\xfe\x00", "table.unreadable"),
    ],
)
def test_what_is_no_table_is_said_to_be_none(tmp_path, data, code):
    (tmp_path / "表.xlsx").write_bytes(data)
    with pytest.raises(Unreadable) as refused:
        read_rows(tmp_path / "表.xlsx", lambda _cell: False)
    assert refused.value.code == code


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_the_header_decides_what_separates_the_cells_of_a_text(tmp_path, delimiter, encoding):
    lines = [["某县；2022年，自评表"], ["名称", "得分"], ["一,二;三，四", "5"]]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in line) for line in lines)
    (tmp_path / "表.csv").write_bytes(text.encode(encoding))
    read = read_rows(tmp_path / "表.csv", {"名称", "得分"}.__contains__)
    assert [list(row.cells) for row in read] == lines


def test_a_text_without_known_names_is_separated_by_commas(tmp_path):
    (tmp_path / "表.csv").write_text("甲;乙,丙\n", "utf-8")
    (row,) = read_rows(tmp_path / "表.csv", lambda _cell: False)
    assert row.cells == ("甲;乙", "丙")


def test_more_rows_than_a_table_has_are_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    (tmp_path / "表.csv").write_text("1\n2\n3\n", "utf-8")
    with pytest.raises(Unreadable) as refused:
        read_rows(tmp_path / "表.csv", lambda _cell: False)
    assert refused.value.code == "document.too_many_lines"


def test_a_workbook_of_more_rows_than_a_table_has_is_refused(saved, monkeypatch):
    monkeypatch.setattr(grid, "MOST_ROWS", 2)
    assert len(rows(saved(lambda sheet: sheet.append([1]), lambda sheet: sheet.append([1])))) == 2
    with pytest.raises(Unreadable) as refused:
        rows(saved(*[lambda sheet: sheet.append([1])] * 3))
    assert refused.value.code == "document.too_many_lines"

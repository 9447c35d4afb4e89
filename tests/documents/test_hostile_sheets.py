"""Workbooks made to fill the memory or the day: each is refused with one sentence, or survived."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from document_samples import ROOT
from hypothesis import given
from hypothesis import strategies as st
from sheet_parts_by_hand import CELL, ods_of, row_of, xlsx_of

from evaltool.documents import Unreadable
from evaltool.documents.blocks import CellState, Table
from evaltool.documents.readers import grid, sheet_parts
from evaltool.documents.readers.ods import read_ods
from evaltool.documents.readers.xlsx import read_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from evaltool.documents.blocks import Blocks

DATA = ROOT / "tests" / "data" / "documents"
TEXT = CELL.format('office:value-type="string"{}', "x")
BOMB = (
    '<!DOCTYPE a [<!ENTITY l0 "哈">'
    + "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 12))
    + "]>"
)
FILE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


def numbers(rows: int) -> Iterator[str]:
    yield "<sheetData>"
    yield from (f'<row r="{row}"><c r="A{row}"><v>{row}</v></c></row>' for row in range(1, rows + 1))
    yield "</sheetData>"


def wide(rows: int) -> str:
    cells = '<c t="str"><v>x</v></c>' * 16_384
    return f"<sheetData>{f'<row>{cells}</row>' * rows}</sheetData>"


def text_in_xlsx(text: str) -> str:
    return f'<sheetData><row><c t="str"><v>{text}</v></c></row></sheetData>'


def shared(text: str, times: int, head: str = "") -> bytes:
    cells = '<c t="s"><v>0</v></c>' * times
    return xlsx_of([f"<sheetData><row>{cells}</row></sheetData>"], [f"<si><t>{text}</t></si>"], head=head)


def sized(read_x: Callable[[bytes, str], Blocks], data: bytes) -> tuple[int, int]:
    (table,), _notes = read_x(data, "表")
    assert isinstance(table, Table)
    return len(table.rows), max(len(row.cells) for row in table.rows)


def refusal(read_x: Callable[[bytes, str], Blocks], data: bytes) -> str:
    with pytest.raises(Unreadable) as refused:
        read_x(data, "表")
    return refused.value.code


def test_a_hundred_thousand_rows_are_read_and_one_more_is_refused():
    assert sized(read_xlsx, xlsx_of(numbers(100_000))) == (100_000, 1)
    assert refusal(read_xlsx, xlsx_of(numbers(100_001))) == "document.too_many_lines"
    assert sized(read_ods, ods_of(row_of(TEXT.format(""), again=100_000))) == (100_000, 1)
    assert refusal(read_ods, ods_of(row_of(TEXT.format(""), again=100_001))) == "document.too_many_lines"


def test_sixteen_thousand_columns_are_read_within_the_cells_that_a_workbook_may_have():
    full = TEXT.format(' table:number-columns-repeated="16384"')
    assert sized(read_xlsx, xlsx_of([wide(2)])) == (2, 16_384)
    assert refusal(read_xlsx, xlsx_of([wide(19)])) == "document.too_many_cells"
    assert sized(read_ods, ods_of(row_of(full, again=2))) == (2, 16_384)
    assert refusal(read_ods, ods_of(row_of(full, again=1_048_576))) == "document.too_many_cells"


def test_empty_cells_repeated_without_end_cost_nothing():
    empty = '<table:table-cell table:number-columns-repeated="999999999"/>'
    last = row_of(empty, again=1_048_575)
    assert sized(read_ods, ods_of(row_of(TEXT.format(""), empty), last)) == (1, 1)
    assert refusal(read_ods, ods_of(last, last)) == "document.broken"


@pytest.mark.parametrize("read_x", [read_xlsx, read_ods])
def test_a_file_that_unpacks_to_more_than_a_workbook_is_not_unpacked(read_x: Callable[[bytes, str], Blocks]):
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive, archive.open("content.xml", "w") as part:
        for _megabyte in range(grid.MOST_MEGABYTES + 1):
            part.write(bytes(1_000_000))
    assert refusal(read_x, out.getvalue()) == "document.unpacks_too_large"


def test_more_tags_than_any_sheet_has_are_not_read_to_the_end(monkeypatch):
    monkeypatch.setattr(sheet_parts, "_MOST_TAGS", 1000)
    for empties in ("<c/>" * 1000, "<row/>" * 1000):
        assert refusal(read_xlsx, xlsx_of([f"<sheetData>{empties}</sheetData>"])) == "document.broken"
        assert refusal(read_ods, ods_of(empties)) == "document.broken"


def test_merged_cells_without_end_are_not_looked_through(monkeypatch):
    monkeypatch.setattr(grid, "MOST_CELLS", 1000)
    ranges = '<mergeCell ref="A1:B2"/>' * 3000
    merged = f"<mergeCells>{ranges}</mergeCells>"
    assert refusal(read_xlsx, xlsx_of([text_in_xlsx("x"), merged])) == "document.too_many_cells"


def test_one_text_that_fills_thousands_of_cells_is_refused_before_it_fills_the_memory():
    long = "x" * 30_000 + "\n" + "y"
    assert refusal(read_xlsx, shared(long, 1000)) == "document.unpacks_too_large"
    assert (
        refusal(read_ods, ods_of(row_of(CELL.format('table:number-columns-repeated="1000"', long))))
        == "document.unpacks_too_large"
    )


def test_a_row_that_never_ends_is_not_held_in_memory():
    assert (
        refusal(read_ods, ods_of("<table:table-row>", "<table:table-cell/>" * 500_000)) == "document.broken"
    )


def test_entities_that_expand_are_refused():
    assert refusal(read_xlsx, xlsx_of([text_in_xlsx("&l11;")], head=BOMB)) == "document.broken"
    assert refusal(read_xlsx, shared("&l11;", 1, head=BOMB)) == "document.broken"
    assert refusal(read_ods, ods_of(row_of(CELL.format("", "甲&l11;")), head=BOMB)) == "document.broken"


def test_entities_that_name_a_file_are_never_followed():
    assert refusal(read_xlsx, xlsx_of([text_in_xlsx("&x;")], head=FILE)) == "document.broken"
    (table,), _notes = read_ods(ods_of(row_of(CELL.format("", "甲&x;")), head=FILE), "表")
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0].cells] == ["甲"]


def test_a_command_in_a_formula_is_a_text_that_nobody_runs():
    sheet = "<sheetData><row><c><f>cmd|'/c calc'!A0</f></c></row></sheetData>"
    (table,), _notes = read_xlsx(xlsx_of([sheet]), "表")
    assert isinstance(table, Table)
    (cell,) = table.rows[0].cells
    assert (cell.text, cell.state) == ("=cmd|'/c calc'!A0", CellState.PENDING)


@given(
    damage=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=20),
    end=st.floats(0.2, 1),
)
def test_a_damaged_ods_is_read_or_refused(damage: list[tuple[float, int]], end: float):
    # An xls is not damaged here: its library may end the process, which is why it has one of its own.
    data = bytearray((DATA / "单元格.ods").read_bytes())
    for place, value in damage:
        data[int(place * len(data))] = value
    try:
        blocks, _notes = read_ods(bytes(data[: int(len(data) * end)]), "单元格.ods")
    except Unreadable:
        return
    assert all(isinstance(block, Table) for block in blocks)

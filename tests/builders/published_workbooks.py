"""The published documents as true workbooks: prose merged across rows, merged levels, figures as numbers.

The text form says what stands in which cell; how many columns of the sheet a cell takes is told by how many
cells its row has.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
from openpyxl.styles import Alignment

from evaltool.documents.blocks import Paragraph
from evaltool.documents.readers.text import read_text

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.worksheet.worksheet import Worksheet

    from evaltool.documents.blocks import Row, Table

WIDTH = 7
SPANS = {
    1: (7,),
    2: (1, 6),
    4: (1, 2, 1, 3),
    5: (1, 1, 2, 1, 2),
    6: (1, 1, 1, 2, 1, 1),
    7: (1, 1, 1, 1, 1, 1, 1),
}
"""Columns of the sheet that the cells of a row take, by how many cells it has."""

_PROJECT = re.compile(r"\d+[.、](?P<name>.+)绩效目标表")
_MONEY = re.compile(r"\d+\.\d{2}")
_TARGET = re.compile(r"(?P<sign>≥?)(?P<figure>\d{1,4})(?P<unit>%|次|万元)")


def workbook_of(document: Path, *, together: bool = False, typed: bool = False) -> bytes:
    """A workbook with one sheet for the prose and one for each project; all on one sheet if `together`.

    Targets are numbers with a format (95 % is 0.95), or text as it was typed if `typed`. Money is always a
    number.
    """
    blocks, _findings = read_text(document.read_bytes(), document.name)
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "绩效目标" if together else "部门整体绩效目标"
    row = 1
    for block in blocks:
        if isinstance(block, Paragraph):
            project = _PROJECT.fullmatch(block.text)
            if project and not together:
                sheet, row = book.create_sheet(f"{len(book.worksheets)}.{project['name']}"), 1
            _write_prose(sheet, row, block.text)
            row += 1
        else:
            row = _write_table(sheet, row, block, typed=typed)
    for each in book.worksheets:
        for column in "ABCDEFG":
            each.column_dimensions[column].width = 18
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _write_prose(sheet: Worksheet, row: int, text: str) -> None:
    sheet.cell(row, 1, text).alignment = Alignment(wrap_text=True)
    sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=WIDTH)


def _write_table(sheet: Worksheet, first: int, table: Table, *, typed: bool) -> int:
    rows = [row for row in table.rows if row.filled]
    begun = first
    for number, row in enumerate(rows, first):
        _write_row(sheet, number, row, typed=typed)
        if number > first and row.cells[0].text:
            _merge_down(sheet, begun, number - 1)
            begun = number
    last = first + len(rows) - 1
    _merge_down(sheet, begun, last)
    return last + 1


def _merge_down(sheet: Worksheet, begun: int, last: int) -> None:
    if last > begun:
        sheet.merge_cells(start_row=begun, end_row=last, start_column=1, end_column=1)


def _write_row(sheet: Worksheet, number: int, row: Row, *, typed: bool) -> None:
    column = 1
    for cell, span in zip(row.cells, SPANS[len(row.cells)], strict=True):
        if cell.text:
            _write_cell(sheet, number, column, cell.text, typed=typed)
        if span > 1:
            end = column + span - 1
            sheet.merge_cells(start_row=number, end_row=number, start_column=column, end_column=end)
        column += span


def _write_cell(sheet: Worksheet, row: int, column: int, text: str, *, typed: bool) -> None:
    cell = sheet.cell(row, column, text)
    cell.alignment = Alignment(wrap_text=True)
    target = None if typed else _TARGET.fullmatch(text)
    if _MONEY.fullmatch(text):
        cell.value, cell.number_format = float(text), "0.00"
    elif target:
        sign = f'"{target["sign"]}"' if target["sign"] else ""
        if target["unit"] == "%":
            cell.value, cell.number_format = int(target["figure"]) / 100, f"{sign}0%"
        else:
            cell.value, cell.number_format = int(target["figure"]), f'{sign}0"{target["unit"]}"'

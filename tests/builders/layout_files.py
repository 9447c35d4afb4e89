"""True files of the documents in tests/cases/layouts: tables in Word and Excel with cells truly merged."""

from __future__ import annotations

import re
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import openpyxl
from layout_cases import Grid

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_NUMBER = re.compile(r"(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,9}(?:\.\d+)?)(?P<percent>%?)")


def docx_of(document: tuple[str | Grid, ...]) -> bytes:
    """A Word file: titles as paragraphs, each table with its grid and merged cells."""
    word = docx.Document()
    for part in document:
        if isinstance(part, str):
            word.add_paragraph(part)
            continue
        table = word.add_table(part.height, part.width)
        cells = [row.cells for row in table.rows]
        for (row, column), text in part.texts.items():
            if text:
                cells[row][column].text = text
        for (top, left), (bottom, right) in part.merged.items():
            text = part.texts[top, left]
            cells[top][left].merge(cells[bottom][right]).text = text
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def xlsx_of(document: tuple[str | Grid, ...]) -> bytes:
    """An Excel file of one sheet: a title across it, then the rows, figures as numbers with a format."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    width = max((part.width for part in document if isinstance(part, Grid)), default=1)
    row = 1
    for part in document:
        if isinstance(part, str):
            sheet.cell(row, 1, part)
            if width > 1:
                sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
            row += 1
        else:
            _write(sheet, part, row)
            row += part.height
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def _write(sheet: Worksheet, part: Grid, first: int) -> None:
    for (row, column), text in part.texts.items():
        if text:
            _fill(sheet, first + row, column + 1, text)
    for (top, left), (bottom, right) in part.merged.items():
        sheet.merge_cells(
            start_row=first + top, end_row=first + bottom, start_column=left + 1, end_column=right + 1
        )


def _fill(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """A figure becomes a number that is shown as the text, as typing it into a sheet does."""
    found = _NUMBER.fullmatch(text)
    is_number = found and (text[0] != "0" or found["figure"].startswith("0.") or found["figure"] == "0")
    if not found or not is_number:
        sheet.cell(row, column, text)
        return
    figure = Decimal(found["figure"].replace(",", ""))
    whole, _, places = found["figure"].partition(".")
    shape = "#,##0" if "," in whole else "0"
    shape += f".{'0' * len(places)}" if places else ""
    cell = sheet.cell(row, column, figure / 100 if found["percent"] else figure)
    cell.number_format = shape + found["percent"]

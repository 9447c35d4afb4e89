"""Rows of a table kept as CSV or as a workbook, each with its place: what a table of actuals is made of."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from evaltool.documents.files import read_bytes
from evaltool.documents.unreadable import Unreadable
from scoring.model import Source

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_ROWS = 100_000
"""A department has thousands of lines at most; more is not a table of actuals."""


_NO_SUCH_NAME = "#NAME?"
_SIGNED_FIGURE = re.compile(r"=[0-9][0-9.,]*[^0-9!-~]*%?")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: the text of each cell, and where it stands."""

    cells: tuple[str, ...]
    source: Source


def read_rows(path: Path) -> tuple[SheetRow, ...]:
    """The rows of a CSV (UTF-8 with or without BOM, or GB18030) or of a workbook's first sheet.

    Rows without any text are left out. Raises `Unreadable` where the file is no table.
    """
    return next(_sheets(path), ())


def read_sheets(path: Path) -> tuple[tuple[SheetRow, ...], ...]:
    """The rows of every sheet of a workbook; a CSV is one sheet. Raises `Unreadable` as `read_rows` does."""
    return tuple(_sheets(path))


def is_workbook(data: bytes) -> bool:
    """Whether a file's content is a workbook's and not a CSV's."""
    return data.startswith(b"PK\x03\x04")


def _sheets(path: Path) -> Iterator[tuple[SheetRow, ...]]:
    data = read_bytes(path)
    if is_workbook(data):
        for rows in _of_workbook(data, path.name):
            yield _kept(rows, path.name)
    else:
        yield _kept(_of_csv(data, path.name), path.name)


def _kept(rows: Iterator[SheetRow], file: str) -> tuple[SheetRow, ...]:
    found = []
    for row in rows:
        if any(row.cells):
            found.append(row)
        if len(found) > MOST_ROWS:
            raise Unreadable("document.too_many_lines", file, limit=MOST_ROWS)
    return tuple(found)


def _of_csv(data: bytes, file: str) -> Iterator[SheetRow]:
    if b"\0" in data:
        raise Unreadable("document.binary", file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError:
            raise Unreadable("document.encoding", file) from None
    reader = csv.reader(io.StringIO(text, newline=""))
    try:
        for cells in reader:
            yield SheetRow(tuple(cell.strip() for cell in cells), Source(file, reader.line_num))
    except csv.Error:
        raise Unreadable("document.binary", file) from None


def _of_workbook(data: bytes, file: str) -> Iterator[Iterator[SheetRow]]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), data_only=True)
        typed = load_workbook(io.BytesIO(data)) if _has_formulas(data) else None
    except Exception:  # noqa: BLE001 - openpyxl lets whatever a broken file causes through
        raise Unreadable("document.binary", file) from None
    for place, sheet in enumerate(book.worksheets):
        yield _of_sheet(sheet, typed.worksheets[place] if typed else None, file)


def _has_formulas(data: bytes) -> bool:
    with ZipFile(io.BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/")]
        return any(b"<f" in archive.read(name) for name in sheets)


def _of_sheet(sheet: Worksheet, typed: Worksheet | None, file: str) -> Iterator[SheetRow]:
    for number, row in enumerate(sheet.iter_rows(), 1):
        cells = tuple(_said(cell, typed) for cell in row)
        yield SheetRow(cells, Source(file, sheet=sheet.title, row=number, cell=f"A{number}"))


def _said(cell: Any, typed: Worksheet | None) -> str:
    """A cell as it is shown; a figure with a sign that was taken for a formula, =8个, as it was typed."""
    if typed is not None and cell.value in {None, _NO_SUCH_NAME}:
        formula = typed[cell.coordinate].value
        if isinstance(formula, str) and _SIGNED_FIGURE.fullmatch(formula):
            return formula
    return _text(cell.value, cell.number_format)


def _text(value: Any, number_format: str) -> str:
    """A cell as it is shown: 95 % is "95%" and not 0.95; a date is that day."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, datetime | date):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, int | float):
        figure = Decimal(repr(value))
        if "%" in number_format:
            return f"{(figure * 100).normalize():f}%"
        return f"{figure.normalize():f}" if isinstance(value, float) else str(value)
    return str(value).strip()

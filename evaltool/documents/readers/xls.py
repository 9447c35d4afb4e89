"""The older workbooks of Excel (xls) and WPS (et), read with calamine, which drops the formats of numbers."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from evaltool.documents.blocks import Blocks, CellState
from evaltool.documents.readers.cell_text import day, plain_figure, yes_or_no
from evaltool.documents.readers.grid import Grid
from evaltool.documents.unreadable import Unreadable

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_BEGINNING = re.compile(rb"\x09\x08(?:\x08\x00\x00\x05|\x10\x00\x00\x06)\x05\x00")
"""The first record of a workbook, of Excel 5 or 97, that describes it as a whole."""
_ENCRYPTED = 0x2F
_FIRST_RECORDS = 8
_SHOWN, _BARE = CellState.SHOWN, CellState.BARE
_PANIC = "pyo3_runtime"
"""Where the exception comes from that is raised when the library gives up; it is no `Exception`."""


def read_xls(data: bytes, file: str) -> Blocks:
    """A table for each visible sheet. Raises `Unreadable` where the file is locked, broken or too large.

    Sheets, rows and columns that are hidden count as they do in xlsx. A number's state is `BARE`: whether
    0.95 was shown as 95% is not known here.
    """
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    grid = Grid(file)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for number, sheet in enumerate(book.sheets_metadata):
                if sheet.typ != SheetTypeEnum.WorkSheet:
                    continue
                if sheet.visible != SheetVisibleEnum.Visible:
                    grid.skip(sheet.name)
                else:
                    grid.begin(sheet.name)
                    _read_sheet(book.get_sheet_by_index(number), grid)
    except Unreadable:
        raise
    except BaseException as fault:
        if isinstance(fault, Exception) or type(fault).__module__ == _PANIC:
            if _is_locked(data):
                raise Unreadable("document.locked", file) from None
            raise Unreadable("document.broken", file, format="xls") from None
        raise
    return grid.blocks()


def _is_locked(data: bytes) -> bool:
    """Whether a workbook says, right after its beginning, that the rest is encrypted.

    The library knows it too, but for a file without a name it says only that it cannot read it.
    """
    found = _BEGINNING.search(data)
    at = found.start() if found else len(data)
    for _record in range(_FIRST_RECORDS):
        kind, length = (int.from_bytes(data[place : place + 2], "little") for place in (at, at + 2))
        if kind == _ENCRYPTED:
            return True
        at += 4 + length
    return False


def _read_sheet(sheet: CalamineSheet, grid: Grid) -> None:
    for row, values in enumerate(sheet.iter_rows(), 1):
        grid.put(row, [(column, *_shown(value)) for column, value in enumerate(values, 1) if value != ""])
    grid.cover(
        (left + 1, top + 1, right + 1, bottom + 1)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    )
    grid.end()


def _shown(value: object) -> tuple[str, CellState]:
    """The text of a value as the library gives it."""
    if isinstance(value, str):
        return value, _SHOWN
    if isinstance(value, bool):
        return yes_or_no(value), _SHOWN
    if isinstance(value, int | float):
        return plain_figure(str(value)), _BARE
    return day(value), _SHOWN

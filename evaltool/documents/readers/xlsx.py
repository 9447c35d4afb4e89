"""Workbooks of Excel and WPS (xlsx, xlsm) as people see them: figures with sign and unit."""

from __future__ import annotations

import io
from itertools import groupby
from operator import attrgetter
from zipfile import ZipFile

from evaltool.documents.blocks import Blocks
from evaltool.documents.readers.cell_text import shown
from evaltool.documents.readers.grid import Grid, Range
from evaltool.documents.readers.sheet_parts import SheetPart, feed
from evaltool.documents.readers.workbook import SheetEntry, Workbook, unpacks_to_little
from evaltool.documents.unreadable import Unreadable


def read_xlsx(data: bytes, file: str) -> Blocks:
    """A table for each visible sheet. Raises `Unreadable` where the file is broken or too large.

    A hidden sheet is noted and not read: it holds lists and last year's drafts. Hidden rows and columns are
    read, because a filter that somebody left on hides rows that still count. Nothing is calculated, no
    macro runs and no link is followed.
    """
    grid = Grid(file)
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            unpacks_to_little(archive, file)
            book = Workbook.of(archive, file)
            for entry in book.sheets:
                if entry.is_hidden:
                    grid.skip(entry.title)
                else:
                    _read_sheet(archive, book, entry, grid)
    except Unreadable:
        raise
    except Exception:  # noqa: BLE001 - a broken archive or part may fail in any way at all
        raise Unreadable("document.broken", file, format="xlsx") from None
    return grid.blocks()


def _read_sheet(archive: ZipFile, book: Workbook, entry: SheetEntry, grid: Grid) -> None:
    grid.begin(entry.title)
    part = SheetPart()
    with archive.open(entry.part) as stream:
        for _piece in feed(stream, part):
            for row, cells in groupby(part.cells, attrgetter("row")):
                grid.put(row, ((cell.column, *shown(cell, book.strings, book.styles)) for cell in cells))
            part.cells.clear()
    grid.cover(map(_range, part.merged))
    grid.end()


def _range(reference: str) -> Range:
    from openpyxl.utils.cell import range_boundaries

    left, top, right, bottom = range_boundaries(reference)
    if left is None or top is None or right is None or bottom is None:
        raise ValueError(reference)
    return left, top, right, bottom

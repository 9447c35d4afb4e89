"""Workbooks of LibreOffice and OpenOffice (ods) as people see them, read with lxml row by row."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any
from zipfile import ZipFile

from evaltool.documents.blocks import Blocks, CellState
from evaltool.documents.readers.grid import Grid, Said
from evaltool.documents.readers.ods_cell import FORMULA, KIND, OFFICE, STYLE, TABLE, shown
from evaltool.documents.readers.sheet_parts import pieces
from evaltool.documents.readers.workbook import unpacks_to_little
from evaltool.documents.unreadable import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

_MANIFEST = "META-INF/manifest.xml"
_WIDEST_ROW = 4_000_000
"""Bytes of one row: sixteen thousand cells have half of it. A row is held as a whole."""
_LAST_COLUMN = 16_384
_LAST_ROW = 1_048_576

_TABLE, _ROW, _STYLES = f"{TABLE}table", f"{TABLE}table-row", f"{OFFICE}automatic-styles"
_CELL, _COVERED = f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
_CELLS = frozenset({_CELL, _COVERED})
_SHEETS = f"{OFFICE}spreadsheet"
_ROWS_REPEATED, _COLUMNS_REPEATED = f"{TABLE}number-rows-repeated", f"{TABLE}number-columns-repeated"

_Repeated = tuple[int, int, str, CellState]


def read_ods(data: bytes, file: str) -> Blocks:
    """A table for each visible sheet. Raises `Unreadable` where the file is locked, broken or too large.

    Sheets, rows and columns that are hidden count as they do in xlsx. No entity is replaced and no link
    followed. Repeated cells are as many as they say, but empty ones cost nothing.
    """
    grid = Grid(file)
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            unpacks_to_little(archive, file)
            _is_open(archive, file)
            with archive.open("content.xml") as stream:
                _Content(grid).read(stream)
    except Unreadable:
        raise
    except Exception:  # noqa: BLE001 - a broken archive or part may fail in any way at all
        raise Unreadable("document.broken", file, format="ods") from None
    return grid.blocks()


def _is_open(archive: ZipFile, file: str) -> None:
    """Raises `Unreadable` where the manifest names parts that are encrypted."""
    if _MANIFEST in archive.namelist() and b"encryption-data" in archive.read(_MANIFEST):
        raise Unreadable("document.locked", file)


class _Content:
    """Reads the part with all sheets. What has been read is let go, so that a large file is never a tree."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._hidden: frozenset[str] = frozenset()
        self._row = 0
        self._inside = 0
        self._sheet: _Element | None = None

    def read(self, stream: IO[bytes]) -> None:
        """Give the grid every cell. Raises `ValueError` for a part that is no list of sheets."""
        from lxml.etree import XMLPullParser

        parser = XMLPullParser(
            events=("start", "end"),
            tag=(_TABLE, _ROW, _STYLES),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        since = 0
        for piece in pieces(stream):
            parser.feed(piece)
            since += len(piece)
            if self._take_all(parser):
                since = 0
            if since > _WIDEST_ROW:
                raise ValueError(since)
        parser.close()
        self._take_all(parser)

    def _take_all(self, parser: Any) -> bool:
        """Take what has been parsed; whether there was anything."""
        is_any = False
        for event, element in parser.read_events():
            self._take(event, element)
            is_any = True
        return is_any

    def _take(self, event: str, element: _Element) -> None:
        if element.tag == _ROW:
            if event == "end" and self._sheet is not None and not self._inside:
                self._read_row(element)
        elif element.tag == _TABLE:
            self._take_sheet(event, element)
        elif event == "end":
            self._hidden = frozenset(_hidden_styles(element))

    def _take_sheet(self, event: str, element: _Element) -> None:
        """A sheet begins or ends; tables inside a cell, or kept of a link, are none."""
        parent = element.getparent()
        if parent is None or parent.tag != _SHEETS:
            self._inside += 1 if event == "start" else -1
            return
        if event == "end":
            if self._sheet is not None:
                self._grid.end()
            self._sheet = None
            element.clear()
            return
        title = element.get(f"{TABLE}name", "")
        if element.get(f"{TABLE}style-name", "") in self._hidden:
            self._grid.skip(title)
        else:
            self._grid.begin(title)
            self._sheet, self._row = element, 0

    def _read_row(self, element: _Element) -> None:
        repeated = _times(element, _ROWS_REPEATED, _LAST_ROW)
        cells = tuple(_cells(element))
        if cells:
            for row in range(self._row + 1, self._row + 1 + repeated):
                self._grid.put(row, _one_by_one(cells))
        self._row += repeated
        if self._row > _LAST_ROW:
            raise ValueError(self._row)
        _let_go(element)


def _one_by_one(cells: tuple[_Repeated, ...]) -> Iterator[Said]:
    for column, times, text, state in cells:
        for place in range(column, column + times):
            yield place, text, state


def _cells(row: _Element) -> Iterator[_Repeated]:
    """Column, number of columns, text and state of each cell of a row that shows something."""
    column = 1
    for cell in row:
        tag = cell.tag
        if tag not in _CELLS:
            continue
        times = _times(cell, _COLUMNS_REPEATED, _LAST_COLUMN)
        if tag == _CELL and (len(cell) or cell.get(KIND) or cell.get(FORMULA)):
            text, state = shown(cell)
            if text and not text.isspace():
                yield column, times, text, state
        column += times


def _times(element: _Element, name: str, most: int) -> int:
    said = element.get(name)
    return min(int(said), most) if said else 1


def _hidden_styles(styles: _Element) -> Iterator[str]:
    """The names of the styles that hide a sheet."""
    for style in styles.iterchildren(f"{STYLE}style"):
        for properties in style.iterchildren(f"{STYLE}table-properties"):
            if properties.get(f"{TABLE}display") == "false":
                yield style.get(f"{STYLE}name", "")


def _let_go(row: _Element) -> None:
    """Forget a row that was read, and what stands before it."""
    row.clear()
    parent = row.getparent()
    while parent is not None and row.getprevious() is not None:
        del parent[0]

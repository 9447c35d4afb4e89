"""The cells of a workbook's sheets while they are read, whatever its format: one table for each sheet.

Only what stands in a cell is kept, so a used range without end costs nothing; limits of size are one place's
business, and what counts as the text of a cell too.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from evaltool.documents.blocks import Blocks, Cell, CellState, Row, Table
from evaltool.documents.unreadable import Unreadable
from scoring.findings import Finding, finding
from scoring.model import Source

MOST_ROWS = 100_000
"""In one sheet. A department has thousands of lines at most; more is not its document."""
MOST_CELLS = 300_000
"""In all sheets together, empty ones before the last of a row included: forty thousand rows of seven."""
MOST_MEGABYTES = 64
"""What a workbook may unpack to, all parts together, and what all its texts together may be."""
_SIGN = 4
"""Bytes of a character in memory at most. A text that thousands of cells share is kept once in the file."""
WIDEST = 64
"""Columns that a table has. A remark still further to the right makes its own row long and no other."""

Said = tuple[int, str, CellState]
"""Column of a cell, from 1, and what it shows."""

_SHOWN = CellState.SHOWN

Range = tuple[int, int, int, int]
"""Left, top, right and bottom of merged cells, all from 1 and included."""


class Grid:
    """Takes the cells of one sheet after another. Raises `Unreadable` where a limit is passed."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._tables: list[Table] = []
        self._findings: list[Finding] = []
        self._place = Source(file)
        self._rows: dict[int, dict[int, Cell]] = {}
        self._count = 0
        self._left = MOST_CELLS
        self._signs = MOST_MEGABYTES * 1_000_000 // _SIGN

    def begin(self, title: str) -> None:
        """A visible sheet begins."""
        self._place, self._rows, self._count = Source(self.file, sheet=title), {}, 0

    def skip(self, title: str) -> None:
        """A sheet that nobody sees is not read, and a note says so."""
        place = Source(self.file, sheet=title)
        self._findings.append(finding("document.hidden_sheet", None, place, sheet=title))

    def put(self, row: int, said: Iterable[Said]) -> None:
        """What cells of a row show. White space at the ends of a text's lines is no text."""
        cells = self._rows.get(row) or {}
        place = self._place
        for column, text, state in said:
            kept = text.strip()
            if "\n" in kept or "\r" in kept:
                kept = "\n".join([line.strip() for line in kept.splitlines()])
            if kept:
                cells[column] = Cell(kept, place, state, row, column)
                self._count += 1
                self._signs -= len(kept)
                if self._signs < 0 or self._count > self._left:
                    raise self._too_much()
        if cells:
            self._rows[row] = cells
        if len(self._rows) > MOST_ROWS:
            raise Unreadable("document.too_many_lines", self.file, limit=MOST_ROWS)

    def cover(self, ranges: Iterable[Range]) -> None:
        """Take away what lies hidden below merged cells: only the first of them is shown."""
        numbers, looked = sorted(self._rows), 0
        for left, top, right, bottom in ranges:
            looked += 1
            for row in numbers[bisect_left(numbers, top) : bisect_left(numbers, bottom + 1)]:
                cells = self._rows[row]
                looked += len(cells)
                for column in [one for one in cells if left <= one <= right]:
                    if (row, column) != (top, left):
                        del cells[column]
            if looked > 2 * MOST_CELLS:
                raise self._too_much()

    def end(self) -> None:
        """The sheet is whole. Without any text it is no table."""
        filled = [(row, cells) for row, cells in sorted(self._rows.items()) if cells]
        width = max((column for _row, cells in filled for column in cells if column <= WIDEST), default=0)
        rows = [self._row(row, cells, max(width, *cells)) for row, cells in filled]
        if rows:
            self._tables.append(Table(tuple(rows)))

    def blocks(self) -> Blocks:
        """The tables of the sheets so far, and the notes about those that were skipped."""
        return tuple(self._tables), tuple(self._findings)

    def _row(self, row: int, cells: dict[int, Cell], width: int) -> Row:
        self._left -= width
        if self._left < 0:
            raise self._too_much()
        columns = range(1, width + 1)
        return Row(tuple([cells.get(one) or Cell("", self._place, _SHOWN, row, one) for one in columns]))

    def _too_much(self) -> Unreadable:
        if self._signs < 0:
            return Unreadable("document.unpacks_too_large", self.file, limit=MOST_MEGABYTES)
        return Unreadable("document.too_many_cells", self.file, limit=MOST_CELLS)

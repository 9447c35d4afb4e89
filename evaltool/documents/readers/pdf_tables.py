"""Tables of a PDF: ruled cells and the glyphs in them on one page, and what a page break cut in two.

A PDF knows lines and glyphs and no table, so whether two parts are one table, or two rows one row, is told by
where they stand.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from evaltool.documents.blocks import Cell, Row, Table
from evaltool.documents.readers.pdf_figures import is_surely_broken, may_be_broken
from evaltool.documents.readers.pdf_lines import Char, Line, lines_of
from scoring.model import Source

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_NEAR = 3.0
"""Points by which an edge may differ from page to page."""

_PADDING = 6.0
"""Points that a cell usually keeps free at either side."""


@dataclass(frozen=True, slots=True)
class RuledCell:
    """A cell as it stands on a page."""

    x0: float
    x1: float
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Its lines as they were broken; a figure that was broken for want of room is whole."""
        text = "\n".join(line.text for line in self.lines)
        return text.replace("\n", "") if self._is_broken_figure(text) else text

    def flows_into(self, other: RuledCell) -> bool:
        """Whether the text runs on in `other`: the last line here is so full that nothing more fitted."""
        if not (self.lines and other.lines):
            return False
        return self._has_no_room(self.lines[-1], other.lines[0].head)

    def _has_no_room(self, line: Line, width: float) -> bool:
        return self.x1 - self.x0 - (line.x1 - line.x0) < width + 2 * _PADDING

    def _is_broken_figure(self, text: str) -> bool:
        if not may_be_broken(text):
            return is_surely_broken(text)
        line = self.lines[0]
        return self._has_no_room(line, (line.x1 - line.x0) / len(line.text))


@dataclass(frozen=True, slots=True)
class RuledRow:
    """A row as it stands on a page, without the cells that others cover."""

    page: int
    cells: tuple[RuledCell, ...]

    @property
    def filled(self) -> tuple[RuledCell, ...]:
        """The cells that say something."""
        return tuple(cell for cell in self.cells if cell.lines)

    @property
    def texts(self) -> tuple[str, ...]:
        """What its cells say."""
        return tuple(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table, or the part of it on one page; `columns` are the left edges of its grid."""

    top: float
    x1: float
    columns: tuple[float, ...]
    rows: tuple[RuledRow, ...]

    def goes_on_in(self, other: RuledTable) -> bool:
        """Whether `other`, which stands on the next page with nothing between, has the same columns."""
        fewer, more = sorted((self.columns, other.columns), key=len)
        return (
            abs(self.x1 - other.x1) <= _NEAR
            and abs(fewer[0] - more[0]) <= _NEAR
            and all(abs(edge - more[_place(more, edge)]) <= _NEAR for edge in fewer)
        )

    def joined(self, other: RuledTable) -> RuledTable:
        """Both parts as one table, and a row that the page break cut as one row."""
        columns = max(self.columns, other.columns, key=len)
        pairs = zip(self.rows, other.rows, strict=False)
        heads = len(list(takewhile(lambda pair: pair[0].texts == pair[1].texts, pairs)))
        whole = _one_row(columns, self.rows[-1], other.rows[heads]) if heads < len(other.rows) else None
        if whole:
            rows = (*self.rows[:-1], whole, *other.rows[:heads], *other.rows[heads + 1 :])
        else:
            rows = (*self.rows, *other.rows)
        return replace(self, columns=columns, rows=rows)

    def table(self, file: str, number: int) -> Table:
        """The table in its grid: a cell for each column, empty where another cell covers it."""
        rows: list[Row] = []
        for at, row in enumerate(self.rows, 1):
            source = Source(file, page=row.page, table=number, row=at)
            texts = [""] * len(self.columns)
            for cell in row.cells:
                texts[_place(self.columns, cell.x0)] = cell.text
            rows.append(Row(tuple(Cell(text, source) for text in texts)))
        return Table(tuple(rows))


def _place(edges: Sequence[float], edge: float) -> int:
    """The place of the column that begins at `edge`."""
    return max(bisect_right(edges, edge + _NEAR) - 1, 0)


def _one_row(columns: Sequence[float], row: RuledRow, rest: RuledRow) -> RuledRow | None:
    """A row with the rest of it from the next page; None unless everything there carries on a full line."""
    mine = {_place(columns, cell.x0): cell for cell in row.cells}
    its = {_place(columns, cell.x0): cell for cell in rest.filled}
    if not its or any(at not in mine or not mine[at].flows_into(cell) for at, cell in its.items()):
        return None
    cells = [
        replace(cell, lines=cell.lines + its[at].lines) if at in its else cell for at, cell in mine.items()
    ]
    return replace(row, cells=tuple(cells))


class Grid:
    """The ruled cells of one table on a page, to be filled with glyphs."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._boxes = boxes
        self._lefts = sorted({box[0] for box in boxes})
        self._tops = sorted({box[1] for box in boxes})
        self._right = max(box[2] for box in boxes)
        self._bottom = max(box[3] for box in boxes)
        self._chars: dict[Box, list[Char]] = {box: [] for box in boxes}
        self._box_at = {
            (at, down): box
            for box in boxes
            for at in range(bisect_right(self._lefts, box[0]) - 1, bisect_right(self._lefts, box[2] - _NEAR))
            for down in range(bisect_right(self._tops, box[1]) - 1, bisect_right(self._tops, box[3] - _NEAR))
        }

    @property
    def area(self) -> float:
        """How large the table is; one that stands in a cell of another is the smaller one."""
        return (self._right - self._lefts[0]) * (self._bottom - self._tops[0])

    def takes(self, char: Char) -> bool:
        """Whether a glyph stands in one of the cells; it belongs to that cell then."""
        x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
        if not (self._lefts[0] <= x < self._right and self._tops[0] <= y < self._bottom):
            return False
        box = self._box_at.get((bisect_right(self._lefts, x) - 1, bisect_right(self._tops, y) - 1))
        if box is None:
            return False
        self._chars[box].append(char)
        return True

    def table(self, page: int) -> RuledTable:
        """The table with its text."""
        rows: dict[float, list[RuledCell]] = {top: [] for top in self._tops}
        for box in sorted(self._boxes):
            x0, top, x1, _ = box
            rows[top].append(RuledCell(x0, x1, tuple(lines_of(self._chars[box]))))
        ruled = tuple(RuledRow(page, tuple(cells)) for cells in rows.values())
        return RuledTable(self._tops[0], self._right, tuple(self._lefts), ruled)

"""From what begins and ends in a file to its blocks: lines, merged cells, tables that stand inside tables.

Nothing here calls itself, so that no depth of a file can exhaust a stack.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from evaltool.documents.blocks import Block, Cell, Paragraph, Row, Table
from evaltool.documents.readers.decoding import visible
from evaltool.documents.readers.frames import Item, settled
from evaltool.documents.unreadable import Unreadable
from scoring.model import Source

MOST_CELLS = 500_000
"""Of a file, merged ones included: the forms of a thousand projects are a quarter of it."""
MOST_LINES = 500_000
"""Of a file, those in cells included."""
MOST_SPANNED = 1000
"""Columns that one cell may cover, as in HTML's standard. A word processor has 63."""

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True)
class _Stretch:
    """What is read one below the other: the body, a cell, a text box."""

    items: list[Item] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    aside: list[Item] = field(default_factory=list)


@dataclass(slots=True)
class _OpenTable:
    """A table that is being read. A cell is its stretch's items; a covered one is empty."""

    rows: list[list[list[Item]]] = field(default_factory=list)
    reaching: dict[int, int] = field(default_factory=dict)
    """By its column, the rows that a cell still covers below the row in hand."""
    covered: set[int] = field(default_factory=set)
    """Columns of the row in hand that cells above it cover."""


class Flow:
    """Takes what a file holds in its order and gives the blocks. Raises `Unreadable` at too many."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._stretches = [_Stretch()]
        self._tables: list[_OpenTable] = []
        self._cells = self._lines = 0

    def say(self, text: str) -> None:
        """Text goes on in the line in hand; a line break in it ends that line."""
        self._stretches[-1].line.append(text)

    def say_space(self) -> None:
        """White space, which means something only within a line."""
        if line := self._stretches[-1].line:
            line.append(" ")

    def end_line(self) -> None:
        """The line in hand is whole; text boxes that hang on it follow."""
        stretch = self._stretches[-1]
        if stretch.line:
            text = "".join(stretch.line)
            stretch.line.clear()
            if not text.isspace():
                self._take(stretch, visible(text))
        if stretch.aside:
            stretch.items += stretch.aside
            stretch.aside = []

    def begin_aside(self) -> None:
        """A text box begins. What it holds does not interrupt the line that it hangs on."""
        self._stretches.append(_Stretch())

    def end_aside(self) -> None:
        """A text box ends."""
        aside = self._end_stretch()
        self._stretches[-1].aside += aside

    def begin_table(self) -> None:
        """A table begins, in whatever stretch is being read."""
        self.end_line()
        self._tables.append(_OpenTable())

    def begin_row(self) -> None:
        """A row begins in the innermost table."""
        table = self._tables[-1]
        table.rows.append([])
        table.covered = set(table.reaching)
        table.reaching = {column: rows - 1 for column, rows in table.reaching.items() if rows > 1}

    def skip_columns(self, columns: int) -> None:
        """Columns of the grid that the row leaves out."""
        self._cover(columns)

    def begin_cell(self, across: int = 1, down: int = 1) -> None:
        """A cell begins in the next column that no cell above covers, over so many columns and rows."""
        table = self._tables[-1]
        row = table.rows[-1]
        if table.covered:
            while len(row) in table.covered:
                self._cover(1)
        column = len(row)
        self._cover(across)
        if down > 1:
            table.reaching.update(dict.fromkeys(range(column, column + across), down - 1))
        self._stretches.append(_Stretch(row[column]))

    def end_cell(self) -> None:
        """A cell ends."""
        self._end_stretch()

    def end_row(self) -> None:
        """A row ends; columns at its end that cells above cover belong to it."""
        table = self._tables[-1]
        if table.covered:
            self._cover(max(table.covered) + 1 - len(table.rows[-1]))

    def end_group(self) -> None:
        """A group of rows ends, and no cell covers rows beyond it."""
        self._tables[-1].reaching.clear()

    def end_table(self) -> None:
        """A table ends: it, or what it frames, goes on in the stretch where it stands."""
        table = self._tables.pop()
        self._stretches[-1].items.extend(settled(table.rows))

    def blocks(self) -> tuple[Block, ...]:
        """Everything, once the file has ended."""
        return tuple(self._blocks())

    def _blocks(self) -> Iterator[Block]:
        tables = 0
        prose = Source(self._file)
        for item in self._end_stretch():
            if isinstance(item, str):
                yield Paragraph(item, prose)
                continue
            tables += 1
            rows = []
            for number, texts in enumerate(item.rows, 1):
                place = Source(self._file, table=tables, row=number)
                empty = Cell("", place)
                rows.append(Row(tuple([Cell(text, place) if text else empty for text in texts])))
            yield Table(tuple(rows))

    def _take(self, stretch: _Stretch, text: str) -> None:
        lines = [said for line in text.split("\n") if (said := line.strip())]
        stretch.items += lines
        self._lines += len(lines)
        if self._lines > MOST_LINES:
            raise Unreadable("document.too_many_lines", self._file, limit=MOST_LINES)

    def _end_stretch(self) -> list[Item]:
        self.end_line()
        return self._stretches.pop().items

    def _cover(self, columns: int) -> None:
        if columns > 0:
            self._cells += columns
            if self._cells > MOST_CELLS:
                raise Unreadable("document.too_many_cells", self._file, limit=MOST_CELLS)
            self._tables[-1].rows[-1] += [[] for _ in range(columns)]


def span(said: str | None, least: int = 1) -> int:
    """How many columns or rows a file says, within bounds; `least` where it says nothing sensible."""
    return least if said is None else max(least, min(whole(said, least), MOST_SPANNED))


def whole(said: str | None, otherwise: int) -> int:
    """A number without a sign as a file writes it, cut at nine digits."""
    digits = (said or "").strip()[:9]
    return int(digits) if digits.isascii() and digits.isdecimal() else otherwise


def raised(text: str) -> str:
    """`text` as it stands above the line: 10 to the power of 2 must not come out as 102."""
    return text.translate(_RAISED)

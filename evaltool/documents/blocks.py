"""What a reader makes of a file: paragraphs and tables in their order, each with its place.

Every format ends here and the recogniser starts here, so neither knows the other. A merged cell is
present and empty: what it covers is said once, in the cell where it begins.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from scoring.findings import Finding
from scoring.model import Source


class CellState(Enum):
    """What is known of a cell's text beside the text."""

    SHOWN = auto()
    """It is what a person saw."""
    PENDING = auto()
    """A formula that was never calculated: the text is the formula."""
    BARE = auto()
    """A number whose format the reader cannot know: 0.95 may have been shown as 95%."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text outside tables, without white space at its ends and never empty."""

    text: str
    source: Source


class Cell(NamedTuple):
    """One cell. Its lines stand in `text` as they were broken, each without white space at its ends.

    A tuple, because a document has thousands of them. A cell of a sheet knows the sheet's place, its `row`
    and its `column`, from 1: its own place is put together for the few cells that are asked for it.
    """

    text: str
    place: Source
    state: CellState = CellState.SHOWN
    row: int = 0
    column: int = 0

    @property
    def source(self) -> Source:
        """Where the cell stands."""
        if not self.column:
            return self.place
        return replace(self.place, row=self.row, cell=f"{_letters(self.column)}{self.row}")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, with merged cells as empty ones. Never without cells."""

    cells: tuple[Cell, ...]

    @property
    def filled(self) -> tuple[Cell, ...]:
        """The cells that say something."""
        return tuple(cell for cell in self.cells if cell.text)

    @property
    def text(self) -> str:
        """What the row says, for showing it to a person."""
        cells = self.filled
        more = " | …" if len(cells) > MOST_CELLS_SHOWN else ""
        return " | ".join(shown(cell.text) for cell in cells[:MOST_CELLS_SHOWN]) + more


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that stand together."""

    rows: tuple[Row, ...]


Block = Paragraph | Table

Blocks = tuple[tuple[Block, ...], tuple[Finding, ...]]
"""What a reader gives: the blocks in their order, and what is odd about the file itself."""

MOST_SHOWN = 80
"""Characters of a text that a message shows."""

MOST_CELLS_SHOWN = 12


@cache
def _letters(column: int) -> str:
    """The letters of a column's number: AB for 28."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def one_line(text: str) -> str:
    """`text` without line breaks: white space goes where Chinese stands beside it, else one space stays.

    Names and figures broken over lines of a narrow cell come out whole.
    """
    parts: list[str] = []
    for word in text.split():
        if parts and parts[-1][-1].isascii() and word[0].isascii():
            parts.append(" ")
        parts.append(word)
    return "".join(parts)


def shown(text: str) -> str:
    """`text` in one line, cut where it is longer than a message can show."""
    line = one_line(text[: 2 * MOST_SHOWN])
    return line if len(line) <= MOST_SHOWN and len(text) <= 2 * MOST_SHOWN else line[:MOST_SHOWN] + "…"

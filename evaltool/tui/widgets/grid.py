"""Columns of short texts under headings, in a page: figures in line, names folded, nothing cut."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from evaltool.tui.cells import cells, cut, fold, pad

GAP = 2
INSIDE = 4
"""Cells that a note is moved in."""
LEAST = 10
"""Cells that the column of names keeps, however narrow the page."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of as many texts as there are headings. The first column is folded, the others stand at the right.

    Blanks before a name move it in. A text instead of a row is a note to the row above, as wide as the page.
    `least` are the fewest cells of each column, so that several grids stand in line.
    """

    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...] | str]
    least: tuple[int, ...] = ()


def widths(rows: Iterable[tuple[str, ...] | str]) -> tuple[int, ...]:
    """The cells that each column needs for the longest of its texts."""
    columns = zip(*(row for row in rows if not isinstance(row, str)), strict=True)
    return tuple(max(map(cells, column)) for column in columns)


def drawn(grid: Grid, room: int) -> list[str]:
    """The heading, then the rows, each line in at most `room` cells."""
    natural = widths((grid.headings, *grid.rows))
    longest, *figures = map(max, natural, grid.least or natural)
    left = room - sum(width + GAP for width in figures)
    names = max(min(longest, left), LEAST)
    lines = [
        line
        for row in (grid.headings, *grid.rows)
        for line in (_note(row, room) if isinstance(row, str) else _row(row, names, figures))
    ]
    return [cut(line, room) for line in lines]


def _note(text: str, room: int) -> list[str]:
    return [" " * INSIDE + line for line in fold(text, room - INSIDE)]


def _row(row: tuple[str, ...], names: int, figures: Sequence[int]) -> list[str]:
    name = row[0].lstrip()
    inside = len(row[0]) - len(name)
    first, *others = fold(name, names - inside)
    beside = "".join(
        " " * GAP + pad(text, width, right=True) for text, width in zip(row[1:], figures, strict=True)
    )
    blank = " " * inside
    return [pad(blank + first, names) + beside, *(blank + other for other in others)]

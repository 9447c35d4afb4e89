"""Which table is a table, and which is only a frame around text or around another table.

Word processors wrap a form in a frame of one cell, and web sites wrap pages in tables for their looks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose cells are texts and hold no tables."""

    rows: list[list[str]]


Item: TypeAlias = str | Grid
"""A line of text, never empty, or a table."""


def settled(rows: list[list[list[Item]]]) -> Iterator[Item]:
    """A table without the tables in it: they follow the rows above them, and cut it in two where they stand.

    A row that holds a table is a frame: what it says beside is lines of text. A table of a single row
    that stands beside other filled cells is no table but the text of its cell.
    """
    kept: list[list[str]] = []
    for row in rows:
        filled = [cell for cell in row if cell]
        if len(filled) > 1:
            for cell in filled:
                cell[:] = [_of_one_row(item) for item in cell]
        if any(isinstance(item, Grid) for cell in filled for item in cell):
            yield from _kept(kept)
            kept = []
            for cell in filled:
                yield from cell
        elif row:
            kept.append(["\n".join(map(str, cell)) for cell in row])
    yield from _kept(kept)


def _of_one_row(item: Item) -> Item:
    if isinstance(item, Grid) and len(item.rows) == 1:
        return " ".join(text.replace("\n", " ") for text in item.rows[0] if text)
    return item


def _kept(rows: list[list[str]]) -> Iterator[Item]:
    """Rows of which none says two things are a frame around lines of text."""
    if any(sum(map(bool, row)) > 1 for row in rows):
        yield Grid(rows)
    else:
        for row in rows:
            for text in row:
                yield from filter(None, text.split("\n"))

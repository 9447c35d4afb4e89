"""The documents of tests/cases/layouts: titles and tables written down so that an evaluator can read them.

A table is a list of rows, its cells between strokes. 「^」 belongs to the cell above it, 「<」 to the one on
its left, as in a merged cell.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaltool.documents.blocks import Block, Cell, Paragraph, Row, Table
from scoring.model import Source

FOLDER = Path(__file__).parent.parent / "cases" / "layouts"
ABOVE, LEFT = "^", "<"

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's texts by row and column from 0, and the last place of each merged cell by its first."""

    height: int
    width: int
    texts: dict[Place, str]
    merged: dict[Place, Place]


@dataclass(frozen=True, slots=True)
class Layout:
    """One case: what the document holds, and what its reading is to say."""

    name: str
    document: tuple[str | Grid, ...]
    expected: dict[str, Any]


def layouts() -> list[Layout]:
    return [_layout(path) for path in sorted(FOLDER.glob("*.toml"))]


def _layout(path: Path) -> Layout:
    said = tomllib.loads(path.read_text("utf-8"))
    assert {"about", "provenance", "document", "expected"} == set(said), path.name
    document = tuple(part if isinstance(part, str) else grid(part) for part in said["document"])
    return Layout(path.stem, document, said["expected"])


def grid(lines: list[str]) -> Grid:
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    width = max(map(len, rows))
    firsts: dict[Place, Place] = {}
    texts: dict[Place, str] = {}
    last: dict[Place, Place] = {}
    for row, cells in enumerate(rows):
        for column, text in enumerate([*cells, *[""] * (width - len(cells))]):
            here = (row, column)
            before = {ABOVE: (row - 1, column), LEFT: (row, column - 1)}.get(text)
            firsts[here] = firsts[before] if before else here
            last[firsts[here]] = here
            texts[here] = "" if before else text
    merged = {first: end for first, end in last.items() if first != end}
    for first, end in merged.items():
        inside = [place for place in firsts if firsts[place] == first]
        area = (end[0] - first[0] + 1) * (end[1] - first[1] + 1)
        assert len(inside) == area, f"{texts[first]}: a merged cell is a rectangle"
    return Grid(len(rows), width, texts, merged)


def as_blocks(document: tuple[str | Grid, ...], file: str) -> tuple[Block, ...]:
    """What a reader without faults makes of the document."""
    blocks: list[Block] = []
    tables = 0
    for part in document:
        if isinstance(part, str):
            blocks.append(Paragraph(part, Source(file)))
        else:
            tables += 1
            blocks.append(
                Table(tuple(_row(part, row, Source(file, table=tables)) for row in range(part.height)))
            )
    return tuple(blocks)


def _row(part: Grid, row: int, place: Source) -> Row:
    source = Source(place.file, table=place.table, row=row + 1)
    return Row(tuple(Cell(part.texts[row, column], source) for column in range(part.width)))

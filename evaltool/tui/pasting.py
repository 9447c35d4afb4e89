"""A column copied from a spreadsheet, matched with the rows from the cursor on: line by line, downwards."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from evaltool import operations as ops
from evaltool.tui.book import Book
from evaltool.tui.rows import Row
from evaltool.tui.trial import word_of
from scoring.record import Entry


@dataclass(frozen=True, slots=True)
class Pasted:
    """A line of the column and the row it meets; `filling` is None where the line is empty."""

    row: Row
    text: str
    filling: ops.Filling | None


@dataclass(frozen=True, slots=True)
class Column:
    """A pasted column: what meets rows, how many lines have none, and how wide the copied table was."""

    lines: tuple[Pasted, ...]
    beyond: int
    columns: int

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is to be recorded of it."""
        return ops.entries_of(line.filling for line in self.lines if line.filling)

    def counted(self, fate: ops.Fate) -> int:
        """How many lines have one fate."""
        return sum(line.filling is not None and line.filling.fate is fate for line in self.lines)


def match(book: Book, rows: Sequence[Row], text: str) -> Column:
    """A copied column against `rows`, in their first fields. Only the first of several columns counts."""
    table = _cells(text)
    texts = [cells[0].strip() if cells else "" for cells in table]
    met = list(zip(rows, texts, strict=False))
    founds = [ops.Found(row.first, word_of(row, row.fields[0], said)) if said else None for row, said in met]
    fillings = iter(ops.fill(book.dossier, [found for found in founds if found]))
    lines = [
        Pasted(row, said, next(fillings) if found else None)
        for (row, said), found in zip(met, founds, strict=True)
    ]
    return Column(tuple(lines), max(len(texts) - len(rows), 0), max(map(len, table), default=0))


def _cells(text: str) -> list[list[str]]:
    """The lines of a copied table by their cells; a quoted cell may hold line breaks."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n\t ")
    if plain.count('"') % 2 == 0:
        try:
            return list(csv.reader(io.StringIO(plain, newline=""), delimiter="\t"))
        except csv.Error:  # a cell that is longer than a library takes
            pass
    return [line.split("\t") for line in plain.split("\n")]

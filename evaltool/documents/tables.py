"""Rows of a table kept as CSV or as a workbook, each with its place: what a table of actuals is made of."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from evaltool.documents.blocks import Cell, CellState, Row, Table
from evaltool.documents.files import read_bytes
from evaltool.documents.kinds import Kind, is_archive, kind_of
from evaltool.documents.opening import blocks_of, read_apart
from evaltool.documents.readers.grid import MOST_ROWS
from evaltool.documents.unreadable import Unreadable
from scoring.model import Source

_DELIMITERS = (",", "\t", ";")
_HEADER_WITHIN = 100
_TEXTS = frozenset({Kind.TEXT, Kind.HTML})
"""A text of whatever beginning: a table whose first cells speak of HTML is still one."""
_BYTE_ORDERS = (b"\xff\xfe", b"\xfe\xff")

Names = Callable[[str], bool]
"""Whether a cell is the name of a column that is looked for."""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: the text of each cell, its place, and which cells (from 0) are formulas without a result."""

    cells: tuple[str, ...]
    source: Source
    pending: frozenset[int] = frozenset()


def read_rows(path: Path, names: Names) -> tuple[SheetRow, ...]:
    """The rows of a text table or of a workbook's first visible sheet; those without any text are left out.

    A text is UTF-8, UTF-16 with its mark, or GB18030; its cells are separated by what makes most `names` of
    columns appear in one line. Raises `Unreadable` where the file is no table.
    """
    data = read_bytes(path)
    if not is_archive(data) and kind_of(data) in _TEXTS:
        return _kept(_of_text(_decoded(data, path.name), path.name, names), path.name)
    return read_apart(_first_sheet, data, path.name)


def _first_sheet(kind: Kind, data: bytes, file: str) -> tuple[SheetRow, ...]:
    """Rows and not blocks: of a large table these are a hundredth of what blocks are, to hand over."""
    blocks, _notes = blocks_of(kind, data, file)
    sheets = [block for block in blocks if isinstance(block, Table) and block.rows[0].cells[0].source.sheet]
    if blocks and not sheets:
        raise Unreadable("table.unreadable", file)
    return rows_of(sheets[0]) if sheets else ()


def rows_of(table: Table) -> tuple[SheetRow, ...]:
    """The rows of a sheet's table."""
    return tuple(map(_row, table.rows))


def read_text_table(data: bytes, file: str, names: Names) -> tuple[Row, ...]:
    """The rows of a text table as a document's rows. Raises `Unreadable` where it is none."""
    rows = _kept(_of_text(_decoded(data, file), file, names), file)
    return tuple(Row(tuple(Cell(text, row.source) for text in row.cells)) for row in rows)


def _row(row: Row) -> SheetRow:
    """A row up to its last text, with the place where it begins."""
    last = max(place for place, cell in enumerate(row.cells) if cell.text)
    cells = row.cells[: last + 1]
    pending = frozenset(place for place, cell in enumerate(cells) if cell.state is CellState.PENDING)
    return SheetRow(tuple(cell.text for cell in cells), cells[0].source, pending)


def _kept(rows: Iterator[SheetRow], file: str) -> tuple[SheetRow, ...]:
    found = []
    for row in rows:
        if any(row.cells):
            found.append(row)
        if len(found) > MOST_ROWS:
            raise Unreadable("document.too_many_lines", file, limit=MOST_ROWS)
    return tuple(found)


def _decoded(data: bytes, file: str) -> str:
    encodings = ("utf-16",) if data.startswith(_BYTE_ORDERS) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Unreadable("table.unreadable", file)


def _of_text(text: str, file: str, names: Names) -> Iterator[SheetRow]:
    delimiter = max(_DELIMITERS, key=lambda sign: _names_in(text, sign, names))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            yield SheetRow(tuple(cell.strip() for cell in cells), Source(file, reader.line_num))
    except csv.Error:
        raise Unreadable("table.unreadable", file) from None


def _names_in(text: str, delimiter: str, names: Names) -> int:
    """How many names of columns the line that has most of them shows, were the cells separated so."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        return max((sum(map(names, row)) for row in islice(reader, _HEADER_WITHIN)), default=0)
    except csv.Error:
        return 0

"""A file that already carries scores: its lines as printed, whatever format it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from evaltool.documents.blocks import Block, Cell, Row, Table
from evaltool.documents.files import read_bytes
from evaltool.documents.kinds import Kind
from evaltool.documents.opening import blocks_of, read_apart
from evaltool.documents.recognition.columns import is_column
from evaltool.documents.recognition.published import PublishedReader
from evaltool.documents.tables import read_text_table
from evaltool.documents.unreadable import Unreadable
from scoring.findings import Finding
from scoring.recheck import PublishedLine


class Printed(NamedTuple):
    """A line, and the row and the column of its score, counted from 1 in its sheet."""

    line: PublishedLine
    row: int
    column: int


class Place(NamedTuple):
    """A row of a file: its sheet, empty where there are none, its number from 1, and its cells' texts."""

    sheet: str
    row: int
    cells: tuple[str, ...]


class Published(NamedTuple):
    """The lines of a file, all its rows, and what is odd about how the table is made."""

    printed: tuple[Printed, ...]
    rows: tuple[Place, ...]
    findings: tuple[Finding, ...]


def read_published(path: Path) -> Published:
    """The lines of a file that carries scores. Raises `Unreadable` where it holds none."""
    return read_apart(_published, read_bytes(path), path.name)


def _published(kind: Kind, data: bytes, file: str) -> Published:
    notes: tuple[Finding, ...] = ()
    if kind is Kind.TEXT:
        sheets = [list(read_text_table(data, file, is_column))]
    else:
        blocks, notes = blocks_of(kind, data, file)
        sheets = _sheets(blocks)
    printed: list[Printed] = []
    rows: list[Place] = []
    findings = list(notes)
    has_header = False
    for sheet in sheets:
        reader = PublishedReader(Path(file).stem)
        places = [_place(row, number) for number, row in enumerate(sheet, 1)]
        for place, line in reader.read(sheet):
            printed.append(Printed(line, places[place].row, reader.score_column))
        rows += places
        findings += reader.findings
        has_header = has_header or reader.has_header
    if not has_header:
        raise Unreadable("recheck.no_header", file)
    return Published(tuple(printed), tuple(rows), tuple(findings))


def _place(row: Row, number: int) -> Place:
    source = row.cells[0].source
    texts = tuple(cell.text for cell in row.cells)
    return Place(source.sheet, source.row if source.sheet else number, texts)


def _sheets(blocks: Sequence[Block]) -> list[list[Row]]:
    """Each sheet's rows; a document without sheets is one, a paragraph of it a row of one cell."""
    tables = [block for block in blocks if isinstance(block, Table)]
    sheets = [list(table.rows) for table in tables if table.rows[0].cells[0].source.sheet]
    if sheets:
        return sheets
    rows: list[Row] = []
    for block in blocks:
        if isinstance(block, Table):
            rows += [row for row in block.rows if row.filled]
        else:
            rows.append(Row((Cell(block.text, block.source),)))
    return [rows]

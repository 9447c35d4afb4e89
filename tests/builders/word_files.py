"""Word files of documents read as text, with tables as offices draw them: merged across and down."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx

from evaltool.documents.blocks import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document
    from docx.table import _Cell

    from evaltool.documents.blocks import Block, Row, Table

LEVELS = 2
"""Columns at the left whose empty cells belong to the cell above them."""


def word_file(blocks: Sequence[Block]) -> bytes:
    """A docx with each paragraph and each table of a document."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, Paragraph):
            document.add_paragraph(block.text)
        else:
            _add_table(document, block)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _add_table(document: Document, table: Table) -> None:
    """The last cell of a row that is too short reaches to the table's right edge.

    Tables with nothing between them are one table to Word, so a paragraph follows.
    """
    rows = [row for row in table.rows if row.filled]
    width = max(len(row.cells) for row in rows)
    drawn = document.add_table(len(rows), width, style="Table Grid")
    document.add_paragraph()
    cells = [row.cells for row in drawn.rows]
    for number, row in enumerate(rows):
        last = len(row.cells) - 1
        if last < width - 1:
            cells[number][last].merge(cells[number][-1])
        for column, cell in enumerate(row.cells):
            _write(cells[number][column], cell.text)
    for column in range(LEVELS):
        for first, end in _runs(rows, column, width):
            cells[first][column].merge(cells[end][column])


def _runs(rows: Sequence[Row], column: int, width: int) -> list[tuple[int, int]]:
    """The first and the last row of each cell that reaches down over empty ones."""
    runs: list[tuple[int, int]] = []
    for number, row in enumerate(rows):
        is_whole = column == 0 or len(row.cells) == width
        if is_whole and column < len(row.cells) - 1:
            if row.cells[column].text:
                runs.append((number, number))
            elif runs and runs[-1][1] == number - 1:
                runs[-1] = runs[-1][0], number
    return [(first, end) for first, end in runs if end > first]


def _write(cell: _Cell, text: str) -> None:
    """Each line is a paragraph of its own."""
    first, *others = text.split("\n")
    cell.text = first
    for line in others:
        cell.add_paragraph(line)

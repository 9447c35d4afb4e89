"""The plain-text form of a document, as a word processor's converter writes it.

A cell is a line that starts with a tab; lines without one that follow it in the row continue the cell. A
row ends at an empty line, and a table at a second one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evaltool.documents.blocks import Block, Blocks, Cell, Paragraph, Row, Table
from evaltool.documents.readers.decoding import DAMAGED, decoded, visible
from evaltool.documents.unreadable import Unreadable
from scoring.findings import finding
from scoring.model import Source

MOST_LINES = 100_000
"""About a thousand project tables; a file with more is not a department's document."""

_BOOKMARK = re.compile(r"\[bookmark:[^\[\]\n]*\]")
_LINE_END = re.compile(r"\r\n|\r|\n")


def read_text(data: bytes, file: str) -> Blocks:
    """The blocks of a text file. Raises `Unreadable` where it is no text or has too many lines."""
    text = _BOOKMARK.sub("", visible(decoded(data, file)))
    lines = _LINE_END.split(text, maxsplit=MOST_LINES)
    if len(lines) > MOST_LINES:
        raise Unreadable("document.too_many_lines", file, limit=MOST_LINES)
    damaged = [number for number, line in enumerate(lines, 1) if DAMAGED in line]
    findings = [
        finding("document.damaged_text", None, Source(file, n), lines=len(damaged)) for n in damaged[:1]
    ]
    return tuple(_blocks(lines, file)), tuple(findings)


def _blocks(lines: list[str], file: str) -> Iterator[Block]:
    """Group lines into rows, rows into tables, and leave the rest as paragraphs."""
    tables = 0
    rows: list[Row] = []
    cells: list[tuple[int, list[str]]] = []
    for number, line in enumerate([*lines, "", ""], 1):
        said = line.strip()
        if line.startswith("\t"):
            cells.append((number, [said]))
        elif said and cells:
            cells[-1][1].append(said)
        elif cells:
            row = len(rows) + 1
            places = (Source(file, line, table=tables + 1, row=row) for line, _ in cells)
            texts = ("\n".join(said).strip() for _, said in cells)
            rows.append(Row(tuple(map(Cell, texts, places))))
            cells = []
        else:
            if rows:
                tables += 1
                yield Table(tuple(rows))
                rows = []
            if said:
                yield Paragraph(said, Source(file, number))

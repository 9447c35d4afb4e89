"""The plain-text form of a document, as a word processor's converter writes it.

A cell is a line that starts with a tab; lines without one that follow it in the row continue the cell. A
row ends at an empty line, and a table at a second one.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from evaltool.documents.blocks import Block, Blocks, Cell, Paragraph, Row, Table
from evaltool.documents.unreadable import Unreadable
from scoring.findings import finding
from scoring.model import Source

MOST_LINES = 100_000
"""About a thousand project tables; a file with more is not a department's document."""

DAMAGE_SHARE = 100
"""One character in so many may be damaged before an encoding counts as the wrong one."""

_REPLACEMENT = "\ufffd"
_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff]")
_BOOKMARK = re.compile(r"\[bookmark:[^\[\]\n]*\]")
_LINE_END = re.compile(r"\r\n|\r|\n")


def read_text(data: bytes, file: str) -> Blocks:
    """The blocks of a text file. Raises `Unreadable` where it is no text or has too many lines."""
    text = _decode(data, file)
    lines = _LINE_END.split(text, maxsplit=MOST_LINES)
    if len(lines) > MOST_LINES:
        raise Unreadable("document.too_many_lines", file, limit=MOST_LINES)
    damaged = [number for number, line in enumerate(lines, 1) if _REPLACEMENT in line]
    findings = [
        finding("document.damaged_text", None, Source(file, n), lines=len(damaged)) for n in damaged[:1]
    ]
    return tuple(_blocks(lines, file)), tuple(findings)


def _decode(data: bytes, file: str) -> str:
    """UTF-8 if nearly all of it is, else GB18030 if nearly all of it is; a cut-off character is damage.

    UTF-16 begins with its own mark.
    """
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if b"\0" in data and not utf16:
        raise Unreadable("document.binary", file)
    for encoding in ("utf-16",) if utf16 else ("utf-8", "gb18030"):
        text = data.decode(encoding, errors="replace")
        if text.count(_REPLACEMENT) <= 1 + len(text) // DAMAGE_SHARE:
            return _BOOKMARK.sub("", _INVISIBLE.sub("", text))
    raise Unreadable("document.encoding", file)


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

"""Tables of text whose columns stand in line on a terminal, where a Chinese sign takes two cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from unicodedata import combining, east_asian_width

from evaltool.cli.streams import drawn

_CLOSING = r"[\u3001\u3002\uff0c\uff1b\uff1a\u201d\uff09\u300b\uff1f\uff01]"
_PIECES = re.compile(rf"(?:[\x21-\x7e]+|[^\x21-\x7e]){_CLOSING}* ?")
"""What a line is not broken in: a word or a sign, with the marks after it that must not begin a line."""

WIDEST = 48
"""Cells of a table's column at most; longer texts are cut, so that one does not push all rows apart."""


def cells(text: str) -> int:
    """The cells that a line of text takes on a terminal."""
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def table(header: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Rows under a header, columns as wide as their widest text; those numbered in `right` end in line.

    Texts are cut at `WIDEST`, but for those of the last column, which nothing follows.
    """
    last = len(header) - 1
    flat = ([_flat(text) for text in row] for row in rows)
    lines = [
        list(header),
        *([text if i == last else cut(text, WIDEST) for i, text in enumerate(row)] for row in flat),
    ]
    widths = [max(cells(line[column]) for line in lines) for column in range(len(header))]
    rule = ["-" * min(width, WIDEST) for width in widths]
    return "\n".join(
        "  ".join(_fill(text, widths[i], right=i in right) for i, text in enumerate(line)).rstrip()
        for line in (lines[0], rule, *lines[1:])
    )


def cut(text: str, width: int) -> str:
    """A text in so many cells at most, with … where its end is left out."""
    if cells(text) <= width:
        return text
    kept, mark = "", drawn("…")
    for sign in text:
        if cells(kept + sign) > width - len(mark):
            break
        kept += sign
    return kept + mark


def _flat(text: str) -> str:
    return " ".join(drawn(text).split())


def _fill(text: str, width: int, *, right: bool) -> str:
    space = " " * (width - cells(text))
    return space + text if right else text + space


def wrapped(text: str, width: int, indent: str = "") -> Iterator[str]:
    """A text in lines of so many cells at most, broken between words, or between Chinese signs."""
    room, line = width - len(indent), ""
    for piece in _PIECES.findall(_flat(text)):
        if line and cells(line + piece.rstrip()) > room:
            yield indent + line.rstrip()
            line = ""
        line += piece
    if line:
        yield indent + line.rstrip()

"""Glyphs of a PDF become lines of text: a page of it knows only where each glyph stands.

Distances are in points. Glyphs written over each other to look bold count once, slanted ones (a watermark)
not at all, and forms of characters that only fonts know become the ones that people type.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

Char = Mapping[str, Any]
"""A glyph as pdfplumber gives it."""

UNKNOWN = "\ufffd"
"""Stands for a glyph of which the file does not say what it means."""

_SAME_LINE = 0.5
_OVERPRINT = 0.3
_WORD_GAP = 0.25
_WIDE_GAP = 1.0
"""Parts of the size of a glyph: how far lines, double glyphs, words and columns of text are apart."""

_SLANT = 0.1
_UPRIGHT = 0.2

# Fonts draw a radical and the character it is with one glyph, and some PDFs then name the radical.
_SUPPLEMENT = (
    "⺠民⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟"
)
_TYPED = {ord(radical): _SUPPLEMENT[at + 1] for at, radical in enumerate(_SUPPLEMENT) if at % 2 == 0}
_TYPED |= {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text and where it stands; `head` is the width of its first word or Chinese character."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    head: float


class _Glyph(NamedTuple):
    """A glyph in reading order: the way its line runs, how far down that line is, where it stands in it."""

    way: int
    across: float
    start: float
    end: float
    char: Char


def lines_of(chars: Sequence[Char]) -> Iterator[Line]:
    """The lines that glyphs stand in, from top to bottom. Lines of nothing but spaces are left out."""
    placed = map(_glyph_below if _runs_down(chars) else _glyph, chars)
    glyphs = sorted((glyph for glyph in placed if glyph), key=lambda glyph: glyph[:3])
    row: list[_Glyph] = []
    for glyph in glyphs:
        if row and (glyph.way != row[0].way or glyph.across - row[0].across > _SAME_LINE * _size(row[0])):
            yield from _line(row)
            row = []
        row.append(glyph)
    yield from _line(row)


def _glyph(char: Char) -> _Glyph | None:
    """Text runs to the right, or in a turned cell up or down; a slanted glyph is none."""
    right, up, _, _, x, y = char["matrix"]
    if abs(up) <= _SLANT * abs(right):
        return _Glyph(0, -y, char["x0"], char["x1"], char)
    if abs(right) <= _SLANT * abs(up):
        if up > 0:
            return _Glyph(1, x, -char["bottom"], -char["top"], char)
        return _Glyph(2, -x, char["top"], char["bottom"], char)
    return None


def _glyph_below(char: Char) -> _Glyph:
    """In upright writing a line runs down, and the first one is at the right."""
    return _Glyph(0, -(char["x0"] + char["x1"]) / 2, char["top"], char["bottom"], char)


def _runs_down(chars: Sequence[Char]) -> bool:
    """Whether half of the glyphs stand right below the one that was written before them."""
    below = sum(_is_below(before, char) for before, char in pairwise(chars))
    return len(chars) > 1 and 2 * below >= len(chars)


def _is_below(before: Char, char: Char) -> bool:
    size: float = char["size"]
    beside: float = char["x0"] - before["x0"]
    down: float = char["top"] - before["top"]
    return abs(beside) < _UPRIGHT * size and 0 < down < (1 + _WIDE_GAP) * size


def _size(glyph: _Glyph) -> float:
    return float(glyph.char["size"])


def _line(row: list[_Glyph]) -> Iterator[Line]:
    row.sort(key=lambda glyph: glyph.start)
    parts: list[str] = []
    before: _Glyph | None = None
    for glyph in row:
        if before and _is_overprint(before, glyph):
            continue
        if before and _is_parted(before, glyph):
            parts.append(" ")
        parts.append(_text(glyph))
        before = glyph
    text = "".join(parts).strip()
    if text:
        seen = [glyph for glyph in row if not glyph.char["text"].isspace()] or row
        chars = [glyph.char for glyph in seen]
        yield Line(
            text,
            min(char["x0"] for char in chars),
            max(char["x1"] for char in chars),
            min(char["top"] for char in chars),
            max(char["bottom"] for char in chars),
            _size(seen[0]),
            _head(seen),
        )


def _text(glyph: _Glyph) -> str:
    text: str = glyph.char["text"]
    if text.startswith("(cid:"):
        return UNKNOWN
    return text.translate(_TYPED) if text.isprintable() else " "


def _is_overprint(before: _Glyph, glyph: _Glyph) -> bool:
    return (
        before.char["text"] == glyph.char["text"]
        and glyph.start - before.start < _OVERPRINT * (glyph.end - glyph.start)
        and not glyph.char["text"].isspace()
    )


def _is_parted(before: _Glyph, glyph: _Glyph) -> bool:
    """Whether people see a space: between words of Latin letters, or a wide one anywhere."""
    gap = glyph.start - before.end
    latin = before.char["text"].isascii() and glyph.char["text"].isascii()
    return gap > (_WORD_GAP if latin else _WIDE_GAP) * max(_size(before), _size(glyph))


def _head(row: Sequence[_Glyph]) -> float:
    """The width of what cannot be parted from the beginning of a line."""
    last = row[0]
    for glyph in row[1:]:
        if not (last.char["text"].isascii() and glyph.char["text"].isascii()) or _is_parted(last, glyph):
            break
        last = glyph
    return last.end - row[0].start

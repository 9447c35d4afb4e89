"""How much room a text takes on paper: spreadsheets do not grow merged rows, so heights are computed.

Widths are counted in halves of a Chinese character, the unit in which East Asian fonts set Latin letters and
digits. Whatever is uncertain (fonts differ between WPS, Excel and LibreOffice) is counted as the larger.
"""

from __future__ import annotations

import re
from functools import cache
from unicodedata import east_asian_width

LINE_HEIGHT = 3, 2
"""Height of a line as a ratio to the font size; the tallest Chinese fonts need 1.45."""

# What stays on one line: a Latin word or figure, with the opening signs before and the closing ones after.
_WORD = re.compile(r"[（《“「【〔(]*(?:[!-~]+|[^\s])[，。、；：？！）》”」】〕…％%]*|\s")


@cache
def _sign_width(sign: str) -> int:
    return 2 if east_asian_width(sign) in "WFA" else 1


def width(text: str) -> int:
    """The width of a line of text; a Chinese sign and one of ambiguous width (“ ≥ —) counts 2."""
    return len(text) if text.isascii() else sum(map(_sign_width, text))


def room(units: int, size: int) -> int:
    """What fits on a line of a column of `units` (a workbook's unit of width) at a font size in points."""
    # A unit is 7 pixels of 1/96 inch; the cell's margins take 6; a half character is size · 96/72/2.
    return max(2, (7 * units - 6) * 3 // (2 * size))


def lines(text: str, available: int) -> int:
    """How many lines a text takes where `available` halves of a character stand on one."""
    if "\n" not in text and width(text) <= available:
        return 1
    return sum(_wrapped(paragraph, available) for paragraph in text.split("\n"))


def height(text: str, units: int, size: int) -> int:
    """Points that a wrapped text needs in a column of `units`, with a little air."""
    up, down = LINE_HEIGHT
    return -(-lines(text, room(units, size)) * size * up // down) + 4


def length(text: str, size: int, *, stacked: bool) -> int:
    """Points that a text takes downwards: a sign a line when stacked, else turned on its side."""
    up, down = LINE_HEIGHT
    return len(text) * size * up // down if stacked else width(text) * size * 2 // 3


def _wrapped(paragraph: str, available: int) -> int:
    count, used = 1, 0
    for word in _WORD.findall(paragraph):
        size = width(word)
        if used + size <= available:
            used += size
        elif word.isspace():
            continue
        elif size <= available:
            count, used = count + 1, size
        else:
            # Longer than a line: it is cut wherever the line ends.
            count += -(-size // available) if used else (size - 1) // available
            used = available if size % available == 0 else size % available
    return count

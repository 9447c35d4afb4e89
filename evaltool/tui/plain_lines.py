"""The last hand on every line before it reaches a console that draws some signs badly.

Texts in columns are spelled before they are measured. What was never measured (Textual's borders, what is
being typed, a list's lines) is spelled here, and the blanks that follow give way to what grew.
"""

from __future__ import annotations

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from evaltool.tui.signs import spelled

BLANKS = re.compile("  +")


class PlainLines(LineFilter):
    """Spells the signs of a line; the line stays as wide as it was."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The line in plain signs."""
        if all(segment.text.isascii() for segment in segments):
            return segments
        drawn: list[Segment] = []
        width = grown = 0
        for segment in segments:
            text = spelled(segment.text)
            width += segment.cell_length
            grown += Segment(text).cell_length - Segment(segment.text).cell_length
            text, grown = _give_way(text, grown)
            drawn.append(Segment(text, segment.style, segment.control))
        return Segment.adjust_line_length(drawn, width, pad=False) if grown else drawn


def _give_way(text: str, grown: int) -> tuple[str, int]:
    """`text` with so many of its blanks taken out, one of each run kept; and how many are still owed."""
    if not grown:
        return text, 0
    left = grown

    def shorter(blanks: re.Match[str]) -> str:
        nonlocal left
        taken = min(left, len(blanks[0]) - 1)
        left -= taken
        return blanks[0][taken:]

    return BLANKS.sub(shorter, text), left


PLAIN_LINES = PlainLines()

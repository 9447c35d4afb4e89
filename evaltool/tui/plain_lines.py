"""The last hand on every line before it reaches a console that draws some signs badly.

Texts in columns are spelled before they are measured. What was never measured (Textual's borders, what is
being typed, a list's lines) is spelled here, and the blanks that follow give way to what grew.
"""

from __future__ import annotations

import re

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from evaltool.tui.signs import spelled

PIECES = re.compile("(  +)")
"""A line falls into texts and runs of blanks."""


class PlainLines(LineFilter):
    """Spells the signs of a line; the line stays as wide as it was."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """The line in plain signs."""
        if all(segment.text.isascii() for segment in segments):
            return segments
        drawn: list[Segment] = []
        grown = 0
        for segment in segments:
            text, grown = _spelled(segment.text, grown)
            drawn.append(segment._replace(text=text))
        width = sum(segment.cell_length for segment in segments)
        return Segment.adjust_line_length(drawn, width, pad=False) if grown else drawn


def _spelled(text: str, grown: int) -> tuple[str, int]:
    """`text` in plain signs, and by how many cells the line is now too long.

    Of each run of blanks one is kept.
    """
    pieces: list[str] = []
    for piece in PIECES.split(text):
        if piece.startswith("  "):
            taken = min(grown, len(piece) - 1)
            pieces.append(piece[taken:])
            grown -= taken
        else:
            pieces.append(spelled(piece))
            grown += cell_len(pieces[-1]) - cell_len(piece)
    return "".join(pieces), grown


PLAIN_LINES = PlainLines()

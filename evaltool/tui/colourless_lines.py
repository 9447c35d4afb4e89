"""Lines without any colour, for who asks for that by NO_COLOR and keeps to the terminal's own colours.

Textual turns colours into greys; those of the terminal itself it does not know, and makes all of them black.
"""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter


class ColourlessLines(LineFilter):
    """Segments in the terminal's two colours; those the other way round that stood on a colour."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """The same segments without colours."""
        return [Segment(text, _without(style or Style()), control) for text, style, control in segments]


def _without(style: Style) -> Style:
    is_marked = style.reverse or (style.bgcolor is not None and not style.bgcolor.is_default)
    return style + Style(color="default", bgcolor="default", reverse=is_marked)


COLOURLESS_LINES = ColourlessLines()

"""What may not reach a terminal taken out of every line that is drawn, whatever brought it there.

A text of a document or a person may hold the characters that order a terminal to do something, or that turn
the direction of what follows. They have no width, so a line stays as wide as it is. Half a character, as in
the name of a file that could not be decoded, is as wide as the sign that takes its place.
"""

from __future__ import annotations

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

ORDERS = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Control characters, and those that set the direction of writing."""

HALVES = re.compile("[\ud800-\udfff]")
"""Halves of characters: no encoding has them, and a stream would write each as six signs."""


class HarmlessLines(LineFilter):
    """Segments without characters that a terminal would act on, or that it could not be sent."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """The same segments; others only where such a character stands."""
        if not any(ORDERS.search(segment.text) or HALVES.search(segment.text) for segment in segments):
            return segments
        return [segment._replace(text=HALVES.sub("?", ORDERS.sub("", segment.text))) for segment in segments]


HARMLESS_LINES = HarmlessLines()

"""A few lines of plain text that change with every key, drawn without wrapping and layout."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from evaltool.tui.cells import pad


class Lines(Widget):
    """Texts of one line each, cut to the width there is."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.texts: Sequence[str] = ()

    def show(self, texts: Sequence[str]) -> None:
        """Show other texts; only the lines that differ are drawn again."""
        pairs = enumerate(zip_longest(texts, self.texts))
        moved = [Region(0, y, self.outer_size.width, 1) for y, (new, old) in pairs if new != old]
        self.texts = texts
        if moved:
            self.refresh(*moved)

    def render_line(self, y: int) -> Strip:
        """One line, in the widget's own style."""
        text = self.texts[y] if y < len(self.texts) else ""
        width = self.content_size.width
        return Strip([Segment(pad(text, width), self.rich_style)], width)

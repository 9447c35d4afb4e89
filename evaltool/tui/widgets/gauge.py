"""How far something is, as a bar of signs that are one cell wide in every terminal."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from evaltool.tui.cells import pad

DONE, LEFT = "#", "-"


class Gauge(Widget):
    """[####----] 3/8: as wide as there is room."""

    DEFAULT_CSS = "Gauge { height: 1; margin: 0 1; }"

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self.done = 0
        self.total = 0

    def show(self, done: int, total: int) -> None:
        """Show another state."""
        self.done, self.total = done, total
        self.refresh()

    def render_line(self, y: int) -> Strip:  # noqa: ARG002 - there is one line
        """The bar and the two numbers."""
        width = self.content_size.width
        return Strip([Segment(pad(drawn(self.done, self.total, width), width), self.rich_style)], width)


def drawn(done: int, total: int, width: int) -> str:
    """The bar in `width` cells; empty where nothing is to be done."""
    if not total:
        return ""
    said = f" {done}/{total}"
    room = max(width - len(said) - 2, 1)
    filled = room * done // total
    return f"[{DONE * filled}{LEFT * (room - filled)}]{said}"

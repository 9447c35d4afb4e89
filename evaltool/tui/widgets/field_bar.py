"""The shape that every edit bar has, at the foot of whatever table it belongs to."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from evaltool.tui.widgets.entering import Entering
from evaltool.tui.widgets.lines import Lines


class FieldBar(Vertical):
    """Two lines of what the field is, one to type in, three of what comes of it."""

    def __init__(self, entering: Entering) -> None:
        super().__init__(id="edit-bar")
        self.entering = entering

    def compose(self) -> ComposeResult:
        """What it is, the line, what comes of it."""
        yield Static(id="edit-title", markup=False)
        with Horizontal(id="edit-line"):
            yield Static(">", id="prompt", markup=False)
            yield self.entering
        yield Lines(id="edit-reading")

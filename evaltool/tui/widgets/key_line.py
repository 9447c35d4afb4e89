"""The last line of a dialog: which keys do what. A click on what a key does presses the key."""

from __future__ import annotations

import re

from textual import events
from textual.content import Content
from textual.widgets import Static

from evaltool.tui.cells import cells, cut_at_word

KEY = re.compile(r"(?P<key>F[0-9]{1,2}|Enter|Esc|Tab|Ctrl\+[A-Z])(?![A-Za-z])[^，,；;]*")
"""A key, and what it does up to the next sign that parts."""

NAMES = {"esc": "escape"}
"""Keys that Textual calls otherwise than people do."""


class KeyLine(Static):
    """Says the keys, and takes clicks for them."""

    def __init__(self, text: str) -> None:
        super().__init__(id="dialog-keys", markup=False)
        self._text = text

    def on_resize(self) -> None:
        """Cut the line anew."""
        self.update(Content(cut_at_word(self._text, self.content_size.width)), layout=False)

    def on_click(self, event: events.Click) -> None:
        """Press the key whose words were clicked."""
        text, at = str(self.content), event.x - self.gutter.left
        for found in KEY.finditer(text):
            if cells(text[: found.start()]) <= at < cells(text[: found.end()]):
                key = found["key"].lower()
                self.app.simulate_key(NAMES.get(key, key))

"""The one line that says what happened last. There are no toasts: they cut Chinese characters and go away."""

from __future__ import annotations

from collections import deque

from textual.content import Content
from textual.widgets import Static

from evaltool.tui.cells import cut_at_word, one_line

REMEMBERED = 12
"""How many messages help shows again."""


class MessageLine(Static):
    """Shows the newest message; keeps the last few for the help screen."""

    def __init__(self) -> None:
        super().__init__(id="message", markup=False)
        self.said: deque[str] = deque(maxlen=REMEMBERED)
        self._shown = ""

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Show a message; `wrong` ones stand out by colour beside what they say."""
        if not self.said or self.said[-1] != text:
            self.said.append(text)
        self._shown = text
        self.set_class(wrong, "-wrong")
        self._show()

    def clear(self) -> None:
        """Show nothing any more; help still knows what was said."""
        self._shown = ""
        self._show()

    def on_resize(self) -> None:
        """Cut the message anew."""
        self._show()

    def _show(self) -> None:
        self.update(Content(cut_at_word(one_line(self._shown), self.content_size.width)), layout=False)

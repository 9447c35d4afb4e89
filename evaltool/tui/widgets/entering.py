"""The one line to type in, and the only place that keys go to while figures are entered.

Textual hands a key that is no character from queue to queue before its binding acts, and characters typed
after it may overtake it. Here every command acts when its turn comes: 90, Enter, 95, Enter can arrive in
one burst over a slow line and each figure meets its own field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar

from textual import events
from textual.binding import BindingsMap
from textual.message import Message
from textual.widgets import Input

from evaltool.tui.breaks import in_one_line
from evaltool.tui.commands import COMMANDS, Where


class Go(Enum):
    """Where to go from a field. The values are the ids of the commands; `STAY` is nobody's key."""

    STAY = "stay"
    RESTORE = "restore"
    COMMIT = "commit"
    ROW_DOWN = "row_down"
    ROW_UP = "row_up"
    PAGE_DOWN = "page_down"
    PAGE_UP = "page_up"
    NEXT_FIELD = "next_field"
    PREVIOUS_FIELD = "previous_field"


GOES = {key: Go(command.id) for command in COMMANDS if command.where is Where.TABLE for key in command.keys}
ORDERS = {key: command.id for command in COMMANDS if command.where is Where.ANYWHERE for key in command.keys}

EDITS = {key: binding.action for key, binding in BindingsMap(Input.BINDINGS)}
"""What edits the line itself: Backspace, too, would else be overtaken by what is typed after it."""


class Entering(Input):
    """Plain text: what a figure is, the notation decides."""

    @dataclass
    class Shortened(Message):
        """Several lines were pasted where one has room: only the first was taken."""

        lines: int

    orders: ClassVar[Mapping[str, str]] = ORDERS
    """What the keys of the screen order, by key: the ids of its commands."""

    takes_column = False
    """Whether several pasted lines belong to the rows below, one to each."""

    takes_breaks = False
    """Whether several pasted lines are one text with line breaks."""

    def __init__(
        self, done: Callable[[Go], object], typed: Callable[[], object], pasted: Callable[[str], object]
    ) -> None:
        super().__init__(id="entering", compact=True, select_on_focus=False)
        self._done = done
        self._typed = typed
        self._pasted = pasted
        self.disable_messages(Input.Changed)  # nobody waits for it, and it would go up through every pane

    @property
    def content_width(self) -> int:
        """At least the line's own width: while the text fits, a key asks for no new layout of the screen."""
        return max(super().content_width, self.size.width)

    def watch_value(self) -> None:
        """Another text stands in the line."""
        self._typed()

    def on_paste(self, event: events.Paste) -> None:
        """Hand a column on to whoever knows the rows; of other texts Textual takes the first line."""
        lines = len([line for line in event.text.splitlines() if line.strip()])
        if lines > 1 and self.takes_column:
            event.stop()
            event.prevent_default()
            self._pasted(event.text)
        elif lines > 1 and self.takes_breaks:
            event.stop()
            event.prevent_default()
            self.replace(in_one_line(event.text.strip()), *self.selection)
        elif lines > 1:
            self.post_message(self.Shortened(lines))

    async def on_key(self, event: events.Key) -> None:
        """Act on the keys of the command table and on those that edit the line, in their turn."""
        if event.key not in GOES and event.key not in self.orders and event.key not in EDITS:
            return
        event.stop()
        event.prevent_default()
        if event.key in GOES:
            self._done(GOES[event.key])
        elif event.key in self.orders:
            await self.screen.run_action(self.orders[event.key])
        else:
            await self.run_action(EDITS[event.key])

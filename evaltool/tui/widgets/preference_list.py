"""The list of the settings screen, and the place that takes a key whatever it means elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from evaltool.tui.cells import cells, pad
from evaltool.tui.preferences import Preference

GAP = 2
PADDING = 2
"""Cells beside each line of a list."""
LEAST = 20
"""Cells that a meaning makes sense in, beside its value."""


class Preferences(OptionList):
    """Title, value and, where there is room, meaning; left and right change what the cursor is on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "screen.step(-1)", show=False),
        Binding("right", "screen.step(1)", show=False),
    ]

    def fill(self, listed: Sequence[Preference]) -> None:
        """Show these lines, the cursor where it was."""
        at = self.highlighted or 0
        titles = max(cells(one.title) for one in listed) + GAP
        values = max(cells(one.value) for one in listed) + GAP
        room = self.scrollable_content_region.width - PADDING - titles - values
        self.clear_options()
        self.add_options(Option(_line(one, titles, values, room), id=one.name) for one in listed)
        self.highlighted = at


class KeyWanted(Static, can_focus=True):
    """Takes the next key that is pressed."""

    def __init__(self, pressed: Callable[[str], object]) -> None:
        super().__init__("", id="key-wanted", markup=False)
        self._pressed = pressed

    def on_key(self, event: events.Key) -> None:
        """This one."""
        event.stop()
        event.prevent_default()
        self._pressed(event.key)


def _line(one: Preference, titles: int, values: int, room: int) -> Content:
    said = pad(one.meaning, room) if room >= LEAST else ""
    return Content.assemble(pad(one.title, titles), (pad(one.value, values), "bold"), (said, "dim"))

"""The keys that can be pressed now, whole or not at all: no word is cut at the edge."""

from __future__ import annotations

from textual import events
from textual.content import Content
from textual.widgets import Static

from evaltool.language import _
from evaltool.tui.cells import cells
from evaltool.tui.commands import COMMANDS, Command, Where, bar, first_key

GAP = 2

IN_ORDER = {(command.id, command.where): at for at, command in enumerate(COMMANDS)}


class KeyBar(Static):
    """One line of commands for the place where the cursor is."""

    def __init__(self) -> None:
        super().__init__(id="keys", markup=False)
        self._where = Where.ANYWHERE
        self._trying = False
        self._spans: list[tuple[int, int, Command]] = []

    def offer(self, where: Where) -> None:
        """Offer what can be done in a place."""
        if where is not self._where:
            self._where = where
            self._show()

    def turn(self, *, trying: bool) -> None:
        """Offer what is done while figures are tried, or no longer."""
        if trying is not self._trying:
            self._trying = trying
            self._show()

    def on_resize(self) -> None:
        """As many as fit."""
        self._show()

    async def on_click(self, event: events.Click) -> None:
        """A click on a command gives it."""
        for start, end, command in self._spans:
            if start <= event.x < end:
                self.app.simulate_key(command.keys[0])

    def _show(self) -> None:
        room = self.size.width
        chosen: list[Command] = []
        for command in bar(self._where, trying=self._trying):
            width = _width(command)
            if width <= room:
                chosen.append(command)
                room -= width + GAP
        ordered = sorted(chosen, key=lambda one: (one.where is Where.ANYWHERE, IN_ORDER[one.id, one.where]))
        self._spans = []
        parts: list[str | tuple[str, str]] = []
        at = 0
        for command in ordered:
            self._spans.append((at, at + _width(command), command))
            parts += [(first_key(command), "bold reverse"), f" {_(command.name)}", " " * GAP]
            at += _width(command) + GAP
        self.update(Content.assemble(*parts), layout=False)


def _width(command: Command) -> int:
    return cells(first_key(command)) + 1 + cells(_(command.name))

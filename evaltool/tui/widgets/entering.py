"""The one line to type in.

Its keys act at once and not by message: the next key may already be waiting, and must meet the next field.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from textual.widgets import Input

from evaltool.tui.commands import Where, bindings


class Go(Enum):
    """Where to go from a field."""

    STAY = "stay"
    TABLE = "table"
    COMMIT = "commit"
    DOWN = "down"
    UP = "up"
    NEXT_FIELD = "next_field"
    PREVIOUS_FIELD = "previous_field"


class Entering(Input):
    """Plain text: what a figure is, the notation decides."""

    BINDINGS = bindings(Where.EDITING)

    def __init__(self, done: Callable[[Go], object]) -> None:
        super().__init__(id="entering", compact=True)
        self._done = done

    def action_commit(self) -> None:
        """Enter."""
        self._done(Go.COMMIT)

    def action_row_down(self) -> None:
        """Down."""
        self._done(Go.DOWN)

    def action_row_up(self) -> None:
        """Up."""
        self._done(Go.UP)

    def action_next_field(self) -> None:
        """Tab."""
        self._done(Go.NEXT_FIELD)

    def action_previous_field(self) -> None:
        """Shift+Tab."""
        self._done(Go.PREVIOUS_FIELD)

    def action_restore(self) -> None:
        """Esc."""
        self._done(Go.TABLE)

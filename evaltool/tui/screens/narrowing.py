"""What search and palette have in common: a line to type in, and under it the list that it narrows."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import on
from textual.binding import BindingType
from textual.widgets import Input, OptionList

from evaltool.tui.screens.dialog import Dialog

T = TypeVar("T")


class NarrowingScreen(Dialog[T]):
    """The cursor stays in the line while another moves in the list; Enter takes what that one is on."""

    BINDINGS: ClassVar[list[BindingType]] = [("down", "move(1)", ""), ("up", "move(-1)", "")]

    def action_move(self, step: int) -> None:
        """Move in the list."""
        found = self.query_one(OptionList)
        if step > 0:
            found.action_cursor_down()
        else:
            found.action_cursor_up()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.query_one(OptionList).action_select()

"""One of a few names: what the journal is narrowed down to."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from evaltool.language import _
from evaltool.tui.screens.dialog import Dialog


class PickScreen(Dialog[int]):
    """The names in a list; the result is the place of the one that was chosen."""

    def __init__(self, title: str, names: Sequence[str], at: int) -> None:
        super().__init__(title, _("Enter 选定，上下选择，Esc 返回"))
        self._names = names
        self._at = at

    def body(self) -> list[Widget]:
        """The list."""
        return [OptionList(*(Option(Content(name)) for name in self._names), id="picked", markup=False)]

    def on_mount(self) -> None:
        """The cursor stands on what is chosen now."""
        shown = self.query_one(OptionList)
        shown.highlighted = self._at
        shown.focus()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_index)

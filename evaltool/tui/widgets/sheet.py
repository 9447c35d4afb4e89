"""The table of one place, filled when the place changes; a new figure changes cells and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.text import Text
from textual import events, on
from textual.message import Message
from textual.widgets import DataTable

from evaltool.language import _
from evaltool.tui.cells import pad
from evaltool.tui.columns import GAP, Cells, Column, plan
from evaltool.tui.commands import Where, bindings


class Sheet(DataTable[Text]):
    """Rows of texts by column, as many columns as the width allows.

    `begin` is told at once, not by message, that a row is to be edited: with the character typed, or None.
    """

    BINDINGS = bindings(Where.TABLE)

    @dataclass
    class RowChosen(Message):
        """The cursor went to another row."""

    @dataclass
    class Left(Message):
        """Somebody wants to go back to the tree."""

    def __init__(self, begin: Callable[[str | None], object]) -> None:
        super().__init__(id="sheet", cursor_type="row", cell_padding=0)
        self._begin = begin
        self._cells: list[Cells] = []
        self._plan: tuple[Column, ...] = ()

    def fill(self, rows: Sequence[Cells], cursor: int = 0) -> None:
        """Show other rows, the cursor on one of them."""
        self._cells = list(rows)
        self._lay_out(cursor)

    def change(self, index: int, cells: Cells) -> None:
        """Show other texts in one row."""
        before, self._cells[index] = self._cells[index], cells
        for column in self._plan:
            if before.get(column.id) != cells.get(column.id):
                self.update_cell(str(index), column.id, _cell(column, cells))

    def action_select_cursor(self) -> None:
        """Enter edits the row."""
        self._begin(None)

    def action_back(self) -> None:
        """Esc goes back to the tree."""
        self.post_message(self.Left())

    def on_resize(self) -> None:
        """Choose columns again where they would be others."""
        if self._cells and plan(self._cells, self._room) != self._plan:
            self._lay_out(self.cursor_row)

    def on_key(self, event: events.Key) -> None:
        """A character typed over a row begins to edit it, whatever it is."""
        if event.is_printable and event.character and not event.character.isspace():
            event.stop()
            event.prevent_default()
            self._begin(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """So does pasted text."""
        event.stop()
        lines = event.text.splitlines()
        if lines:
            self._begin(lines[0].strip())

    @on(DataTable.RowHighlighted)
    def _choose(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        self.post_message(self.RowChosen())

    @on(DataTable.RowSelected)
    def _edit(self, event: DataTable.RowSelected) -> None:
        event.stop()  # by mouse: a click on the row that the cursor is on
        self._begin(None)

    @property
    def _room(self) -> int:
        return self.size.width - self.scrollbar_size_vertical

    def _lay_out(self, cursor: int) -> None:
        self._plan = plan(self._cells, self._room) if self._cells else ()
        self.clear(columns=True)
        for column in self._plan:
            heading = pad(_(column.heading), column.width, right=column.right)
            self.add_column(Text(heading), key=column.id, width=column.width + GAP)
        for index, cells in enumerate(self._cells):
            self.add_row(*(_cell(column, cells) for column in self._plan), key=str(index))
        self.move_cursor(row=cursor)


def _cell(column: Column, cells: Cells) -> Text:
    return Text(pad(cells.get(column.id, ""), column.width, right=column.right), no_wrap=True, end="")

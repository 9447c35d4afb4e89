"""The table of one place, filled when the place changes; a new figure changes cells and nothing else.

It never has the focus. Rows are changed and figures typed in the edit bar, so that all keys wait in one
queue and no burst of them can overtake itself between two widgets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text
from textual import on
from textual.message import Message
from textual.widgets import DataTable

from evaltool.language import _
from evaltool.tui.cells import pad
from evaltool.tui.columns import GAP, Cells, Column, Layouts, plan


class Sheet(DataTable[Text], can_focus=False):
    """Rows of texts by column, as many columns as the width allows."""

    @dataclass
    class RowChosen(Message):
        """The cursor went to another row."""

    @dataclass
    class RowClicked(Message):
        """A row was clicked: somebody wants to edit it."""

    def __init__(self) -> None:
        super().__init__(id="sheet", cursor_type="row", cell_padding=0)
        self._layouts: Layouts = ()
        self._cells: list[Cells] = []
        self._plan: tuple[Column, ...] = ()

    @property
    def page(self) -> int:
        """How many rows are seen at once."""
        return max(self.scrollable_content_region.height - self.header_height, 1)

    def fill(self, layouts: Layouts, rows: Sequence[Cells], cursor: int = 0) -> None:
        """Show other rows, the cursor on one of them."""
        self._layouts = layouts
        self._cells = list(rows)
        self._lay_out(cursor)

    def change(self, index: int, cells: Cells) -> None:
        """Show other texts in one row."""
        before, self._cells[index] = self._cells[index], cells
        for column in self._plan:
            if before.get(column.id) != cells.get(column.id):
                self.update_cell(str(index), column.id, _cell(column, cells))

    def renew(self, rows: Sequence[Cells]) -> None:
        """Show other texts in the same rows; the columns anew where they would be others."""
        if plan(self._layouts, rows, self._room) != self._plan:
            self.fill(self._layouts, rows, self.cursor_row)
        for index, cells in enumerate(rows):
            self.change(index, cells)

    def on_resize(self) -> None:
        """Choose columns again where they would be others."""
        if self._cells and plan(self._layouts, self._cells, self._room) != self._plan:
            self._lay_out(self.cursor_row)

    @on(DataTable.RowHighlighted)
    def _choose(self, event: DataTable.RowHighlighted) -> None:
        event.stop()
        self.post_message(self.RowChosen())

    @on(DataTable.RowSelected)
    def _select(self, event: DataTable.RowSelected) -> None:
        event.stop()

    def on_click(self) -> None:
        """The first click on a row is enough to type in it, as the second is."""
        if self._cells:
            self.post_message(self.RowClicked())

    @property
    def _room(self) -> int:
        return self.size.width - self.styles.scrollbar_size_vertical

    def _lay_out(self, cursor: int) -> None:
        self._plan = plan(self._layouts, self._cells, self._room) if self._cells else ()
        self.clear(columns=True)
        for column in self._plan:
            heading = pad(_(column.heading), column.width, right=column.right)
            self.add_column(Text(heading), key=column.id, width=column.width + GAP)
        for index, cells in enumerate(self._cells):
            self.add_row(*(_cell(column, cells) for column in self._plan), key=str(index))
        self.move_cursor(row=cursor)


def _cell(column: Column, cells: Cells) -> Text:
    return Text(pad(cells.get(column.id, ""), column.width, right=column.right), no_wrap=True, end="")

"""A long list in columns, of which only what is seen is made and drawn: 500 lines cost as much as twenty.

It never has the focus: somebody types what is searched for in a line beside it, and moves in it from there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from evaltool.language import _
from evaltool.tui.cells import cells, cut_middle, pad
from evaltool.tui.columns import GAP, Cells, Column

MARK, NO_MARK = "> ", "  "
"""Before the line that the cursor is on, and before the others."""

MOST = 48
"""Cells that the first column takes at most, so that the others are not too far from it."""

WHEEL = 3
"""Lines that a turn of the mouse's wheel goes on."""


class Roster(Widget):
    """Rows of texts by column under their headings, and a cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"roster--cursor", "roster--heading"}

    @dataclass
    class Chosen(Message):
        """A row was clicked."""

        index: int

    @dataclass
    class Shown(Message):
        """Other rows are seen than before."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__(id="roster")
        self._columns = columns
        self._count = 0
        self._cells: Callable[[int], Cells] = lambda _index: {}
        self._top = 0
        self._lines: list[str] = []
        self.cursor = 0

    @property
    def seen(self) -> range:
        """The rows that are seen."""
        return range(self._top, min(self._top + self._page, self._count))

    def fill(self, count: int, cells_at: Callable[[int], Cells], cursor: int = 0) -> None:
        """Show so many other rows, the cursor on one; `cells_at` is asked for those that are seen."""
        self._count, self._cells = count, cells_at
        self._top = 0
        self.go(cursor)

    def renew(self) -> None:
        """The texts of the rows have changed."""
        columns = fitting(self._columns, self.size.width - len(MARK))
        rows = [{one.id: _(one.heading) for one in columns}, *map(self._cells, self.seen)]
        self._lines = [_line(columns, row) for row in rows] if self._count else []
        self.refresh()

    def go(self, index: int) -> None:
        """Put the cursor on a row, or the nearest there is, and bring it into sight."""
        self.cursor = max(0, min(index, self._count - 1))
        last = max(self._count - self._page, 0)
        self._top = min(max(self._top, self.cursor - self._page + 1), self.cursor, last)
        self.renew()
        self.post_message(self.Shown())

    def turn(self, pages: int) -> None:
        """Go on by so many screens."""
        self.go(self.cursor + pages * self._page)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.go(self.cursor)

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the cursor."""
        self.go(self.cursor + WHEEL)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the cursor."""
        self.go(self.cursor - WHEEL)

    def on_click(self, event: events.Click) -> None:
        """A click chooses a row."""
        index = self._top + event.y - 1
        if index in self.seen:
            self.go(index)
            self.post_message(self.Chosen(index))

    def render_line(self, y: int) -> Strip:
        """The headings, or one row."""
        width = self.size.width
        if y >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        is_here = self._top + y - 1 == self.cursor and y > 0
        name = "roster--cursor" if is_here else "roster--heading"
        style = self.rich_style if y > 0 and not is_here else self.get_component_rich_style(name)
        return Strip([Segment(pad((MARK if is_here else NO_MARK) + self._lines[y], width), style)], width)

    @property
    def _page(self) -> int:
        return max(self.size.height - 1, 1)


def fitting(columns: Sequence[Column], room: int) -> list[Column]:
    """The columns there is room for, the highest rank given up first; the first column takes what is left."""
    sized = [replace(one, width=max(one.least, cells(_(one.heading)))) for one in columns]
    while _width(sized) > room and any(one.rank for one in sized):
        sized.remove(max(sized, key=lambda one: one.rank))
    first = min(sized[0].width + room - _width(sized), MOST)
    return [replace(sized[0], width=max(first, 1)), *sized[1:]]


def _width(columns: Sequence[Column]) -> int:
    return sum(one.width for one in columns) + GAP * (len(columns) - 1)


def _line(columns: Sequence[Column], row: Cells) -> str:
    first, *others = columns
    name = pad(cut_middle(row.get(first.id, ""), first.width), first.width)
    return (" " * GAP).join([name, *(pad(row.get(one.id, ""), one.width, right=one.right) for one in others)])

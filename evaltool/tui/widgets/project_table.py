"""All projects as a list to go through and to sort, each with its figures; digits sort, Enter goes there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from evaltool.language import _
from evaltool.tui.compared.table import HEADINGS, Order, laid_out
from scoring.compared import Column, ProjectRow, ordered


class ProjectTable(Vertical):
    """The table with its heading, and a line that says the order."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("0", "sort('')", show=False),
        *(
            Binding(str(digit), f"sort('{column}')", show=False)
            for digit, column in enumerate(Column, start=1)
        ),
    ]

    @dataclass
    class Chosen(Message):
        """A project was chosen by its code."""

        code: str

    def __init__(self, rows: Sequence[ProjectRow], at: str) -> None:
        super().__init__(id="projects")
        self._rows = rows
        self._at = at
        self._order = Order()
        self._shown: Sequence[ProjectRow] = ()

    @property
    def at_cursor(self) -> str:
        """The code of the project at the cursor; empty where there is none."""
        at = self.query_one(OptionList).highlighted
        return "" if at is None else self._shown[at].code

    def compose(self) -> ComposeResult:
        """Heading, rows, order."""
        yield Static(id="projects-heading", markup=False)
        yield OptionList(id="projects-rows", markup=False)
        yield Static(id="dialog-message", markup=False)

    def on_resize(self) -> None:
        """Lay the rows out anew."""
        self._draw()

    def action_sort(self, column: str) -> None:
        """Sort by a column, or the other way round; the cursor stays on its project."""
        self._order = self._order.pressed(Column(column) if column else None)
        self._draw()

    def _draw(self) -> None:
        shown = self.query_one(OptionList)
        room = shown.scrollable_content_region.width - 2 * shown.styles.padding.width
        self._shown = ordered(self._rows, self._order.by, falling=self._order.falling)
        table = laid_out(self._shown, self._order, max(room, 1))
        self.query_one("#projects-heading", Static).update(Content.styled(table.heading, "bold"))
        said = self._order.said() if self._rows else _("（没有项目）")
        if table.left_out:
            names = _("、").join(_(HEADINGS[column]) for column in table.left_out)
            said = _("{said}。窄屏不列{names}").format(said=said, names=names)
        self.query_one("#dialog-message", Static).update(said)
        codes = [row.code for row in self._shown]
        with shown.prevent(OptionList.OptionHighlighted):
            shown.clear_options()
            shown.add_options(Option(Content("\n".join(lines))) for lines in table.rows)
            shown.highlighted = codes.index(self._at) if self._at in codes else (0 if codes else None)

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._at = self._shown[event.option_index].code

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self._shown[event.option_index].code))

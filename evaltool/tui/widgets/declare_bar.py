"""The edit bar of what is declared by hand: one field, and at once how its text is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual.content import Content
from textual.widgets import Static

from evaltool.language import _
from evaltool.tui import declare_reading, declare_words
from evaltool.tui.cells import cut_middle, one_line
from evaltool.tui.commands import COMMANDS, Where
from evaltool.tui.declare_book import DeclareBook
from evaltool.tui.declare_rows import DeclareRow
from evaltool.tui.widgets.entering import Entering, Go
from evaltool.tui.widgets.field_bar import FieldBar
from evaltool.tui.widgets.lines import Lines

ORDERS = {key: command.id for command in COMMANDS if command.where is Where.DECLARE for key in command.keys}


class Declaring(Entering):
    """The line to type in, with the orders of declaring by hand."""

    orders: ClassVar[Mapping[str, str]] = ORDERS


class DeclareBar(FieldBar):
    """Two lines of what the field is, one to type in, three of how it is read and what is odd about it.

    `leave` is told that a field is left and with which text, None where it was not changed.
    """

    def __init__(self, leave: Callable[[str | None, Go], object]) -> None:
        super().__init__(Declaring(self.finish, self._typed, lambda _text: None))
        self._leave = leave
        self._book: DeclareBook | None = None
        self._declared = ""
        self.row: DeclareRow | None = None
        self.field = ""

    @property
    def is_typing(self) -> bool:
        """Whether another text stands in the line than the declared one."""
        return self.row is not None and self.entering.value != self._declared

    def show(self, book: DeclareBook, row: DeclareRow, field: str, typed: str | None = None) -> None:
        """Show a field with its text, all of it selected; or with what somebody typed and could not keep."""
        self.row = None  # what is put in now is not being typed
        self._book, self.field = book, field
        self._declared = one_line(book.text(row.at(field)))
        self.entering.value = self._declared if typed is None else typed
        self.row = row
        self.entering.select_all()
        self._draw()

    def restore(self) -> None:
        """Show what is declared instead of what is typed."""
        if self._book is not None and self.row is not None:
            self.show(self._book, self.row, self.field)

    def finish(self, go: Go) -> None:
        """Leave the field. Esc forgets what is typed."""
        if self.row is None:
            return
        if go is Go.RESTORE and self.is_typing:
            self.restore()
            go = Go.STAY
        self._leave(self.entering.value if self.is_typing else None, go)

    def on_resize(self) -> None:
        """Cut the texts anew."""
        self._draw()

    def _typed(self) -> None:
        if self.row is not None:
            self._draw_reading()

    def _draw(self) -> None:
        book, row = self._book, self.row
        if book is None or row is None:
            return
        view = self.query_one("#edit-title", Static)
        room = view.content_size.width
        new = _("（还没有名称，尚未保存）") if book.is_pending(row) else ""
        name = cut_middle(declare_words.row_name(row), max(room - 2 * len(new), 1))
        fields = Content("  ").join(self._label(field) for field in row.fields)
        lines = [Content.assemble((name, "bold"), new), fields.truncate(room, ellipsis=True)]
        view.update(Content("\n").join(lines), layout=False)
        self._draw_reading()

    def _label(self, field: str) -> Content:
        assert self.row is not None  # noqa: S101 - only called while a row is shown
        said = declare_words.field_words(self.row, field)
        if field == self.field:
            return Content.styled(_("【{field}】").format(field=said), "bold")
        return Content.styled(said, "dim")

    def _draw_reading(self) -> None:
        book, row = self._book, self.row
        assert book is not None  # noqa: S101 - only called while a row is shown
        assert row is not None  # noqa: S101
        wrong, lines = False, declare_reading.lines_now
        text = self.entering.value
        if self.is_typing:
            tried = book.try_text(row, self.field, text)
            wrong = not tried.can_be_kept
            said = declare_reading.lines_tried(row, self.field, book, text, tried)
        else:
            said = lines(row, self.field, book)
        view = self.query_one("#edit-reading", Lines)
        view.set_class(wrong, "-wrong")
        view.show(tuple(map(one_line, said)))

"""The edit bar of the review: one field of what a document says, and at once how a correction is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import ClassVar

from textual.content import Content
from textual.widgets import Static

from evaltool import wording
from evaltool.language import _
from evaltool.tui import review_words, words
from evaltool.tui.cells import cells, cut, cut_middle, one_line
from evaltool.tui.columns import GAP
from evaltool.tui.commands import COMMANDS, Where, as_bound
from evaltool.tui.review_book import ReviewBook, ReviewRow
from evaltool.tui.widgets.entering import Entering, Go
from evaltool.tui.widgets.field_bar import FieldBar
from evaltool.tui.widgets.lines import Lines
from scoring.findings import plain
from scoring.model import Subject, Target

ORDERS = {key: command.id for command in COMMANDS if command.where is Where.REVIEW for key in command.keys}


SHOWN = 2
"""How many doubts have a line; the rest is counted."""


class Correcting(Entering):
    """The line to type in, with the orders of the review."""

    orders: ClassVar[Mapping[str, str]] = ORDERS


class ReviewBar(FieldBar):
    """Two lines of what the field is, one to type in, three of how it is read and what is odd about it.

    `leave` is told that a field is left and with which text, None where it was not changed.
    """

    def __init__(self, leave: Callable[[str | None, Go], object]) -> None:
        super().__init__(Correcting(self.finish, self._typed, lambda _text: None))
        self._leave = leave
        self._book: ReviewBook | None = None
        self.row: ReviewRow | None = None
        self.field = ""

    @property
    def is_typing(self) -> bool:
        """Whether another text stands in the line than the one that counts."""
        return self._book is not None and self.row is not None and self.entering.value != self._counts

    @property
    def _counts(self) -> str:
        assert self._book is not None  # noqa: S101 - asked only while a row is shown
        assert self.row is not None  # noqa: S101
        return one_line(self._book.review.text(self.row.at(self.field)))

    def show(self, book: ReviewBook, row: ReviewRow, field: str) -> None:
        """Show a field with the text that counts, all of it selected."""
        self.row = None  # what is put in now is not being typed
        self._book, self.field = book, field
        self.entering.value = one_line(book.review.text(row.at(field)))
        self.row = row
        self.entering.select_all()
        self._draw()

    def finish(self, go: Go) -> None:
        """Leave the field. Esc forgets what is typed."""
        if self._book is None or self.row is None:
            return
        if go is Go.RESTORE and self.is_typing:
            self.show(self._book, self.row, self.field)
            return
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
        title = _title(book, row, room)
        fields = Content("  ").join(self._label(name) for name in row.fields)
        lines = [title, fields.truncate(room, ellipsis=True)]
        view.update(Content("\n").join(lines), layout=False)
        self._draw_reading()

    def _label(self, name: str) -> Content:
        assert self._book is not None  # noqa: S101 - only called while a row is shown
        assert self.row is not None  # noqa: S101
        said = review_words.field_words(self.row, name)
        if self.row.at(name) in self._book.review.corrections:
            said = _("{field}（已改）").format(field=said)
        if name == self.field:
            return Content.styled(_("【{field}】").format(field=said), "bold")
        return Content.styled(said, "dim")

    def _draw_reading(self) -> None:
        book, row = self._book, self.row
        assert book is not None  # noqa: S101 - only called while a row is shown
        assert row is not None  # noqa: S101
        doubts = list(book.doubts_of(row))
        said, wrong = _understood(book, row), False
        if self.is_typing:
            read = book.review.read(row.at(self.field), self.entering.value)
            wrong, doubts = read.value is None, list(read.findings)
            said = _("看不懂“{text}”").format(text=self.entering.value) if wrong else _value(read.value)
        lines = [words.doubt_text(odd) for odd in doubts] if doubts else []
        advice = [wording.suggestion(odd) for odd in doubts[:1]]
        first = _("。").join(filter(None, [*lines[:1], *advice]))
        second = lines[1] if len(lines) > 1 else (row.found.description if row.found else "")
        view = self.query_one("#edit-reading", Lines)
        if len(lines) > SHOWN:
            more = as_bound(_("（另有 {count} 条，按 F5）"), Where.REVIEW).format(count=len(lines) - SHOWN)
            second = cut(one_line(second), view.content_size.width - cells(more)) + more
        view.set_class(wrong, "-wrong")
        view.show(tuple(map(one_line, (said, first, second))))


def _title(book: ReviewBook, row: ReviewRow, room: int) -> Content:
    """Name, text as the document has it, and where: of long ones the middle gives way, never the place."""
    source = book.source(row)
    where = wording.place(replace(source, file="")) if source else ""  # the file stands above
    text = one_line(review_words.cells_of(row, book)["found"])
    said = _("原文“{text}”") if text else _("原文没有写明")
    room -= cells(where) + 2 * GAP
    name = cut_middle(review_words.row_name(row), max(room - cells(said.format(text=text)), room // 3))
    shown = said.format(text=cut_middle(text, max(room - cells(name) - cells(said.format(text="")), 1)))
    return Content.assemble((name, "bold"), " " * GAP, shown, " " * GAP, where)


def _understood(book: ReviewBook, row: ReviewRow) -> str:
    if row.found is None:
        return ""
    now = book.indicators.get(row.found.key)
    if book.review.is_left_out(Subject(row.subject.project)):
        return as_bound(_("整个项目不采用；在项目上按 F8 恢复"), Where.REVIEW)
    if now is None:
        return as_bound(_("不采用；按 F8 恢复"), Where.REVIEW)
    return _("读作 {said}").format(said=review_words.target_words(now.target))


def _value(value: object) -> str:
    if isinstance(value, Target):
        return _("读作 {said}").format(said=review_words.target_words(value))
    return _("读作 {said}").format(said=plain(value) or _("空"))

"""Looking at what a document says, before any of it is adopted: the panes and what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import effect_words, review_words, words
from evaltool.tui.cells import cells as cell_len
from evaltool.tui.cells import cut, cut_middle
from evaltool.tui.columns import REVIEW, Layouts, filled
from evaltool.tui.commands import Where, bindings
from evaltool.tui.review_book import ReviewBook, ReviewRow
from evaltool.tui.widgets.entering import Go
from evaltool.tui.widgets.key_bar import KeyBar
from evaltool.tui.widgets.message_line import MessageLine
from evaltool.tui.widgets.places import Places
from evaltool.tui.widgets.review_bar import Correcting, ReviewBar
from evaltool.tui.widgets.sheet import Sheet

T = TypeVar("T")

ROOMY = 40
"""From so many cells on, a line of the list has room for its counts."""

NARROW = 100
"""Below so many columns the list steps aside while texts are corrected."""


class ReviewPanes(ModalScreen[T | None], Generic[T]):
    """List, table, edit bar; `book` is the review as it stands, `rows` those of the place that is shown.

    `waiting`: how many documents are to be looked at after this one.
    """

    CSS_PATH = "review.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Where.REVIEW),
        Binding("escape", "leave", show=False),
        Binding("right", "enter", show=False),
    ]

    def __init__(self, review: ops.Review, effect: ops.Effect, waiting: int = 0) -> None:
        super().__init__()
        self.book = ReviewBook(review)
        self.effect = effect
        self.waiting = waiting
        self.project = ""
        self.rows: Sequence[ReviewRow] = ()
        self._columns: Layouts = ()

    def compose(self) -> ComposeResult:
        """List and table side by side; under them edit bar, message and keys."""
        yield Static(id="review-heading", markup=False)
        with Horizontal(id="panes"):
            yield Places(len(self.book.places), self.show_frame)
            with Vertical(id="right"):
                yield Sheet()
        yield ReviewBar(self.leave_field)
        yield MessageLine()
        yield KeyBar()

    def on_mount(self) -> None:
        """The first project with something in it is what people want to see."""
        self.query_one(KeyBar).offer(Where.REVIEW)
        self.query_one("#places", OptionList).highlighted = min(1, len(self.book.places) - 1)
        self.query_one("#places").focus()
        self.say(self.greeting())

    def greeting(self, *, short: bool = False) -> str:
        """What is said first: how much differs from the workspace, and how many doubts there are."""
        department = self.book.review.reading.department
        compared = effect_words.compared(self.effect.difference, short=short)
        if not (department.code or department.name):
            compared = _("没有单位的编码和名称，采用前请填写")
        elif department.year is None:
            compared = _("年度不明，采用前请填写")
        doubted = words.findings_counted(self.book.review.reading.findings)
        return _("{compared}。{doubted}").format(compared=compared, doubted=doubted)

    def on_resize(self) -> None:
        """Cut the texts anew; a narrow screen shows the list or the table."""
        self.set_class(self.size.width < NARROW, "-narrow")
        self.call_after_refresh(self.show_frame)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On a narrow screen the list gives way to the table."""
        self.set_class(isinstance(event.widget, Correcting), "-entering")

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say something in the message line."""
        self.query_one(MessageLine).say(text, wrong=wrong)

    def show_frame(self) -> None:
        """What stands round the table: the two lines above, and the list."""
        heading = self.query_one("#review-heading", Static)
        room = heading.content_size.width
        department = self.book.review.reading.department
        source = self.book.review.found.source.file
        code = "" if department.code == department.name else f"{department.code} "
        title = cut_middle(f"{source}  {code}{words.department_name(department)}", room)
        taken = review_words.taken_words(self.book)
        if self.waiting:
            taken += _("（后面还有 {count} 个文件）").format(count=self.waiting)
        lines = [Content.styled(title, "bold"), Content(cut(taken, room))]
        heading.update(Content("\n").join(lines), layout=False)
        listed = self.query_one("#places", OptionList)
        if not listed.display:
            return  # without a width nothing can be cut to it
        width = max(listed.scrollable_content_region.width - 2, 8)
        for index, project in enumerate(self.book.places):
            state = review_words.place_state(project, self.book, short=width < ROOMY)
            name = cut_middle(review_words.place_name(project, self.book), width - cell_len(state) - 1)
            blank = " " * (width - cell_len(name) - cell_len(state))
            listed.replace_option_prompt_at_index(index, Content.assemble(name, blank, (state, "dim")))

    def show_place(self, project: str, cursor: int = 0, field: str = "") -> None:
        """Fill the table with a place, and the bar with a row of it."""
        self.project, self.rows = project, self.book.rows(project)
        cells = [review_words.cells_of(row, self.book) for row in self.rows]
        self._columns = filled(REVIEW, cells)
        self.query_one(Sheet).fill(self._columns, cells, cursor)
        self.show_row(cursor, field)

    def show_row(self, index: int, field: str = "") -> None:
        """Show a row in the bar; at the ends it stays."""
        index = max(0, min(index, len(self.rows) - 1))
        row = self.rows[index]
        self.query_one(Sheet).move_cursor(row=index)
        self.query_one(ReviewBar).show(self.book, row, field or row.fields[0])

    def refresh_rows(self) -> None:
        """Show the review as it stands now; a decision may fill a column that was empty, or empty one."""
        sheet = self.query_one(Sheet)
        cells = [review_words.cells_of(row, self.book) for row in self.rows]
        with self.app.batch_update():
            if filled(REVIEW, cells) != self._columns:
                self._columns = filled(REVIEW, cells)
                sheet.fill(self._columns, cells, sheet.cursor_row)
            for index, texts in enumerate(cells):
                sheet.change(index, texts)
            self.show_frame()

    def leave_field(self, text: str | None, go: Go) -> None:
        """Somebody leaves a field, with a text where it was changed."""
        raise NotImplementedError

"""What is declared by hand, without any document: the panes and what stands in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import declare_words, words
from evaltool.tui.book import Book
from evaltool.tui.cells import cells as cell_len
from evaltool.tui.cells import cut, cut_middle
from evaltool.tui.commands import Where, bindings
from evaltool.tui.declare_book import DeclareBook
from evaltool.tui.declare_rows import DeclareRow, places_of, rows_of
from evaltool.tui.rows import Place
from evaltool.tui.session import Session
from evaltool.tui.widgets.declare_bar import DeclareBar, Declaring
from evaltool.tui.widgets.entering import Go
from evaltool.tui.widgets.key_bar import KeyBar
from evaltool.tui.widgets.message_line import MessageLine
from evaltool.tui.widgets.places import Places
from evaltool.tui.widgets.sheet import Sheet
from scoring.model import Dossier, Subject

NARROW = 100
"""Below so many columns the list steps aside while texts are typed."""

LEAST = 8
"""Cells that a line of the list has at least."""


@dataclass(frozen=True, slots=True)
class Left:
    """What the screen leaves behind: the place to go on with, None where it is no more; and what to say."""

    place: Place | None
    said: str = ""


class DeclarePanes(ModalScreen[Left | None]):
    """List, table, edit bar. `book` is None until there is a department; `rows` are those of `place`.

    `told` is what became of a change, as long as the message line says so; `_passes`: what it says is of the
    row, the field or the key in hand, and goes when somebody goes on.
    The session is one of its own, so that what becomes of a change is said on this screen.
    """

    CSS_PATH = "declare.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Where.DECLARE),
        Binding("escape", "leave", show=False),
        Binding("right", "enter", show=False),
    ]

    def __init__(self, desk: ops.Desk, dossier: Dossier | None, project: str = "") -> None:
        super().__init__()
        self.session = Session(desk, self.post_message)
        self.book = DeclareBook(Book(dossier)) if dossier else None
        self.place = Subject(project)
        self.rows: Sequence[DeclareRow] = ()
        self.told = ""
        self._passes = False

    def compose(self) -> ComposeResult:
        """List and table side by side; under them edit bar, message and keys."""
        yield Static(id="declare-heading", markup=False)
        with Horizontal(id="panes"):
            yield Places(0, self.show_frame)
            with Vertical(id="right"):
                yield Sheet()
        yield DeclareBar(self.leave_field)
        yield MessageLine()
        yield KeyBar()

    @property
    def index(self) -> int:
        """Which row the cursor is on."""
        return self.query_one(Sheet).cursor_row

    def on_resize(self) -> None:
        """Cut the texts anew; a narrow screen shows the list or the table."""
        self.set_class(self.size.width < NARROW, "-narrow")
        self.call_after_refresh(self.show_frame)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """On a narrow screen the list gives way to the table."""
        self.set_class(isinstance(event.widget, Declaring), "-entering")

    def on_key(self, event: events.Key) -> None:
        """A text meant for the table, typed in the list."""
        if event.is_printable and isinstance(self.focused, Places):
            self.say(_("按 Enter 进入表格之后再输入"))

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say something of what is in hand, until somebody goes on."""
        self.told, self._passes = "", True
        self.query_one(MessageLine).say(text, wrong=wrong)

    def tell(self, text: str, *, wrong: bool = False) -> None:
        """Say what became of a change; one that was not kept is in hand again."""
        self.told, self._passes = text, wrong
        self.query_one(MessageLine).say(text, wrong=wrong)

    def forget(self) -> None:
        """Somebody goes on: say no more of what was in hand."""
        if self._passes:
            self.told, self._passes = "", False
            self.query_one(MessageLine).clear()

    def show_frame(self) -> None:
        """What stands round the table: the two lines above, and the list."""
        if self.book is None:
            return
        view = self.query_one("#declare-heading", Static)
        room, department = view.content_size.width, self.book.department
        title = _("编制绩效目标  {name}").format(name=words.department_name(department))
        if self.place.project:
            title = f"{title}  {declare_words.place_name(self.place, department)}"
        lines = [
            Content.styled(cut_middle(title, room), "bold"),
            Content(cut(declare_words.heading(self.place, self.book), room)),
        ]
        view.update(Content("\n").join(lines), layout=False)
        self._show_list(self.book)

    def _show_list(self, book: DeclareBook) -> None:
        listed = self.query_one("#places", OptionList)
        if not listed.display:
            return  # without a width nothing can be cut to it
        places = places_of(book.department)
        width = max(listed.scrollable_content_region.width - 2, LEAST)
        lines = [self._line(place, book, width) for place in places]
        if listed.option_count == len(lines):
            for index, line in enumerate(lines):
                listed.replace_option_prompt_at_index(index, line)
        else:
            listed.clear_options()
            listed.add_options(Option(line) for line in lines)
        at = places.index(self.place)
        if listed.highlighted != at:
            listed.highlighted = at

    def _line(self, place: Subject, book: DeclareBook, width: int) -> Content:
        state = declare_words.place_state(place, book)
        inside = "" if place == Subject() else "  "
        room = width - cell_len(state) - len(inside) - 1
        name = inside + cut_middle(declare_words.place_name(place, book.department), room)
        return Content.assemble(name, " " * (width - cell_len(name) - cell_len(state)), (state, "dim"))

    def show_place(self, place: Subject, index: int = 0, field: str = "", typed: str | None = None) -> None:
        """Fill list, heading and table with a place, and the bar with a row of it."""
        assert self.book is not None  # noqa: S101 - a place is shown of a department
        before = (self.place, len(self.rows))
        self.place, self.rows = place, rows_of(self.book.department, place)
        cells = [declare_words.cells_of(row, self.book) for row in self.rows]
        sheet = self.query_one(Sheet)
        with self.app.batch_update():
            if (place, len(self.rows)) == before:
                sheet.renew(cells)
            else:
                sheet.fill(declare_words.COLUMNS, cells, max(0, min(index, len(cells) - 1)))
            self.show_frame()
            self.show_row(index, field, typed)

    def show_row(self, index: int, field: str = "", typed: str | None = None) -> None:
        """Show a row in the bar; at the ends it stays."""
        assert self.book is not None  # noqa: S101 - as above
        index = max(0, min(index, len(self.rows) - 1))
        row = self.rows[index]
        self.query_one(Sheet).move_cursor(row=index)
        self.query_one(DeclareBar).show(self.book, row, field if field in row.fields else row.home, typed)

    def leave_field(self, text: str | None, go: Go) -> None:
        """Somebody leaves a field, with a text where it was changed."""
        raise NotImplementedError

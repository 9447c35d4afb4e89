"""The panes of the working screen, and what they show of one place."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from evaltool.language import _
from evaltool.tui.book import Book
from evaltool.tui.columns import LAYOUTS, cells_of
from evaltool.tui.commands import as_bound
from evaltool.tui.filtering import NAMES, NOTHING, Filter, kept
from evaltool.tui.rows import Place, Row, rows_of
from evaltool.tui.session import Session
from evaltool.tui.widgets.department_tree import DepartmentTree
from evaltool.tui.widgets.edit_bar import EditBar
from evaltool.tui.widgets.entering import Go
from evaltool.tui.widgets.heading import Heading
from evaltool.tui.widgets.key_bar import KeyBar
from evaltool.tui.widgets.message_line import MessageLine
from evaltool.tui.widgets.page import Line, Page, Section
from evaltool.tui.widgets.sheet import Sheet
from scoring.record import Entry

NARROW = 100
"""Below so many columns the tree steps aside while figures are entered."""


class PanesScreen(Screen[None]):
    """Tree, heading, table, edit bar, message line and keys; the place they show, and its rows."""

    def __init__(self) -> None:
        super().__init__()
        self.session: Session | None = None
        self.place: Place | None = None
        self.rows: Sequence[Row] = ()
        self.filter = Filter.ALL
        self.filtered = ""

    def compose(self) -> ComposeResult:
        """Tree and table side by side; under them, over the whole width, edit bar, message and keys."""
        with Horizontal(id="panes"):
            yield DepartmentTree()
            with Vertical(id="right"):
                yield Heading()
                yield Sheet()
                yield Page(id="welcome")
        yield EditBar(self.keep, self.refuse, self.paste)
        yield MessageLine()
        yield KeyBar()

    def keep(self, entry: Entry | None, go: Go) -> None:
        """Somebody left a field."""
        raise NotImplementedError

    def refuse(self, why: str) -> None:
        """Somebody wanted to leave a field with a text that cannot be kept."""
        raise NotImplementedError

    def paste(self, text: str) -> None:
        """Somebody pasted a column into the field that a row begins with."""
        raise NotImplementedError

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say something in the message line."""
        self.query_one(MessageLine).say(text, wrong=wrong)

    @property
    def book(self) -> Book | None:
        """The book of the place that is shown."""
        if self.session is None or self.place is None:
            return None
        return self.session.fresh_book(self.place.department)

    @property
    def row(self) -> Row | None:
        """The row that the cursor is on."""
        index = self.query_one(Sheet).cursor_row
        return self.rows[index] if index < len(self.rows) else None

    def on_resize(self) -> None:
        """A narrow screen shows the tree or the whole table."""
        self.set_class(self.size.width < NARROW, "-narrow")

    def show_standings(self, book: Book) -> None:
        """Show how a department and its projects stand as recorded, in the tree."""
        projects = [book.recorded_standing(project.code) for project in book.dossier.department.projects]
        own = book.recorded_standing("")
        self.query_one(DepartmentTree).show_standings(Place(*book.id), own, projects, book.locked)

    def show_place(self, cursor: int = 0) -> None:
        """Fill heading and table with the place that is wanted."""
        book, place = self.book, self.place
        if book is None or place is None:
            return
        standing = book.standing(place.project)
        every = rows_of(book.dossier, place)
        self.rows = kept(every, self.filter, book, standing)
        with self.app.batch_update():
            self.query_one(Heading).show(book, place, self._say_filter(len(every)))
            self.query_one(Sheet).fill(
                LAYOUTS[place.part], [cells_of(row, book, standing) for row in self.rows], cursor
            )
            self._show_why_nothing()
            self.show_row(cursor)

    def _say_filter(self, of: int) -> str:
        """The filter that is on, and how many rows of how many it keeps; empty where there is none."""
        said = "" if self.filter is Filter.ALL else _("筛选 {name} {kept}/{of}")
        self.filtered = said.format(name=_(NAMES[self.filter]), kept=len(self.rows), of=of)
        return self.filtered

    def _show_why_nothing(self) -> None:
        """Where no row is kept, why that is; keys then go to the screen."""
        was_unmatched = self.has_class("-unmatched")
        self.set_class(not self.rows, "-unmatched")
        if self.rows:
            if was_unmatched and self.focused is None:
                self.query_one(EditBar).entering.disabled = False
                self.query_one(EditBar).entering.focus()
            return
        self.query_one(EditBar).clear()
        lines = [
            Line(_(NOTHING[self.filter])),
            Line(as_bound(_("按 F12 换一种筛选，按 Ctrl+Down 到下一个项目。"))),
        ]
        title = _("筛选：{name}").format(name=_(NAMES[self.filter]))
        self.query_one("#welcome", Page).show([Section(title, lines)])

    def index_of(self, row: Row) -> int:
        """Where a row stands in the table now: its target may have been adjusted since it was shown."""
        return next(index for index, one in enumerate(self.rows) if one.subject == row.subject)

    def show_row(self, index: int) -> None:
        """Show a row in the edit bar, at its first field."""
        if self.book is not None and index < len(self.rows):
            self.query_one(EditBar).show(self.book, self.rows[index], self.rows[index].fields[0])

    def refresh_place(self) -> None:
        """Show new figures of the place: cells that differ, totals, and the lines of the tree."""
        book, place = self.book, self.place
        if book is None or place is None:
            return
        standing = book.standing(place.project)
        every, shown = rows_of(book.dossier, place), {row.subject for row in self.rows}
        self.rows = tuple(row for row in every if row.subject in shown)
        with self.app.batch_update():
            for index, row in enumerate(self.rows):
                self.query_one(Sheet).change(index, cells_of(row, book, standing))
            self.query_one(Heading).show(book, place, self._say_filter(len(every)))
            self.show_standings(book)

    def show_nothing(self, said: Section) -> None:
        """There is no place to show; say why."""
        self.rows = ()
        self.remove_class("-unmatched")
        self.query_one(Heading).clear()
        self.query_one(Sheet).fill((), [])
        self.query_one(EditBar).clear()
        self.add_class("-empty")
        self.query_one("#welcome", Page).show([said])

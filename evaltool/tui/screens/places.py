"""Going from place to place: opening the workspace, listing departments, loading one, showing its table.

The screen is drawn first; the workspace is opened in a thread afterwards, and loading never holds up typing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from evaltool import operations as ops
from evaltool import wording
from evaltool.language import _
from evaltool.tui import news
from evaltool.tui.book import Book
from evaltool.tui.columns import cells_of
from evaltool.tui.rows import Part, Place, Row, rows_of
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


class PlacesScreen(Screen[None]):
    """The panes, and which place they show."""

    def __init__(self, open_desk: Callable[[], ops.Desk], clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._open_desk = open_desk
        self.clock = clock
        self.session: Session | None = None
        self.place: Place | None = None
        self.rows: Sequence[Row] = ()
        self._loading = False

    def compose(self) -> ComposeResult:
        """Tree and table side by side; under them, over the whole width, edit bar, message and keys."""
        with Horizontal(id="panes"):
            yield DepartmentTree()
            with Vertical(id="right"):
                yield Heading()
                yield Sheet(self.begin)
                yield Page(id="welcome")
        yield EditBar(self.keep, self.refuse)
        yield MessageLine()
        yield KeyBar()

    def begin(self, text: str | None) -> None:
        """Somebody wants to edit the row under the cursor."""
        raise NotImplementedError

    def keep(self, entry: Entry | None, go: Go) -> None:
        """Somebody left a field."""
        raise NotImplementedError

    def refuse(self, why: str) -> None:
        """Somebody wanted to leave a field with a text that cannot be kept."""
        raise NotImplementedError

    def say(self, text: str, *, wrong: bool = False) -> None:
        """Say something in the message line."""
        self.query_one(MessageLine).say(text, wrong=wrong)

    @property
    def book(self) -> Book | None:
        """The book of the place that is shown."""
        if self.session is None or self.place is None:
            return None
        return self.session.books.get(self.place.department)

    @property
    def row(self) -> Row | None:
        """The row that the cursor is on."""
        index = self.query_one(Sheet).cursor_row
        return self.rows[index] if index < len(self.rows) else None

    def on_mount(self) -> None:
        """Draw, then open."""
        self.query_one(EditBar).clear()
        self.say(_("正在打开工作区……"))
        self.call_after_refresh(self.open_workspace)

    def on_resize(self) -> None:
        """A narrow screen shows the tree or the whole table."""
        self.set_class(self.size.width < NARROW, "-narrow")

    @work(thread=True, group="open")
    def open_workspace(self) -> None:
        """Open the workspace and list what is in it."""
        try:
            desk = self._open_desk()
            self.post_message(news.Opened(desk, desk.departments()))
        except ops.WorkspaceError as error:
            self.post_message(news.NotOpened(error))

    @on(news.Opened)
    def _opened(self, event: news.Opened) -> None:
        self.session = Session(event.desk, self.post_message)
        opened = _("已新建工作区 {path}") if event.desk.created else _("已打开工作区 {path}")
        self.say(opened.format(path=event.desk.path))
        self._list(event.summaries, None)

    @on(news.NotOpened)
    def _not_opened(self, event: news.NotOpened) -> None:
        self.say(wording.fault(event.error), wrong=True)
        why = wording.fault(event.error)
        self._welcome(Section(_("工作区没有打开"), [Line(why), Line(_("按 Ctrl+Q 退出。"))]))

    @work(group="list")
    async def list_again(self, place: Place | None) -> None:
        """List what is in the workspace now, and show a place of it."""
        assert self.session is not None  # noqa: S101 - only asked for once the desk is open
        await self.session.drained()
        summaries = await asyncio.to_thread(self.session.desk.departments)
        self.post_message(news.Listed(summaries, place))

    @on(news.Listed)
    def _listed(self, event: news.Listed) -> None:
        assert self.session is not None  # noqa: S101
        self.session.books.clear()
        self._list(event.summaries, event.place)

    def _list(self, summaries: Sequence[ops.Summary], place: Place | None) -> None:
        tree = self.query_one(DepartmentTree)
        tree.fill(summaries)
        known = {(summary.code, summary.year): summary for summary in summaries}
        if not known:
            self.place = None
            self._welcome(_empty())
            return
        self.remove_class("-empty")
        summary = known.get(place.department) if place else None
        if place is None or summary is None:
            summary = summaries[0]
            place = Place(summary.code, summary.year)
        if not place.project and summary.projects:
            place = Place(place.code, place.year, summary.projects[0].code)
        tree.go(place)
        tree.focus()
        self.go(place)

    def go(self, place: Place) -> None:
        """Show a place; load its department first where it was not opened yet."""
        if self.session is None or place == self.place:
            return
        self.place = place
        if self.book is not None:
            self.show_place()
        elif not self._loading:
            self._load()

    @work(group="load")
    async def _load(self) -> None:
        """Load the department of the place wanted last, however many were passed on the way."""
        assert self.session is not None  # noqa: S101
        self._loading = True
        wanted = None
        while self.place is not None and wanted != self.place.department:
            wanted = self.place.department
            await self.session.drained()
            try:
                self.post_message(news.Loaded(await asyncio.to_thread(self.session.desk.dossier, *wanted)))
            except ops.WorkspaceError as error:
                self.post_message(news.Failed(error))
        self._loading = False

    @on(news.Loaded)
    def _loaded(self, event: news.Loaded) -> None:
        assert self.session is not None  # noqa: S101
        book = self.session.take(event.dossier)
        self.show_standings(book)
        if self.place is not None and self.place.department == book.id:
            self.show_place()

    def show_standings(self, book: Book) -> None:
        """Show how a department and its projects stand, in the tree."""
        tree = self.query_one(DepartmentTree)
        code, year = book.id
        for project in ("", *(project.code for project in book.dossier.department.projects)):
            tree.show_standing(Place(code, year, project), book.standing(project))

    def show_place(self, cursor: int = 0) -> None:
        """Fill heading and table with the place that is wanted."""
        book, place = self.book, self.place
        if book is None or place is None:
            return
        self.rows = rows_of(book.dossier, place)
        standing = book.standing(place.project)
        with self.app.batch_update():
            self.query_one(Heading).show(book, place)
            self.query_one(Sheet).fill([cells_of(row, book, standing) for row in self.rows], cursor)
            self.show_row(cursor)

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
        with self.app.batch_update():
            for index, row in enumerate(self.rows):
                self.query_one(Sheet).change(index, cells_of(row, book, standing))
            self.query_one(Heading).show(book, place)
            self.show_standings(book)

    def turn_part(self) -> None:
        """From the indicators to the money in detail, and back."""
        if self.place is None or not self.place.project:
            return
        other = Part.MONEY if self.place.part is Part.INDICATORS else Part.INDICATORS
        self.go(Place(self.place.code, self.place.year, self.place.project, other))

    def _welcome(self, said: Section) -> None:
        self.rows = ()
        self.query_one(Heading).clear()
        self.query_one(Sheet).fill([])
        self.query_one(EditBar).clear()
        self.add_class("-empty")
        self.query_one("#welcome", Page).show([said])


def _empty() -> Section:
    return Section(
        _("工作区里还没有单位"),
        [
            Line(_("按 F7 导入绩效目标文本（公开的部门预算绩效文本，.txt）。")),
            Line(_("也可以退出后在命令行导入：evaltool import 文件")),
        ],
    )

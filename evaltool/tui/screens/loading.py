"""Going from place to place: opening the workspace, listing departments, loading one.

The screen is drawn first; the workspace is opened in a thread afterwards, and loading never holds up typing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from textual import on, work

from evaltool import operations as ops
from evaltool import wording
from evaltool.language import _
from evaltool.tui import news
from evaltool.tui.book import Book
from evaltool.tui.commands import as_bound
from evaltool.tui.rows import Place, rows_of
from evaltool.tui.screens.panes import PanesScreen
from evaltool.tui.session import Session
from evaltool.tui.visited import Visited
from evaltool.tui.welcome import empty_workspace
from evaltool.tui.widgets.department_tree import DepartmentTree
from evaltool.tui.widgets.edit_bar import EditBar
from evaltool.tui.widgets.entering import Go
from evaltool.tui.widgets.page import Line, Page, Section
from evaltool.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from evaltool.tui.counting import Known
    from scoring.model import Dossier


class LoadingScreen(PanesScreen):
    """The panes, filled from a workspace. `why_closed` is empty once it is open."""

    def __init__(self, open_desk: Callable[[], ops.Desk], clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._open_desk = open_desk
        self.clock = clock
        self._loading = False
        self.visited = Visited()
        self.summaries: Sequence[ops.Summary] = ()
        self.counted: Known = {}
        self.why_closed = _("工作区正在打开，请稍候")

    def on_mount(self) -> None:
        """Draw, then open."""
        self.query_one(EditBar).clear()
        self.say(_("正在打开工作区……"))
        self.call_after_refresh(self.open_workspace)

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
        self.session, self.why_closed = Session(event.desk, self.post_message), ""
        opened = _("已新建工作区 {path}") if event.desk.created else _("已打开工作区 {path}")
        self.say(opened.format(path=event.desk.path))
        self._list(event.summaries, None)

    @on(news.NotOpened)
    def _not_opened(self, event: news.NotOpened) -> None:
        why = self.why_closed = wording.fault(event.error)
        self.say(why, wrong=True)
        self.show_nothing(Section(_("工作区没有打开"), [Line(why), Line(as_bound(_("按 Ctrl+Q 退出。")))]))

    @work(group="list")
    async def list_again(self, place: Place | None) -> None:
        """List what is in the workspace now, and show a place of it."""
        assert self.session is not None  # noqa: S101 - only asked for once the desk is open
        await self.session.drained()
        try:
            summaries = await asyncio.to_thread(self.session.desk.departments)
        except ops.WorkspaceError as error:
            self.post_message(news.Failed(error))
        else:
            self.post_message(news.Listed(summaries, place))

    @on(news.Listed)
    def _listed(self, event: news.Listed) -> None:
        assert self.session is not None  # noqa: S101
        self._remember()
        self.session.forget()
        self.place = None
        self._list(event.summaries, event.place)

    def _list(self, summaries: Sequence[ops.Summary], place: Place | None) -> None:
        self.summaries = summaries
        tree = self.query_one(DepartmentTree)
        tree.fill(summaries)
        known = {(summary.code, summary.year): summary for summary in summaries}
        if not known:
            self.show_nothing(empty_workspace())
            self.query_one("#welcome", Page).focus()
            return
        self.remove_class("-empty")
        summary = known.get(place.department) if place else None
        if place is None or summary is None:
            place = self.visited.place_in(summaries[0])
        elif place.project not in {project.code for project in summary.projects}:
            place = self.visited.place_in(summary)
        self.call_after_refresh(tree.focus)  # while it is hidden it would lose the focus again
        self.go_and_point(place)

    def go(self, place: Place) -> None:
        """Show a place; load its department first where it was not opened yet."""
        if self.session is None or place == self.place:
            return
        self._remember()
        self.place = place
        if self.book is not None:
            self._show_again()
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
                self.post_message(news.Loaded(*await asyncio.to_thread(self._read, *wanted)))
            except ops.REFUSALS as error:
                self.post_message(news.Failed(error))
        self._loading = False

    def _read(self, code: str, year: int | None) -> tuple[Dossier, Mapping[str, int]]:
        assert self.session is not None  # noqa: S101
        desk = self.session.desk
        return desk.dossier(code, year), desk.handed_in(code, year)

    @on(news.Loaded)
    def _loaded(self, event: news.Loaded) -> None:
        assert self.session is not None  # noqa: S101
        bar = self.query_one(EditBar)
        held = bar.held
        if held is None:
            bar.finish(Go.STAY)  # typed while loading, into the place before
        book = self.session.take(event.dossier, event.locked)
        self.show_standings(book)
        self.look_at_files(book)
        if self.place is not None and self.place.department == book.id:
            again = [row.subject for row in rows_of(book.dossier, self.place)]
            is_same = again == [row.subject for row in self.rows]
            if is_same:
                self.show_place(self.query_one(Sheet).cursor_row)
                if held is not None:
                    bar.hold(*held)
            else:
                self._show_again()

    def look_at_files(self, book: Book) -> None:
        """A department was loaded: see what became of the files named as evidence."""
        raise NotImplementedError

    def load_again(self) -> None:
        """What scores the department that is shown has changed."""
        if self.session is not None:
            self.session.forget()
            if not self._loading:
                self._load()

    def go_and_point(self, place: Place) -> None:
        """Show a place, and put the cursor of the tree on it; where it was not gone to, on what is shown."""
        self.go(place)
        self.query_one(DepartmentTree).go(self.place or place)

    def _remember(self) -> None:
        """Before another place is shown: where the cursor was in this one, if it has been shown at all."""
        at, place = self.query_one(EditBar).at, self.place
        if place is None:
            return
        shown = at is not None and (at.book.id, at.row.subject.project) == (place.department, place.project)
        self.visited.leave(place, at.row.at(at.name) if at is not None and shown else None)

    def _show_again(self) -> None:
        """Show the place with the cursor on the field that was left last there, or on its first."""
        assert self.book is not None  # noqa: S101 - the callers have looked
        assert self.place is not None  # noqa: S101
        field = self.visited.field_at(self.place)
        with self.app.batch_update():
            self.show_place()
            for index, row in enumerate(self.rows):
                if field is not None and field in map(row.at, row.fields):
                    self.query_one(Sheet).move_cursor(row=index)
                    self.query_one(EditBar).show(self.book, row, field.field)

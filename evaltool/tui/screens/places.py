"""Going from place to place: opening the workspace, listing departments, loading one.

The screen is drawn first; the workspace is opened in a thread afterwards, and loading never holds up typing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from textual import on, work

from evaltool import operations as ops
from evaltool import wording
from evaltool.language import _
from evaltool.tui import news
from evaltool.tui.rows import Part, Place, rows_of
from evaltool.tui.screens.panes import PanesScreen
from evaltool.tui.session import Session
from evaltool.tui.widgets.department_tree import DepartmentTree
from evaltool.tui.widgets.edit_bar import EditBar
from evaltool.tui.widgets.entering import Go
from evaltool.tui.widgets.page import Line, Section
from evaltool.tui.widgets.sheet import Sheet


class PlacesScreen(PanesScreen):
    """The panes, filled from a workspace. `why_closed` is empty once it is open."""

    def __init__(self, open_desk: Callable[[], ops.Desk], clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._open_desk = open_desk
        self.clock = clock
        self._loading = False
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
        self.show_nothing(Section(_("工作区没有打开"), [Line(why), Line(_("按 Ctrl+Q 退出。"))]))

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
        self.session.forget()
        self.place = None
        self._list(event.summaries, event.place)

    def _list(self, summaries: Sequence[ops.Summary], place: Place | None) -> None:
        tree = self.query_one(DepartmentTree)
        tree.fill(summaries)
        known = {(summary.code, summary.year): summary for summary in summaries}
        if not known:
            self.show_nothing(_empty())
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
            except ops.REFUSALS as error:
                self.post_message(news.Failed(error))
        self._loading = False

    @on(news.Loaded)
    def _loaded(self, event: news.Loaded) -> None:
        assert self.session is not None  # noqa: S101
        self.query_one(EditBar).finish(Go.STAY)  # typed while loading, into the place before
        book = self.session.take(event.dossier)
        self.show_standings(book)
        if self.place is not None and self.place.department == book.id:
            again = [row.subject for row in rows_of(book.dossier, self.place)]
            is_same = again == [row.subject for row in self.rows]
            self.show_place(self.query_one(Sheet).cursor_row if is_same else 0)

    def load_again(self) -> None:
        """What scores the department that is shown has changed."""
        if self.session is not None:
            self.session.forget()
            if not self._loading:
                self._load()

    def turn_part(self) -> None:
        """From the indicators to the money in detail, and back."""
        if self.place is None:
            return
        other = Part.MONEY if self.place.part is Part.INDICATORS else Part.INDICATORS
        self.go(Place(self.place.code, self.place.year, self.place.project, other))


def _empty() -> Section:
    return Section(
        _("工作区里还没有单位"),
        [
            Line(_("按 F7 导入绩效目标表或自评表（Word、Excel、PDF、网页或文本）。")),
            Line(_("也可以退出后在命令行导入：evaltool import 文件")),
        ],
    )

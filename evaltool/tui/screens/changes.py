"""The journal's list: the newest changes first, a page at a time, whoever made them and wherever."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on, work
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import change_words, words
from evaltool.tui.book import Book
from evaltool.tui.cells import one_line
from evaltool.tui.commands import as_bound
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.session import Session

AHEAD = 30
"""Changes below the cursor from which on the next page is fetched."""

LEAST_ROOM = 20


class ChangesScreen(Dialog[None]):
    """Changes in a list, as many pages of them as were looked at. `said` is what was said last."""

    @dataclass
    class Fetched(Message):
        """A page, and what else there is."""

        wanted: ops.Wanted
        before: int | None
        changes: tuple[ops.Change, ...]
        count: int
        people: tuple[str, ...]
        names: change_words.Names

    @dataclass
    class NotFetched(Message):
        """It could not be read."""

        error: Exception

    def __init__(self, session: Session, book: Book | None) -> None:
        keys = as_bound(_("Enter 详情，Esc 返回，F3 项目，F4 人员，F5 单位，Ctrl+Z 撤销，Ctrl+Y 重做"))
        super().__init__(_("日志"), keys)
        self.session = session
        self.book = book
        self.wanted = ops.Wanted(book.id if book else None)
        self.names = change_words.Names(session.book)
        self.changes: list[ops.Change] = []
        self.people: tuple[str, ...] = ()
        self._count = 0
        self._is_fetching = False
        self._folded_to = 0
        self.said = ""

    def body(self) -> list[Widget]:
        """What is shown of how many, and the list."""
        return [
            Static(_("正在读取日志……"), id="dialog-message", markup=False),
            OptionList(id="changes", markup=False),
        ]

    def on_mount(self) -> None:
        """Read once the screen is there."""
        self.query_one(OptionList).focus()
        self.fetch()

    def fetch(self, before: int | None = None) -> None:
        """Read the newest changes that are wanted, or those before the last one that is shown."""
        self._is_fetching = True
        self._read(self.wanted, before)

    @work(thread=True, group="journal")
    def _read(self, wanted: ops.Wanted, before: int | None) -> None:
        history, desk = self.session.desk.history, self.session.desk
        try:
            names = self.names.listing(desk.departments()) if before is None else self.names
            changes = history.changes(wanted, before=before)
            people = history.people(wanted.department)
            self.post_message(self.Fetched(wanted, before, changes, history.count(wanted), people, names))
        except ops.WorkspaceError as error:
            self.post_message(self.NotFetched(error))

    @on(NotFetched)
    def _not_fetched(self, event: NotFetched) -> None:
        self._is_fetching = False
        self.say(words.fault_text(event.error))

    @on(Fetched)
    def _fetched(self, event: Fetched) -> None:
        if event.wanted != self.wanted:
            return  # asked for before something else was wanted
        self._is_fetching = False
        self.people, self._count, self.names = event.people, event.count, event.names
        if event.before is None:
            self.changes = list(event.changes)
            self._draw()
        else:
            self.changes += event.changes
            self._add(event.changes)
        self._tell()

    def on_resize(self) -> None:
        """Fold the texts anew where they are to be folded otherwise; what lies far below is read again."""
        if self.changes and self._room != self._folded_to:
            at = self.query_one(OptionList).highlighted or 0
            del self.changes[max(at + 2 * AHEAD, ops.PAGE) :]
            self._draw()
            self._tell()

    def _draw(self) -> None:
        shown = self.query_one(OptionList)
        at = shown.highlighted
        shown.clear_options()
        self._add(self.changes)
        shown.highlighted = min(at or 0, len(self.changes) - 1) if self.changes else None

    def _add(self, changes: list[ops.Change] | tuple[ops.Change, ...]) -> None:
        room = self._folded_to = self._room
        of_all = self.wanted.department is None
        texts = (change_words.in_list(one, self.names, room, of_all=of_all) for one in changes)
        self.query_one(OptionList).add_options(map(Option, texts))

    @property
    def _room(self) -> int:
        return max(self.query_one(OptionList).scrollable_content_region.width - 3, LEAST_ROOM)

    def _tell(self) -> None:
        wanted = self.wanted
        whose = self.names.department(wanted.department) if wanted.department else _("全部单位")
        self.query_one("#dialog-title", Static).update(_("日志  {name}").format(name=whose))
        counted = _("共 {count} 项，已列出 {shown} 项").format(count=self._count, shown=len(self.changes))
        said = (counted, self.project_name(wanted.project), self.person_name(wanted.who), self.said)
        self.query_one("#dialog-message", Static).update("  ".join(filter(None, said)))

    def say(self, text: str) -> None:
        """Say what came of something, above the list."""
        self.said = text
        self._tell()

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        shown = len(self.changes)
        if event.option_index + AHEAD >= shown and shown < self._count and not self._is_fetching:
            self.fetch(self.changes[-1].id)

    def project_name(self, code: str | None) -> str:
        """What is said of the project that the list is narrowed to; empty for all."""
        if code is None or self.book is None:
            return ""
        return self.names.project(self.book.id, code) if code else _("单位本身")

    def person_name(self, who: str | None) -> str:
        """The same of the person."""
        return "" if who is None else one_line(who) or _("（没有姓名）")

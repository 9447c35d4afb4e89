"""Going to another screen and coming back: each command here opens one, and takes what it brings home.

The screens are loaded when they are first wanted, so that a start does without them.
"""

from __future__ import annotations

from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from textual import events, on
from textual.widget import Widget

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import news
from evaltool.tui.commands import as_bound
from evaltool.tui.rows import Place
from evaltool.tui.screens.looking import LookingScreen
from evaltool.tui.widgets.department_tree import DepartmentTree
from evaltool.tui.widgets.edit_bar import EditBar
from evaltool.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from evaltool.tui.book import DepartmentId
    from evaltool.tui.screens.declare import Left
    from evaltool.tui.screens.reviewing import Adoption


class VisitingScreen(LookingScreen):
    """Entering and looking, and the way to every other screen."""

    def action_journal(self) -> None:
        """Show who changed what, and undo or redo from there."""
        from evaltool.tui.screens.journal import JournalScreen

        if self.session is None:
            self.say(self.why_closed, wrong=True)
        elif self.settle():
            self.app.push_screen(JournalScreen(self.session, self.book))

    def action_home(self) -> None:
        """Show what is in the workspace; go to the department that is chosen, or import there."""
        from evaltool.tui.screens.home import HomeScreen

        if self.session is None:
            self.say(self.why_closed, wrong=True)
        elif self.settle():
            here = self.place.department if self.place else None
            self.app.push_screen(HomeScreen(self.session, here, self.counted, self.clock()), self._from_home)

    async def _from_home(self, chosen: DepartmentId | str | None) -> None:
        if isinstance(chosen, str):
            await self.run_action(chosen)
        elif chosen is not None:
            self.go_to_department(chosen)

    def action_year(self) -> None:
        """Go to the department's next year."""
        if self.settle():
            self.turn_year()

    def action_import(self) -> None:
        """Read a document and, after a look, adopt it."""
        from evaltool.tui.screens.importing import ImportScreen

        if self.session is None:
            self.say(self.why_closed, wrong=True)
        elif self.settle():
            self.app.push_screen(ImportScreen(self.session.desk, self._adopt))

    def _adopt(self, adoption: Adoption) -> Future[ops.Adopted]:
        assert self.session is not None  # noqa: S101 - the screen for importing is opened from a session
        return self.session.adopt(adoption.reading, adoption.carried)

    def action_declare(self) -> None:
        """Declare by hand; afterwards go on with what was declared."""
        from evaltool.tui.screens.declaring import DeclareScreen

        if self.session is None:
            self.say(self.why_closed, wrong=True)
        elif self.settle():
            book, project = self.book, self.place.project if self.place else ""
            screen = DeclareScreen(self.session.desk, book.dossier if book else None, project)
            self.app.push_screen(screen, self._declared)

    def _declared(self, left: Left | None) -> None:
        if left is not None:
            self.list_again(left.place)
            if left.said:
                self.say(left.said)

    def action_settings(self) -> None:
        """Show the settings; the app follows at once where it can."""
        from evaltool.tui.screens.settings import SettingsScreen

        if self.settle():
            self.app.push_screen(SettingsScreen())

    def draw_again(self) -> None:
        """Draw everything anew, as after another size: signs are written otherwise now."""
        for widget in self.query(Widget):
            widget.post_message(events.Resize(widget.size, widget.virtual_size))
        self.show_place(self.query_one(Sheet).cursor_row)

    def action_compare(self) -> None:
        """Compare targets with what was achieved; a project that is chosen is gone to."""
        from evaltool.operations.year_before import year_before
        from evaltool.tui.screens.compare import CompareScreen

        if self.book is None or self.place is None or self.session is None:
            self.say(self.why_closed or as_bound(_("还没有单位，无从对比；按 F7 导入")), wrong=True)
        elif self.settle():
            look = partial(year_before, self.session.desk, self.book.dossier.department)
            self.app.push_screen(CompareScreen(self.book, self.place.project, look), self._go_to_project)

    def _go_to_project(self, project: str | None) -> None:
        if project is not None and self.place is not None:
            place = Place(self.place.code, self.place.year, project)
            self.go(place)
            self.query_one(DepartmentTree).go(place)

    def action_hand_in(self) -> None:
        """Check, then write scorecards or hand in; take back what is handed in; look at the versions."""
        from evaltool.tui.screens.hand_in import HandInScreen

        if self.place is None or self.session is None:
            self.say(self.why_closed or as_bound(_("还没有单位，无从交表；按 F7 导入")), wrong=True)
        elif self.session.unsaved:
            said = as_bound(_("还有 {count} 项没有保存，先按 Ctrl+S 重试，再交表"))
            self.say(said.format(count=self.session.unsaved), wrong=True)
        elif self.query_one(EditBar).held or self.settle():  # what is locked names this way
            screen = HandInScreen(self.session, self.place, self.clock().date())
            self.app.push_screen(screen, self._from_hand_in)

    async def _from_hand_in(self, command: str | None) -> None:
        if command is not None:
            await self.run_action(command)
        elif self.book is not None and self.book.locked:
            self.load_again()  # another window may have taken it back

    @on(news.HandedIn)
    def _handed_in(self, event: news.HandedIn) -> None:
        said = as_bound(_("已交表，留存为第 {number} 版，内容已锁定；要改按 F6 退回修改"))
        self.say(said.format(number=event.number))
        self.load_again()

    @on(news.TakenBack)
    def _taken_back(self, event: news.TakenBack) -> None:
        done = event.saved.change_id is not None
        self.say(_("已退回修改，可以录入了") if done else _("选定的都没有交表，没有变化"))
        self.load_again()

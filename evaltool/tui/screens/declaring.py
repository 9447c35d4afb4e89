"""The screen for declaring by hand, whole: removing, spreading points, taking back, and the way out."""

from __future__ import annotations

from textual import work
from textual.widgets import OptionList

from evaltool.language import _
from evaltool.operations import drafting
from evaltool.operations.following import recorded_below
from evaltool.operations.points import spread
from evaltool.tui import declare_words
from evaltool.tui.commands import Where, as_bound
from evaltool.tui.declare_book import Wish
from evaltool.tui.declare_rows import lines_of
from evaltool.tui.rows import Place
from evaltool.tui.screens.declare import Left
from evaltool.tui.screens.declare_asking import SureScreen
from evaltool.tui.screens.declare_copying import CopyingScreen
from evaltool.tui.screens.help import HelpScreen
from evaltool.tui.widgets.declare_bar import DeclareBar, Declaring
from evaltool.tui.widgets.key_bar import KeyBar
from evaltool.tui.widgets.message_line import MessageLine
from scoring.model import Subject


class DeclareScreen(CopyingScreen):
    """Everything that can be ordered by a key. The result says where to go on."""

    def on_mount(self) -> None:
        """Show the department; where there is none, ask for one."""
        self.query_one(KeyBar).offer(Where.DECLARE)
        self.query_one("#places").focus()
        if self.book is None:
            self.say(_("工作区里还没有单位：先填写名称和年度"))
            self.ask_department()
        else:
            self.show_place(self.place)
            said = _("Enter 进入表格，Ctrl+N 新增，F7 复制往年项目；每一处改动随即保存")
            self.say(as_bound(said, Where.DECLARE))

    def action_remove_here(self) -> None:
        """Remove what the cursor is on: the indicator, or the project or objective that is shown."""
        if not self.settle() or self.book is None:
            return
        in_table = isinstance(self.focused, Declaring)
        subject = self.rows[self.index].subject if in_table else self.place
        if in_table and subject.indicator is None:
            said = _("这一行不能删除；删除整个项目或目标，请在左边按 F8")
            self.say(as_bound(said, Where.DECLARE), wrong=True)
        elif subject == Subject():
            self.say(_("单位不能在这里删除"), wrong=True)
        else:
            self._ask_to_remove(subject)

    def _ask_to_remove(self, subject: Subject) -> None:
        assert self.book is not None  # noqa: S101 - the caller has looked
        book, key = self.book, subject.indicator
        name = key.name if key else declare_words.place_name(subject, book.department)
        lines = 0 if key else len(lines_of(book.department, subject))
        recorded = recorded_below(book.dossier, subject)

        def remove(sure: bool | None) -> None:
            if sure:
                self._remove(subject, name)

        if lines or recorded:
            asked = declare_words.removed_words(subject, name, lines, recorded)
            self.app.push_screen(SureScreen(_("删除"), asked), remove)
        else:
            self._remove(subject, name)

    def _remove(self, subject: Subject, name: str) -> None:
        assert self.book is not None  # noqa: S101 - as above
        index, place = self.index, self.place
        draft = drafting.remove(
            self.book.department, Subject(subject.project, subject.indicator, subject.field)
        )
        self.declare(Wish(draft, _("删除 {name}").format(name=name)))
        if subject.indicator is None:
            self.show_place(Subject())
        else:
            self.show_place(place, index)

    def action_spread(self) -> None:
        """Give each indicator of the project its even share of its level's points, as one change."""
        if not self.settle() or self.book is None:
            return
        if not self.place.project:
            self.say(_("先到一个项目上，再均分分值"), wrong=True)
            return
        entries = spread(self.book.dossier, self.place.project)
        if entries:
            self.record(*entries, operation="spread_points")
            self.refresh_place()
        elif declare_words.is_spread(self.place, self.book):
            self.say(_("分值已经是平均分配的"))
        else:
            self.say(_("没有可分的指标，或一级指标不在评分规则里，请逐个输入分值"), wrong=True)

    def action_edit(self) -> None:
        """Go on with the text that counts."""
        entering = self.query_one(Declaring)
        entering.focus()
        entering.action_end()

    def action_undo(self) -> None:
        """Take back what is being typed, or a line without a name; else the newest change."""
        bar = self.query_one(DeclareBar)
        if bar.is_typing:
            bar.restore()
            self.say(_("已还原为原来的内容"))
        elif self.book is not None and self.book.pending is not None:
            self.book = self.book.without_pending
            self.show_place(self.place, self.index)
        else:
            self.session.undo()

    def action_redo(self) -> None:
        """Do again what was undone last."""
        if self.settle():
            self.session.redo()

    def action_next_project(self) -> None:
        """Go to the next line of the list."""
        self.query_one("#places", OptionList).action_cursor_down()

    def action_previous_project(self) -> None:
        """Go to the line of the list before."""
        self.query_one("#places", OptionList).action_cursor_up()

    def action_help(self) -> None:
        """Say what can be done here."""
        said = tuple(self.query_one(MessageLine).said)
        self.app.push_screen(HelpScreen(Where.DECLARE, None, said))

    def action_leave(self) -> None:
        """Esc in the list: back to the working screen, with what was declared."""
        if self.settle():
            self._leave()

    @work(group="declare-leave", exclusive=True)
    async def _leave(self) -> None:
        await self.session.drained()
        if self.book is None:
            self.dismiss(None)
        elif not self.query_one(DeclareBar).is_typing:  # else a change could not be kept, and stands there
            code, year = self.book.book.id
            left = Left(Place(code, year, self.place.project), self.told)
            self.dismiss(left if self.has_changed else None)

    async def action_quit(self) -> None:
        """Leave the program, once what is typed is kept."""
        if self.settle():
            await self.session.drained()
            await self.app.run_action("quit")

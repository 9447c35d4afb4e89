"""What if: figures are tried, total and grade move, and nothing is saved until a person says so."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import news, tried_words, words
from evaltool.tui.book import Book
from evaltool.tui.commands import COMMANDS, as_bound
from evaltool.tui.rows import Place
from evaltool.tui.screens.column import ColumnScreen
from evaltool.tui.widgets.department_tree import DepartmentTree
from evaltool.tui.widgets.edit_bar import EditBar
from evaltool.tui.widgets.key_bar import KeyBar
from evaltool.tui.widgets.message_line import MessageLine
from evaltool.tui.widgets.sheet import Sheet
from scoring.record import Entry

REFUSED = frozenset({"import", "declare", "hand_in", "rulebook", "undo", "redo"})
"""Commands that save something, or show what is saved: while figures are tried nobody could tell the two."""


class TryingScreen(ColumnScreen):
    """Entering, to be saved or only tried."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave_trial", show=False)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Textual asks before it runs an action: while figures are tried, some are refused in words."""
        if action not in REFUSED or self._tried_book is None or self._takes_back_typing(action):
            return super().check_action(action, parameters)
        name = next(_(command.name) for command in COMMANDS if command.id == action)
        said = as_bound(_("正在试算，不能“{name}”；先按 Ctrl+S 保存试算的内容，或按 Ctrl+T 放弃"))
        self.say(said.format(name=name), wrong=True)
        return False

    def _takes_back_typing(self, action: str) -> bool:
        return action == "undo" and self.query_one(EditBar).is_typing

    @property
    def _tried_book(self) -> Book | None:
        return self.session.trying if self.session else None

    def action_what_if(self) -> None:
        """Begin to try figures; or leave, and show what is recorded again."""
        if self.book is None:
            self.say(self.why_closed or as_bound(_("还没有单位，无从试算；按 F7 导入")), wrong=True)
        elif self.book.trying:
            self._end_trial(self.book)
        elif self.settle():
            self.book.trying = True
            self._show_trial(self.book)
            self.say(as_bound(_("试算：录入的内容都不保存，只看得分。Ctrl+S 保存为一次修改，Ctrl+T 放弃")))

    def action_leave_trial(self) -> None:
        """Esc in the tree of places."""
        book = self._tried_book
        if book is not None:
            self.may_drop_trial(book)

    def may_drop_trial(self, book: Book) -> bool:
        """Leave the trial; where figures are tried, only once the question stood on the screen."""
        question = as_bound(_("试算的 {count} 项没有保存。Ctrl+S 保存；再来一次就放弃")).format(
            count=len(book.tried)
        )
        said = self.query_one(MessageLine).said
        if book.tried and (not said or said[-1] != question):
            self.say(question, wrong=True)
            return False
        self._end_trial(book)
        return True

    def may_leave(self) -> bool:
        """Whether the program may be left as far as trials go; what is on its way is waited for."""
        book = self._tried_book
        return book is None or book.is_keeping or self.may_drop_trial(book)

    def go(self, place: Place) -> None:
        """Show a place; another department only once what is tried in this one may be dropped."""
        book = self._tried_book
        if book is None or place.department == book.id or self.may_drop_trial(book):
            super().go(place)
        elif self.place is None:
            super().go(Place(*book.id))
        else:
            self.query_one(DepartmentTree).go(self.place)

    def keep_trial(self) -> bool:
        """Save what is tried as one change. False: nothing is."""
        book = self._tried_book
        if book is None or self.session is None or not book.tried:
            return False
        if not book.is_keeping:
            self.session.keep_tried(book)
        self.say(_("正在保存……"))
        return True

    def _end_trial(self, book: Book) -> None:
        dropped = book.leave()
        self._show_trial(book)
        said = _("已退出试算，放弃了 {count} 项；显示的是已录入的内容")
        self.say(said.format(count=dropped) if dropped else _("已退出试算，没有改动"))

    def _mark_trial(self, book: Book) -> None:
        """Look, and offer keys, as figures are tried or kept."""
        self.set_class(book.trying, "-trying")
        self.query_one(KeyBar).turn(trying=book.trying)

    def _show_trial(self, book: Book) -> None:
        """Show rows, heading and edit bar anew, the cursor where it was."""
        self._mark_trial(book)
        at = self.query_one(EditBar).at
        self.show_place(self.query_one(Sheet).cursor_row)
        self.show_standings(book)
        if at is not None:
            self.show_subject(book.id, at.row.at(at.name))

    @on(news.Tried)
    def _was_tried(self, event: news.Tried) -> None:
        book = self.book_of(event.department)
        if book is None or self.place is None or not event.entries:
            return
        subjects = [entry.subject for entry in event.entries]
        items = [
            ops.Item(book.id, subject, book.recorded_value(subject), book.value(subject))
            for subject in subjects
        ]
        change = words.change_text(items, book.target(subjects[0]))
        total = tried_words.total_moved(book, self.place.project)
        said = [_("试算（未保存）：{change}").format(change=change), total]
        raised = self.raised.get(subjects[0])
        self.say(_("。").join([*said, words.doubt_text(raised)] if raised else said))

    @on(news.TrialKept)
    def _trial_kept(self, event: news.TrialKept) -> None:
        book = self.book_of(event.department)
        if book is None:
            return
        book.is_keeping = False
        book.kept(event.edits)
        self._take_files(book, event.saved.items)
        if not self.query_one(EditBar).is_typing:
            self._show_trial(book)
        self._mark_trial(book)
        self.refresh_place()
        said = as_bound(_("已保存试算的 {count} 项，按 Ctrl+Z 一次撤销")).format(count=len(event.edits))
        moved = event.saved.items
        change = _("：").join([said, self.change_text(moved)] if moved else [said])
        self.say(_("。").join(filter(None, [change, words.files_text(moved)])))

    @on(news.TrialNotKept)
    def _trial_not_kept(self, event: news.TrialNotKept) -> None:
        book = self.book_of(event.department)
        if book is None:
            return
        book.is_keeping = False
        if isinstance(event.error, ops.Conflict):
            book.take(Entry(clash.subject, clash.found) for clash in event.error.clashes)  # type: ignore[arg-type]
        self.refresh_place()
        why = words.fault_text(event.error)
        said = as_bound(_("{why}。试算的 {count} 项都没有保存，仍在试算；按 Ctrl+S 再保存，按 Ctrl+T 放弃"))
        self.say(said.format(why=why, count=len(event.edits)), wrong=True)

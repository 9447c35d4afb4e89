"""The working screen: everything that can be ordered by a key, and the dialogs it opens."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from textual import events, on, work
from textual.binding import Binding, BindingType

from evaltool.language import _
from evaltool.tui import news, words
from evaltool.tui.commands import Where, as_bound, bindings
from evaltool.tui.screens.visiting import VisitingScreen
from evaltool.tui.widgets.department_tree import DepartmentTree
from evaltool.tui.widgets.edit_bar import EditBar
from evaltool.tui.widgets.entering import Entering
from evaltool.tui.widgets.key_bar import KeyBar
from evaltool.tui.widgets.message_line import MessageLine

NEWLY_DECLARED = frozenset({"declared", "findings"})
"""Fields of a change that moves more than a figure."""


class WorkScreen(VisitingScreen):
    """Entering, and every command."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Where.ANYWHERE),
        Binding("ctrl+c", "say_how_to_leave", show=False),
    ]

    @property
    def where(self) -> Where:
        """Where the cursor is, for the key bar and for help."""
        places = ((Entering, Where.TABLE), (DepartmentTree, Where.TREE))
        return next((where for kind, where in places if isinstance(self.focused, kind)), Where.ANYWHERE)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Offer the keys of the place; on a narrow screen the tree gives way to the table."""
        self.set_class(not isinstance(event.widget, DepartmentTree), "-entering")
        self.query_one(KeyBar).offer(self.where)

    def action_help(self) -> None:
        """Say how the field is filled in, and all keys."""
        from evaltool.tui.screens.help import HelpScreen

        at = self.query_one(EditBar).at
        self.app.push_screen(HelpScreen(self.where, at, tuple(self.query_one(MessageLine).said)))

    def action_money(self) -> None:
        """From the indicators to the money in detail and what else is recorded, and back."""
        if self.settle():
            self.turn_part()

    def action_next_project(self) -> None:
        """Go to the next line of the tree."""
        if self.settle():
            self.query_one(DepartmentTree).action_cursor_down()

    def action_previous_project(self) -> None:
        """Go to the line of the tree before."""
        if self.settle():
            self.query_one(DepartmentTree).action_cursor_up()

    def action_palette(self) -> None:
        """Find a command by its name."""
        from evaltool.tui.screens.palette import PaletteScreen

        self.app.push_screen(PaletteScreen(), self._order)

    async def _order(self, action: str | None) -> None:
        if action is not None:
            await self.run_action(action)

    def action_undo(self) -> None:
        """Take back what is being typed, else the newest change."""
        bar = self.query_one(EditBar)
        if bar.at is not None and bar.is_typing:
            bar.restore()
            self.say(_("已还原为原来的内容"))
        elif self.session is not None:
            self.session.undo()

    def action_redo(self) -> None:
        """Do again what was undone last."""
        if self.session is not None and self.settle():
            self.session.redo()

    def action_retry(self) -> None:
        """Keep what is typed and what is tried, and save again what could not be saved."""
        if self.session is None or not self.settle() or self.keep_trial():
            return
        if not self.session.retry():
            self.say(_("没有未保存的内容"))

    def action_quit(self) -> None:
        """Save what is under way, then leave; what cannot be saved is said once before it is given up."""
        if self.query_one(EditBar).is_typing and not self.settle():
            return
        if self.may_leave():
            self.leave()

    def action_say_how_to_leave(self) -> None:
        """Ctrl+C is what people try first."""
        self.say(as_bound(_("按 Ctrl+Q 退出")))

    @work(group="leave", exclusive=True)
    async def leave(self, *, at_once: bool = False) -> None:
        """Wait for what is on its way to the disk and end; `at_once`: whatever cannot be saved."""
        if self.session is not None:
            self.say(_("正在保存……"))
            await self.session.drained()
            unsaved = self.session.unsaved
            if unsaved and not (self.gives_up or at_once):
                self.gives_up = True
                said = as_bound(_("还有 {count} 项没有保存。按 Ctrl+S 重试；再按 Ctrl+Q 放弃这些内容并退出"))
                self.say(said.format(count=unsaved), wrong=True)
                return
            await asyncio.to_thread(self.session.desk.close)
        self.app.exit()

    @on(news.Failed)
    def _failed(self, event: news.Failed) -> None:
        self.say(words.fault_text(event.error), wrong=True)

    @on(news.Taken)
    def _taken(self, event: news.Taken) -> None:
        if event.adopted.change_id is None:
            self.say(_("与工作区里的一致，没有变化"))
        else:
            said = as_bound(_("已采用导入的绩效目标，按 Ctrl+Z 可以撤销"))
            lost = len(event.adopted.orphans)
            kept = as_bound(_("{said}。有 {count} 项已录入的内容不再有对应的指标，按 F5 可以移走"))
            self.say(kept.format(said=said, count=lost) if lost else said, wrong=bool(lost))
        self.list_again(event.place)

    @on(news.Moved)
    def _moved(self, event: news.Moved) -> None:
        items = event.reverted.items
        change = self.change_text(items, is_undo=event.is_undo)
        if event.reverted.operation == "collect":
            change = _("从 {file} 收回的 {change}").format(file=event.reverted.who, change=change)
        self.say(_("{word}：{change}").format(word=event.word, change=change))
        moved = {item.subject.field for item in items if item.subject.indicator is None}
        if moved & NEWLY_DECLARED:
            self.list_again(self.place)
        elif "rulebook" in moved:
            self.load_again()
        else:
            self.take_items(items)

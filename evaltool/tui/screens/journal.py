"""The journal: who changed what, by project and by person; undo and redo in words."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from dataclasses import replace
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.widgets import OptionList

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import change_words, words
from evaltool.tui.commands import bound_as
from evaltool.tui.screens.change import ChangeScreen
from evaltool.tui.screens.changes import ChangesScreen
from evaltool.tui.screens.picking import PickScreen


class JournalScreen(ChangesScreen):
    """The changes of a department or of all, with what can be done about them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("f3", "projects", ""),
        ("f4", "people", ""),
        ("f5", "departments", ""),
        *bound_as("undo", "undo"),
        *bound_as("redo", "redo"),
    ]

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        change = self.changes[event.option_index]

        def seen(undo: bool | None) -> None:
            if undo and self._may_turn():
                self._turn(_("撤销"), self.session.undo(change.last), is_undo=True)

        self.app.push_screen(ChangeScreen(change, self.names), seen)

    def action_undo(self) -> None:
        """Take back the newest change of those that are shown and stand."""
        newest = next(filter(change_words.stands, self.changes), None)
        if newest is None:
            self.say(_("这里没有可以撤销的变更"))
        elif self._may_turn():
            self._turn(_("撤销"), self.session.undo(newest.last), is_undo=True)

    def action_redo(self) -> None:
        """Do again what was undone last, of the department that is shown or of all."""
        if self._may_turn():
            self._turn(_("重做"), self.session.redo(self.wanted.department))

    def _may_turn(self) -> bool:
        if self.session.trying is not None:
            self.say(_("正在试算，不能撤销和重做；先保存或放弃试算的内容"))
            return False
        return True

    @work(group="turn")
    async def _turn(self, word: str, turning: Future[ops.Reverted], *, is_undo: bool = False) -> None:
        try:
            done = await asyncio.wrap_future(turning)
        except ops.WorkspaceError as error:
            self.say(words.fault_text(error))
            return
        self.said = _("{word}：{change}").format(
            word=word, change=self.names.what(done.items, is_undo=is_undo)
        )
        self.query_one(OptionList).highlighted = 0
        self.fetch()

    def action_departments(self) -> None:
        """Between this department and all of them."""
        if self.book is not None:
            whole = self.wanted.department is not None
            self.want(ops.Wanted(None if whole else self.book.id, who=self.wanted.who))

    def action_projects(self) -> None:
        """Choose a project of this department, or all of it."""
        if self.book is None:
            return
        book = self.book
        codes = [None, "", *(project.code for project in book.dossier.department.projects)]
        at = codes.index(self.wanted.project) if self.wanted.project in codes else 0

        def chosen(index: int | None) -> None:
            if index is not None:
                self.want(replace(self.wanted, department=book.id, project=codes[index]))

        names = [self.project_name(code) or _("全部项目") for code in codes]
        self.app.push_screen(PickScreen(_("只看哪个项目"), names, at), chosen)

    def action_people(self) -> None:
        """Choose a person, or everybody."""
        people = [None, *self.people]
        at = people.index(self.wanted.who) if self.wanted.who in people else 0

        def chosen(index: int | None) -> None:
            if index is not None:
                self.want(replace(self.wanted, who=people[index]))

        names = [self.person_name(who) or _("全部人员") for who in people]
        self.app.push_screen(PickScreen(_("只看谁的变更"), names, at), chosen)

    def want(self, wanted: ops.Wanted) -> None:
        """Show other changes."""
        self.wanted, self.said = wanted, ""
        self.query_one(OptionList).highlighted = 0 if self.changes else None
        self.fetch()

"""Copying a project of another year or department while declaring by hand, with nothing achieved."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual import on, work
from textual.message import Message

from evaltool import operations as ops
from evaltool.language import _
from evaltool.operations import drafting
from evaltool.tui import news
from evaltool.tui.cells import one_line
from evaltool.tui.declare_book import Wish
from evaltool.tui.screens.declare_adding import AddingScreen
from evaltool.tui.screens.declare_asking import PickScreen


class CopyingScreen(AddingScreen):
    """The panes, everything that makes something new, and copies of what there was."""

    @dataclass
    class Others(Message):
        """The projects of other years and departments, to copy one of."""

        lines: Sequence[tuple[ops.Summary, ops.ProjectSummary]]

    def action_copy_project(self) -> None:
        """Offer the projects of other years and departments."""
        if self.book is not None and self.settle():
            self._look_for_others()

    @work(group="declare-known")
    async def _look_for_others(self) -> None:
        await self.session.drained()
        try:
            known = await asyncio.to_thread(self.session.desk.departments)
        except ops.WorkspaceError as error:
            self.post_message(news.Failed(error))
            return
        here = self.book
        if here is None:
            return
        code, year = here.book.id
        others = [one for one in known if (one.code, one.year) != (code, year)]
        others.sort(key=lambda one: (one.code != code, -(one.year or 0)))
        self.post_message(self.Others([(one, project) for one in others for project in one.projects]))

    @on(Others)
    def _offer(self, event: Others) -> None:
        if not event.lines:
            self.say(_("工作区里没有其他年度或其他单位的项目"), wrong=True)
            return

        def picked(number: int | None) -> None:
            if number is not None:
                whose, project = event.lines[number]
                self._copy(whose, project.code)

        said = _("{year} {department}  {count} 个指标")
        lines = [
            (
                project.name,
                said.format(year=whose.year or "", department=whose.name, count=project.indicators).strip(),
            )
            for whose, project in event.lines
        ]
        asked = _("复制哪个项目？目标、指标和分值一并复制，完成情况留空")
        self.app.push_screen(PickScreen(_("复制项目"), asked, lines), picked)

    @work(group="declare-known")
    async def _copy(self, whose: ops.Summary, code: str) -> None:
        try:
            dossier = await asyncio.to_thread(self.session.desk.dossier, whose.code, whose.year)
        except ops.REFUSALS as error:
            self.post_message(news.Failed(error))
            return
        if self.book is None:
            return
        old = ops.project_of(dossier, code)
        lines = (replace(one, weight=dossier.weights.get(one.key, one.weight)) for one in old.indicators)
        project = replace(old, indicators=tuple(lines))
        draft = drafting.copied(project, self.book.department)
        said = _("从 {year} 年复制项目 {name}").format(year=whose.year or "", name=one_line(old.name))
        self.take_new(Wish(draft, said))

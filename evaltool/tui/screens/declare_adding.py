"""Adding while declaring by hand: indicators, projects, objectives, departments; copies of other years."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

from textual import on, work
from textual.message import Message

from evaltool import operations as ops
from evaltool.language import _
from evaltool.operations import drafting
from evaltool.tui import declare_words, news
from evaltool.tui.cells import one_line
from evaltool.tui.declare_book import Wish
from evaltool.tui.declare_rows import lines_of
from evaltool.tui.screens.declare import Left
from evaltool.tui.screens.declare_asking import Asked, NameScreen, PickScreen
from evaltool.tui.screens.declare_going import GoingScreen
from evaltool.tui.widgets.declare_bar import Declaring
from scoring.model import Project


class AddingScreen(GoingScreen):
    """The panes, and everything that makes something new."""

    class Others(Message):
        """The projects of other years and departments, to copy one of."""

        def __init__(self, lines: Sequence[tuple[ops.Summary, ops.ProjectSummary]]) -> None:
            super().__init__()
            self.lines = lines

    def action_add(self) -> None:
        """In the table an indicator; in the list what belongs at the cursor."""
        if not self.settle() or self.book is None:
            return
        if isinstance(self.focused, Declaring):
            self._add_indicator()
        elif self.place.project:
            self._ask_project()
        elif self.place.field:
            self._ask_objective()
        else:
            self._ask_what()

    def _add_indicator(self) -> None:
        assert self.book is not None  # noqa: S101 - the caller has looked
        here = self.rows[self.index].subject.indicator
        lines = lines_of(self.book.department, self.place)
        like = here or (lines[-1].key if lines else None)
        draft = drafting.add_indicator(self.book.department, self.place, after=here, like=like)
        self.book = self.book.with_pending(draft)
        self.go_to(draft.subject)
        self.query_one(Declaring).focus()
        self.say(_("新指标：输入名称，Tab 输入指标值，再 Tab 输入分值；Shift+Tab 改级次"))

    def _ask_what(self) -> None:
        choices: list[tuple[str, str, Callable[[], object]]] = [
            (_("项目"), _("名称、预算、用途、指标"), self._ask_project),
            (_("分项目标"), _("单位自身的目标，可以有指标"), self._ask_objective),
            (_("总体绩效目标的指标"), _("单位自身的指标"), self._add_indicator),
            (_("另一个单位，或这个单位的另一个年度"), "", self.ask_department),
        ]

        def picked(number: int | None) -> None:
            if number is not None:
                choices[number][2]()

        self.app.push_screen(PickScreen(_("新增"), _("新增什么？"), [one[:2] for one in choices]), picked)

    def _ask_project(self) -> None:
        def named(texts: Sequence[str] | None) -> None:
            if texts is not None and self.book is not None:
                draft = drafting.add_project(self.book.department, *texts)
                self.take_new(Wish(draft, _("新增项目 {name}").format(name=texts[0])))

        asked = [Asked(_("项目名称")), Asked(_("项目编码（可以不填，以名称代替）"))]
        self.app.push_screen(NameScreen(_("新增项目"), asked, _without_name), named)

    def _ask_objective(self) -> None:
        def named(texts: Sequence[str] | None) -> None:
            if texts is not None and self.book is not None:
                draft = drafting.add_objective(self.book.department, texts[0])
                self.take_new(Wish(draft, _("新增目标 {name}").format(name=texts[0])))

        self.app.push_screen(NameScreen(_("新增目标"), [Asked(_("目标名称"))], _without_name), named)

    def take_new(self, wish: Wish) -> None:
        """Keep something new and go to it, to type on."""
        self.declare(wish)
        self.go_to(wish.draft.subject)
        self.query_one(Declaring).focus()

    @work(group="declare-known")
    async def ask_department(self) -> None:
        """Ask for a department and a year that the workspace has not yet."""
        known = await self._summaries()
        if known is None:
            return
        now = self.book.department if self.book else None
        named = [Asked(_("单位名称"), now.name if now else ""), Asked(_("年度，如 2025"))]
        code = Asked(_("单位编码（可以不填，以名称代替）"), now.code if now else "")

        def wrong(texts: Sequence[str]) -> str:
            year = declare_words.year_of(texts[1])
            if not texts[0]:
                return _("请填写名称")
            if year is None:
                return _("请填写年度，如 2025")
            new = drafting.begin(texts[0], year, texts[2]).new
            is_known = any((one.code, one.year) == (new.code, new.year) for one in known)
            return _("工作区里已有这个单位的 {year} 年").format(year=year) if is_known else ""

        self.app.push_screen(NameScreen(_("新增单位"), [*named, code], wrong), self._begin)

    def _begin(self, texts: Sequence[str] | None) -> None:
        if texts is not None:
            draft = drafting.begin(texts[0], declare_words.year_of(texts[1]), texts[2])
            name = f"{draft.new.year} {draft.new.name}"
            self.session.declare(Wish(draft, _("新增单位 {name}").format(name=one_line(name))))
        elif self.book is None:
            self.dismiss(Left(None))

    async def _summaries(self) -> Sequence[ops.Summary] | None:
        await self.session.drained()
        try:
            return await asyncio.to_thread(self.session.desk.departments)
        except ops.WorkspaceError as error:
            self.post_message(news.Failed(error))
            return None

    def action_copy_project(self) -> None:
        """Offer the projects of other years and departments."""
        if self.book is not None and self.settle():
            self._look_for_others()

    @work(group="declare-known")
    async def _look_for_others(self) -> None:
        known, here = await self._summaries(), self.book
        if known is None or here is None:
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
        project: Project = replace(old, indicators=tuple(lines))
        draft = drafting.copied(project, self.book.department)
        said = _("从 {year} 年复制项目 {name}").format(year=whose.year or "", name=one_line(old.name))
        self.take_new(Wish(draft, said))


def _without_name(texts: Sequence[str]) -> str:
    return "" if texts[0] else _("请填写名称")

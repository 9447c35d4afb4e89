"""Targets beside what was achieved, from every side, a page for each.

Indicators, levels, losses, money, the year before, and all projects as one table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import Click
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.book import Book
from evaltool.tui.compared import levels, losses, money, targets, years
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.widgets.page import Line, Page, Section
from evaltool.tui.widgets.project_table import ProjectTable
from evaltool.tui.widgets.sides import Side, Tab
from scoring.compared import Years, beside, project_rows
from scoring.model import Dossier, Subject


class CompareScreen(Dialog[str]):
    """One side at a time, of one project or of the department itself; the result is a project to go to."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = ["dialog.tcss", "compare.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f3,right", "turn(1)", show=False, priority=True),
        Binding("shift+f3,left", "turn(-1)", show=False, priority=True),
        Binding("ctrl+down", "other_project(1)", show=False),
        Binding("ctrl+up", "other_project(-1)", show=False),
        Binding("f4", "why", show=False),
    ]

    @dataclass
    class Before(Message):
        """The year before was looked for; None where the workspace does not have it."""

        dossier: Dossier | None

    @dataclass
    class NotRead(Message):
        """The year before could not be read."""

        error: Exception

    def __init__(self, book: Book, project: str, before: Callable[[], Dossier | None]) -> None:
        name = words.department_name(book.dossier.department)
        keys = _("F3/左右 换页，Ctrl+上下 换项目，F4 依据，Esc 返回")
        super().__init__(_("对比  {name}").format(name=name), keys)
        self._book = book
        self._project = project
        self._look = before
        self._side = Side.TARGETS
        self._before: Sequence[Section] | Years | None = None

    def body(self) -> list[Widget]:
        """The names of the pages, and under them a page or the table."""
        table = ProjectTable(project_rows(self._book.score), self._project)
        return [Horizontal(*map(Tab, Side), id="sides"), Page(), table]

    def on_mount(self) -> None:
        """Begin with the indicators."""
        self._show()

    def action_turn(self, pages: int) -> None:
        """Go to the next page, or the one before."""
        sides = list(Side)
        self._side = sides[(sides.index(self._side) + pages) % len(sides)]
        self._show()

    def action_other_project(self, lines: int) -> None:
        """Show the next project, the department itself among them."""
        codes = ["", *(project.code for project in self._book.dossier.department.projects)]
        self._project = codes[(codes.index(self._project) + lines) % len(codes)]
        self._show()

    def action_why(self) -> None:
        """How the total of what is shown came about; in the table that of the project at the cursor."""
        from evaltool.tui.screens.why import WhyScreen

        table = self.query_one(ProjectTable)
        project = table.at_cursor if table.display else self._project
        self.app.push_screen(WhyScreen(self._book, Subject(project)))

    @on(Click, "Tab")
    def _clicked(self, event: Click) -> None:
        if isinstance(event.widget, Tab):
            self._side = event.widget.side
            self._show()

    def _show(self) -> None:
        for tab in self.query(Tab):
            tab.show(self._side)
        page, table = self.query_one(Page), self.query_one(ProjectTable)
        table.display = self._side is Side.PROJECTS
        page.display = not table.display
        if table.display:
            table.query_one(OptionList).focus()
            return
        page.show(self._sections())
        page.scroll_home(animate=False)
        page.focus()

    def _sections(self) -> Sequence[Section]:
        match self._side:
            case Side.LEVELS:
                return levels.sections(self._book, self._project)
            case Side.LOSSES:
                return losses.sections(self._book, self._project)
            case Side.MONEY:
                return money.sections(self._book, self._project)
            case Side.YEARS:
                return self._years()
            case _:
                return targets.sections(self._book, self._project)

    def _years(self) -> Sequence[Section]:
        """The year before, once it is there; until then what is being done."""
        if isinstance(self._before, Years):
            return years.sections(self._before, self._project)
        if self._before is None:
            self._before = [Section(_("正在读取上年……"), [])]
            self._read_before()
        return self._before

    @work(thread=True, group="before")
    def _read_before(self) -> None:
        try:
            self.post_message(self.Before(self._look()))
        except ops.REFUSALS as error:
            self.post_message(self.NotRead(error))

    @on(Before)
    def _read(self, event: Before) -> None:
        if event.dossier is None:
            self._before = [
                Section(_("工作区里没有这个单位上年的内容"), [Line(_("导入上年的绩效文本后可以相比。"))])
            ]
        else:
            self._before = beside(self._book.score, ops.score(event.dossier))
        self._show_years()

    @on(NotRead)
    def _not_read(self, event: NotRead) -> None:
        self._before = [Section(_("上年的内容没有读出来"), [Line(words.fault_text(event.error))])]
        self._show_years()

    def _show_years(self) -> None:
        if self._side is Side.YEARS:
            self._show()

    @on(ProjectTable.Chosen)
    def _chosen(self, event: ProjectTable.Chosen) -> None:
        self.dismiss(event.code)

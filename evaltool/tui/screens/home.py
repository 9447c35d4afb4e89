"""Home: every department and year of the workspace, how far it is, and what was changed last.

The list is one query. What has to be scored is counted for the lines that are seen, beside the screen.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePath
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.book import DepartmentId
from evaltool.tui.columns import Cells
from evaltool.tui.commands import as_bound, bound_as
from evaltool.tui.counting import Counting, Known
from evaltool.tui.home_rows import Office, cells_of, change_lines, columns, offices_of, search
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.session import Session
from evaltool.tui.widgets.roster import Roster

CHANGES = 6
"""How many of the newest changes are shown where there is room."""

LOW = 22
"""A screen of fewer lines shows half of them."""


class HomeScreen(Dialog[DepartmentId | str]):
    """A line to search, the list, the newest changes. The result is a department, or a command to give."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss", "home.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
        *bound_as("import", "order('import')", priority=True),  # the line may have a use for a key itself
        *bound_as("declare", "order('declare')", priority=True),
        *bound_as("home", "leave", priority=True),
    ]

    def __init__(self, session: Session, here: DepartmentId | None, known: Known, now: datetime) -> None:
        super().__init__(_("首页"), as_bound(_("Enter 打开，上下选择，F7 导入，Ctrl+D 编制，Esc 返回")))
        self._session = session
        self._here = here
        self._now = now
        self._counting = Counting(session.desk, known)
        self._offices: Sequence[Office] = ()
        self._listed: Sequence[Office] = ()
        self._changes: Sequence[ops.Change] = ()

    def body(self) -> list[Widget]:
        """What is searched for, the list, what was changed last."""
        return [
            Input(placeholder=_("按单位名称、编码、年度查找"), id="wanted", compact=True),
            Static(_("正在读取……"), id="dialog-message", markup=False),
            Roster(columns()),
            Static(id="changes", markup=False),
        ]

    def on_mount(self) -> None:
        """Ask what there is once the screen is there."""
        self._load()

    @work(group="overview")
    async def _load(self) -> None:
        await self._session.drained()
        try:
            overview = await asyncio.to_thread(self._session.desk.overview, CHANGES)
        except ops.WorkspaceError as error:
            self.query_one("#dialog-message", Static).update(words.fault_text(error))
            return
        self._offices = offices_of(overview)
        self._changes = overview.changes
        self._draw_changes()
        self._list(self.query_one(Input).value)

    def _list(self, text: str) -> None:
        """List the departments that are searched for, the cursor on the one that is open."""
        self._listed = search(self._offices, text)
        at = next((index for index, one in enumerate(self._listed) if one.id == self._here), 0)
        self.query_one(Roster).fill(len(self._listed), self._cells_at, at)

    def _cells_at(self, index: int) -> Cells:
        office = self._listed[index]
        return cells_of(office, self._counting.of(office), self._now)

    def _say(self) -> None:
        listed, everything = len(self._listed), len(self._offices)
        if not everything:
            said = as_bound(_("工作区里还没有单位。按 F7 导入绩效目标表，或按 Ctrl+D 自己编制"))
        elif listed == everything:
            said = _("{count} 个单位（年度）").format(count=everything)
        else:
            said = _("找到 {listed} 个，共 {count} 个单位（年度）").format(listed=listed, count=everything)
        counting = _("正在计算疑点和得分……") if self._counting.is_busy else ""
        parts = filter(None, [said, counting, self._counting.fault])
        self.query_one("#dialog-message", Static).update("  ".join(parts))

    def on_resize(self) -> None:
        """Cut the changes anew."""
        self._draw_changes()

    def _draw_changes(self) -> None:
        shown = self._changes[: CHANGES if self.size.height >= LOW else CHANGES // 2]
        lines = map(Content, change_lines(shown, self._offices, self._now, self.size.width - 2))
        title = Content.styled(_("最近的变动"), "bold")
        self.query_one("#changes", Static).update(Content("\n").join([title, *lines]) if shown else "")

    @on(Roster.Shown)
    def _shown(self, event: Roster.Shown) -> None:
        """Count what is seen now, and nothing that is out of sight any more."""
        event.stop()
        seen = self.query_one(Roster).seen
        if self._counting.want(self._listed[index] for index in seen if index < len(self._listed)):
            self._count()
        self._say()

    @work(group="count")
    async def _count(self) -> None:
        await self._counting.run(self._counted)

    def _counted(self) -> None:
        self.query_one(Roster).renew()
        self._say()

    @on(Input.Changed)
    def _searched(self, event: Input.Changed) -> None:
        event.stop()
        self._list(event.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._open(self.query_one(Roster).cursor)

    @on(Roster.Chosen)
    def _chosen(self, event: Roster.Chosen) -> None:
        event.stop()
        self._open(event.index)

    def _open(self, index: int) -> None:
        if index < len(self._listed):
            self.dismiss(self._listed[index].id)

    def action_move(self, step: int) -> None:
        """Move in the list while the cursor stays in the line."""
        roster = self.query_one(Roster)
        roster.go(roster.cursor + step)

    def action_turn(self, pages: int) -> None:
        """Go on by a screen."""
        self.query_one(Roster).turn(pages)

    def action_order(self, command: str) -> None:
        """Leave, and give a command of the working screen."""
        self.dismiss(command)

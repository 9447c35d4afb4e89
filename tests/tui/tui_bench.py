"""The workbench in the words of a person before it: press, type, look."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime
from pathlib import Path

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from evaltool import operations as ops
from evaltool.tui.app import Workbench
from evaltool.tui.widgets.edit_bar import EditBar
from evaltool.tui.widgets.message_line import MessageLine
from evaltool.tui.widgets.sheet import Sheet

NOW = datetime(2023, 1, 15, 9, 30, tzinfo=UTC)
WHO = "张三"
JULU, BEIDAIHE = (example.document for example in ops.examples())


class Bench:
    """A workbench that is running, in the words of the person before it."""

    def __init__(self, app: Workbench, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def settle(self) -> None:
        """Wait until nothing is loading, saving or waiting to be drawn."""
        await self.pilot.pause()
        while len(self.app.workers) or self._is_saving:
            await self.app.workers.wait_for_complete()
            if self.app.work.session is not None:
                await self.app.work.session.drained()
            await self.pilot.pause()
        await self.pilot.pause()

    @property
    def _is_saving(self) -> bool:
        return self.app.work.session is not None and bool(self.app.work.session._under_way)

    async def resize(self, width: int, height: int) -> None:
        """Change the size of the terminal."""
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()
        while self.app.screen._compositor.size != (width, height):
            await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, and wait for what they set off."""
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        """Type a text in one burst, as a terminal delivers it: character by character."""
        for character in text:
            self.app.post_message(events.Key(_character_to_key(character), character))
        await self.settle()

    async def enter(self, *texts: str) -> None:
        """Type texts, each followed by Enter."""
        for text in texts:
            await self.type(text)
            await self.press("enter")

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    @property
    def screen(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines)

    @property
    def message(self) -> str:
        """What the message line says, whole."""
        return self.app.work.query_one(MessageLine).said[-1]

    @property
    def bar(self) -> EditBar:
        """The edit bar."""
        return self.app.work.query_one(EditBar)

    @property
    def sheet(self) -> Sheet:
        """The table."""
        return self.app.work.query_one(Sheet)

    def row_of(self, name: str) -> str:
        """The line of the table that belongs to an indicator or a kind of money."""
        for line in self.lines:
            if (f" {name} " in line or f" {name[:6]}…" in line) and "三级指标" not in line:
                return line
        raise AssertionError(f"no row {name} on\n{self.screen}")


Start = Callable[..., AbstractAsyncContextManager[Bench]]


def open_desk(db: Path) -> ops.Desk:
    return ops.Desk.open(db, who=WHO, clock=lambda: NOW)

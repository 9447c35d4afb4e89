"""Pictures of the workbench for README: drawn without a terminal, by the program itself."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from evaltool import operations as ops
from evaltool.tui.app import Workbench

SIZE = (120, 34)
FIGURE = ("enter", "down", "down", "down", "down")
"""Into the first project's table, to its third indicator."""

PICTURES: Mapping[str, Sequence[str]] = MappingProxyType(
    {"workbench": FIGURE, "compare": (*FIGURE, "f3"), "why": (*FIGURE, "f4")}
)
"""What each picture shows: the keys that are pressed before it is drawn."""


def draw(
    open_desk: Callable[[], ops.Desk],
    path: Path,
    *,
    clock: Callable[[], datetime],
    size: tuple[int, int] = SIZE,
    keys: Sequence[str] = FIGURE,
) -> Path:
    """Draw a screen of a workspace, in `size` columns and rows, as SVG; give its path.

    `keys` are pressed first. Raises `OSError` where the file cannot be written.
    """
    path.write_text(asyncio.run(_drawn(Workbench(open_desk, clock=clock), size, keys)), "utf-8")
    return path


async def _drawn(app: Workbench, size: tuple[int, int], keys: Sequence[str]) -> str:
    async with app.run_test(size=size) as pilot:
        await _settled(app, pilot.pause)
        await pilot.press(*keys)
        await _settled(app, pilot.pause)
        svg = app.export_screenshot(title=app.title)
        if app.work.session is not None:
            app.work.session.desk.close()
    return svg


async def _settled(app: Workbench, pause: Callable[[], Awaitable[object]]) -> None:
    """Wait until nothing is being loaded and all is drawn."""
    await pause()
    while len(app.workers):
        await app.workers.wait_for_complete()
        await pause()

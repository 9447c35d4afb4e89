"""A workbench on a workspace of its own; nothing of the person's own settings comes in."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import Input
from tui_bench import BEIDAIHE, JULU, NOW, Bench, Start, open_desk

from evaltool import language
from evaltool import operations as ops
from evaltool.tui.app import Workbench


@pytest.fixture(autouse=True)
def _still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Input, "cursor_blink", False)


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    language.use("zh")
    yield
    language.use("zh")


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "工作区.db"


@pytest.fixture
def known(db: Path) -> Path:
    """A workspace with both published documents and nothing recorded."""
    with open_desk(db) as desk:
        for document in (JULU, BEIDAIHE):
            desk.adopt(ops.read(document)).result()
    return db


@pytest.fixture
def start() -> Start:
    """Open a workbench of a size on a workspace, or on whatever desk a function gives."""

    @asynccontextmanager
    async def started(
        where: Path | Callable[[], ops.Desk], size: tuple[int, int] = (80, 24)
    ) -> AsyncIterator[Bench]:
        opener = where if callable(where) else lambda: open_desk(where)
        app = Workbench(opener, clock=lambda: NOW)
        async with app.run_test(size=size) as pilot:
            bench = Bench(app, pilot)
            await bench.settle()
            yield bench
            if app.work.session is not None:
                await app.work.session.drained()
                app.work.session.desk.close()

    return started

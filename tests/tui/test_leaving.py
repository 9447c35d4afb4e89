"""Leaving the workbench while a document is being read."""

from __future__ import annotations

from pathlib import Path

from tui_bench import NOW

from evaltool import operations as ops
from evaltool.tui.app import Workbench


async def test_leaving_ends_what_is_still_being_read(tmp_path: Path, monkeypatch):
    stopped: list[bool] = []
    monkeypatch.setattr(ops, "stop_reading", lambda: stopped.append(True))

    def open_desk() -> ops.Desk:
        return ops.Desk.open(tmp_path / "evaltool.db", who="张三", clock=lambda: NOW)

    app = Workbench(open_desk, clock=lambda: NOW)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert stopped == []
        await pilot.press("ctrl+q")
    assert stopped

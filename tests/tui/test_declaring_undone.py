"""Declaring: the cursor goes to what an undo brought back; what is typed in the list is answered."""

from __future__ import annotations

from pathlib import Path

from tui_bench import Start

from evaltool.tui.screens.declaring import DeclareScreen
from evaltool.tui.widgets.message_line import MessageLine


async def test_a_removed_project_that_comes_back_is_gone_to(start: Start, db: Path):
    async with start(db) as bench:
        await bench.press("ctrl+d")
        await bench.enter("某县统计局", "2025", "")
        screen = bench.app.screen
        assert isinstance(screen, DeclareScreen)

        async def press(*keys: str) -> None:
            for key in keys:
                await bench.press(key)
                await screen.session.drained()
                await bench.settle()

        await press("ctrl+n", "enter")
        await bench.type("调查经费")
        await press("enter", "enter")
        at = screen.place
        await press("escape", "f8")
        assert screen.place != at
        await press("ctrl+z")
        assert screen.place == at
        assert screen.book is not None
        assert [one.name for one in screen.book.department.projects] == ["调查经费"]


async def test_a_text_typed_in_the_list_is_told_where_it_belongs(start: Start, known: Path):
    async with start(known) as bench:
        await bench.press("ctrl+d")
        await bench.type("目标")
        assert "按 Enter 进入表格" in bench.app.screen.query_one(MessageLine).said[-1]
        await bench.press("enter")
        await bench.type("目标")
        assert "目标" in bench.screen

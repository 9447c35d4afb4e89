"""Declaring: where the cursor goes on its own, and how long a message stands."""

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
        assert screen.query_one(MessageLine).said[-1] == "撤销：删除项目“调查经费”"
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


async def test_what_is_new_is_gone_to_where_it_is_to_be_filled(start: Start, db: Path):
    async with start(db) as bench:
        await bench.press("ctrl+d")
        await bench.enter("某县统计局", "2025", "")
        screen = bench.app.screen
        assert isinstance(screen, DeclareScreen)
        assert "【总体绩效目标】" in bench.screen
        await bench.type("办好统计")
        await bench.press("ctrl+n", "enter")
        await bench.enter("调查经费", "")
        assert "【预算数（万元）】" in bench.screen
        await bench.type("20")
        await bench.press("enter")
        await screen.session.drained()
        await bench.settle()
        assert screen.book is not None
        department = screen.book.department
        assert (department.objective, department.projects[0].budget) == ("办好统计", 20)


async def test_each_figure_of_a_project_stands_beside_its_name(start: Start, known: Path):
    async with start(known, (120, 40)) as bench:
        await bench.press("ctrl+d", "enter")
        for name, text in (
            ("项目编码", "13052922P0058"),
            ("其中：财政资金", "143.00"),
            ("6月底支出计划", "71.50"),
        ):
            assert any(name in line and text in line for line in bench.lines)


async def test_a_message_goes_with_what_it_was_about(start: Start, known: Path):
    async with start(known) as bench:
        await bench.press("ctrl+d", "enter", "down", "down")
        await bench.type("很多")
        await bench.press("enter")
        assert "没有保存：" in bench.screen
        await bench.press("escape")
        assert "没有保存：" not in bench.screen
        await bench.press("ctrl+n")
        assert "新指标：" in bench.screen
        await bench.press("escape")
        assert "新指标：" not in bench.screen


async def test_the_working_screen_says_nothing_of_a_key_that_had_nothing_to_offer(start: Start, db: Path):
    async with start(db) as bench:
        await bench.press("ctrl+d")
        await bench.enter("某县统计局", "2025", "")
        screen = bench.app.screen
        assert isinstance(screen, DeclareScreen)
        await screen.session.drained()
        await bench.press("escape", "f7")
        await bench.settle()
        assert "没有其他年度" in bench.screen
        await bench.press("escape")
        await bench.settle()
        assert bench.app.screen is bench.app.work
        assert "没有其他年度" not in bench.screen

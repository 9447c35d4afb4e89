"""What is typed where nothing takes it, or taken back: the message line says what became of it."""

from __future__ import annotations

from pathlib import Path

from textual import events
from tui_bench import Start


async def test_a_figure_typed_in_the_tree_is_told_where_it_belongs(start: Start, known: Path):
    async with start(known) as bench:
        await bench.type("143")
        assert "按 Enter 进入表格" in bench.message
        await bench.press("enter")
        await bench.enter("143")
        assert "已保存" in bench.message


async def test_a_column_pasted_in_the_tree_is_told_where_it_belongs(start: Start, known: Path):
    async with start(known) as bench:
        assert bench.app.focused is not None
        bench.app.focused.post_message(events.Paste("143\n138.6"))
        await bench.settle()
        assert "按 Enter 进入表格" in bench.message


async def test_esc_says_that_the_text_before_is_back_and_no_longer_why_it_was_refused(
    start: Start, known: Path
):
    async with start(known) as bench:
        await bench.press("enter")
        await bench.enter("很多")
        assert "没有保存" in bench.message
        await bench.press("escape")
        assert bench.message == "已还原为原来的内容"

"""A reviewer goes through a department's doubts, answers one, mends another, and looks who did what."""

from __future__ import annotations

from pathlib import Path

from tui_bench import WHO, Start, open_desk

from evaltool import operations as ops


async def test_through_the_findings_to_the_journal(db: Path, start: Start):
    with open_desk(db) as desk:
        ops.take_in_examples(desk, WHO)
    async with start(db, (100, 30)) as bench:
        await bench.press("f5")
        assert "疑点 10" in bench.screen
        assert "资金支出计划的表头是百分比" in bench.lines[2]

        await bench.press("f2")
        await bench.enter("已核对原件，填的是金额")
        assert "疑点 9" in bench.screen
        await bench.press("end")
        assert "已核对原件，填的是金额" in bench.screen
        assert WHO in bench.screen

        await bench.press("home", "enter")
        row = bench.bar.at
        assert row is not None
        assert row.row.subject.indicator is not None
        assert row.row.subject.indicator.name == "经费支付及时率"
        assert bench.app.focused is bench.bar.entering

        await bench.press("f4")
        assert "支付台账" in bench.screen or "96%" in bench.screen
        await bench.press("escape", "ctrl+l")
        assert "答复疑点" in bench.screen
        await bench.press("enter")
        assert "已核对原件，填的是金额" in bench.screen
        await bench.press("escape", "escape", "f5")
        assert "疑点 9" in bench.screen
        await bench.press("escape", "ctrl+z")
        assert "撤销" in bench.message
        await bench.press("f5")
        assert "疑点 10" in bench.screen

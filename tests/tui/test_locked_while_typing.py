"""Typing where it is locked: the way out that the screen names is open, and what was typed is still there."""

from __future__ import annotations

from pathlib import Path

import pytest
from tui_bench import Start, open_desk

CODE, YEAR = "131001", 2022


@pytest.fixture
def locked(known: Path) -> Path:
    """A workspace whose project is handed in."""
    with open_desk(known) as desk:
        checked = desk.sealing.look(CODE, YEAR)
        desk.sealing.hand_in(checked, [checked.places[1].place]).result()
    return known


def take_back(db: Path) -> None:
    with open_desk(db) as desk:
        desk.sealing.take_back(CODE, YEAR, list(desk.handed_in(CODE, YEAR)), "有误").result()


async def test_what_was_typed_is_there_again_once_it_is_taken_back(start: Start, locked: Path):
    async with start(locked) as bench:
        await bench.press("enter", "down")
        await bench.type("138.5")
        await bench.press("enter")
        assert "没有保存" in bench.message
        await bench.press("f6", "f8")
        await bench.type("有误")
        await bench.press("enter")
        assert "已退回修改" in bench.message
        assert bench.bar.text == "138.5"
        await bench.press("enter")
        assert "已保存" in bench.message


async def test_what_another_window_took_back_is_open_after_a_look(start: Start, locked: Path):
    async with start(locked) as bench:
        await bench.press("enter", "down")
        take_back(locked)
        await bench.type("138.5")
        await bench.press("f6", "escape", "enter")
        assert "已保存" in bench.message
    with open_desk(locked) as desk:
        assert desk.handed_in(CODE, YEAR) == {}

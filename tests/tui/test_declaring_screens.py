"""What is drawn while declaring by hand: whole at every width, and in the language in use."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from every_screen import lost, torn
from test_declaring_journeys import fill, press
from tui_bench import Start

from evaltool import language
from evaltool.tui.screens.declare import DeclarePanes

WIDTHS = range(60, 201, 7)
HAN = re.compile(r"(?!万元)[一-鿿](?<!万元)")
"""A Chinese character; the unit of money is written as it is printed."""

STATES = {
    "list": (),
    "table": ("enter", *["down"] * 10),
    "new line": ("enter", *["down"] * 10, "ctrl+n"),
    "what to add": ("home", "ctrl+n"),
    "a name": ("ctrl+n",),
    "sure": ("f8",),
    "department": ("home", "enter"),
}


@pytest.mark.parametrize("name", STATES)
async def test_nothing_is_lost_at_any_width(known: Path, start: Start, name: str):
    async with start(known) as bench:
        await press(bench, "ctrl+d", *STATES[name])
        assert bench.app.screen.styles.background.a == 1
        for width in WIDTHS:
            await bench.resize(width, 24)
            assert torn(bench.app.screen) == []
            assert lost(bench.app.screen) == []


async def test_the_remainder_is_seen_down_to_the_smallest_size(known: Path, start: Start):
    async with start(known, (60, 20)) as bench:
        await press(bench, "ctrl+d")
        assert "距 100 分还差 90 分" in bench.screen
        await press(bench, "enter", "ctrl+up")
        assert isinstance(bench.app.screen, DeclarePanes)
        assert "分项目标 5 个" in bench.screen or "指标" in bench.lines[1]


async def test_every_word_is_english_where_english_is_spoken(db: Path, start: Start):
    language.use("en")
    async with start(db, (160, 40)) as bench:
        await press(bench, "ctrl+d")
        assert not HAN.search(bench.screen)
        await fill(bench, "Library", "<enter>", "2025", "<enter>", "<enter>")
        assert not HAN.search(bench.screen)
        await press(bench, "ctrl+n")
        assert not HAN.search(bench.screen)
        await press(bench, "enter")
        await fill(bench, "Reading", "<enter>", "R1", "<enter>", "20", *["<enter>"] * 3)
        assert not HAN.search(bench.screen)
        await press(bench, "escape", "f6")
        assert not HAN.search(bench.screen)
        await press(bench, "f7")
        assert not HAN.search(bench.screen)
        await press(bench, "enter", "ctrl+n")
        assert "no name yet, not kept yet" in bench.screen

"""What holds on every screen: no character is lost, none is markup, every word is in the language in use."""

from __future__ import annotations

from pathlib import Path

import pytest
from every_screen import SCREENS, lost, torn
from textual.app import App, ComposeResult
from textual.widgets import Static
from tui_bench import Start

WIDTHS = range(60, 201)
COARSE = range(60, 201, 7)


async def test_the_working_screen_shows_what_its_panes_drew_at_any_width(known: Path, start: Start):
    async with start(known) as bench:
        for keys in ((), ("enter",), ("f9",)):
            await bench.press(*keys)
            for width in COARSE:
                await bench.resize(width, 24)
                assert torn(bench.app.screen) == []
                assert lost(bench.app.screen) == []


@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_shows_what_its_panes_drew_at_any_width(known: Path, start: Start, name: str):
    async with start(known) as bench:
        await bench.press("enter", "down", "down", *SCREENS[name])
        assert bench.app.screen is not bench.app.work
        assert bench.app.screen.styles.background.a == 1
        for width in WIDTHS:
            await bench.resize(width, 24)
            assert torn(bench.app.screen) == []
            assert lost(bench.app.screen) == []


class Overlaid(App[None]):
    """One pane of wide characters, and another laid over an edge of them: the fault that is looked for."""

    CSS = "#over { layer: over; offset: 5 1; width: 10; height: 1; } Screen { layers: under over; }"

    def compose(self) -> ComposeResult:
        """Both."""
        yield Static("绩效目标完成情况\n" * 3, id="under")
        yield Static("over", id="over")


async def test_the_look_itself_finds_a_character_that_an_edge_cuts():
    app = Overlaid()
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.pause()
        assert [drawn.strip() for _pane, drawn, _shown in lost(app.screen)] == ["绩效目标完成情况"]

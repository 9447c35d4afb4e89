"""What the monkey found, each fault once and in words."""

from __future__ import annotations

from pathlib import Path

import pytest
from every_screen import torn
from hostile_office import ODD, move_in
from textual import events
from tui_bench import Start, open_desk

from evaltool.operations import drafting
from evaltool.tui.cells import cells, drawn_as


async def test_a_name_with_orders_to_a_terminal_can_be_found(db: Path, start: Start):
    move_in(db)
    async with start(db, (76, 53)) as bench:
        await bench.press("ctrl+f")
        assert "’%" in bench.screen
        assert torn(bench.app.screen) == []


def test_what_is_left_out_on_the_screen_is_not_counted():
    assert drawn_as("前\a\b后\r\n") == "前后 \n"
    assert cells("前\a后") == 4
    assert "\a" not in drawn_as(ODD)


async def test_half_a_character_is_drawn_as_one_sign(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("ctrl+f")
        bench.app.post_message(events.Paste("半\ud800个\udcff"))
        await bench.settle()
        assert "半?个?" in bench.screen
        assert torn(bench.app.screen) == []


async def test_what_is_ordered_while_the_workbench_leaves_is_refused_in_words(known: Path, start: Start):
    async with start(known) as bench:
        session, book = bench.app.work.session, bench.app.work.book
        assert session is not None
        assert book is not None
        session.desk.close()
        await bench.press("ctrl+z")
        assert bench.message == "工作区已关闭，没有保存"


def test_what_is_queued_after_leaving_is_refused_where_it_is_waited_for(known: Path):
    desk = open_desk(known)
    dossier = desk.dossier("131001", 2022)
    desk.close()
    draft = drafting.add_objective(dossier.department, "新目标")
    assert desk.declare(draft).exception() is not None
    assert desk.undo().exception() is not None
    assert desk.use_rulebook("131001", 2022, dossier.rulebook).exception() is not None


async def test_without_colours_the_terminals_own_two_are_used_and_the_cursor_is_turned_round(
    known: Path, start: Start, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("NO_COLOR", "1")
    async with start(known) as bench:
        bench.app.theme = "ansi"
        await bench.press("enter", "down", "down")
        lines = bench.app.screen._compositor.render_strips()
        styles = [style for line in lines for _, style, _ in line if style]
        assert all(style.color is None or style.color.is_default for style in styles)
        assert all(style.bgcolor is None or style.bgcolor.is_default for style in styles)
        turned = "".join(text for line in lines for text, style, _ in line if style and style.reverse)
        assert "会议培训次数" in turned
        assert "经费支付及时率" not in turned

"""F6: the check, the scorecards, handing in, the lock that everybody sees, taking back, comparing."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input
from tui_bench import JULU, Bench, Start, open_desk

from evaltool import language
from evaltool import operations as ops
from evaltool.tui.widgets.gauge import drawn
from scoring.model import Reading

TO_ALL = ["down"] * 8
"""From the folder's line past the form and six formats to the line for all departments."""


@pytest.fixture
def julu(db: Path) -> Path:
    with open_desk(db) as desk:
        desk.adopt(ops.read(JULU)).result()
    return db


async def open_hand_in(bench: Bench) -> None:
    await bench.press("f6")
    assert "检查：" in bench.screen


async def hand_in(bench: Bench) -> None:
    await open_hand_in(bench)
    await bench.press("f6")
    assert "交表之前" in bench.screen
    await bench.press("enter")


async def test_the_check_comes_first_and_leads_to_the_doubts(start: Start, julu: Path) -> None:
    async with start(julu) as bench:
        await open_hand_in(bench)
        assert "已录入 0/" in bench.screen
        assert "未录入：" in bench.screen
        assert "[选定]" in bench.screen
        await bench.press("enter")
        assert "F2 答复" in bench.screen


async def test_handing_in_is_asked_once_in_words_and_esc_does_nothing(start: Start, julu: Path) -> None:
    async with start(julu) as bench:
        await open_hand_in(bench)
        await bench.press("f6")
        assert "留存第 1 版" in bench.screen
        assert "交表不能撤销" in bench.screen
        await bench.press("escape", "escape")
        with open_desk(julu) as desk:
            assert desk.handed_in("131001", 2022) == {}


@pytest.mark.parametrize("size", [(80, 24), (160, 48), (60, 20)])
async def test_what_is_handed_in_is_locked_and_says_so_everywhere(
    start: Start, julu: Path, size: tuple[int, int]
) -> None:
    async with start(julu, size) as bench:
        await hand_in(bench)
        assert "已交表，留存为第 1 版" in bench.message
        assert "已交表" in bench.screen
        await bench.press("enter")
        assert "已交表（第 1 版）" in bench.screen
        assert "内容已锁定" in bench.screen
        await bench.type("5")
        await bench.press("enter")
        assert "退回修改" in bench.message
        await bench.press("escape")
        with open_desk(julu) as desk:
            assert desk.sealing.versions("131001", 2022)[0].recorded == ()
            assert len(desk.handed_in("131001", 2022)) == 1


async def test_taking_back_needs_a_reason_and_then_figures_can_be_typed_again(
    start: Start, julu: Path
) -> None:
    async with start(julu) as bench:
        await hand_in(bench)
        await bench.press("f6", "f8")
        assert "退回的理由" in bench.screen
        await bench.press("enter")
        assert "须写明理由" in bench.screen
        await bench.type("[red]数[/]有误")
        await bench.press("enter")
        assert "已退回修改" in bench.message
        await bench.press("enter")
        await bench.enter("143")
        assert "已保存" in bench.message
        await bench.press("escape", "f6", "f3")
        assert "理由：[red]数[/]有误" in bench.screen
        await bench.press("enter")
        assert "第 1 版 与 现在" in bench.screen
        assert "全年预算数：空 → 143" in bench.screen


async def test_the_whole_department_is_chosen_at_once_and_undo_of_it_is_refused(
    start: Start, julu: Path
) -> None:
    async with start(julu) as bench:
        await open_hand_in(bench)
        await bench.press("down", "enter", "f6", "enter")
        with open_desk(julu) as desk:
            assert desk.departments()[0].handed_in
        await bench.press("ctrl+z")
        assert "不能撤销" in bench.message
        await bench.press("f6")
        await bench.press("down", "enter", "f6")
        assert "没有选定还没有交的内容" in bench.screen


async def test_two_versions_are_compared_with_each_other(start: Start, julu: Path) -> None:
    with open_desk(julu) as desk:
        for reason in ("一", "二"):
            checked = desk.sealing.look("131001", 2022)
            desk.sealing.hand_in(checked, [checked.places[1].place]).result()
            desk.sealing.take_back("131001", 2022, [checked.places[1].place], reason).result()
    async with start(julu) as bench:
        await bench.press("f6", "f3")
        assert "共 2 版" in bench.screen
        await bench.press("space", "down", "enter")
        assert "第 1 版 与 第 2 版" in bench.screen
        assert "逐行相同" in bench.screen


async def test_scorecards_are_written_without_a_lock_and_the_paths_are_shown(
    start: Start, known: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "出[b]"
    async with start(known, (100, 30)) as bench:
        await open_hand_in(bench)
        await bench.press("f2")
        await bench.press("ctrl+u")
        await bench.type(str(folder))
        await bench.press(*TO_ALL, "space", "enter")
        assert "已写出文件 2 个" in bench.screen
        written = sorted(path.name for path in folder.iterdir())
        assert len(written) == 2
        assert "#" * 10 in bench.screen
        assert "出[b]" in bench.screen
        await bench.press("escape", "escape")
    with open_desk(known) as desk:
        assert all(not desk.handed_in(one.code, one.year) for one in desk.departments())


async def test_esc_stops_and_says_what_was_written_and_what_was_not(
    start: Start, known: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, reached, go_on = tmp_path / "out", threading.Event(), threading.Event()
    card_of = ops.Desk.scorecard

    def slowly(desk: ops.Desk, code: str, *rest: Any) -> Any:
        if code == "131002":
            reached.set()
            go_on.wait()
        return card_of(desk, code, *rest)

    monkeypatch.setattr(ops.Desk, "scorecard", slowly)
    async with start(known, (100, 30)) as bench:
        await bench.press("f6", "f2", "ctrl+u")
        await bench.type(str(folder))
        await bench.press(*TO_ALL, "space")
        bench.app.simulate_key("enter")
        await asyncio.to_thread(reached.wait)
        bench.app.simulate_key("escape")
        await bench.pilot.pause()
        assert "正在停止" in bench.screen
        go_on.set()
        await bench.settle()
        assert "已写出文件 1 个" in bench.screen
        assert "已停止，还有 1 个单位没有写" in bench.screen
        assert len(list(folder.iterdir())) == 1


async def test_formats_and_form_are_chosen_with_the_space_bar(
    start: Start, julu: Path, tmp_path: Path
) -> None:
    async with start(julu, (100, 30)) as bench:
        await bench.press("f6", "f2", "ctrl+u")
        await bench.type(str(tmp_path / "out"))
        assert "表样：项目支出绩效自评表（全国通用）" in bench.screen
        await bench.press("down", "space", "space")
        assert "表样：部门整体支出绩效自评表" in bench.screen
        await bench.press("down", "space", "enter")
        assert "没有选定格式" in bench.screen
        await bench.press("down", "down", "space", "down", "down", "space", "enter")
        assert "已写出文件 2 个" in bench.screen
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".csv", ".html"]


async def test_a_summary_is_written_in_the_formats_that_it_has(
    start: Start, julu: Path, tmp_path: Path
) -> None:
    async with start(julu, (100, 30)) as bench:
        await bench.press("f6", "f2", "ctrl+u")
        await bench.type(str(tmp_path / "out"))
        await bench.press("down", "down", "down", "space", "up", "up", "space", "space", "space")
        assert "表样：多个部门的汇总" in bench.screen
        assert "docx  汇总没有这种格式" in bench.screen
        await bench.press("down", "down", "space")
        assert "[选定] docx" not in bench.screen
        await bench.press("enter")
        assert "已写出文件 1 个" in bench.screen
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".xlsx"]


async def test_what_stands_there_already_is_not_counted_as_written(
    start: Start, julu: Path, tmp_path: Path
) -> None:
    async with start(julu, (100, 30)) as bench:
        for said in ("已写出文件 1 个，路径如下", "已写出文件 0 个，未变 1 个，路径如下"):
            await bench.press("f6", "f2", "ctrl+u")
            await bench.type(str(tmp_path / "out"))
            await bench.press("enter")
            assert said in bench.screen
            await bench.press("escape", "escape")


async def test_a_folder_left_blank_is_asked_for(start: Start, julu: Path) -> None:
    async with start(julu, (100, 30)) as bench:
        await bench.press("f6", "f2", "ctrl+u", "enter")
        assert "没有写文件夹" in bench.screen


async def test_keys_that_come_at_once_act_where_the_one_before_led(start: Start, julu: Path) -> None:
    async with start(julu, (100, 30)) as bench:
        await bench.press("f6", "f2", "ctrl+u")
        await bench.type("a b")
        for key in ("down", "space", "down", "down", "space"):
            bench.app.simulate_key(key)
        await bench.settle()
        assert bench.app.screen.query_one(Input).value == "a b"
        assert "表样：项目支出绩效自评表（河北）" in bench.screen
        assert "[选定] docx" in bench.screen


async def test_every_line_of_what_can_be_written_stays_in_its_row_on_a_narrow_screen(
    start: Start, julu: Path
) -> None:
    async with start(julu, (60, 20)) as bench:
        await bench.press("f6", "f2", "down")
        for text in ("xlsx", "docx", "html", "pdf", "csv", "json", "全部单位"):
            assert text in bench.screen


async def test_another_window_that_handed_in_meanwhile_is_told_of_and_nothing_is_left_unsaved(
    start: Start, julu: Path
) -> None:
    async with start(julu) as bench:
        await bench.press("enter")
        with open_desk(julu) as desk:
            checked = desk.sealing.look("131001", 2022)
            desk.sealing.hand_in(checked, [checked.places[1].place]).result()
        await bench.enter("143")
        assert "已交表（第 1 版）" in bench.message
        assert bench.app.work.session is not None
        assert bench.app.work.session.unsaved == 0
        assert "内容已锁定" in bench.screen


@pytest.mark.parametrize("width", [1, 8, 20, 80])
@pytest.mark.parametrize(("done", "total"), [(0, 3), (1, 3), (3, 3), (0, 0)])
def test_a_bar_is_drawn_of_narrow_signs_in_the_room_there_is(width: int, done: int, total: int) -> None:
    bar = drawn(done, total, width)
    assert bar.isascii()
    assert bar.count("#") == (bar.count("#") + bar.count("-")) * done // max(total, 1)


async def test_in_english_nothing_is_left_untranslated(start: Start, julu: Path) -> None:
    language.use("en")
    async with start(julu) as bench:
        await bench.press("f6")
        assert "Check: recorded 0/" in bench.screen
        await bench.press("f6")
        assert "Handing in cannot be undone" in bench.screen
        await bench.press("enter")
        assert "kept as version 1" in bench.message
        await bench.press("f6", "f8")
        assert "Why they are taken back" in bench.screen
        await bench.type("wrong")
        await bench.press("enter", "f6", "f3")
        assert "reason: wrong" in bench.screen
        await bench.press("enter")
        assert "version 1 and now" in bench.screen


async def test_a_project_named_like_markup_is_shown_as_it_is(start: Start, julu: Path) -> None:
    name = "[red]x[/] 经费"
    with open_desk(julu) as desk:
        now = desk.dossier("131001", 2022).department
        renamed = replace(now, projects=(replace(now.projects[0], name=name), *now.projects[1:]))
        desk.adopt(Reading(renamed)).result()
    async with start(julu) as bench:
        await hand_in(bench)
        await bench.press("f6")
        assert name in bench.screen
        await bench.press("f8")
        assert f"{name}（第 1 版）" in bench.screen
        await bench.press("escape", "f3")
        assert f"内容：{name}" in bench.screen
        await bench.press("enter")
        assert "逐行相同" in bench.screen


async def test_the_doubts_of_what_is_handed_in_are_answered_no_more(start: Start, julu: Path) -> None:
    async with start(julu) as bench:
        await hand_in(bench)
        await bench.press("f5", "f2")
        assert "内容已锁定" in bench.screen
        assert "答复疑点" not in bench.lines[0]

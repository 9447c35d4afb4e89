"""Saves: one after the other, never dropped, never said to be done before they are."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual import events
from tui_bench import JULU, NOW, Bench, Start, open_desk

from evaltool import operations as ops
from evaltool.tui.app import Workbench
from evaltool.tui.screens.importing import ImportScreen

FULL = ops.WorkspaceError("workspace.full", {"path": "工作区.db"})


class Stubborn:
    """A desk whose saves fail as long as it is told to, or wait until they are let go."""

    def __init__(self, desk: ops.Desk) -> None:
        self._desk = desk
        self.fails = False
        self.waits = False
        self.waiting: list[tuple[Future[ops.Saved], tuple[Any, ...]]] = []
        self.submitted: list[ops.Edit] = []

    def submit(self, *asked: Any) -> Future[ops.Saved]:
        self.submitted += asked[2]
        if self.fails:
            refused: Future[ops.Saved] = Future()
            refused.set_exception(FULL)
            return refused
        if self.waits:
            promised: Future[ops.Saved] = Future()
            self.waiting.append((promised, asked))
            return promised
        return self._desk.submit(*asked)

    def let_go(self) -> None:
        for promised, asked in self.waiting:
            promised.set_result(self._desk.submit(*asked).result())
        self.waiting.clear()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._desk, name)


@pytest.fixture
def desk(known: Path) -> Stubborn:
    return Stubborn(open_desk(known))


async def test_saved_is_said_after_the_save_and_not_before(desk: Stubborn, start: Start):
    async with start(lambda: desk) as bench:
        await bench.press("enter", "down", "down")
        desk.waits = True
        await bench.pilot.press("3", "enter")
        await bench.pilot.pause()
        assert "3次" in bench.row_of("会议培训次数")
        assert not bench.message.startswith("已保存")
        desk.let_go()
        await bench.settle()
        assert bench.message == "已保存：会议培训次数 空 → 3次"


async def test_a_failing_save_says_why_keeps_the_text_and_is_tried_again_on_request(
    desk: Stubborn, start: Start
):
    async with start(lambda: desk) as bench:
        await bench.press("enter", "down", "down")
        desk.fails = True
        await bench.enter("3次")
        assert bench.message.startswith("按 Ctrl+S 重试：磁盘已满，没有保存")
        assert "Ctrl+S" in bench.message
        assert bench.bar.entering.value == "3次"
        assert "! 3次" in bench.row_of("会议培训次数")
        desk.fails = False
        await bench.press("ctrl+s")
        assert bench.message == "已保存：会议培训次数 空 → 3次"
        assert "! " not in bench.row_of("会议培训次数")


async def test_enter_tries_a_failed_save_again_too(desk: Stubborn, start: Start):
    async with start(lambda: desk) as bench:
        await bench.press("enter", "down", "down")
        desk.fails = True
        await bench.enter("3次")
        desk.fails = False
        await bench.press("enter")
        assert bench.message == "已保存：会议培训次数 空 → 3次"


async def test_a_failing_save_does_not_disturb_what_is_being_typed_elsewhere(desk: Stubborn, start: Start):
    async with start(lambda: desk) as bench:
        await bench.press("enter", "down", "down")
        desk.waits = True
        await bench.pilot.press("3", "enter", "9", "6")
        await bench.pilot.pause()
        for promised, _asked in desk.waiting:
            promised.set_exception(FULL)
        await bench.settle()
        assert bench.bar.entering.value == "96"
        assert "! 3次" in bench.row_of("会议培训次数")


async def test_five_quick_saves_of_one_field_each_expect_what_the_one_before_wrote(
    desk: Stubborn, start: Start
):
    async with start(lambda: desk) as bench:
        await bench.press("enter")
        desk.waits = True
        for amount in "12345":
            await bench.pilot.press(amount, "enter", "up")
        await bench.pilot.pause()
        assert len(desk.waiting) == 5
        assert [str(edit.old) for edit in desk.submitted] == ["None", "1", "2", "3", "4"]
        desk.let_go()
        await bench.settle()
        assert bench.message == "已保存：全年预算数 4 → 5"
        assert "5" in bench.row_of("全年预算数")


async def test_leaving_with_something_unsaved_says_so_once(desk: Stubborn, start: Start):
    async with start(lambda: desk) as bench:
        await bench.press("enter", "down", "down")
        desk.fails = True
        await bench.enter("3次")
        await bench.press("ctrl+q")
        assert bench.app.is_running
        assert "还有 1 项没有保存" in bench.message
        await bench.press("ctrl+q")
        assert not bench.app.is_running


async def test_leaving_waits_for_saves_that_are_under_way(desk: Stubborn, start: Start):
    async with start(lambda: desk) as bench:
        await bench.press("enter", "down", "down")
        desk.waits = True
        await bench.pilot.press("3", "enter", "ctrl+q")
        await bench.pilot.pause()
        assert bench.app.is_running
        assert bench.message == "正在保存……"
        desk.let_go()
        await bench.settle()
        assert not bench.app.is_running


async def test_a_value_that_another_window_moved_is_shown_with_who_moved_it(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter")
        with open_desk(known) as other:
            dossier = other.dossier("131001", 2022)
            subject = bench.app.work.rows[4].first
            entry, _findings = ops.read_entry(dossier, subject, "92%")
            assert entry is not None
            other.record("131001", 2022, [entry], "record")
        await bench.press(*["down"] * 4)
        await bench.enter("90")
        assert "张三" in bench.message
        assert "您输入的是“90%”" in bench.message
        assert "92%" in bench.row_of("完成率")
        assert bench.bar.entering.value == "92%"


async def test_keys_that_arrive_faster_than_the_screen_moves_meet_the_right_field(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter")
        for character in "143\r138.6\r3\r96\r90\r":
            key = "enter" if character == "\r" else character
            bench.app.post_message(events.Key(key, character))
        await bench.settle()
        await bench.settle()
        assert "143" in bench.row_of("全年预算数")
        assert "138.6" in bench.row_of("全年执行数")
        assert "3次" in bench.row_of("会议培训次数")
        assert "96%" in bench.row_of("经费支付及时率")
        assert "90%" in bench.row_of("完成率")


async def test_a_workspace_that_cannot_be_opened_is_said_in_words(start: Start):
    def refuse() -> ops.Desk:
        raise ops.WorkspaceError("workspace.damaged", {"path": "坏.db"})

    async with start(refuse) as bench:
        assert "工作区没有打开" in bench.screen
        assert "坏.db" in bench.message
        await bench.press("f7", "f6", "ctrl+z", "ctrl+q")
        assert not bench.app.is_running


async def test_a_read_only_workspace_refuses_in_words(known: Path, start: Start):
    url = f"sqlite:///file:{known}?mode=ro&uri=true"
    async with start(lambda: ops.Desk.open(url, who="张三", clock=lambda: None)) as bench:  # type: ignore[arg-type, return-value]
        await bench.press("enter", "down", "down")
        await bench.enter("3次")
        assert "只读" in bench.message
        assert bench.bar.entering.value == "3次"


async def test_a_value_undone_under_the_cursor_is_not_taken_for_something_typed(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down")
        await bench.enter("3次")
        await bench.press("up")
        assert bench.bar.entering.value == "3次"
        await bench.press("ctrl+z")
        assert bench.bar.entering.value == ""
        await bench.press("down", "up")
        assert bench.message == "撤销：会议培训次数 3次 → 空"


async def test_what_is_typed_while_another_department_loads_is_saved_where_it_belongs(
    known: Path, start: Start
):
    async with start(known) as bench:
        await bench.press("enter", "down", "down")
        for key in ("3", "ctrl+down", "ctrl+up", "down"):
            bench.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await bench.settle()
        await bench.settle()
        with open_desk(known) as desk:
            outcomes = desk.dossier("131001", 2022).outcomes.indicators
        assert [outcome.actual.text for outcome in outcomes.values() if outcome.actual] == ["3"]


async def test_the_same_field_of_another_year_is_not_mistaken_for_the_one_that_failed(
    known: Path, start: Start
):
    with open_desk(known) as desk:
        reading = ops.read(JULU)
        desk.adopt(replace(reading, department=replace(reading.department, year=2023))).result()
    stubborn = Stubborn(open_desk(known))
    async with start(lambda: stubborn, (120, 34)) as bench:
        await bench.press("enter", "down", "down")
        stubborn.waits = True
        await bench.pilot.press("3", "enter")
        await bench.pilot.press("ctrl+down")
        await bench.pilot.pause()
        for promised, _asked in stubborn.waiting:
            promised.set_exception(FULL)
        await bench.settle()
        assert bench.app.work.place is not None
        assert bench.app.work.place.year == 2023
        assert bench.bar.at is not None
        assert bench.bar.at.row.subject.project == ""
        assert bench.bar.entering.value == ""


async def test_what_is_ordered_before_the_workspace_is_open_is_answered(db: Path):
    may_open = Event()

    def slow() -> ops.Desk:
        may_open.wait()
        return open_desk(db)

    app = Workbench(slow, clock=lambda: NOW)
    async with app.run_test() as pilot:
        bench = Bench(app, pilot)
        try:
            for key in ("f7", "f6", "f5"):
                app.work.say("")
                await pilot.press(key)
                assert bench.message == "工作区正在打开，请稍候"
        finally:
            may_open.set()
        await bench.settle()
        await bench.press("f7")
        assert isinstance(app.screen, ImportScreen)
        await bench.press("escape", "ctrl+q")

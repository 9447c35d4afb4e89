"""What if: figures are tried, kept together or dropped, and never mixed with what is recorded."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events
from textual.message import Message
from tui_bench import JULU, Bench, Start, open_desk

from evaltool import operations as ops
from evaltool.tui import news
from evaltool.tui.book import Book
from evaltool.tui.rows import Part, Place, rows_of
from evaltool.tui.session import Session
from scoring.model import Dossier
from scoring.record import Entry, apply

OFFICE = ("131001", 2022)
FULL = ops.WorkspaceError("workspace.full", {"path": "工作区.db"})


@pytest.fixture
def recorded(known: Path) -> Path:
    """The example office with its figures."""
    with open_desk(known) as desk:
        desk.record(*OFFICE, _figures(desk.dossier(*OFFICE)), "record")
    return known


def _figures(dossier: Dossier) -> Sequence[Entry]:
    (example,) = (one for one in ops.examples() if "巨鹿" in one.document.name)
    return ops.read_actuals(example.actuals, dossier).entries


def _on_disk(db: Path) -> Dossier:
    with open_desk(db) as desk:
        return desk.dossier(*OFFICE)


def _changes(db: Path) -> list[tuple[str, int]]:
    """The operations in the journal, the newest first, each with how many fields it moved."""
    with open_desk(db) as desk:
        return [(one.operation, len(one.items)) for one in desk._workspace.journal(20)]


async def _try(bench: Bench) -> None:
    """Begin to try, at the first indicator."""
    await bench.press("enter", "down", "down", "ctrl+t")


async def test_tried_figures_move_total_and_grade_and_are_not_saved(recorded: Path, start: Start):
    before = _on_disk(recorded)
    async with start(recorded, (120, 30)) as bench:
        await _try(bench)
        assert bench.message.startswith("试算：录入的内容都不保存")
        assert "试算（未保存）  总分 92.88 优（未变）" in bench.lines[0]
        await bench.enter("1")
        assert "试算（未保存）  总分 92.88 优 → 86.63 良" in bench.lines[0]
        assert "试了 1 项  Ctrl+S 保存  Ctrl+T 放弃" in bench.lines[1]
        assert bench.message.startswith("试算（未保存）：会议培训次数 3次 → 1次。总分 92.88 优 → 86.63 良")
        assert "* 1次" in bench.row_of("会议培训次数")
        assert "* " not in bench.row_of("完成率")
        assert "92.88 优" in next(line for line in bench.lines if "办公室本级" in line)
        assert bench.app.work.has_class("-trying")
        assert bench.lines[-1].strip().startswith("Enter 试填")
        assert "Ctrl+S 保存试算" in bench.lines[-1]
        assert "Ctrl+T 放弃试算" in bench.lines[-1]
        await bench.press("ctrl+t")
        assert bench.lines[-1].strip().startswith("Enter 保存")
        assert "试填" not in bench.lines[-1]
        assert "保存试算" not in bench.lines[-1]
    assert _on_disk(recorded) == before


async def test_leaving_shows_what_is_recorded_again_and_says_how_many_are_dropped(
    recorded: Path, start: Start
):
    async with start(recorded, (120, 30)) as bench:
        await _try(bench)
        await bench.enter("1", "50%")
        await bench.press("up")
        await bench.type("12")
        await bench.press("ctrl+t")
        assert bench.message == "已退出试算，放弃了 2 项；显示的是已录入的内容"
        assert "3次" in bench.row_of("会议培训次数")
        assert "* " not in bench.screen
        assert "试算" not in bench.lines[0]
        assert bench.bar.entering.value == "96%"
        assert not bench.bar.is_typing
        await bench.press("ctrl+t", "ctrl+t")
        assert bench.message == "已退出试算，没有改动"


async def test_what_is_tried_is_kept_as_one_change_and_undone_as_one(recorded: Path, start: Start):
    before, known = _on_disk(recorded), len(_changes(recorded))
    async with start(recorded, (120, 30)) as bench:
        await _try(bench)
        await bench.enter("1", "50%")
        await bench.type("80")
        await bench.press("ctrl+s")
        assert bench.message.startswith(
            "已保存试算的 3 项，按 Ctrl+Z 一次撤销：会议培训次数 3次 → 1次 等 3 项"
        )
        assert "试算" not in bench.lines[0]
        assert "* " not in bench.screen
        book = bench.app.work.book
        assert book is not None
        shown = book.dossier
        assert _on_disk(recorded) == shown != before
        assert _changes(recorded)[0] == ("what_if", 3)
        assert len(_changes(recorded)) == known + 1
        await bench.press("ctrl+z")
        assert bench.message.startswith("撤销：")
        assert _on_disk(recorded) == before


async def test_every_way_to_enter_only_tries(recorded: Path, start: Start):
    before = _on_disk(recorded)
    async with start(recorded, (120, 30)) as bench:
        await _try(bench)
        bench.app.post_message(events.Paste("1\n70%\n80%"))
        await bench.settle()
        await bench.press("enter")
        assert bench.message.startswith("试算（未保存）：会议培训次数 3次 → 1次 等 3 项")
        await bench.press("tab")
        await bench.enter("试填的原因[red]x[/]")
        assert "试填的原因[red]x[/]" in bench.message
        await bench.press("f9")
        await bench.enter("150")
        assert "* 150" in bench.screen
        assert len(bench.app.work.book.tried) == 5  # type: ignore[union-attr]
        await bench.press("f4")
        assert "得分依据" in bench.screen
        await bench.press("escape", "ctrl+t")
        assert "放弃了 5 项" in bench.message
    assert _on_disk(recorded) == before


async def test_other_places_of_the_department_are_tried_along(recorded: Path, start: Start):
    async with start(recorded, (120, 30)) as bench:
        await _try(bench)
        await bench.enter("1")
        await bench.press("ctrl+up")
        assert bench.app.work.place == Place(*OFFICE)
        assert "试算（未保存）  总分 92.88 优 → 86.63 良" in bench.lines[0]
        await bench.enter("100")
        await bench.press("ctrl+s")
        assert _changes(recorded)[0] == ("what_if", 2)


async def test_what_saves_otherwise_is_refused_in_words(recorded: Path, start: Start):
    before = _changes(recorded)
    async with start(recorded, (120, 30)) as bench:
        await _try(bench)
        await bench.enter("1")
        for key, name in (("f7", "导入"), ("f8", "规则"), ("ctrl+z", "撤销"), ("ctrl+y", "重做")):
            await bench.press(key)
            assert bench.message.startswith(f"正在试算，不能“{name}”")
            assert bench.app.screen is bench.app.work
        await bench.type("9")
        await bench.press("ctrl+z")
        assert bench.message == "已还原为原来的内容"
        assert len(bench.app.work.book.tried) == 1  # type: ignore[union-attr]
    assert _changes(recorded) == before


async def test_another_department_is_gone_to_only_after_asking_once(recorded: Path, start: Start):
    async with start(recorded, (120, 30)) as bench:
        await _try(bench)
        await bench.enter("1")
        await bench.press("ctrl+down")
        assert "试算的 1 项没有保存" in bench.message
        assert bench.app.work.place is not None
        assert bench.app.work.place.department == OFFICE
        assert "* 1次" in bench.row_of("会议培训次数")
        await bench.press("ctrl+down")
        assert bench.app.work.place.department != OFFICE
        assert not bench.app.work.has_class("-trying")
        await bench.press("ctrl+up")
        assert "3次" in bench.row_of("会议培训次数")


async def test_from_home_and_by_the_year_another_department_is_asked_for_too(recorded: Path, start: Start):
    with open_desk(recorded) as desk:
        reading = ops.read(JULU)
        desk.adopt(replace(reading, department=replace(reading.department, year=2023))).result()
    for keys in (("ctrl+n",), ("f10", "down", "enter")):
        async with start(recorded, (120, 30)) as bench:
            await _try(bench)
            await bench.enter("1")
            await bench.press(*keys)
            assert "试算的 1 项没有保存" in bench.message
            assert "* 1次" in bench.row_of("会议培训次数")
            await bench.press(*keys)
            assert bench.app.work.place is not None
            assert bench.app.work.place.department != OFFICE
            assert not bench.app.work.has_class("-trying")


async def test_escape_in_the_tree_asks_once_and_leaves(recorded: Path, start: Start):
    async with start(recorded, (120, 30)) as bench:
        await _try(bench)
        await bench.enter("1")
        await bench.press("escape", "escape")
        assert "试算的 1 项没有保存" in bench.message
        await bench.press("enter")
        await bench.enter("70%")
        await bench.press("escape", "escape")
        assert "试算的 2 项没有保存" in bench.message
        await bench.press("escape")
        assert "放弃了 2 项" in bench.message


async def test_the_program_is_left_only_after_asking_once(recorded: Path, start: Start):
    before = _on_disk(recorded)
    async with start(recorded, (120, 30)) as bench:
        await _try(bench)
        await bench.enter("1")
        await bench.press("ctrl+q")
        assert bench.app.is_running
        assert "试算的 1 项没有保存" in bench.message
        await bench.press("ctrl+q")
        assert not bench.app.is_running
    assert _on_disk(recorded) == before


async def test_a_file_named_as_evidence_while_trying_is_looked_at_once_it_is_kept(
    recorded: Path, start: Start
):
    (recorded.parent / "签到表.txt").write_text("三次", "utf-8")
    async with start(recorded, (120, 30)) as bench:
        await _try(bench)
        await bench.press("tab", "tab", "tab")
        await bench.enter("签到表.txt")
        assert bench.message.startswith("试算（未保存）：会议培训次数·佐证材料")
        await bench.press("ctrl+s")
        assert "已保存试算的 1 项" in bench.message
        book = bench.app.work.book
        assert book is not None
        assert book.dossier == _on_disk(recorded)
        assert not book.trying


async def test_a_figure_typed_back_is_no_trial_any_more(recorded: Path, start: Start):
    async with start(recorded, (120, 30)) as bench:
        await _try(bench)
        await bench.enter("1")
        await bench.press("up")
        await bench.enter("3次")
        assert "* " not in bench.row_of("会议培训次数")
        assert "（未变）" in bench.lines[0]
        await bench.press("ctrl+s")
        assert bench.message == "没有未保存的内容"


async def test_what_another_window_saved_is_said_and_what_is_tried_stays(recorded: Path, start: Start):
    async with start(recorded, (120, 30)) as bench:
        await _try(bench)
        await bench.enter("1", "50%")
        subject = bench.app.work.rows[2].first
        with open_desk(recorded) as other:
            entry, _odd = ops.read_entry(other.dossier(*OFFICE), subject, "4次")
            assert entry is not None
            other.record(*OFFICE, [entry], "record")
        await bench.press("ctrl+s")
        assert "张三" in bench.message
        assert "试算的 2 项都没有保存，仍在试算" in bench.message
        assert "* 1次" in bench.row_of("会议培训次数")
        assert "总分 96.00 优 →" in bench.lines[0]
        await bench.press("ctrl+s")
        assert "已保存试算的 2 项" in bench.message
        assert _changes(recorded)[0] == ("what_if", 2)


class Stubborn:
    """A desk whose saves fail, or wait, as it is told."""

    def __init__(self, desk: ops.Desk) -> None:
        self._desk = desk
        self.fails = self.waits = False
        self.waiting: list[tuple[Future[ops.Saved], tuple[Any, ...]]] = []

    def submit(self, *asked: Any) -> Future[ops.Saved]:
        promised: Future[ops.Saved] = Future()
        if self.fails:
            promised.set_exception(FULL)
            return promised
        if self.waits:
            self.waiting.append((promised, asked))
            return promised
        return self._desk.submit(*asked)

    def let_go(self) -> None:
        self.waits = False
        for promised, asked in self.waiting:
            promised.set_result(self._desk.submit(*asked).result())
        self.waiting.clear()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._desk, name)


async def test_a_full_disk_loses_nothing_that_is_tried(recorded: Path, start: Start):
    desk = Stubborn(open_desk(recorded))
    async with start(lambda: desk, (120, 30)) as bench:
        await _try(bench)
        await bench.enter("1", "50%")
        desk.fails = True
        await bench.press("ctrl+s")
        assert bench.message.startswith("磁盘已满")
        assert "仍在试算" in bench.message
        assert "* 1次" in bench.row_of("会议培训次数")
        desk.fails = False
        await bench.press("ctrl+s")
        assert "已保存试算的 2 项" in bench.message


async def test_a_save_from_before_that_comes_late_is_not_a_trial(recorded: Path, start: Start):
    desk = Stubborn(open_desk(recorded))
    async with start(lambda: desk, (120, 30)) as bench:
        await bench.press("enter", "down", "down")
        desk.waits = True
        await bench.pilot.press("2", "enter", "ctrl+t")
        await bench.pilot.pause()
        await bench.pilot.press("7", "0", "enter")
        await bench.pilot.pause()
        desk.let_go()
        await bench.settle()
        assert "* " not in bench.row_of("会议培训次数")
        assert "* 70%" in bench.row_of("经费支付及时率")
        await bench.press("ctrl+t")
        assert "放弃了 1 项" in bench.message
        assert "2次" in bench.row_of("会议培训次数")
        assert "96%" in bench.row_of("经费支付及时率")
    (change, *_rest) = _changes(recorded)
    assert change == ("record", 1)


async def test_a_failure_of_a_save_from_before_stays_a_failure_of_its_own(recorded: Path, start: Start):
    desk = Stubborn(open_desk(recorded))
    async with start(lambda: desk, (120, 30)) as bench:
        await bench.press("enter", "down", "down")
        desk.waits = True
        await bench.pilot.press("2", "enter", "ctrl+t")
        await bench.pilot.pause()
        for promised, _asked in desk.waiting:
            promised.set_exception(FULL)
        desk.waits = False
        await bench.settle()
        assert "! 2次" in bench.row_of("会议培训次数")
        await bench.enter("1")
        await bench.press("ctrl+s")
        assert "已保存试算的 1 项" in bench.message
        assert "1次" in bench.row_of("会议培训次数")
        assert "! " not in bench.row_of("会议培训次数")
        assert bench.app.work.session is not None
        assert bench.app.work.session.unsaved == 0


async def test_what_is_tried_anew_while_it_is_being_kept_stays_a_trial(recorded: Path, start: Start):
    desk = Stubborn(open_desk(recorded))
    async with start(lambda: desk, (120, 30)) as bench:
        await _try(bench)
        await bench.enter("1")
        desk.waits = True
        await bench.pilot.press("ctrl+s", "7", "0", "enter", "ctrl+s")
        await bench.pilot.pause()
        assert len(desk.waiting) == 1
        desk.let_go()
        await bench.settle()
        assert "* " not in bench.row_of("会议培训次数")
        assert "* 70%" in bench.row_of("经费支付及时率")
        assert bench.app.work.book.trying  # type: ignore[union-attr]


async def test_without_a_department_there_is_nothing_to_try(db: Path, start: Start):
    async with start(db) as bench:
        await bench.press("ctrl+t")
        assert "按 F7 导入" in bench.message


TEXTS = (
    *("", "3", "3次", "0", "96%", "达成", "部分达成", "90", "12。5", "[red]x[/]", "适用", "年内已完成"),
    *("≥3次；冀财〔2022〕5号", "9；抽查两次没有记录", "1386000元"),
)
TYPED = st.lists(st.tuples(st.booleans(), st.integers(0, 99), st.integers(0, 19), st.sampled_from(TEXTS)))


def _entry(book: Book, row: int, field: int, text: str) -> Entry | None:
    """What comes of a text typed into one of the office's fields; None where it cannot be kept."""
    codes = ["", *(project.code for project in book.dossier.department.projects)]
    rows = [
        one for code in codes for part in Part for one in rows_of(book.dossier, Place(*OFFICE, code, part))
    ]
    at = rows[row % len(rows)]
    return ops.read_entry(book.dossier, at.at(at.fields[field % len(at.fields)]), text)[0]


@cache
def _example() -> Dossier:
    (example,) = (one for one in ops.examples() if "巨鹿" in one.document.name)
    return ops.dossier_of(example.document, example.actuals)[0]


@given(TYPED)
def test_leaving_gives_exactly_what_is_recorded(typed: list[tuple[bool, int, int, str]]):
    book, plain = Book(_example()), _example()
    book.trying = True
    for is_tried, row, field, text in typed:
        entry = _entry(book, row, field, text)
        if entry is not None and is_tried:
            book.try_out([entry])
        elif entry is not None:  # another window, a save from before, an undo
            book.take([entry])
            plain = apply(plain, [entry])
        assert book.recorded == plain
        assert book.dossier == apply(plain, book.tried.values())
    book.leave()
    assert book.dossier == plain
    assert book.score == ops.score(plain)
    assert not book.tried


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ops.Desk]:
    """A workspace that every example goes on with."""
    with open_desk(tmp_path_factory.mktemp("试算") / "工作区.db") as desk:
        desk.adopt(ops.read(JULU)).result()
        yield desk


@given(TYPED)
@settings(max_examples=25)
def test_keeping_gives_exactly_what_was_shown(office: ops.Desk, typed: list[tuple[bool, int, int, str]]):
    posted: list[Message] = []
    session = Session(office, posted.append)
    book = session.take(office.dossier(*OFFICE))
    book.trying = True
    for _is_tried, row, field, text in typed:
        entry = _entry(book, row, field, text)
        if entry is not None:
            session.keep(book, entry)
    shown, count = book.dossier, len(book.tried)
    session.keep_tried(book)
    asyncio.run(session.drained())
    told = posted[-1]
    assert isinstance(told, news.TrialKept), told
    book.kept(told.edits)
    assert len(told.saved.items) == count
    assert book.recorded == book.dossier == shown == office.dossier(*OFFICE)
    assert book.score == ops.score(shown)
    assert not book.trying

"""The journal on the screen: who changed what, by project and person, and undoing from there."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widgets import OptionList
from tui_bench import NOW, WHO, Bench, Start, open_desk

from evaltool import language
from evaltool import operations as ops
from evaltool.tui.change_words import moment
from evaltool.tui.screens.journal import JournalScreen
from scoring.model import Department, Indicator, Key, Project, Reading, Sense, Subject, Target
from scoring.record import Entry

CODE, YEAR = "131001", 2022
PROJECT = "13052922P00584010141N"
SIZES = [(80, 24), (160, 48), (60, 20)]


@pytest.fixture
def worked(known: Path) -> Path:
    """Some work of two persons on the example office."""
    with open_desk(known) as desk:
        for figure in (1, 2, 3):
            desk.record(
                CODE, YEAR, [Entry(Subject(field="basic_budget"), Decimal(figure), f"{figure}")], "record"
            )
    with ops.Desk.open(known, who="李四", clock=lambda: NOW) as desk:
        spent = [
            Entry(Subject(PROJECT, field=f"money.spent.{name}"), Decimal(9)) for name in ("total", "fiscal")
        ]
        desk.record(CODE, YEAR, spent, "paste")
    return known


def options(bench: Bench) -> list[str]:
    shown = bench.app.screen.query_one(OptionList)
    return [str(shown.get_option_at_index(index).prompt) for index in range(shown.option_count)]


@pytest.mark.parametrize("size", SIZES)
async def test_the_journal_says_who_did_what_and_when_the_newest_first(
    worked: Path, start: Start, size: tuple[int, int]
):
    async with start(worked, size) as bench:
        await bench.press("ctrl+l")
        first, second, third, fourth, imported = options(bench)
        assert f"{moment(NOW)}  粘贴一列  李四" in first
        assert "全年执行数 空 → 9 等 2 项" in first
        assert "专项运转保障经费" in "".join(line.strip() for line in first.splitlines())
        assert f"录入  {WHO}" in second
        assert "基本支出预算数 2 → 3" in second
        assert "基本支出预算数 空 → 1" in fourth
        assert "导入绩效文本" in imported
        assert "共 5 项，已列出 5 项" in bench.screen
        assert all(cell_len(line) == size[0] for line in bench.lines)
        await bench.resize(200, 60)
        await bench.resize(60, 20)
        assert "基本支出预算数 1 → 2" in third
        assert third in options(bench)


async def test_a_change_is_shown_in_full(worked: Path, start: Start):
    async with start(worked, (120, 40)) as bench:
        await bench.press("ctrl+l", "enter")
        for said in (
            "李四",
            "2023-01-15 09:30:00",
            "粘贴一列",
            "变动 2 项",
            "专项运转保障经费 · 全年执行数：当年财政拨款",
            "空 → 9",
            "按 F8 撤销，会变为",
            "9 → 空",
        ):
            assert said in bench.screen
        await bench.press("escape", "escape")
        assert bench.app.screen is bench.app.work


async def test_undo_and_redo_are_done_from_the_journal_and_said_in_words(worked: Path, start: Start):
    async with start(worked, (120, 40)) as bench:
        await bench.press("ctrl+l", "ctrl+z")
        assert "撤销：全年执行数：当年财政拨款 9 → 空 等 2 项" in bench.screen
        assert "撤销  张三" in options(bench)[0]
        assert "粘贴一列（已撤销）" in options(bench)[1]
        await bench.press("ctrl+y")
        assert "重做：" in bench.screen
        assert "撤销（又重做）" in options(bench)[1]
        assert "粘贴一列（" not in options(bench)[2]
        await bench.press("escape")
        assert bench.message.startswith("重做：全年执行数 空 → 9")


async def test_a_chosen_change_is_undone_and_one_that_moved_since_is_refused_in_words(
    worked: Path, start: Start
):
    async with start(worked, (120, 40)) as bench:
        await bench.press("ctrl+l", "down", "enter", "f8")
        assert "撤销：基本支出预算数 3 → 2" in bench.screen
        await bench.press("down", "down", "down", "down", "enter", "f8")
        assert "基本支出预算数" in bench.screen
        assert f"不能撤销：{WHO} 于 2023-01-15 09:30 又改过基本支出预算数" in bench.screen
        book = bench.app.work.book
        assert book is not None
        assert book.value(Subject(field="basic_budget")) == Decimal(2)
        assert book.value(Subject(PROJECT, field="money.spent.total")) == Decimal(9)


async def test_an_undo_cannot_be_undone_from_its_page(worked: Path, start: Start):
    async with start(worked, (120, 40)) as bench:
        await bench.press("ctrl+l", "ctrl+z", "enter")
        assert "F8" not in bench.screen
        assert "针对：第 " in bench.screen
        await bench.press("f8", "escape", "down", "enter")
        assert "F8" not in bench.screen
        assert "号变更撤销" in bench.screen


async def test_the_journal_is_narrowed_to_a_project_and_to_a_person(worked: Path, start: Start):
    async with start(worked, (120, 40)) as bench:
        await bench.press("ctrl+l", "f3", "down", "down", "enter")
        assert ["粘贴一列" in options(bench)[0], "导入绩效文本" in options(bench)[1]] == [True, True]
        assert len(options(bench)) == 2
        assert "共 2 项" in bench.screen
        assert "专项运转保障经费" in bench.lines[1]
        await bench.press("f3", "home", "down", "enter")
        assert "单位本身" in bench.lines[1]
        assert len(options(bench)) == 4
        await bench.press("f3", "home", "enter", "f4", "down", "enter")
        assert [f"  {WHO}" in said or "李四" in said for said in options(bench)] == [True] * len(
            options(bench)
        )
        assert len({"李四" in said for said in options(bench)}) == 1


async def test_all_departments_are_shown_and_the_one_again(worked: Path, start: Start):
    async with start(worked, (120, 40)) as bench:
        await bench.press("ctrl+l")
        one = len(options(bench))
        await bench.press("f5")
        assert "全部单位" in bench.lines[0]
        assert len(options(bench)) == one + 1
        assert any("北戴河" in said for said in options(bench))
        await bench.press("f5")
        assert len(options(bench)) == one


async def test_a_long_journal_is_read_a_page_at_a_time(known: Path, start: Start):
    with open_desk(known) as desk:
        for figure in range(1, 251):
            desk.record(CODE, YEAR, [Entry(Subject(field="basic_budget"), Decimal(figure))], "record")
    async with start(known, (100, 30)) as bench:
        await bench.press("ctrl+l")
        assert len(options(bench)) == 100
        assert "共 251 项，已列出 100 项" in bench.screen
        await bench.press("end")
        assert "已列出 200 项" in bench.screen
        await bench.press("end")
        assert "已列出 251 项" in bench.screen
        numbers = [int(said.split()[0]) for said in options(bench)]
        assert numbers == sorted(numbers, reverse=True)
        assert len(set(numbers)) == 251
        await bench.press("home")
        await bench.resize(60, 20)
        assert "已列出 100 项" in bench.screen
        await bench.press("end", "end", "end")
        assert "已列出 251 项" in bench.screen


async def test_square_brackets_in_the_journal_are_shown_and_do_nothing(db: Path, start: Start):
    odd = "[red]x[/]"
    key = Key(odd, "", odd, odd, odd)
    indicator = Indicator(key, Target(Sense.AT_LEAST, Decimal(3), unit=odd, text=f"3{odd}"))
    department = Department(odd, odd, 2022, projects=(Project(odd, odd, indicators=(indicator,)),))
    with ops.Desk.open(db, who=odd, clock=lambda: NOW) as desk:
        desk.adopt(Reading(department)).result()
        desk.record(odd, 2022, [Entry(Subject(odd, key, "reason"), odd)], "record")
        desk._workspace.save(
            odd, 2022, [ops.Edit(Subject(odd, key, "action"), "", odd)], "record", reason=odd
        )
        desk.record(odd, 2022, [ops.answer_entry(desk.check(desk.dossier(odd, 2022))[0], odd)], "answer")
    async with start(db, (160, 40)) as bench:
        await bench.press("ctrl+l")
        assert isinstance(bench.app.screen, JournalScreen)
        assert f"日志  2022 {odd}" in bench.lines[0]
        for said in (f"  {odd}", f"理由：{odd}", f"空 → {odd}"):
            assert said in bench.screen
        for place in range(4):
            await bench.press("home", *["down"] * place, "enter")
            assert odd in bench.screen
            await bench.press("escape")
        await bench.press("f3")
        assert odd in bench.screen
        await bench.press("down", "down", "enter", "f4")
        assert odd in bench.screen
        await bench.press("down", "enter")
        assert bench.lines[1].count(odd) == 2
        await bench.press("ctrl+z")
        assert f"{odd} → 空" in bench.screen


async def test_an_empty_workspace_has_an_empty_journal(db: Path, start: Start):
    async with start(db) as bench:
        await bench.press("ctrl+l")
        assert "共 0 项" in bench.screen
        await bench.press("f3", "f4", "escape", "f5", "ctrl+z")
        assert "没有" in bench.lines[1]
        await bench.press("escape")
        assert bench.app.screen is bench.app.work


async def test_undo_in_the_journal_keeps_to_what_is_shown(worked: Path, start: Start):
    async with start(worked, (120, 40)) as bench:
        with open_desk(worked) as desk:
            other = next(one for one in desk.departments() if one.code != CODE)
            desk.record(other.code, other.year, [Entry(Subject(field="basic_budget"), Decimal(7))], "record")
        await bench.press("ctrl+l", "ctrl+z")
        assert "粘贴一列（已撤销）" in options(bench)[1]
        await bench.press("f4", "down", "down", "enter", "ctrl+y")
        assert "重做：全年执行数" in bench.screen
        await bench.press("f4", "home", "enter", "f3", "down", "enter", "ctrl+z")
        assert "撤销：基本支出预算数 3 → 2" in bench.screen
        with open_desk(worked) as desk:
            kept = desk.dossier(other.code, other.year).outcomes.department
            assert kept.basic_budget == Decimal(7)


async def test_nothing_is_undone_while_figures_are_tried(worked: Path, start: Start):
    async with start(worked, (120, 40)) as bench:
        await bench.press("ctrl+t", "ctrl+l", "ctrl+z")
        assert "正在试算" in bench.lines[1]
        await bench.press("ctrl+y", "enter", "f8")
        assert "正在试算" in bench.lines[1]
        assert len(options(bench)) == 5
        await bench.press("escape", "f5", "f2")
        assert "正在试算" in bench.lines[1]


async def test_the_journal_in_english_fits_its_line(worked: Path, start: Start):
    language.use("en")
    async with start(worked, (80, 24)) as bench:
        await bench.press("ctrl+l")
        assert bench.lines[-1].rstrip().endswith("undo/redo")
        assert "李四" in bench.lines[2]
        assert not any("粘贴" in line for line in bench.lines)
        assert all(cell_len(line) == 80 for line in bench.lines)

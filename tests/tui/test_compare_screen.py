"""Comparing by keys: pages, projects, the order of the table, the year before, and the way to a project."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from rich.cells import cell_len
from tui_bench import JULU, Bench, Start, open_desk

from evaltool import language
from evaltool import operations as ops
from evaltool.tui.screens.compare import CompareScreen
from evaltool.tui.widgets.sides import Side, Tab
from scoring.model import Department, Dossier, Indicator, Key, Project, Reading, Sense, Target

SIZES = [(60, 20), (80, 24), (160, 48)]
BRACKETS = "[red]x[/]"
LAST = "满意度"


@pytest.fixture
def years(db: Path) -> Path:
    """Both example offices with their figures, and the year before of the first without its last figure."""
    with open_desk(db) as desk:
        for example in ops.examples():
            reading = ops.read(example.document)
            desk.adopt(reading).result()
            department = reading.department
            dossier = desk.dossier(department.code, department.year)
            entries = ops.read_actuals(example.actuals, dossier).entries
            desk.record(department.code, department.year, entries, "record")
            if example.document == JULU:
                before = replace(department, year=(department.year or 0) - 1)
                desk.adopt(Reading(before)).result()
                kept = [
                    one
                    for one in entries
                    if one.subject.indicator is None or one.subject.indicator.name != LAST
                ]
                desk.record(department.code, before.year, kept, "record")
    return db


async def _open(bench: Bench, name: str) -> None:
    """The comparison of the first department of a name."""
    book = bench.app.work.book
    while book is None or name not in book.dossier.department.name:
        await bench.press("ctrl+down")
        book = bench.app.work.book
    await bench.press("f3")


def _side(bench: Bench) -> str:
    """The name of the page that stands in brackets."""
    line = bench.lines[1]
    return line[line.index("[") + 1 : line.index("]")]


@pytest.mark.parametrize("size", SIZES)
async def test_pages_turn_round_in_either_direction_and_fit(years: Path, start: Start, size: tuple[int, int]):
    async with start(years, size) as bench:
        await bench.press("f3")
        names = ["指标", "各级", "失分", "资金", "上年", "项目"]
        for key, order in (("f3", names), ("right", names), ("left", names[:1] + names[:0:-1])):
            for name in order:
                assert _side(bench) == name
                assert all(cell_len(line) == size[0] for line in bench.lines)
                await bench.press(key)
            assert _side(bench) == "指标"
        await bench.press("escape")
        assert bench.app.screen is bench.app.work


async def test_a_page_is_opened_by_a_click_on_its_name(years: Path, start: Start):
    async with start(years) as bench:
        await bench.press("f3")
        tab = next(tab for tab in bench.app.screen.query(Tab) if tab.side is Side.MONEY)
        await bench.pilot.click(tab)
        await bench.settle()
        assert _side(bench) == "资金"
        assert "支出计划与实际支出" in bench.screen


async def test_the_next_project_is_shown_on_the_same_page(years: Path, start: Start):
    async with start(years) as bench:
        await _open(bench, "北戴河")
        await bench.press("f3", "f3")
        assert "全部项目：共失" in bench.screen
        await bench.press("ctrl+down")
        assert "调研视察：共失 0.70 分" in bench.screen
        await bench.press("ctrl+up", "ctrl+up")
        assert "政协综合事务管理：共失 0.85 分" in bench.screen
        assert _side(bench) == "失分"


async def test_digits_sort_the_projects_and_enter_goes_to_the_one_at_the_cursor(years: Path, start: Start):
    async with start(years) as bench:
        await _open(bench, "北戴河")
        await bench.press("left", "6")
        assert "按失分从高到低" in bench.screen
        assert _projects(bench)[0] == "委员活动"
        await bench.press("6")
        assert "按失分从低到高" in bench.screen
        assert _projects(bench)[-1] == "委员活动"
        await bench.press("7")
        assert _projects(bench)[-1] == "政协会议"  # its total is open still
        await bench.press("0")
        assert _projects(bench)[0] == "调研视察"
        await bench.press("8", "home", "down", "enter")
        assert bench.app.screen is bench.app.work
        assert bench.app.work.place is not None
        assert "三级政协视频系统建设费" in bench.screen
        assert bench.app.work.place.project == bench.app.work.book.dossier.department.projects[1].code  # type: ignore[union-attr]


def _projects(bench: Bench) -> list[str]:
    names = ("调研视察", "三级政协视频系统建设费", "委员活动", "政协会议", "政协综合事务管理")
    shown = [next((name for name in names if name[:6] in line), "") for line in bench.lines]
    return [name for name in shown if name]


async def test_the_year_before_stands_beside_this_one(years: Path, start: Start):
    async with start(years) as bench:
        await bench.press("ctrl+down", "f3", "left", "left")
        book = bench.app.work.book
        assert book is not None
        assert book.dossier.department.year == 2022
        await bench.press("ctrl+down")
        last = next(line.split() for line in bench.lines if "满意度" in line)
        assert last == ["满意度", "-", "99.65%", "0~10/10.00", "9.97/10.00"]
        assert "指标值都是 ≥95%，实际上年 未录入，本年 94.67%" in bench.screen


async def test_where_the_workspace_has_no_year_before_it_says_so(years: Path, start: Start):
    async with start(years) as bench:
        await bench.press("f3", "left", "left")
        assert "工作区里没有这个单位上年的内容" in bench.screen


async def test_while_the_year_before_is_read_it_says_so_and_keys_go_on(
    years: Path, start: Start, monkeypatch: pytest.MonkeyPatch
):
    go_on = threading.Event()

    def slow(_desk: ops.Desk, _department: Department) -> Dossier | None:
        go_on.wait(30)
        return None

    monkeypatch.setattr("evaltool.operations.year_before.year_before", slow)
    async with start(years) as bench:
        await bench.press("f3")
        await bench.pilot.press("left", "left")
        await bench.pilot.pause()
        assert "正在读取上年" in bench.screen
        await bench.pilot.press("left")
        await bench.pilot.pause()
        assert _side(bench) == "资金"
        go_on.set()
        await bench.settle()
        assert _side(bench) == "资金"
        await bench.press("right")
        assert "工作区里没有这个单位上年的内容" in bench.screen


async def test_a_year_before_that_cannot_be_read_says_why(
    years: Path, start: Start, monkeypatch: pytest.MonkeyPatch
):
    def broken(_desk: ops.Desk, _department: Department) -> Dossier | None:
        raise ops.Refused("choose.none", {"known": "", "wanted": ""})

    monkeypatch.setattr("evaltool.operations.year_before.year_before", broken)
    async with start(years) as bench:
        await bench.press("f3", "left", "left")
        assert "上年的内容没有读出来" in bench.screen


async def test_names_never_act_as_markup(db: Path, start: Start):
    key = Key("P", "", "产出指标", "数量指标", BRACKETS)
    indicator = Indicator(key, Target(Sense.AT_LEAST, unit="[/x]次", text="[b]3[/x]次"))
    projects = (Project("P", BRACKETS, indicators=(indicator,)), Project("Q", "项目[/]"))
    with open_desk(db) as desk:
        for year in (2021, 2022):
            desk.adopt(Reading(Department("D", "单位[/]", year, projects=projects))).result()
    async with start(db) as bench:
        await bench.press("ctrl+down", "ctrl+down", "f3")
        for side in Side:
            seen = ""
            for _ in ("", *projects):
                seen += bench.screen
                await bench.press("ctrl+down")
            assert BRACKETS in seen, side
            assert "单位[/]" in bench.lines[0]
            await bench.press("right")


@pytest.mark.parametrize("code", ["zh", "en"])
async def test_every_page_stands_any_size_at_any_moment(years: Path, start: Start, code: str):
    async with start(years) as bench:
        language.use(code)
        await _open(bench, "北戴河")
        for _ in Side:
            for size in ((60, 20), (97, 30), (200, 60), (61, 20)):
                await bench.resize(*size)
                assert all(cell_len(line) == size[0] for line in bench.lines)
            await bench.press("f3")


async def test_without_a_department_there_is_nothing_to_compare(db: Path, start: Start):
    async with start(db) as bench:
        await bench.press("f3")
        assert not isinstance(bench.app.screen, CompareScreen)
        assert "还没有单位" in bench.message


async def test_what_is_typed_is_kept_before_it_is_compared(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down")
        await bench.type("3次")
        await bench.press("f3")
        assert "实际 3次" in bench.screen

"""Declaring by hand in the workbench: a department without any document, and one that a document brought."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key
from tui_bench import Bench, Start, open_desk

from evaltool.operations import drafting
from evaltool.tui.screens.declare import DeclarePanes
from evaltool.tui.screens.declaring import DeclareScreen
from evaltool.tui.widgets.declare_bar import DeclareBar
from evaltool.tui.widgets.message_line import MessageLine
from scoring.model import Actual, Dossier, Sense, Subject
from scoring.record import Entry

CODE, YEAR = "131001", 2022
PROJECT = "13052922P00584010141N"
LIBRARY = "某县图书馆"

LINES = (
    ("开放天数", ">=300天", "25"),
    ("讲座合格率", "≥９５％", "25"),
    ("读者人次", "5万人次", "15"),
    ("群众文化生活", "有效丰富", "15"),
    ("读者满意度", "≥95%", "10"),
)
"""Names, targets, points; the levels stand in the journey."""


async def press(bench: Bench, *keys: str) -> None:
    """Press keys one after the other; each finds what the one before it set off done."""
    for key in keys:
        await bench.pilot.press(key)
        await settle(bench)


async def fill(bench: Bench, *steps: str) -> None:
    """Keys in angle brackets, and texts to type."""
    for step in steps:
        if step.startswith("<"):
            await press(bench, step.strip("<>"))
        else:
            await bench.type(step)
            await settle(bench)


async def settle(bench: Bench) -> None:
    """Wait until nothing is under way on the screen that is shown, either."""
    await bench.settle()
    while isinstance(bench.app.screen, DeclarePanes) and bench.app.screen.session._under_way:
        await bench.app.screen.session.drained()
        await bench.settle()
    await bench.settle()


def said(bench: Bench) -> str:
    return bench.app.screen.query_one(MessageLine).said[-1]


def screen_of(bench: Bench) -> DeclareScreen:
    screen = bench.app.screen
    assert isinstance(screen, DeclareScreen)
    return screen


def bar(bench: Bench) -> DeclareBar:
    return bench.app.screen.query_one(DeclareBar)


def line_of(bench: Bench, text: str) -> str:
    return next(line for line in bench.lines if text in line)


def kept(db: Path, code: str = CODE, year: int = YEAR) -> Dossier:
    with open_desk(db) as desk:
        return desk.dossier(code, year)


def changes(db: Path) -> int:
    """How many changes the journal holds."""
    with open_desk(db) as desk:
        return len(desk._workspace.journal(1000))


async def begin(bench: Bench, name: str = LIBRARY) -> None:
    """A new department of 2025 in an empty workspace, and a project in it."""
    await fill(bench, "<ctrl+d>", name, "<enter>", "2025", "<enter>", "<enter>")
    await fill(bench, "<ctrl+n>", "<enter>", "免费开放经费", "<enter>", "<enter>")


async def test_a_department_is_typed_without_a_document_and_scored_100(db: Path, start: Start):
    async with start(db) as bench:
        await begin(bench)
        await fill(bench, "20", "<tab>", "20")
        for name, target, points in LINES[:1]:
            await fill(bench, "<ctrl+n>", name, "<tab>", target, "<tab>", points)
        levels = (("1", "2"), ("2", "1"), ("2", "2"), ("3", "1"))
        for (name, target, points), (one, two) in zip(LINES[1:], levels, strict=True):
            await fill(bench, "<ctrl+n>", name, "<shift+tab>", "<shift+tab>", one, "<tab>", two)
            await fill(bench, "<tab>", "<tab>", target, "<tab>", points)
        await press(bench, "enter")
        assert "已满 100 分  指标 90 分，预算执行率 10 分" in bench.screen
        await press(bench, "escape", "escape")
        assert bench.app.screen is bench.app.work
        assert "开放天数" in bench.screen
        await press(bench, "enter")
        for figure in ("20", "20", "310", "96%", "6"):
            await fill(bench, figure, "<enter>")
        await fill(bench, "1", "<enter>", "100", "<enter>", "97%", "<enter>")
        assert "总分 100.00 优" in bench.screen
    dossier = kept(db, LIBRARY, 2025)
    (project,) = dossier.department.projects
    assert (project.code, project.budget, project.fiscal) == ("免费开放经费", Decimal(20), Decimal(20))
    assert [(one.level1, one.level2) for one in project.indicators] == [
        ("产出指标", "数量指标"),
        ("产出指标", "质量指标"),
        ("效益指标", "经济效益指标"),
        ("效益指标", "社会效益指标"),
        ("满意度指标", "服务对象满意度指标"),
    ]
    assert project.indicators[1].target.value == Decimal(95)
    assert project.indicators[3].target.sense is Sense.QUALITATIVE


async def test_what_is_typed_in_one_burst_meets_its_own_fields(db: Path, start: Start):
    async with start(db, (120, 30)) as bench:
        await begin(bench)
        burst: list[str] = []
        for number in range(6):
            burst += ["<ctrl+n>", f"指标{number}", "<tab>", f"≥{number + 1}次", "<tab>", "15"]
        for step in [*burst, "<enter>"]:
            if step.startswith("<"):
                bench.app.post_message(events.Key(step.strip("<>"), None))
                continue
            for character in step:
                bench.app.post_message(events.Key(_character_to_key(character), character))
        await settle(bench)
        assert "已满 100 分" in bench.screen
    dossier = kept(db, LIBRARY, 2025)
    read = [(one.name, one.target.value, dossier.weights[one.key]) for one in dossier.department.indicators()]
    assert read == [(f"指标{number}", Decimal(number + 1), Decimal(15)) for number in range(6)]


async def test_answers_typed_in_one_burst_meet_their_own_questions(db: Path, start: Start):
    async with start(db) as bench:
        await press(bench, "ctrl+d")
        for step in (LIBRARY, "<enter>", "2025", "<enter>", "<up>", "<enter>", "L1", "<enter>"):
            if step.startswith("<"):
                bench.app.post_message(events.Key(step.strip("<>"), None))
                continue
            for character in step:
                bench.app.post_message(events.Key(_character_to_key(character), character))
        await settle(bench)
        assert said(bench) == f"已保存：新增单位 2025 {LIBRARY}"
    assert kept(db, "L1", 2025).department.name == LIBRARY


async def test_the_reading_of_a_target_is_seen_while_it_is_typed(known: Path, start: Start):
    async with start(known, (120, 30)) as bench:
        await press(bench, "ctrl+d", "enter", *["down"] * 10)
        await fill(bench, "<tab>", ">=95%")
        assert "读作 ≥95%，不低于 95%" in bench.screen
        await fill(bench, "<escape>", "<ctrl+n>", "会务经费", "<tab>", "143")
        assert "推断：方向" in bench.screen


async def test_an_amount_that_cannot_be_read_is_refused_and_stays(known: Path, start: Start):
    async with start(known) as bench:
        await press(bench, "ctrl+d", "enter", "down", "down")
        await fill(bench, "很多", "<enter>")
        assert said(bench).startswith("没有保存：")
        assert bar(bench).entering.value == "很多"
        await press(bench, "escape")
        assert bar(bench).entering.value == "143.00"


async def test_a_new_line_is_kept_once_it_has_a_name(known: Path, start: Start):
    async with start(known) as bench:
        before = kept(known).department
        await press(bench, "ctrl+d", "enter", *["down"] * 10)
        rows = len(screen_of(bench).rows)
        await press(bench, "ctrl+n")
        assert "还没有名称，尚未保存" in bench.screen
        await fill(bench, "<tab>", "3次", "<enter>")
        assert "先输入三级指标的名称" in said(bench)
        await fill(bench, "<shift+tab>", "<shift+tab>", "<escape>")
        assert len(screen_of(bench).rows) == rows
        assert kept(known).department == before
        await press(bench, "ctrl+n", "enter")
        assert len(screen_of(bench).rows) == rows
        await fill(bench, "<ctrl+n>", "<tab>", "3次", "<shift+tab>", "调研次数", "<enter>")
        assert said(bench) == "已保存：三级指标 调研次数"
    (one,) = [one for one in kept(known).department.indicators() if one.name == "调研次数"]
    assert (one.target.value, one.target.unit) == (Decimal(3), "次")


async def test_even_points_are_one_change_and_taken_back_as_one(known: Path, start: Start):
    async with start(known, (100, 30)) as bench:
        await press(bench, "ctrl+d")
        assert "距 100 分还差 90 分" in bench.screen
        before = changes(known)
        await press(bench, "f6")
        assert changes(known) == before + 1
        assert "已满 100 分" in bench.screen
        assert said(bench) == "已平均分配 6 个指标的分值，按 Ctrl+Z 撤销"
        assert sum(kept(known).weights.values()) == Decimal(90)
        await press(bench, "f6")
        assert said(bench) == "分值已经是平均分配的"
        await press(bench, "ctrl+z")
        assert said(bench).startswith("撤销：")
        assert "距 100 分还差 90 分" in bench.screen
        await press(bench, "ctrl+y", "escape", "ctrl+z")
        assert bench.app.screen is bench.app.work
    assert kept(known).weights == {}


async def test_too_many_points_are_said(known: Path, start: Start):
    async with start(known, (100, 30)) as bench:
        await press(bench, "ctrl+d", "f6", "enter", *["down"] * 10)
        await fill(bench, "<tab>", "<tab>", "60")
        assert "超出" in bench.screen
        await press(bench, "enter")
        assert "请调减" in line_of(bench, "预算执行率 10 分")


async def test_what_is_recorded_follows_a_name_and_a_code(known: Path, start: Start):
    with open_desk(known) as desk:
        key = next(one.key for one in kept(known).department.indicators() if one.name == "会议培训次数")
        desk.record(CODE, YEAR, [Entry(Subject(PROJECT, key, "actual"), Actual(Decimal(5)))], "record")
    async with start(known, (100, 30)) as bench:
        await press(bench, "ctrl+d", "enter", *["down"] * 10)
        await fill(bench, "会议与培训次数", "<enter>", "<escape>", "<enter>", *["<up>"] * 11)
        await fill(bench, "<tab>", "P-2022[1]", "<enter>")
        assert "项目编码 P-2022[1]" in said(bench)
        await press(bench, "escape", "escape")
        assert "会议与培训次数" in bench.screen
    dossier = kept(known)
    (achieved,) = [each for key, each in dossier.outcomes.indicators.items() if key.name == "会议与培训次数"]
    assert achieved.actual == Actual(Decimal(5))
    assert {one.key.project for one in dossier.department.projects[0].indicators} == {"P-2022[1]"}


async def test_removing_what_holds_something_is_asked_first(known: Path, start: Start):
    key = next(one.key for one in kept(known).department.indicators() if one.name == "会议培训次数")
    with open_desk(known) as desk:
        desk.record(CODE, YEAR, [Entry(Subject(PROJECT, key, "actual"), Actual(Decimal(5)))], "record")
    async with start(known, (100, 30)) as bench:
        await press(bench, "ctrl+d", "enter", *["down"] * 10, "f8")
        assert "已录入的1项内容不再有对应的指标" in "".join(bench.screen.split())
        await press(bench, "escape")
        assert "会议培训次数" in bench.screen
        await press(bench, "f8", "enter")
        assert said(bench) == "已保存：删除 会议培训次数"
        await press(bench, "ctrl+z")
        assert "会议培训次数" in bench.screen
        await press(bench, "down", "f8")
        assert said(bench).startswith("已保存：删除")
        await press(bench, "escape", "escape", "f8")
    assert key in kept(known).outcomes.indicators


async def test_a_project_goes_with_its_indicators_and_comes_back(known: Path, start: Start):
    async with start(known, (100, 30)) as bench:
        await press(bench, "ctrl+d", "f8")
        assert "和它的 6 个指标" in bench.screen
        await press(bench, "enter")
        assert kept(known).department.projects == ()
        await press(bench, "ctrl+z")
        assert "专项运转保障经费" in bench.screen
        await press(bench, "up", "f8")


async def test_a_project_is_copied_into_a_new_year_with_nothing_achieved(known: Path, start: Start):
    before = kept(known)
    with open_desk(known) as desk:
        key = before.department.projects[0].indicators[0].key
        desk.record(CODE, YEAR, [Entry(Subject(PROJECT, key, "actual"), Actual(Decimal(5)))], "record")
        desk.record(CODE, YEAR, [Entry(Subject(PROJECT, key, "weight"), Decimal(50))], "record")
    async with start(known, (100, 30)) as bench:
        await press(bench, "ctrl+d", "home", "ctrl+n", "down", "down", "down", "enter")
        await fill(bench, "<enter>", "2022", "<enter>", "<enter>")
        assert "工作区里已有这个单位的 2022 年" in bench.screen
        await fill(bench, "<enter>", "2023年", "<enter>", "<enter>")
        assert said(bench).startswith("已保存：新增单位 2023")
        await press(bench, "f7")
        assert "专项运转保障经费" in bench.screen
        await press(bench, "enter")
        assert said(bench) == "已保存：从 2022 年复制项目 专项运转保障经费"
        await press(bench, "escape", "escape")
        assert "2023" in bench.screen
    new = kept(known, year=2023)
    (project,) = new.department.projects
    old = before.department.projects[0]
    assert [one.target for one in project.indicators] == [one.target for one in old.indicators]
    assert project.indicators[0].weight == Decimal(50)
    assert new.outcomes == type(new.outcomes)()


async def test_another_window_was_faster_and_nothing_typed_is_lost(known: Path, start: Start):
    async with start(known, (100, 30)) as bench:
        await press(bench, "ctrl+d", "enter", *["down"] * 10)
        with open_desk(known) as desk:
            now = desk.dossier(CODE, YEAR).department
            draft, _odd = drafting.change(now, Subject(PROJECT, field="purpose"), "另一个窗口写的用途")
            assert draft is not None
            desk.declare(draft).result()
        await fill(bench, "会议与培训次数", "<enter>")
        assert "已改过这个单位申报的内容" in said(bench)
        assert "另一个窗口" in line_of(bench, "资金用途")
        assert bar(bench).entering.value == "会议与培训次数"
        await press(bench, "enter")
        assert said(bench) == "已保存：三级指标 会议与培训次数"
    named = {one.name for one in kept(known).department.indicators()}
    assert "会议与培训次数" in named
    assert kept(known).department.projects[0].purpose == "另一个窗口写的用途"


async def test_what_is_handed_in_is_not_changed_and_it_is_said(known: Path, start: Start):
    with open_desk(known) as desk:
        desk.sealing.hand_in(desk.sealing.look(CODE, YEAR), [PROJECT]).result()
    before = kept(known).department
    async with start(known, (100, 30)) as bench:
        await press(bench, "ctrl+d", "enter", *["down"] * 10)
        await fill(bench, "会议与培训次数", "<enter>")
        assert "交表" in said(bench)
        assert bar(bench).entering.value == "会议与培训次数"
        await press(bench, "escape")
        assert bar(bench).entering.value == "会议培训次数"
        await press(bench, "f6")
        assert "交表" in said(bench)
        await press(bench, "escape", "escape")
        assert bench.app.screen is bench.app.work
    assert kept(known).department == before
    assert kept(known).weights == {}


async def test_objectives_of_the_department_are_written_by_hand(db: Path, start: Start):
    async with start(db, (100, 30)) as bench:
        await fill(bench, "<ctrl+d>", LIBRARY, "<enter>", "2025", "<enter>", "<enter>")
        await fill(bench, "<ctrl+n>", "<down>", "<enter>", "阅读推广", "<enter>")
        await fill(bench, "办好全民阅读活动", "<ctrl+n>", "活动场次", "<tab>", "12场", "<enter>")
        await fill(bench, "<up>", "<up>", "全民阅读", "<enter>")
        assert said(bench) == "已保存：目标名称 全民阅读"
        assert "活动场次" in bench.screen
    (objective,) = kept(db, LIBRARY, 2025).department.objectives
    assert (objective.title, objective.text) == ("全民阅读", "办好全民阅读活动")
    assert [one.key.objective for one in objective.indicators] == ["全民阅读"]


async def test_square_brackets_are_shown_and_do_nothing(db: Path, start: Start):
    async with start(db, (120, 90)) as bench:
        await fill(bench, "<ctrl+d>", "[red]馆[/]", "<enter>", "2025", "<enter>", "[code]", "<enter>")
        await fill(bench, "<ctrl+n>", "<enter>", "项目[/b][", "<enter>", "P[1]", "<enter>")
        await fill(bench, "<ctrl+n>", "人次[/年]", "<tab>", "3[/x]次", "<tab>", "5", "<enter>")
        for text in ("[red]馆[/]", "项目[/b][", "P[1]", "人次[/年]", "3[/x]次"):
            assert text in bench.screen
        await press(bench, "f1")
        assert "三级指标 人次[/年]" in bench.screen
        await press(bench, "escape", "f8", "f8")


async def test_what_begins_a_department_is_undone_and_the_screen_leaves(db: Path, start: Start):
    async with start(db) as bench:
        await fill(bench, "<ctrl+d>", LIBRARY, "<enter>", "2025", "<enter>", "<enter>", "<ctrl+z>")
        assert bench.app.screen is bench.app.work
        assert "撤销" in bench.message
    with open_desk(db) as desk:
        assert desk.departments() == ()


async def test_nothing_is_asked_twice_of_who_changes_nothing(known: Path, start: Start):
    async with start(known) as bench:
        before = changes(known)
        await press(bench, "ctrl+d", "enter", "down", "down", "tab", "enter", "escape", "escape")
        assert bench.app.screen is bench.app.work
        assert changes(known) == before
        await press(bench, "ctrl+d")
        assert isinstance(bench.app.screen, DeclareScreen)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 48)])
async def test_every_size_shows_the_remainder_and_the_line_to_type_in(
    known: Path, start: Start, size: tuple[int, int]
):
    async with start(known) as bench:
        await press(bench, "ctrl+d", "enter", *["down"] * 10)
        await bench.resize(*size)
        assert "距 100 分还差 90 分" in bench.screen
        assert "【三级指标】" in bench.screen
        assert "会议培训次数" in bench.screen

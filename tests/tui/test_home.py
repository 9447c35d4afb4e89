"""Home: what is in the workspace and how far it is, the way there and back, and the place kept in each."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widgets import Input
from tui_bench import NOW, Bench, Start, open_desk

from evaltool import language
from evaltool import operations as ops
from evaltool.tui.cells import cells
from evaltool.tui.counting import Counting, count
from evaltool.tui.home_rows import Office, change_lines, columns, offices_of, search, state_text, when
from evaltool.tui.rows import Part
from evaltool.tui.screens.declaring import DeclareScreen
from evaltool.tui.screens.home import HomeScreen
from evaltool.tui.screens.importing import ImportScreen
from evaltool.tui.widgets.roster import Roster, fitting
from scoring.model import Actual, Department, Indicator, Key, Project, Reading, Sense, Subject, Target

WIDTHS = range(60, 201, 7)


def department(code: str, name: str, year: int, projects: int = 2) -> Department:
    """A department of so many projects with three indicators each."""
    return Department(code, name, year, projects=tuple(project(f"P{at}") for at in range(projects)))


def project(code: str) -> Project:
    lines = tuple(
        Indicator(
            Key(code, "", "产出指标", "数量指标", f"完成数量{at}"),
            Target(Sense.AT_LEAST, Decimal(4), unit="次"),
        )
        for at in range(3)
    )
    return Project(code, f"项目{code}", budget=Decimal(100), indicators=lines)


def fill(db: Path, *departments: Department) -> Path:
    with open_desk(db) as desk:
        for one in departments:
            desk.adopt(Reading(one)).result()
    return db


@pytest.fixture
def years(db: Path) -> Path:
    """One department of three years, the second with one project more, and another department."""
    return fill(
        db,
        department("1", "财政局", 2022),
        department("1", "财政局", 2023, 3),
        department("1", "财政局", 2024),
        department("2", "[red]教育局[/]", 2023),
    )


def shown(bench: Bench, name: str) -> str:
    """The line of the list that begins with a name."""
    return next(line for line in bench.lines if line[3:].startswith(name))


async def test_home_lists_departments_with_their_state_and_the_last_changes(known: Path, start: Start):
    async with start(known, (120, 40)) as bench:
        await bench.press("enter")
        await bench.enter("143", "143")
        await bench.press("f10")
        assert isinstance(bench.app.screen, HomeScreen)
        assert "2 个单位（年度）" in bench.screen
        line = next(line for line in bench.lines if "0/6" in line)
        assert "未录入" in line
        assert "0/6" in line
        assert "09:30 张三" in line
        assert f"  {len(_doubts(bench))}  " in line
        assert "录入：全年执行数 空 → 143" in bench.screen
        assert "导入绩效文本" in bench.screen


def _doubts(bench: Bench) -> list[object]:
    assert bench.app.work.session is not None
    desk, book = bench.app.work.session.desk, bench.app.work.book
    assert book is not None
    return list(desk.check(book.dossier))


async def test_typing_filters_and_enter_goes_there(years: Path, start: Start):
    async with start(years) as bench:
        await bench.press("f10")
        await bench.type("教育")
        assert "找到 1 个，共 4 个单位（年度）" in bench.screen
        await bench.press("enter")
        assert bench.app.screen is bench.app.work
        assert bench.app.work.place is not None
        assert bench.app.work.place.department == ("2", 2023)
        assert "项目P0" in bench.screen


async def test_a_year_a_code_and_several_words_are_searched_in_any_width(years: Path, start: Start):
    async with start(years) as bench:
        await bench.press("f10")
        for text, found in {"２０２３": 2, "财政 2024": 1, "没有": 0, "": 4}.items():
            bench.app.screen.query_one(Input).value = text
            await bench.settle()
            assert len(bench.app.screen._listed) == found  # type: ignore[attr-defined]
        bench.app.screen.query_one(Input).value = "没有"
        await bench.press("enter")
        assert isinstance(bench.app.screen, HomeScreen)


async def test_the_cursor_moves_while_somebody_types_and_esc_leaves_everything(years: Path, start: Start):
    async with start(years) as bench:
        await bench.press("f10", "down", "down", "down", "down", "up")
        roster = bench.app.screen.query_one(Roster)
        assert roster.cursor == 2
        assert "> 财政局" in bench.screen
        await bench.press("pageup")
        assert roster.cursor == 0
        await bench.press("pagedown", "escape")
        assert bench.app.screen is bench.app.work
        assert bench.app.work.place is not None
        assert bench.app.work.place.department == ("1", 2022)


async def test_a_document_is_imported_from_home(years: Path, start: Start):
    async with start(years) as bench:
        await bench.press("f10", "f7")
        assert isinstance(bench.app.screen, ImportScreen)


async def test_targets_are_declared_by_hand_from_home(db: Path, start: Start):
    async with start(db) as bench:
        await bench.press("f10", "ctrl+d")
        assert any(isinstance(screen, DeclareScreen) for screen in bench.app.screen_stack)


async def test_a_click_opens_a_department(years: Path, start: Start):
    async with start(years) as bench:
        await bench.press("f10")
        await bench.pilot.click(Roster, offset=(6, 3))
        await bench.settle()
        assert bench.app.work.place is not None
        assert bench.app.work.place.department == ("1", 2024)


async def test_home_of_an_empty_workspace_says_what_to_do(db: Path, start: Start):
    async with start(db) as bench:
        assert "F7" in bench.screen
        assert "evaltool demo" in bench.screen
        await bench.press("f10")
        assert "工作区里还没有单位" in bench.screen
        await bench.press("enter", "down", "f7")
        assert isinstance(bench.app.screen, ImportScreen)


async def test_each_department_and_year_keeps_its_place(years: Path, start: Start):
    async with start(years) as bench:
        await bench.press("ctrl+down", "enter", "down", "down", "down", "tab")
        left = bench.app.work.place, bench.bar.at.row.subject, bench.bar.at.name  # type: ignore[union-attr]
        assert left[0] is not None
        assert (left[0].project, left[2]) == ("P1", "reason")
        await bench.press("ctrl+n")
        assert bench.app.work.place is not None
        assert (bench.app.work.place.year, bench.app.work.place.project) == (2023, "P1")
        assert "现在是 2023 年度" in bench.message
        await bench.press("f9", "down")
        await bench.press("ctrl+n", "ctrl+n")
        now = bench.app.work.place, bench.bar.at.row.subject, bench.bar.at.name  # type: ignore[union-attr]
        assert now == left
        await bench.press("ctrl+n")
        assert bench.app.work.place.part is Part.MONEY
        assert bench.sheet.cursor_row == 1


async def test_coming_back_by_home_is_coming_back_to_the_field(years: Path, start: Start):
    async with start(years) as bench:
        await bench.press("enter", "down", "down", "tab")
        await bench.press("f10")
        await bench.type("教育")
        await bench.press("enter", "f10")
        await bench.type("2022")
        await bench.press("enter")
        assert bench.bar.at is not None
        assert bench.bar.at.name == "reason"
        assert bench.sheet.cursor_row == 2
        await bench.press("f10", "enter")
        assert bench.sheet.cursor_row == 2


async def test_a_department_of_one_year_has_no_other(known: Path, start: Start):
    async with start(known) as bench:
        before = bench.app.work.place
        await bench.press("ctrl+n")
        assert bench.app.work.place == before
        assert "没有这个单位的其他年度" in bench.message


async def test_an_import_goes_back_to_the_place_that_was_open_there(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down")
        bench.app.work.list_again(bench.app.work.place)
        await bench.settle()
        assert bench.sheet.cursor_row == 2


async def test_square_brackets_in_names_are_shown_and_do_nothing(years: Path, start: Start):
    async with start(years, (120, 40)) as bench:
        await bench.press("f10")
        assert shown(bench, "[red]教育局[/]")
        assert "2023 [red]教育局[/]" in bench.screen
        await bench.type("[red]")
        assert "找到 1 个" in bench.screen


async def test_no_character_of_home_is_lost_at_any_width(years: Path, start: Start):
    async with start(years) as bench:
        await bench.press("f10")
        for width in WIDTHS:
            await bench.resize(width, 24)
            for line in bench.lines:
                assert cell_len(line) == width
            for text in ("财政局", "2022", "未录入", "0/6", "[red]教育局[/]", "最近的变动"):
                assert text in bench.screen


@pytest.mark.parametrize("code", ["zh", "en"])
@pytest.mark.parametrize("room", range(40, 200, 7))
def test_columns_of_the_list_fit_and_name_is_the_last_to_go(code: str, room: int):
    language.use(code)
    sized = fitting(columns(), room)
    assert sum(one.width for one in sized) + 2 * (len(sized) - 1) <= max(room, 58)
    assert [one.id for one in sized][:3] == ["name", "year", "state"]


@pytest.mark.parametrize(
    ("handed_in", "recorded", "said"),
    [
        ((False, False), (0, 0), "未录入"),
        ((False, False), (1, 0), "录入中"),
        ((False, False), (3, 3), "已录完"),
        ((True, False), (3, 3), "部分交表"),
        ((True, True), (3, 3), "已交表"),
    ],
)
def test_the_state_of_a_department_is_said_in_a_word(
    handed_in: tuple[bool, bool], recorded: tuple[int, int], said: str
):
    projects = tuple(
        ops.ProjectSummary(f"P{at}", "项目", 3, done, handed)
        for at, (done, handed) in enumerate(zip(recorded, handed_in, strict=True))
    )
    assert state_text(ops.Summary("1", "财政局", 2022, 0, 0, projects, all(handed_in))) == said


def test_a_department_without_indicators_says_so():
    assert state_text(ops.Summary("1", "财政局", 2022, 0, 0, ())) == "没有指标"


@pytest.mark.parametrize(
    ("at", "said"),
    [((2023, 1, 15, 8, 5), "08:05"), ((2023, 1, 3, 8, 5), "01-03"), ((2022, 12, 31, 8, 5), "2022-12-31")],
)
def test_a_time_is_as_short_as_it_is_clear(at: tuple[int, int, int, int, int], said: str):
    assert when(datetime(*at, tzinfo=UTC), NOW) == said


@pytest.mark.parametrize("room", [58, 78, 158])
def test_a_long_name_leaves_room_for_what_was_changed(db: Path, room: int):
    name = "中国人民政治协商会议河北省秦皇岛市北戴河区委员会"
    spent = Subject("P1", field="money.spent.total")
    with open_desk(fill(db, department("1", name, 2025))) as desk:
        desk.submit("1", 2025, [ops.Edit(spent, None, Decimal("138.6"))]).result()
        overview = desk.overview(2)
    said = change_lines(overview.changes, offices_of(overview), NOW, room)[0]
    assert cells(said) <= room
    assert "  2025 中" in said
    assert said.endswith("全年执行数 空 → 138.6")


def test_what_is_in_sight_is_counted_and_nothing_else(years: Path):
    with open_desk(years) as desk:
        offices = offices_of(desk.overview(0))
        counting = Counting(desk, {})
        assert counting.want(offices[:2])
        assert counting.want(offices[2:])
        assert [office.id for office in counting._wanted] == [("1", 2024), ("2", 2023)]


async def test_what_was_counted_is_known_until_something_changes(years: Path):
    with open_desk(years) as desk:
        known: dict = {}
        told: list[int] = []
        offices = offices_of(desk.overview(0))
        counting = Counting(desk, known)
        counting.want(offices[:1])
        await counting.run(lambda: told.append(1))
        assert told
        again = Counting(desk, known)
        assert not again.want(offices[:1])
        key = project("P0").indicators[0].key
        edit = ops.Edit(Subject("P0", key, "actual"), ops.ANY, Actual(Decimal(4)))
        desk.submit("1", 2022, [edit]).result()
        fresh = offices_of(desk.overview(0))
        assert Counting(desk, known).want(fresh[:1])


async def test_a_department_that_cannot_be_scored_is_said_and_the_others_are_counted(years: Path):
    with open_desk(years) as desk:
        offices = offices_of(desk.overview(0))
        gone = Office(ops.Summary("9", "没有", 2022, 0, 0, ()), None)
        counting = Counting(desk, {})
        counting.want([gone, offices[0]])
        await counting.run(lambda: None)
        assert counting.fault
        assert counting.of(offices[0]) is not None


def test_counts_of_evidence_files_are_not_kept_for_they_move_by_themselves(years: Path):
    with open_desk(years) as desk:
        assert count(desk, ("1", 2022))[1]
        (years.parent / "问卷.pdf").write_bytes(b"1")
        key = project("P0").indicators[0].key
        edit = ops.Edit(Subject("P0", key, "evidence"), ops.ANY, "问卷.pdf")
        desk.submit("1", 2022, [edit]).result()
        assert not count(desk, ("1", 2022))[1]


def test_a_search_of_500_departments_finds_by_part_of_a_name():
    offices = [Office(ops.Summary(f"{at}", f"第{at}镇人民政府", 2022, 0, 0, ()), None) for at in range(500)]
    assert len(search(offices, "第12")) == 11
    assert [office.id for office in search(offices, "第499镇")] == [("499", 2022)]
    assert max(cells(office.summary.name) for office in offices) < 20

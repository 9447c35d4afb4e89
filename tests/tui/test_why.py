"""Why a score is what it is: the tree, the way up to the department, and what is copied of it."""

from __future__ import annotations

import base64
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len
from tui_bench import Bench, Start, open_desk

from evaltool import operations as ops
from evaltool import wording
from evaltool.tui.book import Book
from evaltool.tui.why import ladder
from evaltool.tui.why.branch import Branch, lines
from evaltool.tui.widgets.branches import Branches
from scoring.model import Department, Indicator, Key, Project, Reading, Sense, Source, Subject, Target
from scoring.scores import IndicatorScore

CASES = sorted((Path(__file__).parent.parent / "cases").rglob("*.toml"))
BRACKETS = "[red]次数[/red]"


@pytest.fixture
def recorded(known: Path) -> Path:
    """The example office with its figures."""
    (example,) = (one for one in ops.examples() if "巨鹿" in one.document.name)
    with open_desk(known) as desk:
        dossier = desk.dossier("131001", 2022)
        desk.record("131001", 2022, ops.read_actuals(example.actuals, dossier).entries, "record")
    return known


@pytest.fixture
def book(recorded: Path) -> Book:
    """What the screen knows of the example office."""
    with open_desk(recorded) as desk:
        return Book(desk.dossier("131001", 2022))


def _line(book: Book, name: str) -> IndicatorScore:
    (project,) = book.score.projects
    return next(line for line in project.indicators if line.indicator.name == name)


def _subject(line: IndicatorScore) -> Subject:
    return Subject(line.indicator.key.project, line.indicator.key, "actual")


def _texts(branch: Branch) -> list[str]:
    return [line.strip() for line in lines(branch)]


def test_a_line_says_what_it_rests_on_the_rule_the_working_and_the_rounding(book: Book):
    tree = ladder(book, _subject(_line(book, "会议培训次数")))[0]()
    assert tree.text == "会议培训次数：得分 9.38（分值 12.50）"
    said = _texts(tree)
    for wanted in (
        "指标值：4次",
        "原文“4次”",
        "方向：不低于（≥），原文没有写明，由推断得出",
        "出处：巨鹿县政协-2022.txt 第 79 行",
        "实际完成值：3次",
        "录入的文字“3次”",
        "分值：12.50，按评分规则分配",
        "规则：正向指标，按比例计分",
        "条款 正向指标未完成时的计分方法：按比例",
        "12.5 × 3 ÷ 4 = 9.375",
        "舍入：四舍五入：9.375 → 9.38",
        "计入 二级指标 数量指标：得分 9.38（分值 12.50）",
        "计入 一级指标 产出指标：得分 46.22（分值 50.00）",
        "计入 项目总分 专项运转保障经费：92.88 优",
        "计入 部门得分：92.88 优",
    ):
        assert wanted in said
    assert any(text.startswith("依据：财预〔2020〕10号") for text in said)
    assert f"评分规则：national-2020 版本 {book.dossier.rulebook.version}" in said


def test_every_score_of_the_office_has_its_steps_in_its_tree(book: Book):
    (project,) = book.score.projects
    for line in project.indicators:
        said = _texts(ladder(book, _subject(line))[0]())
        for step in line.working:
            assert any(wording.say(step) in text for text in said)
    total = _texts(ladder(book, Subject(project.code))[0]())
    for step in (*project.working, *project.execution.working):
        assert any(wording.say(step) in text for text in total)
    department = _texts(ladder(book, Subject())[0]())
    for method in book.score.methods.values():
        assert any(text.startswith(wording.term(method.code)) for text in department)
        for step in method.working:
            assert wording.say(step) in department


def test_the_way_up_goes_from_a_line_over_the_project_to_the_department(book: Book):
    (project,) = book.score.projects
    spent = Subject(project.code, field="money.spent.total")
    first = {
        _subject(_line(book, "会议培训次数")): "会议培训次数",
        spent: "预算执行率",
    }
    for subject, name in first.items():
        starts = [rung().text.partition("：")[0] for rung in ladder(book, subject)]
        assert starts == [name, "项目总分 专项运转保障经费", "部门得分"]
    assert len(ladder(book, Subject(project.code))) == 2
    own = book.score.objectives[0]
    assert [rung().text.partition("：")[0] for rung in ladder(book, _subject(own))] == [
        own.indicator.name,
        "部门得分",
    ]


@pytest.mark.parametrize(
    ("field", "typed", "wanted"),
    [
        ("weight", "20", "由人给定"),
        ("actual", "", "实际完成值：未录入"),
    ],
)
def test_what_a_person_gives_is_told_from_what_a_rulebook_does(
    book: Book, field: str, typed: str, wanted: str
):
    subject = _subject(_line(book, "会议培训次数"))
    entry, _odd = ops.read_entry(book.dossier, Subject(subject.project, subject.indicator, field), typed)
    assert entry is not None
    book.take([entry])
    assert any(wanted in text for text in _texts(ladder(book, subject)[0]()))


def test_the_execution_of_the_department_is_made_up_of_its_basic_and_project_money(book: Book):
    for field, typed in (("basic_budget", "100"), ("project_budget", "143"), ("basic_spent", "90")):
        entry, _odd = ops.read_entry(book.dossier, Subject(field=field), typed)
        assert entry is not None
        book.take([entry])
    said = _texts(ladder(book, Subject(field="basic_budget"))[0]())
    for wanted in (
        "预算数：243 万元",
        "基本支出预算数：100 万元",
        "项目支出预算数：143 万元",
        "执行数：未录入",
    ):
        assert wanted in said


def _rules() -> Iterator[str]:
    for path in CASES:
        yield from _named(tomllib.loads(path.read_text("utf-8")))


def _named(table: object) -> Iterator[str]:
    if isinstance(table, dict):
        if isinstance(table.get("rule"), str):
            yield table["rule"]
        for value in table.values():
            yield from _named(value)
    elif isinstance(table, list):
        for value in table:
            yield from _named(value)


def test_every_rule_that_the_cases_meet_has_a_name():
    rules = set(_rules())
    assert len(rules) > 10
    assert [code for code in rules if wording.rule(code)[0] == code] == []


async def test_left_and_right_close_and_open_and_go_in_and_out(recorded: Path, start: Start):
    async with start(recorded, (100, 40)) as bench:
        await bench.press("enter", "down", "down", "f4")
        tree = bench.app.screen.query_one(Branches)
        await bench.press("down")
        assert tree.at_cursor.text == "指标值：4次"
        assert "原文“4次”" in bench.screen
        await bench.press("left")
        assert "原文“4次”" not in bench.screen
        assert "+ 指标值：4次" in bench.screen
        await bench.press("right")
        assert "- 指标值：4次" in bench.screen
        await bench.press("right")
        assert tree.at_cursor.text == "原文“4次”"
        await bench.press("left", "left", "left")
        assert tree.at_cursor.text.startswith("会议培训次数")
        await bench.press("enter")
        assert "指标值" not in bench.screen


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 120)])
async def test_what_fits_is_open_at_first_and_nothing_is_wider_than_the_screen(
    recorded: Path, start: Start, size: tuple[int, int]
):
    async with start(recorded, size) as bench:
        await bench.press("enter", "down", "down", "f4")
        assert "计入 部门得分" in bench.screen
        assert "Esc 返回" in bench.screen
        assert all(cell_len(line) == size[0] for line in bench.lines)
        assert ("财预〔2020〕10号" in bench.screen) == (size[1] > 100)
        closed = [line for line in bench.lines if line.strip().startswith("+ ")]
        assert bool(closed) == (size[1] < 100)


async def test_from_the_tree_of_places_the_total_is_asked_for(recorded: Path, start: Start):
    async with start(recorded) as bench:
        await bench.press("f4")
        assert "项目总分 专项运转保障经费：92.88 优" in bench.lines[1]
        await bench.press("f4")
        assert "部门得分：92.88 优" in bench.lines[1]
        await bench.press("f4")
        assert "项目总分" in bench.lines[1]


async def test_from_the_comparison_the_total_of_what_is_shown_is_asked_for(recorded: Path, start: Start):
    async with start(recorded, (100, 30)) as bench:
        await bench.press("f3", "f4")
        assert "项目总分 专项运转保障经费：92.88 优" in bench.lines[1]
        await bench.press("escape", "ctrl+up", "f4")
        assert "部门得分：92.88 优" in bench.lines[1]
        await bench.press("escape", "left", "f4")
        assert "项目总分 专项运转保障经费：92.88 优" in bench.lines[1]


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Callable[[Bench], list[str]]:
    """What is written to the terminal beside the screen, from now on."""

    def listen(bench: Bench) -> list[str]:
        seen: list[str] = []
        assert bench.app._driver is not None
        monkeypatch.setattr(bench.app._driver, "write", seen.append)
        return seen

    return listen


async def test_a_branch_is_copied_over_the_terminal_with_all_that_is_in_it(
    recorded: Path, start: Start, written: Callable[[Bench], list[str]]
):
    async with start(recorded) as bench:
        await bench.press("enter", "down", "down", "f4", "down", "left")
        sent = written(bench)
        await bench.press("ctrl+c")
        (sequence,) = sent
        assert sequence.startswith("\x1b]52;c;")
        assert sequence.endswith("\a")
        text = base64.b64decode(sequence.removeprefix("\x1b]52;c;").removesuffix("\a")).decode("utf-8")
        assert text.splitlines()[:2] == ["指标值：4次", "  原文“4次”"]
        assert "已复制 5 行，终端须允许写剪贴板（OSC 52）：指标值：4次" in bench.screen


async def test_all_that_is_open_is_copied_as_it_is_seen(
    recorded: Path, start: Start, written: Callable[[Bench], list[str]]
):
    async with start(recorded) as bench:
        await bench.press("enter", "down", "down", "f4")
        sent = written(bench)
        await bench.press("f2")
        copied = base64.b64decode(sent[0][7:-1]).decode("utf-8")
        assert copied.splitlines()[0] == "会议培训次数：得分 9.38（分值 12.50）"
        for line in copied.splitlines():
            assert line.strip() in bench.screen
        assert "    依据：" not in copied


async def test_names_and_reasons_never_act_as_markup(db: Path, start: Start):
    key = Key("P", "", "产出指标", "数量指标", BRACKETS)
    target = Target(Sense.AT_LEAST, text="[b]x", value=None)
    source = Source("[i]文件.txt", line=3)
    indicator = Indicator(key, target, basis="[link=x]依据[/]", source=source)
    project = Project("P", "[/]项目", indicators=(indicator,))
    with open_desk(db) as desk:
        desk.adopt(Reading(Department("D", "单位[", 2022, projects=(project,)))).result()
        for field, text in (("reason", "[red]x[/]"), ("state", "不适用")):
            entry, _odd = ops.read_entry(desk.dossier("D", 2022), Subject("P", key, field), text)
            assert entry is not None
            desk.record("D", 2022, [entry], "record")
    async with start(db, (120, 60)) as bench:
        await bench.press("enter", "down", "down", "f4")
        for shown in (
            BRACKETS,
            "：不计分",
            "不适用：[red]x[/]",
            "原文“[b]x”",
            "[i]文件.txt",
            "[link=x]依据[/]",
            "[/]项目",
        ):
            assert shown in bench.screen
        await bench.press("ctrl+c")
        assert BRACKETS in bench.screen

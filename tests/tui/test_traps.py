"""Faults of Textual 8.2.8 that lose characters, change figures or crash on data: none of them may be met."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual import events
from textual.screen import ModalScreen
from textual.widgets import Input
from textual.widgets._toast import Toast
from tui_bench import JULU, Bench, Start, open_desk

import evaltool.tui
from evaltool.tui.cells import cut
from evaltool.tui.columns import GAP, LAYOUTS, plan
from evaltool.tui.commands import bar
from evaltool.tui.rows import Part
from evaltool.tui.widgets.lines import Lines
from evaltool.tui.widgets.message_line import MessageLine
from scoring.model import Department, Indicator, Key, Project, Reading, Sense, Target

SOURCES = sorted(Path(evaltool.tui.__file__).parent.rglob("*.py"))
WIDTHS = range(60, 201, 7)
BRACKETS = "人次[/年][red]"


def test_nothing_is_built_of_select_or_of_a_number_input():
    for source in SOURCES:
        text = source.read_text("utf-8")
        assert not re.search(r"\bSelect\b|type=\"(number|integer)\"|\bToast\b|\.notify\(", text), source


async def test_a_notification_goes_to_the_message_line_and_makes_no_toast(known: Path, start: Start):
    async with start(known) as bench:
        bench.app.notify("磁盘[已满]", severity="error")
        await bench.settle()
        assert "磁盘[已满]" in bench.lines[-2]
        assert not bench.app.screen.query(Toast)


@pytest.mark.parametrize(
    ("typed", "value", "shown"),
    [
        ("12。5", "12.5", "12。5 → 12.5次"),
        ("１２．５", "12.5", "12.5次"),
        ("12,345.60", "12345.60", "12345.60次"),
        ("12，345.60", "12345.60", "12345.60次"),
        ("3 次", "3", "3次"),
    ],
)
async def test_a_figure_typed_with_an_input_method_is_read_right(
    known: Path, start: Start, typed: str, value: str, shown: str
):
    async with start(known) as bench:
        await bench.press("enter", "down", "down")
        await bench.type(typed)
        assert shown in bench.screen
        row = bench.app.work.rows[2]
        await bench.press("enter")
        if bench.bar.is_typing:  # far off the target: it is kept when it is entered again
            await bench.press("enter")
        book = bench.app.work.book
        assert book is not None
        assert book.value(row.first).value == Decimal(value)  # type: ignore[union-attr]


PASTED = [("12,345.60", "12345.60次"), ("95%\r\n", "95%"), (" 3次\t", "3次")]


@pytest.mark.parametrize(("pasted", "shown"), PASTED)
async def test_a_pasted_figure_is_read_right(known: Path, start: Start, pasted: str, shown: str):
    async with start(known) as bench:
        await bench.press("enter", "down", "down")
        bench.app.post_message(events.Paste(pasted))
        await bench.settle()
        assert shown in bench.screen


async def test_every_input_takes_plain_text(known: Path, start: Start):
    async with start(known) as bench:
        for keys in ((), ("f6",), ("escape", "f7"), ("escape", "ctrl+p")):
            await bench.press(*keys)
            for line in bench.app.screen.query(Input):
                assert line.type == "text"
                assert not line.validators


@pytest.fixture
def bracketed(db: Path) -> Path:
    """A workspace where every text that people or files bring carries square brackets."""
    key = Key("P[1]", "", "产出[/]指标", "数量[b]指标", BRACKETS)
    target = Target(Sense.AT_LEAST, Decimal(3), unit="[/x]次", text="3[/x]次")
    indicator = Indicator(key, target, "描述[/b][", "依据[@click=app.bell]")
    project = Project("P[1]", "项目[/i][link=1]", indicators=(indicator,))
    department = Department("D[1]", "单位[/]", 2022, projects=(project,))
    with open_desk(db) as desk:
        desk.adopt(Reading(department)).result()
    return db


async def test_square_brackets_in_data_are_shown_and_do_nothing(bracketed: Path, start: Start):
    async with start(bracketed, (160, 40)) as bench:
        for shown in (BRACKETS, "项目[/i][link=1]", "单位[/]", "产出[/]指标"):
            assert shown in bench.screen
        await bench.press("enter", "down", "down")
        await bench.type("3[/x]次")
        await bench.press("tab")
        await bench.type("原因[/red][")
        await bench.press("tab")
        assert "原因[/red][" in bench.message
        for keys in ("f1", "f3", "f4", "f5", "f6", "f8", "ctrl+p"):
            await bench.press(keys)
            await bench.type("[")
            data = {"f5": "项目[/i][link=1]", "f3": "单位[/]", "f8": "单位[/]"}
            shown = data.get(keys, BRACKETS if keys in ("f1", "f4") else "[")
            assert shown in bench.screen
            await bench.press("escape")


async def test_square_brackets_in_a_document_are_shown_while_it_is_reviewed(
    db: Path, tmp_path: Path, start: Start
):
    document = tmp_path / "巨鹿[1].txt"
    text = JULU.read_text("utf-8").replace("专项运转保障经费", "经费[/b]").replace("会议培训次数", BRACKETS)
    document.write_text(text, "utf-8")
    async with start(db, (120, 40)) as bench:
        await bench.press("f7")
        await bench.enter(str(document))
        assert "经费[/b]" in bench.screen
        assert BRACKETS in bench.screen
        await bench.press("f5", "escape", "ctrl+s", "enter")
        assert BRACKETS in bench.screen


def _expected(bench: Bench) -> list[str]:
    """Texts that must stand on the working screen whole, as cut to their own column."""
    sheet, message = bench.sheet, bench.app.work.query_one(MessageLine)
    texts = [str(message.render())]
    for cells in sheet._cells:
        shown = ((column, cells.get(column.id, "")) for column in sheet._plan)
        texts += [text for column, text in shown if cell_len(text) <= column.width]
    for part in ("#heading", "#edit-title"):
        texts += str(bench.app.work.query_one(part).render()).splitlines()
    reading = bench.app.work.query_one(Lines)
    texts += [cut(text, reading.content_size.width) for text in reading.texts]
    return [text.strip() for text in texts if text.strip()]


async def test_no_character_is_lost_at_any_width(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter", "down", "down")
        await bench.type("12。5")
        for width in WIDTHS:
            await bench.resize(width, 24)
            for line in bench.lines:
                assert cell_len(line) == width
            assert [text for text in _expected(bench) if text not in bench.screen] == []


async def test_no_character_of_the_tree_is_lost_at_any_width(known: Path, start: Start):
    async with start(known) as bench:
        for width in WIDTHS:
            await bench.resize(width, 24)
            assert "办公室本级" in bench.screen or "公室本级" in bench.screen
            assert "专项运转保障经费" in bench.screen
            assert all(cell_len(line) == width for line in bench.lines)


@pytest.mark.parametrize("key", ["f1", "f3", "f4", "f5", "f6", "f7", "f8", "ctrl+f", "ctrl+p"])
async def test_no_character_of_a_dialog_is_lost_at_any_width(known: Path, start: Start, key: str):
    async with start(known, (200, 120)) as bench:
        await bench.press("enter", "down", "down", key)
        everything = sorted(_characters(bench))  # a name in a table is folded beside its figures
        dialog = bench.app.screen
        assert isinstance(dialog, ModalScreen)
        for width in WIDTHS:
            await bench.resize(width, 120)
            assert all(cell_len(line) == width for line in bench.lines)
            if key in ("f1", "f3", "f4", "f5"):
                assert sorted(_characters(bench)) == everything
        assert dialog.styles.background.a == 1


async def test_no_character_of_a_review_is_lost_at_any_width(db: Path, start: Start):
    async with start(db, (200, 120)) as bench:
        await bench.press("f7")
        await bench.enter(str(JULU))
        await bench.press("enter", *["down"] * 4)
        for width in WIDTHS:
            await bench.resize(width, 24)
            assert all(cell_len(line) == width for line in bench.lines)
            assert "经费支付及时率  原文“≥95%”" in bench.screen
            assert "读作 不低于 95%" in bench.screen
        await bench.press("ctrl+s")
        everything = _characters(bench)
        for width in WIDTHS:
            await bench.resize(width, 120)
            assert _characters(bench) == everything


def _characters(bench: Bench) -> str:
    """All that stands on the screen, without what depends on its width: blanks, bars, signs after names."""
    return re.sub(r"\s|[=-]{2,}|：", "", bench.screen)


@pytest.mark.parametrize("size", [(60, 20), (60, 24), (61, 20), (100, 20), (200, 60)])
async def test_any_size_down_to_60_by_20_shows_rows_and_input(
    known: Path, start: Start, size: tuple[int, int]
):
    async with start(known) as bench:
        await bench.press("enter", "down", "down")
        await bench.resize(*size)
        await bench.enter("3次")
        assert "3次" in bench.row_of("会议培训次数")
        assert "【实际完成值】" in bench.screen
        assert bench.lines[-1].strip().startswith("Enter 保存")


@pytest.mark.parametrize("room", range(29, 200, 3))
def test_columns_never_need_more_room_than_there_is(room: int):
    row = {"levels": "满意度/服务对象", "level1": "满意度指标", "level2": "服务对象满意度指标"}
    row |= {"name": "很" * 40, "target": "有" * 30, "actual": "部分达成"}
    row |= {"rate": "101.05%", "weight": "12.50", "score": "24~29.97"}
    columns = plan(LAYOUTS[Part.INDICATORS], [row], room)
    assert sum(column.width + GAP for column in columns) <= room
    assert {"name", "score"} <= {column.id for column in columns}
    assert room < 76 or {"target", "actual", "rate", "weight"} <= {column.id for column in columns}


async def test_keys_of_the_bar_are_whole_words_at_every_width(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter")
        for width in WIDTHS:
            await bench.resize(width, 24)
            shown = bench.lines[-1].split()
            names = {one.name for one in bar(bench.app.work.where)}
            keys = {key for one in bar(bench.app.work.where) for key in one.keys}
            assert set(shown[1::2]) <= names
            assert len(shown) == 2 * len(set(shown[0::2]))
            assert keys


async def test_a_long_reason_is_cut_on_screen_and_kept_whole(known: Path, start: Start):
    reason = "受疫情影响，" * 60
    async with start(known) as bench:
        await bench.press("enter", "down", "down", "tab")
        bench.app.post_message(events.Paste(reason))
        await bench.settle()
        await bench.press("enter")
        book = bench.app.work.book
        assert book is not None
        assert book.value(bench.app.work.rows[2].at("reason")) == reason
        assert all(cell_len(line) == 80 for line in bench.lines)

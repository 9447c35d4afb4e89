"""The settings screen: a setting is changed in place, written at once, and seen at once where it can be."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from textual.widgets import OptionList
from tui_bench import Bench, Start

from evaltool import settings
from evaltool.settings import SCHEMA, Settings, read
from evaltool.tui.cells import use_plain_signs
from evaltool.tui.commands import COMMANDS


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file of settings of this test's own."""
    path = tmp_path / "own" / "settings.toml"
    monkeypatch.setenv("EVALTOOL_CONFIG", str(path))
    settings.load()
    yield path
    monkeypatch.undo()
    settings.load()
    use_plain_signs(on=False)


async def go_to(bench: Bench, name: str) -> None:
    """Open the screen with the cursor on a setting."""
    await bench.press("ctrl+o")
    listed = bench.app.screen.query_one(OptionList)
    listed.highlighted = listed.get_option_index(name)
    await bench.settle()


def damage(file: Path) -> None:
    """A file that is no TOML."""
    file.parent.mkdir()
    file.write_text("theme = light\n", "utf-8")
    settings.load()


def said(bench: Bench) -> str:
    """The line under the list."""
    return bench.lines[-2].strip()


async def test_every_setting_and_every_command_is_listed_with_its_meaning(
    known: Path, start: Start, file: Path
):
    async with start(known, (200, 72)) as bench:
        await bench.press("ctrl+o")
        assert str(file) in bench.screen
        for one in SCHEMA:
            assert one.name == "keys" or (one.title in bench.screen and one.meaning in bench.screen)
        for command in COMMANDS:
            assert f"按键：{command.name}" in bench.screen or command.help not in bench.screen


@pytest.mark.parametrize(
    ("name", "key", "value", "shown"),
    [
        ("theme", "enter", "light", "已写入：配色 浅色"),
        ("theme", "left", "ansi", "已写入：配色 终端自己的 16 色"),
        ("density", "right", "compact", "已写入：疏密 紧凑"),
        ("plain_signs", "right", True, "已写入：朴素符号 开"),
        ("language", "enter", "en", "已写入：语言 英文，下次打开时生效"),
    ],
)
async def test_a_choice_is_written_with_one_key(
    known: Path, start: Start, file: Path, name: str, key: str, value: object, shown: str
):
    async with start(known) as bench:
        await go_to(bench, name)
        await bench.press(key)
        assert said(bench) == shown
        assert getattr(read(file).settings, name) == value


async def test_colours_and_density_are_seen_at_once(known: Path, start: Start, file: Path):
    async with start(known) as bench:
        await bench.press("enter")
        table = bench.sheet.size.height
        await go_to(bench, "theme")
        await bench.press("right", "down", "right", "escape")
        assert bench.app.theme == "light"
        assert bench.sheet.size.height == table + 1
        assert read(file).settings == Settings(theme="light", density="compact")


@pytest.mark.usefixtures("file")
async def test_signs_are_spelled_on_the_panes_at_once_and_drawn_again(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("enter")
        assert "≥95%" in bench.row_of("完成率")
        for shown, hidden in ((">=95%", "≥"), ("≥95%", ">=")):
            await go_to(bench, "plain_signs")
            await bench.press("enter", "escape")
            assert shown in bench.screen
            assert hidden not in bench.screen


async def test_a_name_is_typed_and_signs_the_journal_from_then_on(known: Path, start: Start, file: Path):
    async with start(known) as bench:
        bench.app._who = lambda: settings.in_force().settings.name
        await go_to(bench, "name")
        await bench.press("enter")
        await bench.type("李四")
        await bench.press("escape")
        assert read(file).settings.name == ""
        await bench.press("enter")
        await bench.type("李四")
        await bench.press("enter")
        assert said(bench) == "已写入：姓名 李四"
        assert read(file).settings.name == "李四"
        await bench.press("escape", "enter", "down", "down")
        await bench.enter("3")
    with closing(sqlite3.connect(known)) as database:
        (signed,) = database.execute("SELECT who FROM change ORDER BY id DESC LIMIT 1").fetchone()
    assert signed == "李四"


async def test_a_key_is_given_by_pressing_it(known: Path, start: Start, file: Path):
    async with start(known) as bench:
        await go_to(bench, "keys.edit")
        await bench.press("enter", "f1")
        assert said(bench) == "按键“f1”已经是命令 help 的，不能再给 edit"
        await bench.press("enter", "ctrl+q")
        assert "已经是命令 quit 的" in said(bench)
        await bench.press("enter", "f11")
        assert said(bench) == "已写入：按键：修改 F11（自定），下次打开时生效"
        assert read(file).settings.keys == {"edit": ("f11",)}
        await bench.press("enter", "escape")
        await bench.press("enter", "backspace")
        assert read(file).settings.keys == {}


async def test_a_damaged_file_is_said_and_not_written_over(known: Path, start: Start, file: Path):
    damage(file)
    async with start(known) as bench:
        assert "第 1 行的写法不对" in bench.message
        await go_to(bench, "theme")
        assert said(bench) == "设置文件第 1 行的写法不对，全部按默认值"
        await bench.press("enter")
        assert "没有改动它" in bench.screen
        assert read(file).faults
        assert bench.app.theme == "dark"


async def test_no_workspace_is_needed(tmp_path: Path, start: Start, file: Path):
    async with start(tmp_path / "empty.db", (60, 20)) as bench:
        await go_to(bench, "theme")
        await bench.press("enter")
        assert read(file).settings.theme == "light"
        for size in ((200, 60), (60, 20)):
            await bench.resize(*size)
            assert "配色" in bench.screen

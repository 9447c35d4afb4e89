"""A person's own keys hold wherever a key is shown or pressed; what cannot hold is said."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from every_screen import EVERYWHERE, ON_THE_WAY

from evaltool import settings
from evaltool.settings import key_of, say
from evaltool.tui.commands import STANDARD, Where, faults, key_file, resolved, typed_keys

ROOT = Path(__file__).parent.parent.parent


def keys_after(own: dict[str, tuple[str, ...]]) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """The keys of every command by id, and what is said."""
    table, wrong = resolved(STANDARD, own)
    return {one.id: one.keys for one in reversed(table)}, list(map(say, wrong))


STANDARD_KEYS = keys_after({})[0]


def test_the_standard_keys_are_fit_to_be_own_keys():
    assert keys_after(STANDARD_KEYS) == (STANDARD_KEYS, [])


def test_an_own_key_takes_the_place_of_the_standard_one_in_every_place():
    table, wrong = resolved(STANDARD, {"help": ("F11", "alt+h")})
    assert wrong == ()
    assert {one.keys for one in table if one.id == "help"} == {("f11", "alt+h")}


def test_two_commands_may_swap_their_keys():
    keys, said = keys_after({"help": ("f2",), "edit": ("f1",)})
    assert (keys["help"], keys["edit"], said) == (("f2",), ("f1",), [])


WRONG = {
    "a key that is taken": ({"edit": ("f1",)}, "按键“f1”已经是命令 help 的，不能再给 edit"),
    "the same key twice": (
        {"edit": ("f11",), "money": ("f11",)},
        "按键“f11”已经是命令 edit 的，不能再给 money",
    ),
    "a key of the table for everywhere": (
        {"money": ("enter",)},
        "命令 money 不能用“enter”：输入时要用这个键，请用功能键或 ctrl 组合键",
    ),
    "a key that types": (
        {"commit": ("space",)},
        "命令 commit 不能用“space”：输入时要用这个键，请用功能键或 ctrl 组合键",
    ),
    "a letter": ({"money": ("m",)}, "命令 money 的按键“m”不是终端能收到的键，可用 f1 到 f12、ctrl+字母等"),
    "tab in disguise": (
        {"money": ("ctrl+i",)},
        "命令 money 的按键“ctrl+i”不是终端能收到的键，可用 f1 到 f12、ctrl+字母等",
    ),
    "a slip of the pen": (
        {"row_up": ("pagup",)},
        "命令 row_up 的按键“pagup”不是终端能收到的键，是不是 pageup？",
    ),
    "no command": ({"hlep": ("f11",)}, "没有“hlep”这条命令，是不是 help？"),
    "no command at all": ({"金": ("f11",)}, "没有“金”这条命令，用 evaltool settings keys 查看命令编号"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_key_is_said_and_the_standard_one_stays(name: str):
    own, sentence = WRONG[name]
    keys, said = keys_after(own)
    assert said == [sentence]
    wrong = list(own)[-1]
    assert {**keys, wrong: ()} == {**STANDARD_KEYS, **own, wrong: ()}
    assert keys.get(wrong) == STANDARD_KEYS.get(wrong)


def test_a_chain_of_conflicts_ends_with_one_meaning_for_each_key():
    keys, said = keys_after({"help": ("f2",), "edit": ("f4",), "why": ("f1", "f5")})
    assert len(said) == 3
    assert keys == STANDARD_KEYS


def test_a_key_may_mean_something_else_on_a_screen_apart():
    keys, said = keys_after({"leave_out": ("f11",), "money": ("f11",)})
    assert (keys["leave_out"], keys["money"], said) == (("f11",), ("f11",), [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("F12", "f12"),
        ("Ctrl+Shift+F1", "ctrl+shift+f1"),
        ("shift+ctrl+up", "ctrl+shift+up"),
        ("Esc", "escape"),
    ],
)
def test_keys_are_understood_as_people_write_them(text: str, name: str):
    key = key_of(text)
    assert key is not None
    assert key.name == name


@pytest.mark.parametrize(
    "text", ["", "+", "x", "1", "ctrl+", "ctrl+1", "ctrl+é", "hyper+f1", "ctrl+shift+a", "ctrl+c"]
)
def test_what_no_terminal_delivers_is_no_key(text: str):
    assert key_of(text) is None


def test_the_key_file_says_every_command_and_is_a_file_that_can_be_read(tmp_path: Path):
    listed = tomllib.loads(key_file())["keys"]
    assert {id_: tuple(keys) for id_, keys in listed.items()} == STANDARD_KEYS
    file = tmp_path / "settings.toml"
    file.write_text(key_file(), "utf-8")
    found = settings.read(file)
    assert found.faults == ()
    assert keys_after(dict(found.settings.keys)) == (STANDARD_KEYS, [])


def test_keys_that_are_typed_are_judged_beside_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("EVALTOOL_CONFIG", str(tmp_path / "mine.toml"))
    settings.load()
    try:
        assert typed_keys("help", "F11, alt+h") == (("f11", "alt+h"), None)
        assert typed_keys("help", "") == (None, None)
        settings.keep("keys.help", ("f11",))
        keys, wrong = typed_keys("edit", "f11")
        assert keys is None
        assert wrong is not None
        assert faults() == ()
    finally:
        monkeypatch.undo()
        settings.load()


PRESSED = """
import asyncio, sys
from pathlib import Path
from tui_bench import JULU, NOW, Bench, open_desk, ops
from evaltool.tui.app import Workbench
from evaltool.tui.commands import as_bound
from evaltool.tui.screens.help import HelpScreen

db = Path(sys.argv[1])
with open_desk(db) as desk:
    desk.adopt(ops.read(JULU)).result()

async def look():
    app = Workbench(lambda: open_desk(db), clock=lambda: NOW)
    async with app.run_test(size=(100, 40)) as pilot:
        bench = Bench(app, pilot)
        await bench.settle()
        print(bench.message)
        await bench.press("enter")
        print(bench.lines[-1])
        row = bench.sheet.cursor_row
        await bench.press("ctrl+k")
        print(bench.sheet.cursor_row - row)
        await bench.press("f1")
        print(isinstance(app.screen, HelpScreen))
        await bench.press("f11")
        print(isinstance(app.screen, HelpScreen))
        print("F11" in bench.screen)
        print(as_bound("按 F1、F12 或 Ctrl+Q"))
        await bench.press("escape")
        app.work.session.desk.close()

asyncio.run(look())
"""


def _printed(script: str, own: Path, folder: Path, *arguments: str) -> list[str]:
    """What a script prints in a process of its own, which begins with a file of settings."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(Path(__file__).parent)]),
        "PYTHONIOENCODING": "utf-8",
        "EVALTOOL_CONFIG": str(own),
    }
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_workbench_that_starts_with_own_keys_shows_and_obeys_them(tmp_path: Path):
    file = tmp_path / "settings.toml"
    file.write_text('[keys]\nhelp = ["f11"]\nrow_down = ["down", "ctrl+k"]\nmoney = ["f2"]\n', "utf-8")
    printed = _printed(PRESSED, file, tmp_path, str(tmp_path / "a.db"))
    message, bar, moved, by_old, by_new, named, sentence = printed
    assert message == f"按键“f2”已经是命令 edit 的，不能再给 money（设置文件 {file}）"
    assert "F11 帮助" in bar
    assert (moved, by_old, by_new, named) == ("1", "False", "True", "True")
    assert sentence == "按 F11、F12 或 Ctrl+Q"


ALL_MOVED = """
import asyncio, os, re
from every_screen import EVERYWHERE
from one_tongue import CHINESE, Office
from tui_bench import NOW, Bench, ops
from evaltool.tui.app import Workbench
from evaltool.tui.commands import APART, COMMANDS, STANDARD, Where, key_name
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.widgets.entering import Entering

HELD, BARE = "(?:Ctrl|Shift|Alt)[+]", "F[0-9]+|Esc|Enter|Tab|Page(?:Up|Down)"
KEY = re.compile(f"(?a)(?<![\\\\w+])(?:(?:{HELD})*(?:{BARE})|(?:{HELD})+[A-Z])(?![\\\\w+])")
MINE = {key_name(key) for one in COMMANDS for key in one.keys}

def held(app):
    return {key for key, one in app.screen.active_bindings.items() if not isinstance(one.node, Entering)}

def moved(app, key):
    if not isinstance(app.focused, Entering) and key in held(app):
        return key
    here = type(app.screen).__name__.lower()
    apart = {where for where in APART if here.startswith(where)}
    places = {*(apart or {Where.ANYWHERE}), Where.TABLE}
    pairs = zip(STANDARD, COMMANDS, strict=True)
    return next((now.keys[0] for old, now in pairs if key in old.keys and old.where in places), key)

async def look(name):
    office = Office(CHINESE)
    os.mkdir(name)
    os.chdir(name)
    office.settle_in()
    ops.read = office.reading
    app = Workbench(office.desk, clock=lambda: NOW)
    async with app.run_test(size=(120, 60)) as pilot:
        bench = Bench(app, pilot)
        await bench.settle()
        for key in ("ctrl+n", "enter", "down", "down", *EVERYWHERE[name]):
            await bench.press(moved(app, key))
        own = {"Esc"} if app.screen is not app.work else set()
        if isinstance(app.screen, Dialog):
            own.update(map(key_name, held(app)))
        named = set(KEY.findall(bench.screen))
        print(name, len(named & MINE), " ".join(named - MINE - own), sep="|")
        app.work.session.desk.close()
    os.chdir("..")

for name in EVERYWHERE:
    asyncio.run(look(name))
"""


def test_with_every_key_moved_no_screen_names_an_old_one(tmp_path: Path):
    in_tree = {one.id for one in STANDARD if one.where is Where.TREE}
    ids = dict.fromkeys(one.id for one in STANDARD if one.keys and one.id not in in_tree)
    keys = [f"{held}+f{number}" for held in ("alt", "ctrl") for number in range(1, 25)]
    moved = (f'{id_} = ["{key}"]' for id_, key in zip(ids, keys, strict=False))
    file = tmp_path / "settings.toml"
    file.write_text("\n".join(["[keys]", *moved]), "utf-8")
    lines = [line.split("|") for line in _printed(ALL_MOVED, file, tmp_path)]
    assert {name: old for name, _new, old in lines if old} == {}
    assert [name for name, _new, _old in lines] == list(EVERYWHERE)
    assert sum(new != "0" for _name, new, _old in lines) > len(ON_THE_WAY)


def test_no_place_is_forgotten_where_keys_can_meet():
    assert {one.where for one in STANDARD} == set(Where)

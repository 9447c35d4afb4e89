"""evaltool settings: what is in force, where it is kept, one changed; a wrong file stops no command."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from evaltool import settings
from evaltool.cli.width import cells
from evaltool.settings import SCHEMA, read
from evaltool.tui.signs import SPELLINGS


@pytest.fixture(autouse=True)
def file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file of settings of this test's own, not there yet."""
    path = folder.parent / "own" / "settings.toml"
    monkeypatch.setenv("EVALTOOL_CONFIG", str(path))
    yield path
    monkeypatch.undo()
    settings.load()


def put(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")


def test_every_setting_is_listed_with_value_default_and_meaning(run, file):
    put(file, 'theme = "light"\n')
    said = run("settings")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(f"设置文件：{file}\n")
    for one in SCHEMA:
        assert one.name in said.out
        assert one.meaning in said.out
    (line,) = (line for line in said.out.splitlines() if line.startswith("theme"))
    assert line.split()[:3] == ["theme", "light", "dark"]


def test_programs_are_told_the_same(run, file):
    put(file, 'theme = "lihgt"\nplain_signs = true\n[keys]\nhelp = ["f11"]\nhlep = ["f11"]\n')
    answer = run("settings", "--json").json
    assert answer["file"] == str(file)
    by_name = {one["name"]: one for one in answer["settings"]}
    assert set(by_name) == {one.name for one in SCHEMA}
    assert by_name["theme"]["value"] == by_name["theme"]["default"] == "dark"
    assert by_name["theme"]["choices"] == ["dark", "light", "ansi"]
    assert by_name["plain_signs"]["value"] is True
    assert by_name["keys"]["value"] == {"help": ["f11"], "hlep": ["f11"]}
    assert answer["findings"] == [
        {"code": "settings.choice.near", "message": "theme 不能是“lihgt”，是不是 light？"},
        {"code": "settings.keys.command.near", "message": "没有“hlep”这条命令，是不是 help？"},
    ]


def test_a_setting_is_set_and_set_again(run, file):
    for line in (["theme", "ansi"], ["plain_signs", "true"], ["name", "张三"], ["keys.help", "F11, alt+h"]):
        said = run("settings", "set", *line)
        assert (said.code, said.out, said.err) == (0, f"已写入 {file}\n", "")
    run("settings", "set", "theme", "light")
    found = read(file)
    assert found.faults == ()
    assert (found.settings.theme, found.settings.plain_signs, found.settings.name) == ("light", True, "张三")
    assert found.settings.keys == {"help": ("f11", "alt+h")}
    run("settings", "set", "keys.help", "")
    assert read(file).settings.keys == {}


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("thme", "light", "没有“thme”这项设置，是不是 theme？"),
        ("theme", "lihgt", "theme 不能是“lihgt”，是不是 light？"),
        ("keys.hlep", "f11", "没有“hlep”这条命令，是不是 help？"),
        ("keys.help", "f2", "按键“f2”已经是命令 edit 的，不能再给 help"),
        ("keys", "f2", 'keys 应为一节：先写 [keys]，再逐行写 命令编号 = ["f12"]'),
    ],
)
def test_what_cannot_be_set_is_one_sentence_and_nothing_is_written(run, file, name, value, sentence):
    said = run("settings", "set", name, value)
    assert (said.code, said.out, said.err) == (2, "", f"{sentence}\n")
    assert not file.exists()


def test_a_damaged_file_is_not_written_over(run, file):
    put(file, "theme = light\n")
    said = run("settings", "set", "theme", "light")
    assert (said.code, said.out) == (2, "")
    assert "没有改动它" in said.err
    assert file.read_text("utf-8") == "theme = light\n"


def test_the_keys_are_listed_as_the_file_has_them(run):
    said = run("settings", "keys")
    assert tomllib.loads(said.out)["keys"]["help"] == ["f1"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('thme = "light"\n', "没有“thme”这项设置，是不是 theme？"),
        ("theme = \n", "设置文件第 1 行的写法不对，全部按默认值"),
        ('[keys]\nedit = ["f1"]\n', "按键“f1”已经是命令 help 的，不能再给 edit"),
        (
            "theme = 1\nb = 2\n",
            "theme 不能是“1”，可用：dark light ansi（另有 1 处，用 evaltool settings 查看；",
        ),
    ],
)
def test_a_wrong_file_is_said_once_on_stderr_and_stops_no_command(run, file, text, sentence):
    put(file, text)
    said = run("parse", "4次", "--json")
    assert said.code == 0
    assert said.json[0]["text"] == "4次"
    assert said.err in (f"{sentence}（设置文件 {file}）\n", f"{sentence}设置文件 {file}）\n")


def test_the_language_is_the_one_of_the_file_unless_the_line_names_one(run, file):
    put(file, 'language = "en"\n')
    assert "Usage" in run("--help").out
    assert "用法" in run("--help", "--lang", "zh").out
    put(file, "")
    assert "Usage" in run("--help", "--lang", "en").out
    assert "用法" in run("--help").out


def test_the_name_signs_the_journal_unless_the_line_names_one(run, file):
    from evaltool.cli.session import SESSION

    put(file, 'name = "张三"\n')
    run("parse", "4次")
    assert SESSION.who == "张三"
    run("parse", "4次", "--who", "李四")
    assert SESSION.who == "李四"


def test_a_console_with_plain_signs_gets_ascii_and_columns_in_line_and_a_pipe_the_signs(
    run, file, julu, monkeypatch
):
    put(file, "plain_signs = true\n")
    piped = run("read", julu)
    assert "≥95%" in piped.out
    monkeypatch.setattr("evaltool.cli.streams.has_console", lambda: True)
    said = run("read", julu)
    assert ">=95%" in said.out
    assert not set(said.out) & set(SPELLINGS)
    starts: list[int] = []
    in_line = 0
    for line in said.out.splitlines():
        if re.fullmatch(r"-+(  -+)+", line):
            starts = [match.start() for match in re.finditer(" -", line)]
        elif not line:
            starts = []
        assert {_at(line, start) for start in starts} <= {" ", ""}, line
        in_line += ">=" in line and bool(starts)
    assert in_line > 3
    assert "≥" in run("parse", "≥95%", "--json").out


def _at(line: str, column: int) -> str:
    """What stands in a column of cells."""
    taken = 0
    for sign in line:
        if taken >= column:
            return sign
        taken += cells(sign)
    return ""

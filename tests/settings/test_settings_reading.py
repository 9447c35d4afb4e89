"""Whatever stands in the file: what can be used is, the rest is said in one sentence, and nothing crashes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from settings_files import read_text, sentences

from evaltool import language, settings
from evaltool.settings import SCHEMA, Kind, Settings, read, say, typed, written
from evaltool.settings.faults import SENTENCES, Fault
from evaltool.settings.location import path
from evaltool.settings.reading import LARGEST

WRONG = {
    'langauge = "en"': "没有“langauge”这项设置，是不是 language？",
    "colour = 1": "没有“colour”这项设置，可用：language name theme density plain_signs keys",
    'theme = "lihgt"': "theme 不能是“lihgt”，是不是 light？",
    'theme = "pink"': "theme 不能是“pink”，可用：dark light ansi",
    "theme = 1": "theme 不能是“1”，可用：dark light ansi",
    "plain_signs = 1": "plain_signs 不能是“1”，可用：false true",
    'plain_signs = "true"': "plain_signs 不能是“true”，是不是 true？",
    "name = 5": "name 应为一行文字，不能是“5”",
    'name = "一\\n二"': "name 应为一行文字，不能是“一 二”",
    'name = "\\u001b[31m"': "name 应为一行文字，不能是“?[31m”",
    "keys = 3": 'keys 应为一节：先写 [keys]，再逐行写 命令编号 = ["f12"]',
    "[keys]\nhelp = 1": '命令 help 的按键应写成 ["f12"]，不能是“1”',
    "[keys]\nhelp = [1]": '命令 help 的按键应写成 ["f12"]，不能是“[1]”',
}


@pytest.mark.parametrize("line", WRONG)
def test_a_wrong_line_is_said_with_the_nearest_name_and_its_default_stays(tmp_path: Path, line: str):
    found = read_text(tmp_path, f'density = "compact"\n{line}\n')
    assert sentences(found) == [WRONG[line]]
    assert found.settings == Settings(density="compact")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"theme = light\n", "设置文件第 1 行的写法不对，全部按默认值"),
        (b'name = "\xd5\xc5"\n', "设置文件不是 UTF-8 编码，全部按默认值"),
        (b"name = " + b"[" * 5000, "设置文件的写法不对，全部按默认值"),
        (b"n = " + b"9" * 5000, "设置文件的写法不对，全部按默认值"),
        (b"\0", "设置文件第 1 行的写法不对，全部按默认值"),
    ],
)
def test_a_damaged_file_is_said_with_its_line_and_the_defaults_hold(
    tmp_path: Path, content: bytes, sentence: str
):
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    found = read(file)
    assert (sentences(found), found.settings) == ([sentence], Settings())


def test_no_file_is_nothing_wrong(tmp_path: Path):
    assert read(tmp_path / "none" / "settings.toml").faults == ()


def test_a_folder_in_the_place_of_the_file_is_said(tmp_path: Path):
    (said,) = sentences(read(tmp_path))
    assert said.startswith("设置文件打不开：")


@pytest.mark.parametrize("name", ["x\0y", "a" * 5000])
def test_a_path_that_no_system_has_stops_nothing(tmp_path: Path, name: str):
    assert read(tmp_path / name).settings == Settings()


def test_what_an_editor_on_windows_writes_is_read(tmp_path: Path):
    found = read_text(tmp_path, '\ufefftheme = "light"\r\nname = "张三"\r\n[keys]\r\nhelp = "f12"\r\n')
    assert found.faults == ()
    assert found.settings == Settings(theme="light", name="张三", keys={"help": ("f12",)})


def test_a_file_as_long_as_a_book_is_not_read_to_its_end(tmp_path: Path):
    found = read_text(tmp_path, 'theme = "light"\n' + "#" * LARGEST + '\ndensity = "compact"\n')
    assert found.settings == Settings(theme="light")


@given(st.binary(max_size=200))
def test_no_bytes_stop_the_reading(tmp_path_factory: pytest.TempPathFactory, content: bytes):
    file = tmp_path_factory.getbasetemp() / "odd.toml"
    file.write_bytes(content)
    found = read(file)
    assert all(sentences(found))


ODD = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=60),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([one.name for one in SCHEMA]) | st.text(max_size=12), ODD, max_size=6))
def test_no_value_of_any_type_stops_the_reading(
    tmp_path_factory: pytest.TempPathFactory, table: dict[str, object]
):
    import tomlkit

    sound = {name: value for name, value in table.items() if _is_toml(value)}
    file = tmp_path_factory.getbasetemp() / "typed.toml"
    file.write_text(tomlkit.dumps(sound), "utf-8", "surrogatepass")
    found = read(file)
    assert all(len(one) < 200 and "\n" not in one for one in sentences(found))
    for one in SCHEMA:
        value = getattr(found.settings, one.name)
        assert one.kind is not Kind.CHOICE or value in one.choices


def _is_toml(value: object) -> bool:
    if isinstance(value, dict):
        return all(map(_is_toml, value.values()))
    if isinstance(value, list):
        return all(map(_is_toml, value))
    return value is not None


def test_every_choice_can_be_typed_as_it_is_shown():
    for one in SCHEMA:
        for value in one.choices:
            assert typed(one.name, written(value)) == (value, None)
    assert typed("name", " 张三 ") == ("张三", None)


@pytest.mark.parametrize(
    ("name", "text"), [("theme", "pink"), ("name", "一" * 41), ("keys", "f1"), ("nome", "x")]
)
def test_what_cannot_be_set_is_said(name: str, text: str):
    value, wrong = typed(name, text)
    assert value is None
    assert wrong is not None
    assert name in say(wrong)


def test_the_file_is_where_the_system_keeps_settings_unless_the_environment_names_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("EVALTOOL_CONFIG", str(tmp_path / "mine.toml"))
    assert path() == tmp_path / "mine.toml"
    monkeypatch.delenv("EVALTOOL_CONFIG")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert path().name == "settings.toml"
    assert path().parent.name == "evaltool"


def test_no_test_reads_a_persons_own_settings():
    assert not path().exists()
    assert settings.in_force().settings == Settings()


@pytest.mark.parametrize("code", SENTENCES)
def test_every_sentence_can_be_said_in_both_languages(code: str):
    facts = dict.fromkeys(("why", "line", "name", "near", "known", "value", "other"), "x")
    said = say(Fault(code, facts))
    language.use("en")
    try:
        assert say(Fault(code, facts)) != said
    finally:
        language.use("zh")

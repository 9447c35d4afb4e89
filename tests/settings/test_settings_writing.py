"""A setting is written alone and in one step: comments stay, and nobody ever meets half a file."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaltool import settings
from evaltool.settings import NotWritten, Settings, read, write

MINE = """# 我的设置
theme = "light"  # 白天
unknown = 1

[keys]
# 帮助
help = ["f12"]
why = ["f11"]
""".replace("\n", "\r\n")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "设置" / "settings.toml"
    path.parent.mkdir()
    path.write_bytes(MINE.encode())
    return path


def test_everything_else_in_the_file_stays_as_it_was(file: Path):
    write(file, "theme", "ansi")
    assert file.read_bytes().decode() == MINE.replace("light", "ansi")


def test_a_new_setting_stands_before_the_sections_and_is_read_again(file: Path):
    write(file, "plain_signs", value=True)
    write(file, "name", '张"三')
    write(file, "keys.edit", ("f3", "ctrl+e"))
    found = read(file)
    assert found.settings == Settings(
        theme="light",
        name='张"三',
        plain_signs=True,
        keys={"help": ("f12",), "why": ("f11",), "edit": ("f3", "ctrl+e")},
    )
    assert "# 帮助" in file.read_text("utf-8")


def test_a_line_taken_out_leaves_the_default(file: Path):
    write(file, "keys.help", None)
    write(file, "keys.money", None)
    assert read(file).settings.keys == {"why": ("f11",)}


def test_the_first_setting_makes_folder_and_file(tmp_path: Path):
    path = tmp_path / "a" / "b" / "settings.toml"
    assert write(path, "theme", "light") == path
    assert path.read_text("utf-8") == 'theme = "light"\n'
    write(path, "keys.help", ("f12",))
    assert read(path).settings == Settings(theme="light", keys={"help": ("f12",)})


def test_keys_that_are_no_section_become_one(tmp_path: Path):
    path = tmp_path / "settings.toml"
    path.write_text("keys = 3\n", "utf-8")
    write(path, "keys.help", ("f12",))
    assert read(path).settings.keys == {"help": ("f12",)}


@pytest.mark.parametrize("content", [b"theme = light", b'name = "\xd5\xc5"', b"\0"])
def test_a_file_that_cannot_be_read_is_not_written_over(tmp_path: Path, content: bytes):
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    with pytest.raises(NotWritten, match=r"看不懂设置文件 .*settings\.toml，没有改动它"):
        write(path, "theme", "dark")
    assert path.read_bytes() == content


def test_a_disk_that_fails_leaves_the_old_file_and_no_other(file: Path, monkeypatch: pytest.MonkeyPatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(NotWritten, match=r"设置没有写进 .*No space left"):
        write(file, "theme", "dark")
    assert [one.name for one in file.parent.iterdir()] == [file.name]
    assert file.read_bytes().decode() == MINE


@pytest.mark.skipif(sys.platform == "win32", reason="links and modes are those of POSIX")
def test_a_link_stays_a_link_and_a_private_file_private(file: Path, tmp_path: Path):
    file.chmod(0o640)
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    write(link, "theme", "ansi")
    assert link.is_symlink()
    assert read(file).settings.theme == "ansi"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@given(st.text(max_size=40).filter(lambda text: not text or text.isprintable()))
def test_every_name_comes_back_as_it_was_typed(tmp_path_factory: pytest.TempPathFactory, name: str):
    path = tmp_path_factory.getbasetemp() / "named.toml"
    write(path, "name", name)
    found = read(path)
    assert (found.settings.name, found.faults) == (name, ())


def test_what_is_kept_is_in_force(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("EVALTOOL_CONFIG", str(tmp_path / "mine.toml"))
    try:
        settings.keep("density", "compact")
        assert settings.in_force().settings == Settings(density="compact")
    finally:
        monkeypatch.undo()
        settings.load()

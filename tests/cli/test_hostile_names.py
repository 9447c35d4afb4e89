"""Files that are none, and names that mean harm: each command says one sentence and ends with 2."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

LONG = "长" * 300 + ".docx"
COMMANDS = ("read", "import", "recheck")

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files and forbids such names")


def link_in_a_ring(folder: Path) -> Path:
    (folder / "甲.docx").symlink_to("乙.docx")
    (folder / "乙.docx").symlink_to("甲.docx")
    return folder / "甲.docx"


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "管道.docx")  # type: ignore[attr-defined,unused-ignore] # not on Windows
    return folder / "管道.docx"


def link_to_a_device(folder: Path) -> Path:
    (folder / "设备.docx").symlink_to("/dev/zero")
    return folder / "设备.docx"


def empty_folder(folder: Path) -> Path:
    (folder / "目标.docx").mkdir()
    return folder / "目标.docx"


def empty_file(folder: Path) -> Path:
    (folder / "空.docx").touch()
    return folder / "空.docx"


def one_said(err: str, command: str) -> str:
    """The one sentence about a file; an import tells before it which file it reads."""
    lines = [line for line in err.splitlines() if not (command == "import" and line.startswith("[1/1] "))]
    assert len(lines) == 1
    return lines[0]


@posix
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("made", [link_in_a_ring, pipe, link_to_a_device, empty_folder, empty_file])
def test_what_is_no_file_with_a_document_is_one_sentence(command: str, made, run, folder: Path):
    path = made(folder)
    said = run(command, path)
    assert (said.code, said.out) == (2, "")
    assert path.name in one_said(said.err, command)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_name_too_long_for_any_file_is_one_sentence(command: str, run):
    said = run(command, LONG)
    assert (said.code, said.out) == (2, "")
    assert "编号" not in one_said(said.err, command)


@posix
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    "name", ["甲\n乙.docx", "\x1b[31m红[bold].docx", "\x9b2J.docx", "[red]{name}%s.docx", "\udcff.docx"]
)
def test_a_name_gives_the_terminal_no_orders(command: str, name: str, child, folder: Path):
    (folder / name).write_bytes(b"PK\x03\x04 and nothing")
    said = child(command, os.fsencode(name))
    assert said.code == 2
    assert "不是能读取的格式" in one_said(said.err, command)
    assert not {"\x1b", "\x9b"} & set(said.out + said.err)


@posix
def test_a_text_gives_the_terminal_no_orders(child, folder: Path, julu: Path):
    text = julu.read_text("utf-8").replace("会议培训次数", "\x1b]0;会议\x07培训次数")
    (folder / "文本.txt").write_text(text, "utf-8")
    for command in ("read", "import"):
        said = child(command, "文本.txt")
        assert "\x1b" not in said.out + said.err
        assert "培训次数" in child("read", "文本.txt").out


def test_a_file_that_vanishes_while_it_is_read_is_one_sentence(
    run, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    (folder / "目标.txt").write_text("总体绩效目标", "utf-8")
    whole = Path.read_bytes

    def gone(path: Path) -> bytes:
        path.unlink()
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", gone)
    said = run("read", "目标.txt")
    assert (said.code, said.out) == (2, "")
    assert "目标.txt" in one_said(said.err, "read")

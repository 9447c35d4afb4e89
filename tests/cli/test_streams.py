"""Stdout is the answer, stderr is narration; narrow consoles, closed pipes and full disks are no faults."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from cli_line import command

FULL = Path("/dev/full")


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_a_console_of_another_encoding_loses_nothing(child, julu, julu_actuals, encoding):
    said = child("score", julu, "--actuals", julu_actuals, encoding=encoding)
    assert said.code == 0
    assert "92.88" in said.out
    shown = said.out if encoding == "gbk" else said.out.encode().decode("unicode_escape")
    assert "总分 92.88 优" in shown
    assert "\\u" not in said.out or encoding == "ascii"  # everything we say ourselves is in GBK


def test_a_sign_that_gbk_lacks_is_shown_as_its_number(child):
    said = child("parse", "𠮷项≥5次", encoding="gbk")
    assert said.code in (0, 1)
    assert "\\U00020bb7项" in said.out


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_json_is_utf_8_whatever_the_console_is(julu, encoding):
    done = subprocess.run(
        command(["read", julu, "--json"]),
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout.decode("utf-8"))["department"]["name"].startswith("中国人民政治协商会议")


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_help_and_refusals_reach_any_console(child, encoding):
    done = subprocess.run(
        command(["--help"]), env={**os.environ, "PYTHONIOENCODING": encoding}, capture_output=True, check=True
    )
    assert done.stdout
    assert done.stderr == b""
    said = child("read", "没有", encoding=encoding)
    assert said.code == 2
    assert said.err.count("\n") == 1


def test_words_that_the_console_could_not_decode_are_no_fault(child, julu, julu_actuals):
    odd = b"\xff"
    assert child("parse", odd).code in (0, 1)
    assert child("parse", odd, "--json").json[0]["sense"]
    for line in (
        ["read", odd],
        ["score", "--rulebook", odd],
        ["score", "--department", odd],
        [odd],
        ["--" + "x", odd],
    ):
        said = child(*line)
        assert said.code == 2
        assert "程序出错" not in said.err
    child("import", julu, "--who", odd)
    assert child("record", julu_actuals, "--who", odd).code == 0


def test_a_reader_that_stops_reading_is_no_fault(folder: Path, julu, julu_actuals):
    for line in (["score", julu, "--actuals", julu_actuals], ["read", julu, "--json"], ["demo"], ["--help"]):
        writer = subprocess.Popen(command(line), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert writer.stdout is not None
        assert writer.stderr is not None
        writer.stdout.close()
        narrated = writer.stderr.read().decode()
        writer.stderr.close()
        code = writer.wait()
        assert "rror" not in narrated
        assert "程序出错" not in narrated
        assert code == 0 or line == ["--help"]
    # What had to be done was done, although nobody read about it.
    assert sorted(path.suffix for path in (folder / "evaltool-demo").iterdir()) == [".db", ".xlsx", ".xlsx"]


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a disk that is always full")
def test_an_answer_that_cannot_be_written_is_said(julu):
    for line in (["score", julu], ["score", julu, "--json"], ["--version"]):
        with FULL.open("w") as full:
            done = subprocess.run(command(line), stdout=full, stderr=subprocess.PIPE, check=False)
        assert done.returncode == 2
        assert "无法写入" in done.stderr.decode()
        assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a shell that closes a stream")
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_closed_streams_are_no_fault(julu, closed):
    said = subprocess.run(
        ["sh", "-c", f'"$@" {closed}', "sh", *command(["score", julu])], capture_output=True, check=False
    )
    assert said.returncode == 0
    assert said.stderr == b""


def test_progress_is_told_on_stderr_and_the_answer_on_stdout(child, julu, julu_actuals):
    said = child("import", julu)
    assert said.err == f"[1/1] {julu.name}\n"
    assert "已录入" in said.out
    for line in (
        ["record", julu_actuals],
        ["score"],
        ["compare"],
        ["check"],
        ["read", julu],
        ["parse", "4次"],
    ):
        said = child(*line)
        assert said.code == 0
        assert said.err == ""
        assert said.out

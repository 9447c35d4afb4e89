"""A fault of ours is one sentence with a number; the traceback is in the log, or on screen for who asks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from evaltool import operations
from evaltool.cli.errors import report
from scoring.findings import CATALOGUE


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program whose scoring fails."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError("a fault made for this test: 分母")

    monkeypatch.setattr(operations, "score", fail)


@pytest.mark.usefixtures("broken")
def test_a_fault_is_one_sentence_with_a_number_and_its_traceback_in_the_log(run, julu, tmp_path: Path):
    said = run("score", julu)
    assert (said.code, said.out) == (2, "")
    assert said.err.count("\n") == 1
    number = re.search(r"编号 ([0-9a-f]{8})", said.err)
    assert number
    log = Path(said.err.split("详情见 ")[1].strip())
    assert tmp_path in log.parents
    text = log.read_text("utf-8")
    assert number[1] in text
    assert "ZeroDivisionError" in text
    assert "分母" in text


@pytest.mark.usefixtures("broken")
def test_faults_add_up_in_the_log(run, julu):
    log = Path(run("score", julu).err.split("详情见 ")[1].strip())
    run("score", julu)
    assert log.read_text("utf-8").count("Traceback") == 2


@pytest.mark.usefixtures("broken")
def test_debug_shows_the_traceback_and_writes_no_log(run, julu, tmp_path: Path):
    said = run("score", julu, "--debug")
    assert said.code == 2
    assert "ZeroDivisionError" in said.err
    assert "编号" in said.err
    assert not (tmp_path / "state").exists()


@pytest.mark.usefixtures("broken")
def test_a_log_that_cannot_be_written_does_not_hide_the_fault(run, julu, tmp_path: Path):
    (tmp_path / "state").write_text("", "utf-8")
    said = run("score", julu)
    assert said.code == 2
    assert re.search(r"编号 [0-9a-f]{8}", said.err)
    assert "--debug" in said.err
    assert "Traceback" not in said.err


def test_an_exception_of_a_library_is_a_fault_even_if_it_has_a_code(capsys):
    class ForeignError(Exception):
        code = "xyz1"

    assert report(ForeignError("from elsewhere"), debug=False) == 2
    assert "编号" in capsys.readouterr().err


@pytest.mark.parametrize("debug", [False, True])
def test_a_file_that_broke_its_reader_is_one_sentence_and_debug_shows_why(capsys, debug):
    refusal = operations.Unreadable("document.died", "a.docx", format="docx")
    refusal.__cause__ = RuntimeError("KeyError: 'word/document.xml'")
    assert report(refusal, debug=debug) == 2
    said = capsys.readouterr().err
    assert said.count("a.docx：读取 docx 文件时程序中断") == 1
    assert ("KeyError" in said) is debug


def test_stopping_a_command_is_no_fault(run, julu, monkeypatch):
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(operations, "score", stopped)
    said = run("score", julu)
    assert said.code == 130  # as shells have it
    assert "编号" not in said.err
    assert "Traceback" not in said.err


def test_a_finding_whose_sentence_is_missing_stops_nothing(run, julu, monkeypatch):
    from evaltool import wording

    monkeypatch.setattr(wording, "SENTENCES", {})
    said = run("read", julu)
    assert said.code == 0
    assert "document.year_inferred year=2022" in said.out
    assert "document.year_inferred" in CATALOGUE

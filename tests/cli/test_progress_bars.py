"""The bar that a person sees on a terminal while scorecards are written, and that a pipe never gets."""

from __future__ import annotations

import io

import pytest

from evaltool.cli.waiting import watched
from evaltool.operations.reporting import Step


class Terminal(io.StringIO):
    """An error stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_bar_counts_the_sheets_on_a_terminal_and_is_gone_afterwards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = Terminal()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stderr", terminal)
    with watched(1) as told:
        for done in range(4):
            told(Step(done, 3, "某单位"))
    assert "3/3" in terminal.getvalue()
    assert "写出" in terminal.getvalue()


def test_a_pipe_gets_a_line_for_each_of_several_departments_and_no_bar(
    capsys: pytest.CaptureFixture[str],
) -> None:
    steps = [Step(0, 4, "甲"), Step(1, 4, "甲"), Step(2, 4, "甲\n乙", 2), Step(4, 4, "", 3)]
    for departments, lines in ((1, ""), (2, "[1/2] 甲\n[2/2] 甲 乙\n")):
        with watched(departments) as told:
            for step in steps:
                told(step)
        assert capsys.readouterr() == ("", lines)

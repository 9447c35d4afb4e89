"""The bar that a person sees on a terminal while scorecards are written, and that a pipe never gets."""

from __future__ import annotations

import io

import pytest

from evaltool.cli.waiting import counted


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
    with counted(3) as step:
        for done in range(4):
            step(done)
    assert "3/3" in terminal.getvalue()
    assert "写出" in terminal.getvalue()


def test_a_pipe_gets_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with counted(3) as step:
        step(1)
    assert capsys.readouterr() == ("", "")

"""A fault of ours in the workbench: the terminal comes back clean, and the command line can say it."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partialmethod
from pathlib import Path

import pytest
from textual.app import App

from evaltool import tui
from evaltool.tui.app import Workbench


def test_a_fault_in_a_thread_reaches_whoever_opened_the_workbench_and_no_traceback_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def nobody() -> str:
        raise KeyError("docx")

    monkeypatch.setattr(Workbench, "run", partialmethod(App.run, headless=True))
    with pytest.raises(KeyError, match="docx"):
        tui.run(tmp_path / "w.db", who=nobody, clock=lambda: datetime.now(UTC))
    said = capfd.readouterr()
    assert "Traceback" not in said.out + said.err
    assert "KeyError" not in said.out + said.err

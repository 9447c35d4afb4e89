"""Whatever is pressed, typed, pasted, clicked or resized: nothing crashes, tears or is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hostile_office import move_in
from monkey import Monkey, steps


@pytest.mark.parametrize("number", range(2))
async def test_whatever_a_monkey_does_the_workbench_goes_on(
    db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
):
    monkeypatch.chdir(tmp_path)  # what it writes goes there, and its settings
    monkeypatch.setenv("EVALTOOL_CONFIG", str(tmp_path / "settings.toml"))
    move_in(db)
    await Monkey(db).work(steps(number))

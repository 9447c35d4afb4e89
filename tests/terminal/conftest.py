"""evaltool in a real terminal, on files of its own."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from tmux_pane import Open, Pane

import evaltool

ROOT = Path(evaltool.__file__).parents[1]


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Open]:
    """Run evaltool with some arguments in a terminal of a size; all of them end with the test."""
    if shutil.which("tmux") is None:
        pytest.skip("tmux is not installed")
    around = {
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")])),
        "EVALTOOL_CONFIG": str(tmp_path / "nobody.toml"),
        "LANG": "C.UTF-8",
    }
    with ExitStack() as panes:

        def started(*args: str, size: tuple[int, int] = (80, 24)) -> Pane:
            command = (sys.executable, "-m", "evaltool", *args)
            return panes.enter_context(Pane(command, *size, tmp_path, around))

        yield started

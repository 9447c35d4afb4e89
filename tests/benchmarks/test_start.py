"""How soon a whole process has its answer, beside the interpreter that does nothing."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest
from speed_table import SpeedTable
from surroundings import settings

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 21

LINES = {
    "nothing": ["-c", "pass"],
    "help": ["-m", "evaltool", "--help"],
    "version": ["-m", "evaltool", "--version"],
}


def seconds(line: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, *line], cwd=ROOT, env=settings(), capture_output=True, check=True)
    return time.perf_counter() - start


@pytest.mark.usefixtures("measuring")
def test_help_and_version_beside_the_bare_interpreter(speed: SpeedTable) -> None:
    for line in LINES.values():
        seconds(line)  # writes the bytecode
    # In turns, so that all of them meet the same machine.
    rounds = [{name: seconds(line) for name, line in LINES.items()} for _ in range(ROUNDS)]
    medians = {name: statistics.median(one[name] for one in rounds) * 1000 for name in LINES}
    for name in ("help", "version"):
        speed.put(name, medians[name], f"`python -c pass` {medians['nothing']:.0f} ms")

"""Two thousand projects written by two processes for a command line, and the memory that it takes."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
import reporting_office
from speed_table import SpeedTable
from surroundings import settings

ROOT = Path(__file__).parent.parent.parent
FEW, MANY = 20, 100
"""Departments, of twenty projects each."""

MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=False).returncode
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""The largest of all processes below it, those that a command starts included."""


def written(office: Path, folder: Path) -> tuple[float, float]:
    """The seconds that a whole `report --jobs 2` takes, and the megabytes of its largest process."""
    command = [
        sys.executable,
        "-m",
        "evaltool",
        "--db",
        str(office),
        "report",
        "-o",
        str(folder),
        "--jobs",
        "2",
    ]
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *command], cwd=ROOT, env=settings(), capture_output=True, check=True
    )
    seconds = time.perf_counter() - start
    code, kilobytes = done.stdout.split()
    assert int(code) == 0, done.stderr.decode()
    return seconds, int(kilobytes) / 1000


@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not say how much memory a process took")
@pytest.mark.usefixtures("measuring")
def test_two_thousand_projects_by_two_processes(speed: SpeedTable, tmp_path: Path) -> None:
    took = {}
    for departments in (FEW, MANY):
        office, folder = tmp_path / f"{departments}.db", tmp_path / f"{departments}"
        reporting_office.fill(office, departments)
        took[departments] = written(office, folder)
        assert len(list(folder.glob("*.xlsx"))) == departments
    (_seconds, few), (seconds, many) = took[FEW], took[MANY]
    size = sum(path.stat().st_size for path in folder.iterdir()) / len(list(folder.iterdir()))
    speed.put("reports", seconds, f"{MANY} workbooks of {size / 1000:.0f} KB")
    speed.put("reports memory", many / few, f"{many:.0f} MB, the largest process")

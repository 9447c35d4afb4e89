"""What the benchmarks share: the kept office, the table of speeds, and the way it is shown.

    python3 -m pytest tests/benchmarks -n 0 --benchmark-enable                              measures and shows
    python3 -m pytest tests/benchmarks -n 0 --benchmark-enable --speed-table README.md      … and writes it

A benchmark fails where something does not work, never because it is slow: the table says so instead.
"""

from __future__ import annotations

from pathlib import Path

import kept_office
import pytest
from speed_table import SpeedTable

TABLE = pytest.StashKey[SpeedTable]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--speed-table", type=Path, metavar="FILE", help="write the table of speeds between FILE's two marks"
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[TABLE] = SpeedTable()


@pytest.fixture
def speed(pytestconfig: pytest.Config) -> SpeedTable:
    """The table to enter figures into."""
    return pytestconfig.stash[TABLE]


@pytest.fixture
def measuring(pytestconfig: pytest.Config) -> None:
    """For what is timed without pytest-benchmark: only where it was asked for, and in one process."""
    if not pytestconfig.getoption("benchmark_enable"):
        pytest.skip("measured with -n 0 --benchmark-enable")


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a workspace with 500 departments. Nobody writes into it."""
    path = tmp_path_factory.mktemp("office") / "evaltool.db"
    kept_office.fill(path)
    return path


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    table = config.stash[TABLE]
    if table.markdown():
        terminalreporter.section("speed")
        terminalreporter.write_line(table.markdown())
        if readme := config.getoption("speed_table"):
            table.write(readme)

"""The program run as a person runs it: in this process for speed, as a child where the process matters."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from cli_line import command

from evaltool import language
from evaltool.__main__ import main

ROOT = Path(__file__).parent.parent.parent
EXAMPLES = ROOT / "examples"


@dataclass(frozen=True)
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Said]


@pytest.fixture(autouse=True)
def _chinese_afterwards() -> Iterator[None]:
    """A command in English leaves no English to the tests after it."""
    yield
    language.use("zh")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with logs kept out of the person's own."""
    here = tmp_path / "work"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return here


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """A command line run in this process."""

    def run_line(*line: str | Path) -> Said:
        with pytest.raises(SystemExit) as left:
            main([str(word) for word in line])
        said = capsys.readouterr()
        return Said(int(left.value.code or 0), said.out, said.err)

    return run_line


@pytest.fixture
def child() -> Run:
    """A command line run as a process of its own, without a terminal."""

    def run_child(*line: str | bytes | Path, encoding: str = "utf-8", **environment: str) -> Said:
        done = subprocess.run(
            command(line),
            env={**os.environ, "PYTHONIOENCODING": encoding, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        return Said(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))

    return run_child


@pytest.fixture
def julu() -> Path:
    """巨鹿's document."""
    return EXAMPLES / "巨鹿县政协-2022.txt"


@pytest.fixture
def julu_actuals() -> Path:
    """Its illustrative actuals."""
    return EXAMPLES / "巨鹿县政协-2022-actuals.csv"


@pytest.fixture
def beidaihe() -> Path:
    """北戴河's document."""
    return EXAMPLES / "北戴河区政协-2020.txt"


@pytest.fixture
def beidaihe_actuals() -> Path:
    """Its illustrative actuals, one of them missing."""
    return EXAMPLES / "北戴河区政协-2020-actuals.csv"

"""A workspace in a fresh file, and another process that holds a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from workspace_samples import Holder, hold, opened, reading

from evaltool.workspace import Workspace


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "年度 绩效#1.db"


@pytest.fixture
def workspace(path: Path) -> Iterator[Workspace]:
    with opened(path) as workspace:
        workspace.adopt(reading())
        yield workspace


@pytest.fixture
def held() -> Holder:
    """`with held(path) as release`: another process has the file to itself until `release()` or the end."""
    return hold

"""巨鹿's published document with nothing recorded: as a dossier, and in a workspace of its own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evaltool import operations
from scoring.model import Dossier, Reading

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def julu() -> Dossier:
    dossier, _ = operations.dossier_of(ROOT / "examples/巨鹿县政协-2022.txt", None)
    return dossier


def clock() -> datetime:
    return datetime(2023, 1, 15, 9, 0, tzinfo=UTC)


@pytest.fixture
def desk(julu: Dossier, tmp_path: Path) -> Iterator[operations.Desk]:
    with operations.Desk.open(tmp_path / "kept.db", who="王", clock=clock) as opened:
        opened.adopt(Reading(julu.department)).result()
        yield opened

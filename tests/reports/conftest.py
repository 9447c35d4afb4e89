"""A workbook written from a dossier and read back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import by_hand
import openpyxl
import pytest
from openpyxl.workbook import Workbook

from evaltool.reports import Scorecard, workbook
from scoring.evaluate import evaluate
from scoring.model import Dossier

Written = Callable[[Dossier], Workbook]


@pytest.fixture
def dossier() -> Dossier:
    return by_hand.julu()


@pytest.fixture
def file(tmp_path: Path) -> Callable[[Dossier], Path]:
    """Score a dossier and write its workbook."""

    def write(dossier: Dossier) -> Path:
        path = tmp_path / "scorecards.xlsx"
        path.write_bytes(workbook(Scorecard(dossier, evaluate(dossier), by_hand.MADE_ON)))
        return path

    return write


@pytest.fixture
def written(file: Callable[[Dossier], Path]) -> Written:
    """Score a dossier, write its workbook and read it back."""
    return lambda dossier: openpyxl.load_workbook(file(dossier))

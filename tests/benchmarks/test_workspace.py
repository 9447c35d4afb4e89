"""What a workspace of 500 departments costs: opening it, its list, one dossier, one save."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import kept_office
import pytest
from speed_table import SpeedTable

from evaltool.workspace import ANY, Edit, Workspace
from scoring import rulebook
from scoring.model import Actual, Subject

RULEBOOK = rulebook.load()
DEPARTMENT = kept_office.department(251)


@pytest.fixture
def workspace(office: Path) -> Iterator[Workspace]:
    with kept_office.opened(office) as kept:
        yield kept


def test_opening_a_workspace(benchmark: Any, speed: SpeedTable, office: Path) -> None:
    benchmark(lambda: kept_office.opened(office).close())
    speed.put_median("open", benchmark)


def test_the_list_of_500_departments(benchmark: Any, speed: SpeedTable, workspace: Workspace) -> None:
    assert len(benchmark(workspace.departments)) == kept_office.DEPARTMENTS
    speed.put_median("list", benchmark)


def test_one_dossier(benchmark: Any, speed: SpeedTable, workspace: Workspace) -> None:
    dossier = benchmark(workspace.dossier, DEPARTMENT.code, DEPARTMENT.year, RULEBOOK)
    assert dossier.department == DEPARTMENT
    speed.put_median("dossier", benchmark)


def test_one_save(benchmark: Any, speed: SpeedTable, office: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(office, tmp_path))
    key = DEPARTMENT.projects[0].indicators[0].key
    place, figures = Subject(key.project, key, "actual"), count(100)

    with kept_office.opened(path) as workspace:

        def save() -> int:
            figure = next(figures)
            edit = Edit(place, ANY, Actual(Decimal(figure), text=str(figure)))
            return len(workspace.save(DEPARTMENT.code, DEPARTMENT.year, [edit]).items)

        assert benchmark(save) == 1
    speed.put_median("save", benchmark)

"""What a workspace of 500 departments costs: its list, one dossier, one save."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from evaltool.workspace import ANY, Edit, Workspace
from scoring.model import Actual, Department, Indicator, Key, Project, Reading, Sense, Subject, Target

DEPARTMENTS, PROJECTS, INDICATORS = 500, 4, 6
FIGURES = count(1)


def department(code: str) -> Department:
    return Department(
        code, f"第{code}单位", 2022, projects=tuple(project(f"{code}P{n}") for n in range(PROJECTS))
    )


def project(code: str) -> Project:
    keys = [Key(code, "", "产出指标", "数量指标", f"指标{n}") for n in range(INDICATORS)]
    target = Target(Sense.AT_LEAST, Decimal(95), unit="%", text="≥95%")
    return Project(
        code, "运转保障经费", budget=Decimal("143.00"), indicators=tuple(Indicator(k, target) for k in keys)
    )


def edit(code: str, figure: int) -> Edit:
    key = department(code).projects[0].indicators[0].key
    return Edit(Subject(key.project, key, "actual"), ANY, Actual(Decimal(figure), text=str(figure)))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    path: Path = tmp_path_factory.mktemp("kept") / "evaltool.db"
    with Workspace.open(
        path, who="测试", session="1", clock=lambda: datetime(2023, 1, 9, tzinfo=UTC)
    ) as kept:
        for number in range(DEPARTMENTS):
            kept.adopt(Reading(department(f"{number:06}")))
            kept.save(f"{number:06}", 2022, [edit(f"{number:06}", 90)])
        yield kept


def test_the_list_of_500_departments(benchmark: Any, workspace: Workspace) -> None:
    assert len(benchmark(workspace.departments)) == DEPARTMENTS


def test_one_dossier(benchmark: Any, workspace: Workspace) -> None:
    assert benchmark(workspace.dossier, "000250", 2022, None).department == department("000250")


def test_one_save(benchmark: Any, workspace: Workspace) -> None:
    saved = benchmark(lambda: workspace.save("000250", 2022, [edit("000250", next(FIGURES))]))
    assert len(saved.items) == 1

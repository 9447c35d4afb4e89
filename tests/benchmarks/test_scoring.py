"""Scoring one project, a whole department, and the one line that is being typed."""

from __future__ import annotations

from typing import Any

import pytest
from speed_table import SpeedTable

from evaltool import operations as ops
from scoring.evaluate import evaluate, evaluate_line, evaluate_project
from scoring.model import Dossier


@pytest.fixture(scope="module")
def dossiers() -> dict[str, Dossier]:
    """The example departments with their actuals, by code."""
    read = [ops.dossier_of(one.document, one.actuals)[0] for one in ops.examples()]
    return {dossier.department.code: dossier for dossier in read}


def test_scoring_one_project_of_six_indicators(
    benchmark: Any, speed: SpeedTable, dossiers: dict[str, Dossier]
) -> None:
    julu = dossiers["131001"]
    score, _ = benchmark(evaluate_project, julu.department.projects[0], julu)
    assert len(score.indicators) == 6
    speed.put_median("project", benchmark)


def test_scoring_one_line_of_it_again(benchmark: Any, dossiers: dict[str, Dossier]) -> None:
    julu = dossiers["131001"]
    before, _ = evaluate_project(julu.department.projects[0], julu)
    score, _ = benchmark(evaluate_line, before.indicators[0].indicator.key, before, julu)
    assert score == before


def test_scoring_the_whole_department_of_beidaihe(benchmark: Any, dossiers: dict[str, Dossier]) -> None:
    score = benchmark(evaluate, dossiers["131002"])
    assert len(score.projects) == 5

"""The two published documents with their illustrative actuals: what comes out, line by line."""

from __future__ import annotations

from decimal import Decimal

import pytest

from evaltool import operations as ops
from scoring.model import Dossier
from scoring.scores import DepartmentScore, Score, Status


def example(code: str) -> tuple[Dossier, DepartmentScore]:
    """The example of one department, scored without a workspace."""
    for one in ops.examples():
        dossier, _ = ops.dossier_of(one.document, one.actuals)
        if dossier.department.code == code:
            return dossier, ops.score(dossier)
    raise LookupError(code)


@pytest.fixture(scope="module")
def julu() -> DepartmentScore:
    return example("131001")[1]


@pytest.fixture(scope="module")
def beidaihe() -> DepartmentScore:
    return example("131002")[1]


def test_julu_scores_92_88_and_is_excellent(julu: DepartmentScore):
    (project,) = julu.projects
    assert project.execution.score.value == Decimal("9.69")
    assert [line.score.value for line in project.indicators] == [
        Decimal(score) for score in ("9.38", "12.50", "11.84", "12.50", "27.00", "9.97")
    ]
    assert (project.score, project.grade) == (Score.settled(Decimal("92.88")), "优")
    assert (julu.score, julu.grade) == (Score.settled(Decimal("92.88")), "优")


def test_julu_is_scored_under_the_default_rulebook_on_points_spread_by_it(julu: DepartmentScore):
    (project,) = julu.projects
    assert julu.rulebook.id == "national-2020"
    assert [line.weight for line in project.indicators] == [Decimal("12.5")] * 4 + [30, 10]
    assert not project.execution.budget_inferred


def test_the_own_objectives_of_julu_are_shown_and_not_judged_without_figures(julu: DepartmentScore):
    own = julu.methods["own_objectives"]
    assert own.score is None
    assert {step.code for step in own.working} == {"department.no_actual", "department.no_money"}
    assert len(julu.objectives) == 6


def test_one_missing_actual_leaves_one_project_of_beidaihe_open_and_with_it_the_mean(
    beidaihe: DepartmentScore,
):
    waiting = [
        (project.code, line.indicator.name)
        for project in beidaihe.projects
        for line in project.indicators
        if line.status is Status.WAITING
    ]
    assert waiting == [("131-0401-JBN-EHO2", "会议满意度")]
    open_ones = [
        project.code for project in beidaihe.projects if project.score and project.score.value is None
    ]
    assert open_ones == ["131-0401-JBN-EHO2"]
    assert beidaihe.score is not None
    assert beidaihe.score.value is None
    assert beidaihe.score.low < beidaihe.score.high


def test_the_whole_of_beidaihe_can_be_scored(beidaihe: DepartmentScore):
    assert len(beidaihe.projects) == 5
    for project in beidaihe.projects:
        assert project.available == 100
        assert project.score is not None
        assert project.execution.score.value is not None

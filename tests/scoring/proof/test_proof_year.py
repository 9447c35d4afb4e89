"""A generated year under every rulebook, scored twice: by `scoring`, and by an implementation of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from second_department import Result, department_score
from second_line import Scored
from second_rules import LOCAL, SHIPPED, Points, grade, read_rules
from second_totals import Level, Whole, levels_of
from year_data import DEPARTMENTS, year
from year_dossier import dossier_of

from scoring import rulebook
from scoring.evaluate import evaluate
from scoring.scores import DepartmentScore, IndicatorScore, LevelScore, ProjectScore, Score

HERE = Path(__file__).parent
RULEBOOKS = (*sorted(SHIPPED.glob("*.toml")), *sorted(LOCAL.glob("*.toml")))
CHUNK = 50
"""Departments of one test, so that several processes share the year."""


@cache
def departments() -> list[dict[str, Any]]:
    return year()


@pytest.mark.parametrize("start", range(0, DEPARTMENTS, CHUNK))
@pytest.mark.parametrize("path", RULEBOOKS, ids=lambda path: path.stem)
def test_two_implementations_agree_on_every_figure_of_the_year(path: Path, start: int):
    chosen, rules = rulebook.load_file(path), read_rules(path)
    for data in departments()[start : start + CHUNK]:
        ours = evaluate(dossier_of(data, chosen))
        theirs = department_score(data, rules)
        assert [*differences(ours, theirs, rules)] == [], data["code"]


def differences(ours: DepartmentScore, theirs: Result, rules: Any) -> Iterator[str]:
    for project, other in zip(ours.projects, theirs.projects, strict=True):
        yield from (f"{project.code} {text}" for text in _of_project(project, other))
    yield from _of_levels("department", ours.levels, theirs.levels)
    assert ours.methods.keys() == theirs.methods.keys()
    for code, points in theirs.methods.items():
        method = ours.methods[code]
        yield from _unless(code, points_of(method.score), points)
        yield from _unless(f"{code} grade", method.grade, grade(points, rules))
    assert ours.score == ours.methods[rules["department.headline"]].score


def _of_project(ours: ProjectScore, theirs: Whole) -> Iterator[str]:
    yield from _unless("total", points_of(ours.score), theirs.points)
    yield from _unless("grade", ours.grade, theirs.grade)
    execution, other = ours.execution, theirs.execution
    yield from _unless("execution", points_of(execution.score), other.points)
    yield from _unless(
        "execution rate",
        (execution.weight, execution.rate, execution.budget, execution.spent),
        (other.weight, other.rate, other.budget, other.spent),
    )
    for line, scored in zip(ours.indicators, theirs.lines, strict=True):
        yield from _of_line(line, scored)
    yield from _of_levels("project", ours.levels, levels_of(theirs.lines))


def _of_line(ours: IndicatorScore, theirs: Scored) -> Iterator[str]:
    name = f"{ours.indicator.name}: "
    yield from _unless(f"{name} weight", ours.weight, theirs.weight)
    yield from _unless(f"{name} score", points_of(ours.score), theirs.points)
    yield from _unless(f"{name} computed", points_of(ours.computed), theirs.computed)
    yield from _unless(f"{name} attainment", ours.attainment, theirs.attainment)


def _of_levels(where: str, ours: Iterable[LevelScore], theirs: Iterable[Level]) -> Iterator[str]:
    mine = [(one.level1, one.level2, one.weight, points_of(one.score), one.attainment) for one in ours]
    yield from _unless(f"{where} levels", mine, [tuple(one) for one in theirs])


def _unless(what: str, ours: object, theirs: object) -> Iterator[str]:
    if ours != theirs:
        yield f"{what}: {ours} and {theirs}"


def points_of(score: Score | None) -> Points | None:
    if score is None:
        return None
    return Points(Fraction(score.low), Fraction(score.high), settled=score.value is not None)

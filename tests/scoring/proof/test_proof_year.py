"""A generated year under every rulebook, scored twice: by `scoring`, and by an implementation of its own."""

from __future__ import annotations

import ast
import sys
from collections import Counter
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
from year_data import DEPARTMENTS, PROJECTS, year
from year_dossier import dossier_of

from scoring import rulebook
from scoring.evaluate import evaluate
from scoring.model import Sense
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
    is_shipped = path.stem in rulebook.shipped()
    chosen = rulebook.load(path.stem) if is_shipped else rulebook.load_file(path)
    rules = read_rules(path)
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


@pytest.mark.parametrize("path", sorted(HERE.glob("second_*.py")), ids=lambda path: path.stem)
def test_the_second_implementation_shares_no_code_with_scoring(path: Path):
    allowed = sys.stdlib_module_names | {other.stem for other in HERE.glob("second_*.py")}
    tree = ast.parse(path.read_text("utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported
    assert {name.partition(".")[0] for name in imported} <= allowed
    assert not {"importlib", "runpy", "subprocess"} & imported
    assert "__import__" not in path.read_text("utf-8")


def test_the_year_has_departments_and_projects_of_every_kind():
    assert len(departments()) == DEPARTMENTS
    projects = [project for one in departments() for project in one["projects"]]
    assert len(projects) == DEPARTMENTS * PROJECTS
    lines = [line for project in projects for line in project["lines"]]
    targets = [line["adjusted"] or line["target"] for line in lines]
    assert {target["sense"] for target in targets} == {sense.value for sense in Sense}
    seen = Counter(
        {
            "not applicable line": sum(line["state"] == "not_applicable" for line in lines),
            "not applicable project": sum(one["state"] == "not_applicable" for one in projects),
            "not applicable execution": sum(one["execution"] == "not_applicable" for one in projects),
            "override": sum(line["override"] is not None for line in lines),
            "adjusted target": sum(line["adjusted"] is not None for line in lines),
            "zero target": sum(target["value"] == "0" for target in targets),
            "converted unit": sum(
                bool(line["actual"] and line["actual"]["unit"] not in ("", target["unit"]))
                for line, target in zip(lines, targets, strict=True)
            ),
            "printed steps": sum(line["steps"] is not None for line in lines),
            "blank weights": sum(_is_blank_in_part(one["lines"]) for one in projects),
            "weights of 100 to scale": sum(_is_scaled(one) for one in projects),
            "zero budget": sum(one["money"].get("adjusted") == {"total": "0"} for one in projects),
            "budget by source": sum("fiscal" in one["money"].get("adjusted", {}) for one in projects),
            "absent level": sum(len({line["level1"] for line in one["lines"]}) < 3 for one in projects),
            "cost as a first level": sum(line["level1"] == "成本指标" for line in lines),
            "cost as a second level": sum(line["level2"] == "成本指标" for line in lines),
            "weight in the mean": sum(one["mean_weight"] is not None for one in projects),
        }
    )
    assert {kind for kind, many in seen.items() if many < 20} == set()


def _is_blank_in_part(lines: list[dict[str, Any]]) -> bool:
    return len({line["declared_weight"] is None and line["given_weight"] is None for line in lines}) > 1


def _is_scaled(project: dict[str, Any]) -> bool:
    weights = [Fraction(line["declared_weight"] or 0) for line in project["lines"]]
    return sum(weights) == 100 and project["weight_choice"] == "scale"


@pytest.mark.parametrize("path", RULEBOOKS, ids=lambda path: path.stem)
def test_every_figure_is_settled_open_and_impossible_somewhere_in_the_year(path: Path):
    rules = read_rules(path)
    kinds: Counter[tuple[str, bool | None]] = Counter()
    for data in departments():
        result = department_score(data, rules)
        figures = [*result.methods.items(), *(("project", whole.points) for whole in result.projects)]
        kinds.update((name, None if points is None else points.settled) for name, points in figures)
    names = {name for name, _ in kinds}
    assert len(names) == 6
    assert {(name, kind) for name in names for kind in (True, False, None) if kinds[name, kind] < 5} == set()

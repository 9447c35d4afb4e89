"""Scores as a version keeps them: every line, every execution and every total, as one JSON text."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from scoring.findings import plain
from scoring.model import Key, Subject
from scoring.scores import DepartmentScore, ExecutionScore, IndicatorScore, Score

SCORE, EXECUTION, TOTAL = "score", "execution", "total"
"""What is scored of a place: the field of its subject."""


@dataclass(frozen=True, slots=True)
class Points:
    """A score as text. `score` is empty while it is open, `weight` where there is none, `grade` of a line."""

    score: str = ""
    low: str = ""
    high: str = ""
    weight: str = ""
    grade: str = ""


def scores_text(score: DepartmentScore) -> str:
    """All scores of a department as JSON: a list of objects, each with its place and its points."""
    plain_lines = [
        {
            "project": subject.project,
            "indicator": list(subject.indicator) if subject.indicator else None,
            "of": subject.field,
            "score": points.score or None,
            "low": points.low,
            "high": points.high,
            "weight": points.weight or None,
            "grade": points.grade,
        }
        for subject, points in points_of(score).items()
    ]
    whole = {"rulebook": score.rulebook.id, "headline": score.headline, "lines": plain_lines}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def points_in(text: str) -> Mapping[Subject, Points]:
    """What `scores_text` wrote, by place."""
    found = {}
    for line in json.loads(text)["lines"]:
        key = Key(*line["indicator"]) if line["indicator"] else None
        points = (line[name] or "" for name in ("score", "low", "high", "weight", "grade"))
        found[Subject(line["project"], key, line["of"])] = Points(*points)
    return MappingProxyType(found)


def points_of(score: DepartmentScore) -> Mapping[Subject, Points]:
    """The points of every line, execution and total, by place, in the order of the declaration."""
    return MappingProxyType(dict(_points(score)))


def _points(score: DepartmentScore) -> Iterator[tuple[Subject, Points]]:
    yield Subject(field=TOTAL), _of(score.score, "", score.grade)
    yield from _parts("", score.execution, score.objectives)
    for project in score.projects:
        yield Subject(project.code, field=TOTAL), _of(project.score, "", project.grade)
        yield from _parts(project.code, project.execution, project.indicators)


def _parts(
    project: str, execution: ExecutionScore | None, lines: tuple[IndicatorScore, ...]
) -> Iterator[tuple[Subject, Points]]:
    if execution is not None:
        yield Subject(project, field=EXECUTION), _of(execution.score, plain(execution.weight))
    for line in lines:
        weight = "" if line.weight is None else plain(line.weight)
        yield Subject(project, line.indicator.key, SCORE), _of(line.score, weight)


def _of(score: Score | None, weight: str, grade: str = "") -> Points:
    if score is None:
        return Points(weight=weight, grade=grade)
    value = "" if score.value is None else plain(score.value)
    return Points(value, plain(score.low), plain(score.high), weight, grade)

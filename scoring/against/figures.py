"""Every figure of a scored department, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from scoring.model import Key
from scoring.scores import DepartmentScore, Score


class Kind(StrEnum):
    """What a figure is."""

    EXECUTION = "execution"
    INDICATOR = "indicator"
    TOTAL = "total"
    METHOD = "method"
    HEADLINE = "headline"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands. `project` is empty for the department's own; `method` is one of its methods."""

    kind: Kind
    project: str = ""
    key: Key | None = None
    method: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A score with its weight and grade, as far as it has them. `method` is the one that a headline takes."""

    score: Score | None
    weight: Decimal | None = None
    grade: str = ""
    method: str = ""


def figures(score: DepartmentScore) -> Iterator[tuple[Place, Figure]]:
    """Every figure of a department in the order of its scorecard: projects, its own lines, its methods."""
    for project in score.projects:
        execution = project.execution
        yield Place(Kind.EXECUTION, project.code), Figure(execution.score, execution.weight)
        for line in project.indicators:
            yield Place(Kind.INDICATOR, project.code, line.indicator.key), Figure(line.score, line.weight)
        yield Place(Kind.TOTAL, project.code), Figure(project.score, grade=project.grade)
    if score.execution is not None:
        yield Place(Kind.EXECUTION), Figure(score.execution.score, score.execution.weight)
    for line in score.objectives:
        yield Place(Kind.INDICATOR, key=line.indicator.key), Figure(line.score, line.weight)
    for method in score.methods.values():
        yield Place(Kind.METHOD, method=method.code), Figure(method.score, grade=method.grade)
    yield Place(Kind.HEADLINE), Figure(score.score, grade=score.grade, method=score.headline)

"""Doubts about a scorecard as a whole: too good to be true, or not weighed as the rulebook has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from scoring.findings import Finding, finding
from scoring.model import Project, Subject
from scoring.rulebook import Rulebook
from scoring.scores import ProjectScore
from scoring.totals import counted
from scoring.weighting import HUNDRED

FEW = 3
"""Fewer lines than these may well all be met."""


def of_whole(project: Project, score: ProjectScore, rulebook: Rulebook) -> Iterator[Finding]:
    """Doubts that no single line raises."""
    lines = counted(score.indicators)
    place = Subject(project.code, field="indicators")
    if len(lines) >= FEW and score.score is not None and score.score.value == HUNDRED:
        yield finding("score.all_full", place, count=len(lines))
    yield from _levels(project, score, rulebook)


def _levels(project: Project, score: ProjectScore, rulebook: Rulebook) -> Iterator[Finding]:
    """Declared weights that give levels of the rulebook other points than it does."""
    if any(indicator.weight is None for indicator in project.indicators):
        return
    declared = {level.level1: level.weight for level in score.levels if not level.level2}
    fitting = [family for family in rulebook.weights.levels.value if family.keys() == declared.keys()]
    if _sum(declared) not in map(_sum, fitting) or declared in fitting:
        return
    for level, points in fitting[0].items():
        if declared[level] != points:
            place = Subject(project.code, field="weight")
            yield finding("weights.level_differs", place, level=level, sum=declared[level], points=points)


def _sum(points: Mapping[str, Decimal]) -> Decimal:
    return sum(points.values(), Decimal(0))

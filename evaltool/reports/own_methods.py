"""The ways of scoring the department's own objectives: those that are printed, and the goals in them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from evaltool.reports import texts
from evaltool.reports.sheet import Value
from evaltool.wording import say
from scoring.scores import OWN_OBJECTIVES, DepartmentScore, Method, Score, Step

GOAL = "department.goal"
GOAL_STEPS = frozenset({GOAL, "department.goal_open", "department.goal_out"})
"""Steps that say what a goal gives of the total."""


@dataclass(frozen=True, slots=True)
class GoalPart:
    """What an objective with 100 points of its own gives of the total: of how many points, and how many."""

    title: str
    said: str
    points: Decimal
    score: Value


def shown(score: DepartmentScore) -> list[Method]:
    """The ways whose clauses are printed: the own objectives, and others once judged or in force here."""
    return [
        method
        for method in score.methods.values()
        if method.lines and (method.code in (OWN_OBJECTIVES, score.headline) or method.score is not None)
    ]


def goals(method: Method) -> tuple[GoalPart, ...]:
    """The goals of a way that scores each out of 100 and counts it by a ratio; none of any other way."""
    return tuple(
        GoalPart(str(step.facts["goal"]), say(step), _figure(step, "points"), texts.total(_part(step)))
        for step in method.working
        if step.code in GOAL_STEPS
    )


def _part(step: Step) -> Score | None:
    """A goal's points of the total; None where nothing of it applies."""
    if "score" not in step.facts:
        return None
    low, high = _figure(step, "score"), _figure(step, "score_high")
    return Score.settled(low) if step.code == GOAL else Score.open(low, high)


def _figure(step: Step, name: str) -> Decimal:
    figure = step.facts[name]
    assert isinstance(figure, Decimal)  # noqa: S101 - the facts of these steps are points
    return figure

"""The points of a project while a person gives them out: what is left of 100, and an even spread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from evaltool.operations.entry import project_of
from scoring.model import Dossier, ProjectOutcome, Subject
from scoring.record import Entry
from scoring.weighting import HUNDRED, allot

ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Points:
    """Points of 100: those of execution, those given to indicators, and what is left of the rest.

    `left` is negative where more was given than there is. `given_to` of `lines` indicators have points.
    Where no indicator has any, a rulebook spreads them, and nothing is left open.
    """

    execution: Decimal
    given: Decimal
    left: Decimal
    given_to: int
    lines: int


def points(dossier: Dossier, code: str) -> Points:
    """How the points of a project stand, set by a person before declared. KeyError: no such project."""
    project = project_of(dossier, code)
    outcome = dossier.outcomes.projects.get(code, ProjectOutcome())
    execution = allot(project, outcome, dossier.weights, dossier.rulebook).execution
    weights = (dossier.weights.get(one.key, one.weight) for one in project.indicators)
    known = [weight for weight in weights if weight is not None]
    given = sum(known, ZERO)
    return Points(execution, given, HUNDRED - execution - given, len(known), len(project.indicators))


def spread(dossier: Dossier, code: str) -> tuple[Entry, ...]:
    """Entries that give each indicator the points that the rulebook spreads where none are declared.

    Empty where a level is none of the rulebook's: what its indicators weigh only a person can say.
    """
    project = project_of(dossier, code)
    bare = replace(project, indicators=tuple(replace(one, weight=None) for one in project.indicators))
    outcome = dossier.outcomes.projects.get(code, ProjectOutcome())
    allotment = allot(bare, outcome, MappingProxyType({}), dossier.rulebook)
    if not allotment.settled:
        return ()
    return tuple(
        Entry(Subject(code, key, "weight"), weight)
        for key, weight in allotment.lines.items()
        if weight is not None and dossier.weights.get(key) != weight
    )

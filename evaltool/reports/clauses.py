"""The rulebook's clauses as every report cites them: numbers, sources, and those that a score rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from evaltool.language import _
from evaltool.reports import own_methods, texts
from evaltool.wording import term
from scoring.rulebook import Clause, Rulebook
from scoring.scores import DepartmentScore, Step

ALWAYS = frozenset(
    {
        "execution.points",
        "execution.budget",
        "weights.levels",
        "rounding.places",
        "grades.limits",
        "department.headline",
    }
)
"""Clauses that every scorecard rests on though no step of a working names them."""


def numbers(rulebook: Rulebook) -> Mapping[str, int]:
    """The number of every clause, by its key; it is the same in every report."""
    return {clause.key: number for number, clause in enumerate(rulebook.clauses(), 1)}


def followed(score: DepartmentScore) -> frozenset[str]:
    """The keys of the clauses that a report of this score rests on."""
    return ALWAYS | {step.clause for step in _steps(score)}


def _steps(score: DepartmentScore) -> Iterator[Step]:
    """Every step of working that stands in a report."""
    for project in score.projects:
        yield from (*project.working, *project.execution.working)
        for line in project.indicators:
            yield from line.working
    for method in score.methods.values():
        yield from method.working
    for method in own_methods.shown(score):
        yield from method.execution.working if method.execution else ()
        for line in method.lines:
            yield from line.working


def evidence(clause: Clause[Any]) -> str:
    """How well a clause is proved, in words; — where nothing is said of it."""
    return _("、").join(term(tag) for tag in clause.evidence) or texts.NOTHING


def origin(clause: Clause[Any], rulebook: Rulebook) -> str:
    """Whether a clause is the rulebook's own, or which one it is taken over from."""
    is_own = clause.origin in ("", rulebook.id)
    return _("本规则") if is_own else _("沿用 {origin}").format(origin=clause.origin)


def source(clause: Clause[Any]) -> str:
    """Where a clause stands, and what there is to say of it."""
    return "\n".join(part for part in (clause.cite, clause.note) if part)

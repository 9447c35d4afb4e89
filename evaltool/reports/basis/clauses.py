"""The rulebook's clauses: first those that the workings of this workbook name, then all the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from evaltool.language import N_, _
from evaltool.reports import texts
from evaltool.reports.sheet import Box, Columns, Sheet
from evaltool.reports.summary import own_objectives
from evaltool.sheets.looks import CENTRE
from evaltool.wording import clause as name_of
from evaltool.wording import clause_value, term
from scoring.rulebook import Clause, Rulebook
from scoring.scores import DepartmentScore, Step

COLUMNS: Columns = (
    (1, 1, N_("条款")),
    (2, 3, N_("取值")),
    (4, 4, N_("证据")),
    (5, 5, N_("出自")),
    (6, 6, N_("出处与说明")),
)
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


def write(sheet: Sheet, score: DepartmentScore) -> None:
    """Write two tables; a clause keeps the number that the workings name it by."""
    rests_on = followed(score)
    numbered = list(enumerate(score.rulebook.clauses(), 1))
    used = [(number, clause) for number, clause in numbered if clause.key in rests_on]
    others = [(number, clause) for number, clause in numbered if clause.key not in rests_on]
    _table(sheet, _("本次评分依据的条款"), used, score.rulebook)
    _table(sheet, _("评分规则的其余条款"), others, score.rulebook)


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
    for method in own_objectives.shown(score):
        yield from method.execution.working if method.execution else ()
        for line in method.lines:
            yield from line.working


def _table(sheet: Sheet, title: str, numbered: Iterable[tuple[int, Clause[Any]]], rulebook: Rulebook) -> None:
    sheet.table(title, COLUMNS)
    for number, clause in numbered:
        evidence = _("、").join(term(tag) for tag in clause.evidence)
        source = "\n".join(part for part in (clause.cite, clause.note) if part)
        is_own = clause.origin in ("", rulebook.id)
        origin = _("本规则") if is_own else _("沿用 {origin}").format(origin=clause.origin)
        sheet.add(
            Box(1, 1, f"{number}  {name_of(clause.key)}\n{clause.key}"),
            Box(2, 3, clause_value(clause)),
            Box(4, 4, evidence or texts.NOTHING, CENTRE),
            Box(5, 5, origin, CENTRE),
            Box(6, 6, source),
        )

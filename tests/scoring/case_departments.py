"""Departments of tests/cases/department-*.toml: projects with lines or a total, objectives with clauses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import case_files as written

from scoring.model import (
    OVERALL,
    Completion,
    Department,
    DepartmentOutcome,
    Dossier,
    Indicator,
    Objective,
    Outcomes,
    Project,
    ProjectOutcome,
    State,
)
from scoring.rulebook import Rulebook

Table = Mapping[str, Any]
Line = tuple[Table, Indicator]

DEPARTMENT = ("projects", "objectives", "overall", "whole")
"""What a case says of a department."""
TOTAL = ("total", "lowest", "highest")
MONEY = ("basic_budget", "basic_spent", "project_budget", "project_spent")


def dossier(case: Table, rulebook: Rulebook) -> Dossier:
    """A department as the case describes it."""
    objectives = case.get("objectives", [])
    overall = [_clause(line, OVERALL, i) for i, line in enumerate(case.get("overall", []), start=1)]
    numbered = [
        [_clause(line, one["title"], i) for i, line in enumerate(one.get("clauses", []), start=1)]
        for one in objectives
    ]
    projects = [_lines(one) for one in case.get("projects", [])]
    lines = [line for group in (overall, *numbered, *projects) for line in group]
    outcomes = Outcomes(
        {declared.key: written.outcome(line, declared) for line, declared in lines},
        {one["name"]: _project_outcome(one) for one in case.get("projects", [])},
        _whole(case),
    )
    department = Department(
        "131001",
        "某单位",
        written.YEAR,
        objective_indicators=tuple(declared for _, declared in overall),
        objectives=tuple(
            Objective(one["title"], indicators=tuple(declared for _, declared in group))
            for one, group in zip(objectives, numbered, strict=True)
        ),
        projects=tuple(
            Project(
                one["name"],
                one["name"],
                budget=one.get("declared"),
                indicators=tuple(declared for _, declared in group),
            )
            for one, group in zip(case.get("projects", []), projects, strict=True)
        ),
    )
    return Dossier(
        department,
        rulebook,
        outcomes,
        {declared.key: found for line, declared in lines if (found := written.override(line)) is not None},
        {declared.key: line["set_weight"] for line, declared in lines if "set_weight" in line},
    )


def _clause(line: Table, objective: str, ordinal: int) -> Line:
    """A clause of an objective: it stands in no project and on no level."""
    _known(line)
    return line, written.indicator({"level1": "", "level2": "", **line, "objective": objective}, "", ordinal)


def _lines(project: Table) -> list[Line]:
    """The lines of a project, or lines that make up the total that it is given."""
    written.only(project, "name", "lines", *TOTAL, *written.PROJECT, "mean_weight")
    lines = project["lines"] if "lines" in project else _of_total(project)
    for line in lines:
        _known(line)
    return [(line, written.indicator(line, project["name"], i)) for i, line in enumerate(lines, start=1)]


def _of_total(project: Table) -> list[Table]:
    """Lines of 100 points that a person scored with `total`, or left open from `lowest` to `highest`."""
    low, high = (project.get(name, project.get("total")) for name in ("lowest", "highest"))
    parts = ((low, {"override": {"score": low, "reason": "核定"}}), (high - low, {}))
    lost = (100 - high, {"override": {"score": 0, "reason": "核定"}})
    return [{"target": "≥100%", "declared": points, **set_by} for points, set_by in (*parts, lost) if points]


def _known(line: Table) -> None:
    written.only(line, *written.LINE, *written.LINE_OUT)


def _project_outcome(project: Table) -> ProjectOutcome:
    outcome = written.project_outcome(project)
    if "lines" in project:
        return outcome
    return replace(outcome, execution=State.NOT_APPLICABLE, execution_reason="总分已核定")


def _whole(case: Table) -> DepartmentOutcome:
    """基本支出 and 项目支出 in 万元, whether all is finished, and the given weights of objectives."""
    table = case.get("whole", {})
    written.only(table, *MONEY, "completion")
    for one in case.get("objectives", []):
        written.only(one, "title", "weight", "clauses")
    given = {one["title"]: Decimal(one["weight"]) for one in case.get("objectives", []) if "weight" in one}
    return DepartmentOutcome(
        **{name: Decimal(table[name]) for name in MONEY if name in table},
        objective_weights=given,
        completion=Completion(table.get("completion", "")),
    )

"""All projects of a department as one table, in any order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from scoring.model import Outcome, State
from scoring.scores import ZERO, DepartmentScore, ExecutionScore, IndicatorScore, ProjectScore, Score


class Column(StrEnum):
    """What the table can be ordered by."""

    NAME = "name"
    BUDGET = "budget"
    SPENT = "spent"
    RATE = "rate"
    RECORDED = "recorded"
    LOST = "lost"
    TOTAL = "total"
    GRADE = "grade"


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """One project: money in 万元, rate as a ratio, lines recorded, points lost on settled lines, total.

    `lost` is None while no line is settled. `rank` is the place of the grade among the rulebook's, the best
    first; None without a grade.
    """

    code: str
    name: str
    budget: Decimal | None
    spent: Decimal | None
    rate: Fraction | None
    recorded: int
    indicators: int
    lost: Decimal | None
    score: Score | None
    grade: str
    rank: int | None


def project_rows(score: DepartmentScore) -> tuple[ProjectRow, ...]:
    """A department's projects in the order printed."""
    grades = [name for name, _ in score.rulebook.grades.limits.value]
    return tuple(_row(project, grades) for project in score.projects)


def ordered(rows: Sequence[ProjectRow], by: Column | None, *, falling: bool) -> tuple[ProjectRow, ...]:
    """The rows by a column; rows alike keep their order, rows without a value stand last either way.

    None is the order printed. Names go by their GB 18030 codes, which for common characters is the order of
    their sounds. Grades rise from the worst to the best.
    """
    if by is None:
        return tuple(rows)
    of = KEYS[by]
    known = [row for row in rows if of(row) is not None]
    missing = [row for row in rows if of(row) is None]
    return (*sorted(known, key=of, reverse=falling), *missing)


def is_settled(outcome: Outcome) -> bool:
    """Whether a person has recorded an actual, or that the indicator does not apply."""
    return outcome.actual is not None or outcome.state is State.NOT_APPLICABLE


def _row(project: ProjectScore, grades: Sequence[str]) -> ProjectRow:
    execution = project.execution
    parts: list[ExecutionScore | IndicatorScore] = [execution, *project.indicators]
    lost = [part.lost for part in parts if part.lost is not None]
    return ProjectRow(
        project.code,
        project.name,
        execution.budget,
        execution.spent,
        execution.rate,
        sum(is_settled(line.outcome) for line in project.indicators),
        len(project.indicators),
        sum(lost, ZERO) if lost else None,
        project.score,
        project.grade,
        grades.index(project.grade) if project.grade else None,
    )


def _recorded(row: ProjectRow) -> Fraction | None:
    return Fraction(row.recorded, row.indicators) if row.indicators else None


def _total(row: ProjectRow) -> Decimal | None:
    return row.score.value if row.score else None


KEYS: Mapping[Column, Callable[[ProjectRow], Any]] = MappingProxyType(
    {
        Column.NAME: lambda row: row.name.encode("gb18030", "replace"),
        Column.BUDGET: lambda row: row.budget,
        Column.SPENT: lambda row: row.spent,
        Column.RATE: lambda row: row.rate,
        Column.RECORDED: _recorded,
        Column.LOST: lambda row: row.lost,
        Column.TOTAL: _total,
        Column.GRADE: lambda row: None if row.rank is None else -row.rank,
    }
)

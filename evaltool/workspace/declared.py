"""What a department declared: found, read out of its rows, and as the one text that the journal keeps."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Select, bindparam, delete, exists, select
from sqlalchemy.engine import Connection, Row

from evaltool.workspace import tables as t
from evaltool.workspace.errors import WorkspaceError
from evaltool.workspace.fields import DECLARED, objective_of, subject_text
from evaltool.workspace.plain import canonical, from_plain, to_plain
from evaltool.workspace.values import DepartmentId
from scoring.model import (
    OVERALL,
    Checkpoint,
    Department,
    Indicator,
    Key,
    Measure,
    Objective,
    Project,
    Sense,
    Subject,
    Target,
)

# Built once: building a statement costs as much as running it.
_FIND = select(t.department.c.id).where(
    t.department.c.code == bindparam("its_code"), t.department.c.year == bindparam("its_year")
)


def _has(column: Column[Any]) -> Select[bool]:
    mine = column.table.c.department_id == bindparam("its_department")
    return select(exists().where(mine, column == bindparam("what")))


_HAS_INDICATOR = _has(t.indicator.c.subject)
_HAS_PROJECT = _has(t.project.c.code)
_HAS_OBJECTIVE = _has(t.objective.c.title)


def text_of(department: Department, *, places: bool = True) -> str:
    """Everything declared as canonical JSON. Without `places`, the same wherever the document lies.

    WorkspaceError "workspace.bad_value" where a figure is NaN or infinite, or a character is half a one.
    """
    try:
        text = canonical(to_plain(department, omit="" if places else "source"))
        text.encode()
    except ValueError as error:
        raise WorkspaceError("workspace.bad_value", {"field": DECLARED, "value": ascii(error)}) from error
    return text


def department_of(text: str) -> Department:
    """What `text_of` wrote."""
    return from_plain(Department, json.loads(text))


def find(connection: Connection, department: DepartmentId) -> int | None:
    """The row of a department and year, None where there is none."""
    code, year = department
    return connection.scalar(_FIND, {"its_code": code, "its_year": year or 0})


def holds(connection: Connection, department_id: int, subject: Subject) -> bool:
    """Whether a department declares what `subject` is about."""
    kind, title = objective_of(subject)
    if subject.indicator is not None:
        asked, what = _HAS_INDICATOR, subject_text(subject)
    elif subject.project:
        asked, what = _HAS_PROJECT, subject.project
    elif kind and title != OVERALL:
        asked, what = _HAS_OBJECTIVE, title
    else:
        return True
    return bool(connection.scalar(asked, {"its_department": department_id, "what": what}))


def remove(connection: Connection, department_id: int) -> None:
    """Take everything declared away. Its records must be gone: the database refuses otherwise."""
    connection.execute(delete(t.department).where(t.department.c.id == department_id))


def load(connection: Connection, department_id: int) -> Department:
    """What is declared in a department's row and below it."""
    own = connection.execute(select(t.department).where(t.department.c.id == department_id)).one()
    indicators: dict[tuple[int | None, int | None], list[Indicator]] = {}
    for row in _rows(connection, t.indicator, department_id):
        indicators.setdefault((row.project_id, row.objective_id), []).append(_indicator(row))
    return Department(
        code=own.code,
        name=own.name,
        year=own.year or None,
        objective=own.objective,
        objective_indicators=tuple(indicators.get((None, None), ())),
        objectives=tuple(
            Objective(row.title, row.text, tuple(indicators.get((None, row.id), ())), row.source)
            for row in _rows(connection, t.objective, department_id)
        ),
        measures=tuple(Measure(row.text, row.items) for row in _rows(connection, t.measure, department_id)),
        projects=_load_projects(connection, department_id, indicators),
        inferred=own.inferred,
        source=own.source,
    )


def _rows(connection: Connection, table: Any, department_id: int) -> Sequence[Row[Any]]:
    mine = select(table).where(table.c.department_id == department_id)
    return connection.execute(mine.order_by(table.c.position)).all()


def _load_projects(
    connection: Connection,
    department_id: int,
    indicators: Mapping[tuple[int | None, int | None], Sequence[Indicator]],
) -> tuple[Project, ...]:
    plans: dict[int, list[Checkpoint]] = {}
    points = select(t.checkpoint).join(t.project).where(t.project.c.department_id == department_id)
    for row in connection.execute(points.order_by(t.checkpoint.c.position)):
        point = Checkpoint(row.month, row.amount, row.percent, row.text)
        plans.setdefault(row.project_id, []).append(point)
    return tuple(
        Project(
            code=row.code,
            name=row.name,
            unit=row.unit,
            budget=row.budget,
            fiscal=row.fiscal,
            other=row.other,
            purpose=row.purpose,
            objectives=row.objectives,
            plan=tuple(plans.get(row.id, ())),
            indicators=tuple(indicators.get((row.id, None), ())),
            source=row.source,
        )
        for row in _rows(connection, t.project, department_id)
    )


def _indicator(row: Row[Any]) -> Indicator:
    return Indicator(
        key=Key(row.project, row.objective, row.level1, row.level2, row.name, row.ordinal),
        target=Target(
            sense=Sense(row.sense),
            value=row.value,
            upper=row.upper,
            nominal=row.nominal,
            unit=row.unit,
            date=row.day,
            inferred=row.inferred,
            text=row.text,
        ),
        description=row.description,
        basis=row.basis,
        weight=row.weight,
        steps=row.steps,
        source=row.source,
    )

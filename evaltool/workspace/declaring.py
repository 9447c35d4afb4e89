"""What a department declares, into rows: in the place of what it declared before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, insert, update
from sqlalchemy.engine import Connection

from evaltool.workspace import tables as t
from evaltool.workspace.declared import find
from evaltool.workspace.fields import subject_text
from scoring.model import Department, Indicator, Measure, Objective, Project, Subject


def store(connection: Connection, department: Department) -> int:
    """Put a department in the place of what was declared for its code and year, and give its row."""
    own = {
        "code": department.code,
        "year": department.year or 0,
        "name": department.name,
        "objective": department.objective,
        "inferred": department.inferred,
        "source": department.source,
    }
    row = find(connection, (department.code, department.year))
    if row is None:
        row = _insert(connection, t.department, own)
    else:
        connection.execute(update(t.department).where(t.department.c.id == row).values(own))
        for table in (t.indicator, t.objective, t.measure, t.project):
            connection.execute(delete(table).where(table.c.department_id == row))
    _store_measures(connection, row, department.measures)
    indicators = [
        *_indicator_rows(row, department.objective_indicators),
        *_store_objectives(connection, row, department.objectives),
        *_store_projects(connection, row, department.projects),
    ]
    if indicators:
        connection.execute(insert(t.indicator), indicators)
    return row


def _insert(connection: Connection, table: Any, values: Mapping[str, Any]) -> int:
    key = connection.execute(insert(table).values(values)).inserted_primary_key
    assert key is not None  # noqa: S101 - every table of ours has one
    return int(key[0])


def _store_measures(connection: Connection, row: int, measures: Sequence[Measure]) -> None:
    if measures:
        rows = [
            {"department_id": row, "position": position, "text": measure.text, "items": measure.items}
            for position, measure in enumerate(measures)
        ]
        connection.execute(insert(t.measure), rows)


def _store_objectives(
    connection: Connection, row: int, objectives: Sequence[Objective]
) -> Iterator[dict[str, Any]]:
    for position, objective in enumerate(objectives):
        values = {
            "department_id": row,
            "position": position,
            "title": objective.title,
            "text": objective.text,
            "source": objective.source,
        }
        objective_id = _insert(connection, t.objective, values)
        yield from _indicator_rows(row, objective.indicators, objective_id=objective_id)


def _store_projects(
    connection: Connection, row: int, projects: Sequence[Project]
) -> Iterator[dict[str, Any]]:
    for position, project in enumerate(projects):
        values = {
            "department_id": row,
            "position": position,
            "code": project.code,
            "name": project.name,
            "unit": project.unit,
            "budget": project.budget,
            "fiscal": project.fiscal,
            "other": project.other,
            "purpose": project.purpose,
            "objectives": project.objectives,
            "source": project.source,
        }
        project_id = _insert(connection, t.project, values)
        plan = [
            {
                "project_id": project_id,
                "position": place,
                "month": point.month,
                "amount": point.amount,
                "percent": point.percent,
                "text": point.text,
            }
            for place, point in enumerate(project.plan)
        ]
        if plan:
            connection.execute(insert(t.checkpoint), plan)
        yield from _indicator_rows(row, project.indicators, project_id=project_id)


def _indicator_rows(
    row: int,
    indicators: Sequence[Indicator],
    *,
    project_id: int | None = None,
    objective_id: int | None = None,
) -> Iterator[dict[str, Any]]:
    for position, indicator in enumerate(indicators):
        target = indicator.target
        yield {
            **indicator.key._asdict(),
            "department_id": row,
            "project_id": project_id,
            "objective_id": objective_id,
            "position": position,
            "sense": target.sense.value,
            "value": target.value,
            "upper": target.upper,
            "unit": target.unit,
            "day": target.date,
            "inferred": target.inferred,
            "text": target.text,
            "description": indicator.description,
            "basis": indicator.basis,
            "weight": indicator.weight,
            "source": indicator.source,
            "subject": subject_text(Subject(indicator.key.project, indicator.key)),
            "nominal": target.nominal,
            "steps": indicator.steps,
        }

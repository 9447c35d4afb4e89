"""The list of departments, without loading what they declare."""

from __future__ import annotations

from sqlalchemy import Integer, exists, func, select, type_coerce
from sqlalchemy.engine import Connection

from evaltool.workspace import tables as t
from evaltool.workspace.values import ProjectSummary, Summary
from scoring.model import State


def departments(connection: Connection) -> tuple[Summary, ...]:
    """All departments by code and year, with their projects in the document's order.

    An indicator counts as recorded with an actual, or once a person has said that it does not apply.
    """
    counts = _counts(connection)
    of_project = t.columns(t.project, "department_id", "id", "code", "name")
    projects: dict[int, list[ProjectSummary]] = {}
    for department, project, code, name in connection.execute(
        select(*of_project).order_by(t.project.c.position)
    ):
        summary = ProjectSummary(code, name, *counts.get((department, project), (0, 0)))
        projects.setdefault(department, []).append(summary)
    of_department = t.columns(t.department, "id", "code", "name", "year")
    listed = select(*of_department).order_by(t.department.c.code, t.department.c.year)
    return tuple(
        Summary(code, name, year or None, *counts.get((row, None), (0, 0)), tuple(projects.get(row, ())))
        for row, code, name, year in connection.execute(listed)
    )


def _counts(connection: Connection) -> dict[tuple[int, int | None], tuple[int, int]]:
    """By department and project: how many indicators there are, and how many are recorded."""
    of_it, entry = t.indicator.c, t.record.c
    settled = exists().where(
        entry.department_id == of_it.department_id,
        entry.subject == of_it.subject,
        (entry.field == "actual") | ((entry.field == "state") & (entry.value == State.NOT_APPLICABLE.value)),
    )
    place = (of_it.department_id, of_it.project_id)
    counted = select(*place, func.count(), func.sum(type_coerce(settled, Integer))).group_by(*place)
    return {(department, project): (n, done) for department, project, n, done in connection.execute(counted)}

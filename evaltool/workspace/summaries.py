"""The list of departments and when each was changed last, without loading what they declare."""

from __future__ import annotations

import json
from datetime import datetime

from sqlalchemy import Integer, exists, func, select, type_coerce
from sqlalchemy.engine import Connection

from evaltool.workspace import tables as t
from evaltool.workspace.fields import HANDED_IN, subject_of
from evaltool.workspace.values import DepartmentId, Latest, ProjectSummary, Summary
from scoring.model import State


def departments(connection: Connection) -> tuple[Summary, ...]:
    """All departments by code and year, with their projects in the document's order.

    An indicator counts as recorded with an actual, or once a person has said that it does not apply.
    """
    counts, closed = _counts(connection), _closed(connection)
    of_project = t.columns(t.project, "department_id", "id", "code", "name")
    projects: dict[int, list[ProjectSummary]] = {}
    for department, project, code, name in connection.execute(
        select(*of_project).order_by(t.project.c.position)
    ):
        settled = counts.get((department, project), (0, 0))
        summary = ProjectSummary(code, name, *settled, handed_in=(department, code) in closed)
        projects.setdefault(department, []).append(summary)
    of_department = t.columns(t.department, "id", "code", "name", "year")
    listed = select(*of_department).order_by(t.department.c.code, t.department.c.year)
    return tuple(
        Summary(
            code,
            name,
            year or None,
            *counts.get((row, None), (0, 0)),
            tuple(below := projects.get(row, ())),
            (row, "") in closed and all(project.handed_in for project in below),
        )
        for row, code, name, year in connection.execute(listed)
    )


def latest(connection: Connection) -> dict[DepartmentId, Latest]:
    """The newest change of each department and year that the journal knows."""
    item = t.change_item.c
    newest = select(item.department, func.max(item.change_id).label("number")).group_by(item.department)
    numbered = newest.subquery()
    dated = select(numbered.c.department, *t.columns(t.change, "id", "at", "who"))
    rows = connection.execute(dated.join(t.change, t.change.c.id == numbered.c.number))
    found = (
        (json.loads(whose), Latest(number, datetime.fromisoformat(at), who))
        for whose, number, at, who in rows
    )
    return {(code, year): last for (code, year), last in found}


def _closed(connection: Connection) -> set[tuple[int, str]]:
    """What is handed in, by department: the codes of projects, and "" for the department's own part."""
    held = select(*t.columns(t.record, "department_id", "subject")).where(t.record.c.field == HANDED_IN)
    return {(row, subject_of(text, HANDED_IN).project) for row, text in connection.execute(held)}


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

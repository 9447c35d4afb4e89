"""The list of departments, without loading what they declare."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import select
from sqlalchemy.engine import Connection

from evaltool.workspace import tables as t
from evaltool.workspace.fields import subject_text
from evaltool.workspace.values import ProjectSummary, Summary
from scoring.model import Key, State, Subject

_IDENTITY = ("department_id", "project_id", "project", "objective", "level1", "level2", "name", "ordinal")


def departments(connection: Connection) -> tuple[Summary, ...]:
    """All departments by code and year, with their projects in the document's order.

    An indicator counts as recorded with an actual, or once a person has said that it does not apply.
    """
    settled = (t.record.c.field == "actual") | (
        (t.record.c.field == "state") & (t.record.c.value == State.NOT_APPLICABLE.value)
    )
    recorded = set(
        connection.execute(select(*t.columns(t.record, "department_id", "subject")).where(settled)).tuples()
    )
    counts: Counter[tuple[int, int | None]] = Counter()
    done: Counter[tuple[int, int | None]] = Counter()
    for department, project, *identity in connection.execute(select(*t.columns(t.indicator, *_IDENTITY))):
        counts[department, project] += 1
        key = Key(*identity)
        done[department, project] += (department, subject_text(Subject(key.project, key))) in recorded
    projects: dict[int, list[ProjectSummary]] = {}
    for row in connection.execute(select(t.project).order_by(t.project.c.position)):
        place = (row.department_id, row.id)
        summary = ProjectSummary(row.code, row.name, counts[place], done[place])
        projects.setdefault(row.department_id, []).append(summary)
    return tuple(
        Summary(
            row.code,
            row.name,
            row.year or None,
            counts[row.id, None],
            done[row.id, None],
            tuple(projects.get(row.id, ())),
        )
        for row in connection.execute(
            select(t.department).order_by(t.department.c["code"], t.department.c.year)
        )
    )

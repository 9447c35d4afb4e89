"""What is handed in stays as it is: the one place that every change passes before it is written.

A place is a project, or with an empty code the department's own part: its texts, its own objectives, its
money and its people. It is locked while its field `handed_in` holds the number of a version.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import bindparam, select
from sqlalchemy.engine import Connection

from evaltool.workspace import tables as t
from evaltool.workspace.declared import department_of, find
from evaltool.workspace.errors import WorkspaceError
from evaltool.workspace.fields import DECLARED, FINDINGS, HANDED_IN, RULEBOOK, subject_of
from evaltool.workspace.moves import Move
from evaltool.workspace.values import DepartmentId
from scoring.model import Department, Project

HAND_IN, RETURN = "hand_in", "return"
"""The operations that lock and unlock; nothing else does."""


# Built once: every save asks, and building a statement costs as much as running it.
_LOCKED = (
    select(t.record.c.subject, t.record.c.value)
    .join(t.department, t.department.c.id == t.record.c.department_id)
    .where(
        t.department.c.code == bindparam("its_code"),
        t.department.c.year == bindparam("its_year"),
        t.record.c.field == HANDED_IN,
    )
)


def locked(connection: Connection, department: DepartmentId) -> dict[str, int]:
    """The places of a department and year that are handed in, each with the number of its version."""
    code, year = department
    rows = connection.execute(_LOCKED, {"its_code": code, "its_year": year or 0})
    return {subject_of(row.subject, HANDED_IN).project: int(row.value) for row in rows}


def refuse(connection: Connection, operation: str, moves: Sequence[Move]) -> None:
    """See that a change moves nothing that is handed in.

    WorkspaceError "workspace.handed_in" where it would, and "workspace.hand_in_stays" for undoing a lock.
    """
    if operation in (HAND_IN, RETURN):
        return
    if any(move.field == HANDED_IN for move in moves):
        raise WorkspaceError("workspace.hand_in_stays")
    closed: dict[DepartmentId, Mapping[str, int]] = {}
    for move in moves:
        department = move.department_id
        if department not in closed:
            closed[department] = locked(connection, department)
        for place in closed[department] and _touched(move, closed[department]):
            number = closed[department][place]
            facts = {"project": _name(connection, moves, department, place), "version": str(number)}
            raise WorkspaceError("workspace.handed_in", facts)


def name_of(connection: Connection, department: DepartmentId, place: str) -> str:
    """What people call a place: the project's name or the department's."""
    row = find(connection, department)
    named = select(t.department.c.name).where(t.department.c.id == row)
    if place:
        named = select(t.project.c.name).where(t.project.c.department_id == row, t.project.c.code == place)
    return connection.scalar(named) or place or department[0]


def _name(connection: Connection, moves: Sequence[Move], department: DepartmentId, place: str) -> str:
    """What a place was called before the moves, which are carried out already."""
    texts = (move.old for move in moves if move.field == DECLARED and move.old)
    parts = (_part(department_of(text), place) for text in texts)
    found = next((part.name for part in parts if part is not None), "")
    return found or name_of(connection, department, place)


def _touched(move: Move, closed: Mapping[str, int]) -> Iterator[str]:
    """The closed places that a move would change; whatever scores a department changes all of them."""
    if move.field == FINDINGS:
        return
    if move.field == DECLARED:
        old, new = (department_of(text) if text else None for text in (move.old, move.new))
        yield from (place for place in closed if _part(old, place) != _part(new, place))
        return
    subject = subject_of(move.subject, move.field)
    yield from (place for place in closed if subject == RULEBOOK or subject.project == place)


def _part(department: Department | None, place: str) -> Department | Project | None:
    """What a place declares; None where it is not declared."""
    if department is None:
        return None
    if not place:
        return replace(department, projects=())
    return next((project for project in department.projects if project.code == place), None)

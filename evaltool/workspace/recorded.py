"""Recorded values, in and out: compared with what they take the place of, then set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import and_, bindparam, delete, insert, select, update
from sqlalchemy.engine import Connection

from evaltool.workspace import journal
from evaltool.workspace import tables as t
from evaltool.workspace.errors import Clash, Conflict
from evaltool.workspace.fields import decode, encode, subject_of, subject_text
from evaltool.workspace.moves import Move, department_text
from evaltool.workspace.unwritten import Unwritten
from evaltool.workspace.values import ANY, DepartmentId, Edit
from scoring.record import Entry

# Built once: a save writes a dozen statements, and building them costs as much as running them.
_HERE = and_(
    t.record.c.department_id == bindparam("its_department"),
    t.record.c.subject == bindparam("its_subject"),
    t.record.c.field == bindparam("its_field"),
)
_CURRENT = select(t.record.c.value, t.record.c.typed).where(_HERE)
_INSERT = insert(t.record)
_UPDATE = update(t.record).where(_HERE).values(value=bindparam("value"), typed=bindparam("typed"))
_DELETE = delete(t.record).where(_HERE)


def moves_for(
    connection: Connection,
    department: DepartmentId,
    department_id: int,
    edits: Sequence[Edit],
    unwritten: Unwritten,
) -> list[Move]:
    """What the edits would move. `Conflict` where one expected something else than is recorded now.

    Several edits of one field are one move; each expects what the one before it writes.
    """
    whose = department_text(department)
    before: dict[tuple[str, str], tuple[str | None, str]] = {}
    after: dict[tuple[str, str], tuple[str | None, str]] = {}
    clashes = []
    for edit in edits:
        place = (subject_text(edit.subject), edit.subject.field)
        if place not in before:
            before[place] = after[place] = current(connection, department_id, *place)
        if edit.old is not ANY and after[place][0] not in unwritten.acceptable(department, edit):
            found = decode(edit.subject, *after[place])
            mover = journal.last_mover(connection, whose, *place)
            clashes.append(Clash(edit.subject, edit.old, found, *mover))
        after[place] = encode(edit.subject, edit.new, edit.typed)
    if clashes:
        raise Conflict("workspace.conflict", clashes)
    return [
        Move(whose, *place, *before[place], *after[place])
        for place in before
        if before[place] != after[place]
    ]


def current(connection: Connection, department_id: int, subject: str, field: str) -> tuple[str | None, str]:
    """What is recorded in a field, as kept and as typed; (None, "") where nothing is."""
    row = connection.execute(_CURRENT, _at(department_id, subject, field)).one_or_none()
    return (row.value, row.typed) if row else (None, "")


def write(connection: Connection, department_id: int, move: Move) -> None:
    """Carry out one move that has been compared already."""
    here = _at(department_id, move.subject, move.field)
    values = {"value": move.new, "typed": move.new_typed}
    if move.new is None:
        connection.execute(_DELETE, here)
    elif move.old is None:
        whole = {"department_id": department_id, "subject": move.subject, "field": move.field}
        connection.execute(_INSERT, whole | values)
    else:
        connection.execute(_UPDATE, here | values)


def everything(connection: Connection, department_id: int) -> tuple[Entry, ...]:
    """All that is recorded for a department."""
    rows = connection.execute(
        select(*t.columns(t.record, "subject", "field", "value", "typed"))
        .where(t.record.c.department_id == department_id)
        .order_by(t.record.c.id)
    )
    subjects = ((subject_of(row.subject, row.field), row) for row in rows)
    return tuple(
        Entry(subject, decode(subject, row.value, row.typed), row.typed) for subject, row in subjects
    )


def _at(department_id: int, subject: str, field: str) -> dict[str, Any]:
    return {"its_department": department_id, "its_subject": subject, "its_field": field}

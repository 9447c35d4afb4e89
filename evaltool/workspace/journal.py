"""Every change, from the first on: who, when, what for, and each field before and after.

A change is never altered. Undo and redo are changes too, with `reverts` naming the one that they turn back,
so what can be undone or redone follows from the journal alone and survives a crash. Each change carries a
hash over itself and the hash before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, insert, or_, select
from sqlalchemy.engine import Connection

from evaltool.workspace import locks
from evaltool.workspace import tables as t
from evaltool.workspace.moves import COLUMNS, Move, department_text, texts
from evaltool.workspace.plain import canonical
from evaltool.workspace.values import DepartmentId

UNDO, REDO = "undo", "redo"

# Built once: a save writes a dozen statements, and building them costs as much as running them.
_LAST = select(t.change.c.id, t.change.c.hash).order_by(t.change.c.id.desc()).limit(1)
_INSERT_CHANGE = insert(t.change)
_INSERT_ITEM = insert(t.change_item)


@dataclass(frozen=True, slots=True)
class Note:
    """What a change says of itself beside its moves. `reverts` is the change that it turns back."""

    at: datetime
    who: str
    session: str
    operation: str
    reason: str = ""
    reverts: int | None = None


def append(connection: Connection, note: Note, moves: Sequence[Move]) -> int:
    """Write a change at the end of the journal and give its number.

    WorkspaceError "workspace.handed_in" for one that would move what is locked.
    """
    locks.refuse(connection, note.operation, moves)
    last = connection.execute(_LAST).one_or_none()
    number, previous = (last.id + 1, last.hash) if last else (1, "")
    values = {
        "id": number,
        "at": note.at.isoformat(),
        "who": note.who,
        "session": note.session,
        "operation": note.operation,
        "reason": note.reason,
        "reverts": note.reverts,
        "prev_hash": previous,
    }
    connection.execute(_INSERT_CHANGE, values | {"hash": _hash(values, moves)})
    rows = [{"change_id": number} | dict(zip(COLUMNS, texts(move), strict=True)) for move in moves]
    connection.execute(_INSERT_ITEM, rows)
    return number


def verify(connection: Connection) -> int | None:
    """The number of the first change that does not follow from the one before; None where all do."""
    moves: dict[int, list[Move]] = {}
    for row in connection.execute(_items("change_id", *COLUMNS)):
        moves.setdefault(row[0], []).append(Move(*row[1:]))
    previous, expected = "", 1
    for change in connection.execute(select(t.change).order_by(t.change.c.id)).mappings():
        values = {name: content for name, content in change.items() if name != "hash"}
        sound = change["id"] == expected and change["prev_hash"] == previous
        if not sound or change["hash"] != _hash(values, moves.get(change["id"], [])):
            return int(change["id"])
        previous, expected = change["hash"], expected + 1
    return None


def moves_of(connection: Connection, change: int) -> list[Move]:
    """What a change moved, in its order."""
    rows = connection.execute(_items(*COLUMNS).where(t.change_item.c.change_id == change))
    return [Move(*row) for row in rows]


def last_mover(
    connection: Connection, department: str, subject: str, field: str
) -> tuple[str, datetime | None]:
    """Who moved a field last, and when; ("", None) where the journal does not know."""
    item = t.change_item.c
    latest = (
        select(t.change.c.who, t.change.c.at)
        .join_from(t.change_item, t.change)
        .where(item.department == department, item.subject == subject, item.field == field)
        .order_by(item.change_id.desc())
        .limit(1)
    )
    row = connection.execute(latest).one_or_none()
    return (row.who, datetime.fromisoformat(row.at)) if row else ("", None)


def value_before(
    connection: Connection, change: int, department: str, subject: str, field: str
) -> str | None:
    """What a field held just before a change, by the newest move of it that is older."""
    item = t.change_item.c
    older = (
        select(item.new)
        .where(item.change_id < change)
        .where(item.department == department, item.subject == subject, item.field == field)
        .order_by(item.change_id.desc())
        .limit(1)
    )
    return connection.execute(older).scalar()


def undoable(
    connection: Connection, *, department: DepartmentId | None = None, change: int | None = None
) -> int | None:
    """The newest change that an undo would turn back, or `change` itself where that can be undone."""
    standing = or_(t.change.c.reverts.is_(None), t.change.c.operation == REDO)
    asked = [t.change.c.id == change] if change is not None else []
    return connection.scalar(_newest(standing, ~_reverted(), *asked, *_of(department)))


def redoable(connection: Connection, *, department: DepartmentId | None = None) -> int | None:
    """The newest undo that a redo would turn back: one with no fresh change after it."""
    newest_fresh = func.coalesce(_newest(t.change.c.reverts.is_(None), *_of(department)).scalar_subquery(), 0)
    return connection.scalar(
        _newest(t.change.c.operation == UNDO, ~_reverted(), t.change.c.id > newest_fresh, *_of(department))
    )


def first_operation(connection: Connection, change: int) -> tuple[str, str]:
    """The operation at the start of a chain of undos and redos, and who did it."""
    start: int | None = change
    operation = who = ""
    while start is not None:
        link = select(t.change.c.operation, t.change.c.who, t.change.c.reverts).where(t.change.c.id == start)
        operation, who, start = connection.execute(link).one()
    return operation, who


def _hash(values: dict[str, Any], moves: Sequence[Move]) -> str:
    return sha256(canonical([values, [texts(move) for move in moves]]).encode()).hexdigest()


def _items(*names: str) -> Select[Any]:
    return select(*t.columns(t.change_item, *names)).order_by(t.change_item.c.id)


def _newest(*conditions: ColumnElement[bool]) -> Select[int]:
    return select(t.change.c.id).where(and_(*conditions)).order_by(t.change.c.id.desc()).limit(1)


def _reverted() -> ColumnElement[bool]:
    later = t.change.alias("later")
    return exists().where(later.c.reverts == t.change.c.id)


def _of(department: DepartmentId | None) -> list[ColumnElement[bool]]:
    if department is None:
        return []
    item = t.change_item.c
    return [exists().where(item.change_id == t.change.c.id, item.department == department_text(department))]

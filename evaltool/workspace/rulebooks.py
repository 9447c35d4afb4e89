"""Rulebooks kept by their content, so that a past score needs neither their file nor an earlier evaltool."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, exists, insert, select
from sqlalchemy.engine import Connection

from evaltool.workspace import tables as t
from evaltool.workspace.fields import RULEBOOK, subject_text
from evaltool.workspace.values import DepartmentId, KeptRulebook

_KEPT = select(*t.columns(t.rulebook, "hash", "id", "version", "title", "content"))

_IN_FORCE = _KEPT.join(t.record, t.record.c.value == t.rulebook.c.hash).where(
    t.record.c.department_id == bindparam("its_department"),
    t.record.c.subject == subject_text(RULEBOOK),
    t.record.c.field == RULEBOOK.field,
)

_CHOSEN = (
    select(t.department.c.code, t.department.c.year, t.record.c.value)
    .outerjoin(
        t.record,
        (t.record.c.department_id == t.department.c.id)
        & (t.record.c.subject == subject_text(RULEBOOK))
        & (t.record.c.field == RULEBOOK.field),
    )
    .order_by(t.department.c.code, t.department.c.year)
)


def keep(connection: Connection, rulebook: KeptRulebook, at: datetime) -> None:
    """Keep a rulebook, once: what is kept under its hash already stays as it is."""
    if not connection.scalar(select(exists().where(t.rulebook.c.hash == rulebook.hash))):
        values = {
            "hash": rulebook.hash,
            "id": rulebook.id,
            "version": rulebook.version,
            "title": rulebook.title,
            "content": rulebook.content,
            "kept_at": at.isoformat(),
        }
        connection.execute(insert(t.rulebook), values)


def in_force(connection: Connection, department_id: int) -> KeptRulebook | None:
    """The kept rulebook that a department is scored by; None where it has none, or only an id."""
    row = connection.execute(_IN_FORCE, {"its_department": department_id}).one_or_none()
    return KeptRulebook(*row) if row else None


def every(connection: Connection) -> tuple[KeptRulebook, ...]:
    """All rulebooks that were ever kept, by id, those of one id in the order in which they were kept."""
    in_order = _KEPT.order_by(t.rulebook.c.id, t.rulebook.c.kept_at, t.rulebook.c.hash)
    return tuple(KeptRulebook(*row) for row in connection.execute(in_order))


def chosen(connection: Connection) -> dict[DepartmentId, str]:
    """What each department, by code and year, is scored by: a kept hash or an id; empty where none is."""
    rows = connection.execute(_CHOSEN)
    return {(code, year or None): value or "" for code, year, value in rows}

"""Rulebooks kept by their content, so that a past score needs neither their file nor an earlier evaltool."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, exists, insert, select
from sqlalchemy.engine import Connection

from evaltool.workspace import tables as t
from evaltool.workspace.fields import RULEBOOK, subject_text
from evaltool.workspace.values import KeptRulebook

_IN_FORCE = (
    select(*t.columns(t.rulebook, "hash", "id", "version", "title", "content"))
    .join(t.record, t.record.c.value == t.rulebook.c.hash)
    .where(
        t.record.c.department_id == bindparam("its_department"),
        t.record.c.subject == subject_text(RULEBOOK),
        t.record.c.field == RULEBOOK.field,
    )
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

"""What was handed in, kept whole: a version never changes, whatever becomes of the department after it.

It holds what was declared and recorded, the rulebook by its content, the scores as they were, and a hash over
all of it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.engine import Connection, Row

from evaltool.workspace import declared, recorded
from evaltool.workspace import tables as t
from evaltool.workspace.fields import HANDED_IN, UNSCORED, decode, encode, subject_of, subject_text
from evaltool.workspace.journal import Note
from evaltool.workspace.locks import RETURN, locked
from evaltool.workspace.moves import department_text
from evaltool.workspace.plain import canonical
from evaltool.workspace.values import DepartmentId, KeptRulebook, Returned, Version
from scoring.model import Dossier
from scoring.record import Entry

_HASHED = ("department", "number", "at", "who", "places", "declared", "recorded", "rulebook", "scores")


def entries_now(connection: Connection, department_id: int) -> tuple[Entry, ...]:
    """What is recorded of a department, without what is kept of its scoring and its handing in."""
    everything = recorded.everything(connection, department_id)
    return tuple(one for one in everything if one.subject.field not in UNSCORED)


def keep(
    connection: Connection,
    seen: Dossier,
    entries: Sequence[Entry],
    places: Sequence[str],
    rulebook: KeptRulebook,
    scores: str,
    note: Note,
) -> int:
    """Keep a version of a department and year with all its entries, and give its number."""
    whose = department_text((seen.department.code, seen.department.year))
    newest = select(func.max(t.version.c.number)).where(t.version.c.department == whose)
    values = {
        "department": whose,
        "number": (connection.scalar(newest) or 0) + 1,
        "at": note.at.isoformat(),
        "who": note.who,
        "places": canonical(sorted(places)),
        "declared": declared.text_of(seen.department),
        "recorded": canonical([_plain(entry) for entry in entries]),
        "rulebook": rulebook.hash,
        "scores": scores,
    }
    connection.execute(insert(t.version), values | {"hash": _hash(values)})
    return int(str(values["number"]))


def every(connection: Connection, department: DepartmentId) -> tuple[Version, ...]:
    """The versions of a department and year, the newest first."""
    whose = department_text(department)
    in_force = locked(connection, department)
    rows = connection.execute(
        select(
            t.version,
            *(t.rulebook.c[name].label(f"of_{name}") for name in ("id", "version", "title", "content")),
        )
        .join(t.rulebook, t.rulebook.c.hash == t.version.c.rulebook)
        .where(t.version.c.department == whose)
        .order_by(t.version.c.number.desc())
    )
    return tuple(_version(connection, row, department, in_force) for row in rows.all())


def _version(
    connection: Connection, row: Row[Any], department: DepartmentId, in_force: dict[str, int]
) -> Version:
    return Version(
        department=department,
        number=row.number,
        at=datetime.fromisoformat(row.at),
        who=row.who,
        places=tuple(json.loads(row.places)),
        declared=declared.department_of(row.declared),
        recorded=tuple(_entry(each) for each in json.loads(row.recorded)),
        rulebook=KeptRulebook(row.rulebook, row.of_id, row.of_version, row.of_title, row.of_content),
        scores=row.scores,
        hash=row.hash,
        is_intact=row.hash == _hash({name: getattr(row, name) for name in _HASHED}),
        locked=tuple(place for place, number in in_force.items() if number == row.number),
        returned=_returns(connection, department_text(department), row.number),
    )


def _returns(connection: Connection, department: str, number: int) -> tuple[Returned, ...]:
    """When places of a version were taken back, by whom and why, in that order."""
    item, change = t.change_item.c, t.change.c
    rows = connection.execute(
        select(change.id, change.at, change.who, change.reason, item.subject)
        .join_from(t.change_item, t.change)
        .where(change.operation == RETURN, item.department == department)
        .where(item.field == HANDED_IN, item.old == str(number))
        .order_by(item.id)
    )
    found: dict[int, Returned] = {}
    for row in rows:
        earlier = found[row.id].places if row.id in found else ()
        places = (*earlier, subject_of(row.subject, HANDED_IN).project)
        found[row.id] = Returned(datetime.fromisoformat(row.at), row.who, row.reason, places)
    return tuple(found.values())


def _plain(entry: Entry) -> list[str | None]:
    return [
        subject_text(entry.subject),
        entry.subject.field,
        *encode(entry.subject, entry.value, entry.typed),
    ]


def _entry(plain: Sequence[Any]) -> Entry:
    text, field, value, typed = plain
    subject = subject_of(text, field)
    return Entry(subject, decode(subject, value, typed), typed)


def _hash(values: Any) -> str:
    return sha256(canonical([values[name] for name in _HASHED]).encode()).hexdigest()

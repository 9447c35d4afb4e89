"""Looking back: pages of the journal, newest first, and who said what stands now.

A page takes the same few statements however many changes it holds.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlalchemy.engine import Connection, Row

from evaltool.workspace import tables as t
from evaltool.workspace.fields import ANSWERS, DECLARED, subject_text
from evaltool.workspace.moves import COLUMNS, Move, department_text
from evaltool.workspace.plain import canonical
from evaltool.workspace.values import EVERYTHING, By, Change, DepartmentId, Wanted
from scoring.model import Subject


def entries(
    connection: Connection, limit: int, wanted: Wanted = EVERYTHING, before: int | None = None
) -> tuple[Change, ...]:
    """The newest changes that are wanted, newest first; those older than the change `before`, where named."""
    older = [t.change.c.id < before] if before is not None else []
    newest = select(t.change).where(*_asked(wanted), *older).order_by(t.change.c.id.desc()).limit(limit)
    rows = connection.execute(newest).all()
    if not rows:
        return ()
    item = t.change_item.c
    numbers = newest.with_only_columns(t.change.c.id)
    kept = select(*t.columns(t.change_item, "change_id", *COLUMNS)).where(item.change_id.in_(numbers))
    moves: dict[int, list[Move]] = {}
    for number, *texts in connection.execute(kept.order_by(item.id)):
        moves.setdefault(number, []).append(Move(*texts))
    turned = _turned_back(connection, rows[-1].id)
    return tuple(_change(row, moves.get(row.id, []), turned) for row in rows)


def count(connection: Connection, wanted: Wanted) -> int:
    """How many changes are wanted."""
    return connection.scalar(select(func.count()).select_from(t.change).where(*_asked(wanted))) or 0


def people(connection: Connection, department: DepartmentId | None) -> tuple[str, ...]:
    """Everybody whom the journal names, of all departments or of one, the latest first."""
    latest = func.max(t.change.c.id).desc()
    named = select(t.change.c.who).where(*_asked(Wanted(department))).group_by(t.change.c.who)
    return tuple(connection.scalars(named.order_by(latest)))


def answered(connection: Connection, department: DepartmentId) -> Mapping[str, By]:
    """By fingerprint: who moved a finding's answer last, and when."""
    item = t.change_item.c
    of_answers = and_(item.field > ANSWERS, item.field < f"{ANSWERS[:-1]};")  # ; follows : in the index
    moved = (
        select(item.field, t.change.c.who, t.change.c.at)
        .join_from(t.change_item, t.change)
        .where(item.department == department_text(department), item.subject == subject_text(Subject()))
        .where(of_answers)
        .order_by(item.change_id)
    )
    found = connection.execute(moved)
    return {row.field.removeprefix(ANSWERS): By(row.who, datetime.fromisoformat(row.at)) for row in found}


def _change(row: Row[Any], moves: list[Move], turned: Mapping[int, int]) -> Change:
    last, steps = row.id, 0
    while last in turned:
        last, steps = turned[last], steps + 1
    return Change(
        id=row.id,
        at=datetime.fromisoformat(row.at),
        who=row.who,
        session=row.session,
        operation=row.operation,
        reason=row.reason,
        reverts=row.reverts,
        items=tuple(move.item() for move in moves),
        last=last,
        is_turned_back=steps % 2 == 1,
    )


def _turned_back(connection: Connection, oldest: int) -> dict[int, int]:
    """By number, from `oldest` on: the undo or redo that turned a change back."""
    reverting = select(t.change.c.reverts, t.change.c.id).where(t.change.c.reverts >= oldest)
    return {row.reverts: row.id for row in connection.execute(reverting)}


def _asked(wanted: Wanted) -> list[ColumnElement[bool]]:
    asked = [t.change.c.who == wanted.who] if wanted.who is not None else []
    if wanted.department is None:
        return asked
    item = t.change_item.c
    its = [item.change_id == t.change.c.id, item.department == department_text(wanted.department)]
    if wanted.project is not None:
        its.append(or_(item.field == DECLARED, *_of_project(wanted.project)))
    return [*asked, exists().where(*its)]


def _of_project(project: str) -> list[ColumnElement[bool]]:
    """What is recorded of a project and of its indicators; of the department itself where it is empty."""
    subject = t.change_item.c.subject
    whole = subject_text(Subject(project))
    indicators = f"{canonical([project])[:-1]},"
    return [subject == whole, func.substr(subject, 1, len(indicators)) == indicators]

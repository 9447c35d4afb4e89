"""What a move does to the rows, forth and back, and when it must not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy.engine import Connection

from evaltool.workspace import declared, declaring, doubts, journal, recorded
from evaltool.workspace.errors import Clash, WorkspaceError, subject_facts
from evaltool.workspace.fields import DECLARED, FINDINGS, subject_of, subject_text
from evaltool.workspace.moves import Move
from evaltool.workspace.places import Places
from evaltool.workspace.values import DepartmentId
from scoring.model import Department, Subject
from scoring.record import Entry


def row_of(connection: Connection, department: DepartmentId) -> int:
    """The row of a department and year. WorkspaceError "workspace.no_department" where there is none."""
    row = declared.find(connection, department)
    if row is None:
        code, year = department
        raise WorkspaceError("workspace.no_department", {"code": code, "year": str(year or "")})
    return row


def declared_now(connection: Connection, department: DepartmentId) -> Department | None:
    """What a department declares for a year, None where the workspace has none."""
    row = declared.find(connection, department)
    return None if row is None else declared.load(connection, row)


def carry_out(
    connection: Connection, department: DepartmentId, moves: Sequence[Move], *, loose: bool = False
) -> None:
    """Carry out moves that have been compared with what is kept.

    WorkspaceError "workspace.no_subject" for a value of something that is not declared, unless `loose` ones
    may be kept, and "workspace.would_orphan" for a declaration that would cut recorded values loose.
    """
    for move in moves:
        if move.field == DECLARED:
            _redeclare(connection, department, move.new)
            continue
        row = row_of(connection, department)
        if move.field == FINDINGS:
            doubts.store(connection, row, doubts.findings_of(move.new))
            continue
        subject = subject_of(move.subject, move.field)
        if move.new is not None and not loose and not declared.holds(connection, row, subject):
            raise WorkspaceError("workspace.no_subject", subject_facts(subject))
        recorded.write(connection, row, move)


def declares_as_before(connection: Connection, change: int, move: Move) -> bool:
    """Whether the move's department declares what it declared before a change."""
    now = declared_now(connection, move.department_id)
    whole = subject_text(Subject(field=DECLARED))
    before = journal.value_before(connection, change, move.department, whole, DECLARED)
    return now is not None and declared.text_of(now) == before


def clashes(connection: Connection, moves: Sequence[Move]) -> Iterator[Clash]:
    """Where something else is kept now than a move starts from."""
    for move in moves:
        found, found_typed = _kept(connection, move)
        if (found, found_typed) != (move.old, move.old_typed):
            moved = replace(move, new=found, new_typed=found_typed).item()
            mover = journal.last_mover(connection, move.department, move.subject, move.field)
            yield Clash(moved.subject, moved.old, moved.new, *mover)


def _kept(connection: Connection, move: Move) -> tuple[str | None, str]:
    row = declared.find(connection, move.department_id)
    if row is None:
        return None, ""
    if move.field == DECLARED:
        return declared.text_of(declared.load(connection, row)), ""
    if move.field == FINDINGS:
        return doubts.text_of(doubts.load(connection, row)), ""
    return recorded.current(connection, row, move.subject, move.field)


def _redeclare(connection: Connection, department: DepartmentId, text: str | None) -> None:
    new = None if text is None else declared.department_of(text)
    row = declared.find(connection, department)
    if row is not None:
        lost = _would_be_lost(connection, row, new)
        if lost:
            facts = subject_facts(lost[0].subject) | {"count": str(len(lost))}
            raise WorkspaceError("workspace.would_orphan", facts)
    if new is not None:
        declaring.store(connection, new)
    elif row is not None:
        declared.remove(connection, row)


def _would_be_lost(connection: Connection, row: int, new: Department | None) -> tuple[Entry, ...]:
    """Recorded values that have a place now and would have none; without a department none has one."""
    records = recorded.everything(connection, row)
    if new is None:
        return records
    places = Places.of(declared.load(connection, row))
    return tuple(each for each in Places.of(new).orphans(records) if places.hold(each.subject))

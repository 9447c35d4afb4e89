"""Handing in and taking back, inside a transaction that is there already."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.engine import Connection

from evaltool.workspace import declared, journal, recorded, rulebooks, versions
from evaltool.workspace.errors import WorkspaceError
from evaltool.workspace.fields import HANDED_IN, RULEBOOK, subject_text
from evaltool.workspace.journal import Note
from evaltool.workspace.locks import locked, name_of
from evaltool.workspace.moves import Move, department_text
from evaltool.workspace.moving import carry_out, row_of
from evaltool.workspace.values import HandedIn, KeptRulebook, Saved
from scoring.model import Dossier, Subject
from scoring.record import fold


def hand_in(
    connection: Connection,
    seen: Dossier,
    places: Sequence[str],
    rulebook: KeptRulebook,
    scores: str,
    note: Note,
) -> HandedIn:
    """Keep a version and lock `places`, as one change; see `Workspace.hand_in`."""
    department = seen.department.code, seen.department.year
    row = row_of(connection, department)
    closed = locked(connection, department)
    for place in places:
        if place in closed:
            facts = {"project": name_of(connection, department, place), "version": str(closed[place])}
            raise WorkspaceError("workspace.handed_in", facts)
    entries = versions.entries_now(connection, row)
    known = fold(entries)
    now = Dossier(
        declared.load(connection, row), seen.rulebook, known.outcomes, known.overrides, known.weights
    )
    chosen = recorded.current(connection, row, subject_text(RULEBOOK), RULEBOOK.field)[0]
    if now != seen or chosen not in (None, rulebook.hash, rulebook.id):
        raise WorkspaceError("workspace.changed_since_check")
    rulebooks.keep(connection, rulebook, note.at)
    number = versions.keep(connection, now, entries, places, rulebook, scores, note)
    moves = [
        Move(department_text(department), subject_text(Subject(place)), HANDED_IN, None, "", str(number), "")
        for place in places
    ]
    carry_out(connection, department, moves)
    return HandedIn(journal.append(connection, note, moves), number)


def take_back(
    connection: Connection, department: tuple[str, int | None], places: Sequence[str], note: Note
) -> Saved:
    """Unlock `places`, as one change; see `Workspace.take_back`."""
    if not note.reason.strip():
        raise WorkspaceError("workspace.no_reason")
    row_of(connection, department)
    closed = locked(connection, department)
    moves = [
        Move(
            department_text(department),
            subject_text(Subject(place)),
            HANDED_IN,
            str(closed[place]),
            "",
            None,
            "",
        )
        for place in places
        if place in closed
    ]
    if not moves:
        return Saved(None)
    carry_out(connection, department, moves)
    change = journal.append(connection, note, moves)
    return Saved(change, tuple(move.item() for move in moves))

"""What adopting a document moves, all of it one change.

What it declares, what was odd about it, what it says was achieved where nothing is recorded yet, and the
rulebook of a department that is new.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.engine import Connection

from evaltool.workspace import declared, declaring, doubts, recorded
from evaltool.workspace.difference import difference
from evaltool.workspace.fields import DECLARED, FINDINGS, RULEBOOK, decode, encode, subject_text
from evaltool.workspace.moves import Move, department_text
from evaltool.workspace.moving import declared_now, row_of
from evaltool.workspace.outcomes import entries_of
from evaltool.workspace.values import Difference, KeptRulebook
from scoring.model import Department, Outcomes, Reading, Subject


@dataclass(frozen=True, slots=True)
class Adoption:
    """What is to be moved, and how what was achieved meets what is recorded: two counts as in `Adopted`."""

    difference: Difference
    moves: Sequence[Move]
    recorded: int
    differing: int


def adoption(connection: Connection, reading: Reading, rulebook: KeptRulebook | None) -> Adoption:
    """What is to be moved for `reading` to take the place of what is declared; places alone do not count."""
    new = reading.department
    old = declared_now(connection, (new.code, new.year))
    row = None if old is None else row_of(connection, (new.code, new.year))
    differs = difference(old, new)
    known = () if row is None else doubts.load(connection, row)
    moves = []
    if not differs.same:
        before = None if old is None else declared.text_of(old)
        moves.append(_move(new, Subject(field=DECLARED), before, declared.text_of(new)))
    if known != reading.findings:
        texts = doubts.text_of(known), doubts.text_of(reading.findings)
        moves.append(_move(new, Subject(field=FINDINGS), *texts))
    if rulebook is not None and old is None:
        moves.append(_move(new, RULEBOOK, None, rulebook.hash, rulebook.title))
    achieved, differing = _achieved(connection, row, new, reading.outcomes)
    return Adoption(differs, (*moves, *achieved), len(achieved), differing)


def carry_out(connection: Connection, reading: Reading, moves: Sequence[Move]) -> None:
    """Carry the moves out. Recorded values that lose their place stay: a person has seen the difference."""
    new = reading.department
    for move in moves:
        if move.field == DECLARED:
            declaring.store(connection, new)
            continue
        row = row_of(connection, (new.code, new.year))
        if move.field == FINDINGS:
            doubts.store(connection, row, reading.findings)
        else:
            recorded.write(connection, row, move)


def _achieved(
    connection: Connection, row: int | None, new: Department, outcomes: Outcomes
) -> tuple[list[Move], int]:
    """Moves for what is not recorded yet, and how many values are recorded otherwise: those stay."""
    moves, differing = [], 0
    for entry in entries_of(outcomes):
        subject = entry.subject
        place = subject_text(subject), subject.field
        now = (None, "") if row is None else recorded.current(connection, row, *place)
        if now[0] is None:
            moves.append(_move(new, subject, None, *encode(subject, entry.value, entry.typed)))
        elif decode(subject, *now) != entry.value:
            differing += 1
    return moves, differing


def _move(
    department: Department, subject: Subject, old: str | None, new: str | None, typed: str = ""
) -> Move:
    whose = department_text((department.code, department.year))
    return Move(whose, subject_text(subject), subject.field, old, "", new, typed)

"""What adopting a document moves, all of it one change.

What it declares, what was odd about it, what it says was achieved where nothing is recorded yet, and the
rulebook of a department that is new.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.engine import Connection

from evaltool.workspace import declared, declaring, doubts, recorded
from evaltool.workspace.difference import difference
from evaltool.workspace.fields import DECLARED, FINDINGS, RULEBOOK, decode, encode, subject_text
from evaltool.workspace.moves import Move, department_text
from evaltool.workspace.moving import declared_now, row_of
from evaltool.workspace.outcomes import entries_of
from evaltool.workspace.values import Difference, Differing, KeptRulebook
from scoring.model import NOTHING, Department, Outcomes, Reading, Subject
from scoring.record import Entry


@dataclass(frozen=True, slots=True)
class Adoption:
    """What is to be moved, and how what was achieved meets what is recorded: as in `Adopted`."""

    difference: Difference
    moves: Sequence[Move]
    recorded: int
    differing: tuple[Differing, ...]


def adoption(
    connection: Connection,
    reading: Reading,
    rulebook: KeptRulebook | None,
    carried: Mapping[Subject, Subject] = NOTHING,
) -> Adoption:
    """What is to be moved for `reading` to take the place of what is declared; places alone do not count.

    What is recorded at the keys of `carried`, whole things or single fields, goes along to their values,
    where nothing is recorded yet.
    """
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
    taken, put = _carried(connection, row, new, carried)
    filled = {(move.subject, move.field) for move in put}
    achieved = [move for move in achieved if (move.subject, move.field) not in filled]
    # Taken before the new declaration and put after it: an undo, which goes backwards, finds both places.
    return Adoption(differs, (*taken, *moves, *put, *achieved), len(achieved), tuple(differing))


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
) -> tuple[list[Move], list[Differing]]:
    """Moves for what is not recorded yet, and the values that are recorded otherwise: those stay."""
    moves: list[Move] = []
    differing: list[Differing] = []
    for entry in entries_of(outcomes):
        subject = entry.subject
        place = subject_text(subject), subject.field
        now = (None, "") if row is None else recorded.current(connection, row, *place)
        if now[0] is None:
            moves.append(_move(new, subject, None, *encode(subject, entry.value, entry.typed)))
        elif (value := decode(subject, *now)) != entry.value:
            differing.append(Differing(Entry(subject, value, now[1]), entry.value))
    return moves, differing


def _carried(
    connection: Connection, row: int | None, new: Department, carried: Mapping[Subject, Subject]
) -> tuple[list[Move], list[Move]]:
    """Moves that take values from where they lose their place, and those that put them in another one."""
    taken: list[Move] = []
    put: list[Move] = []
    if row is None or not carried:
        return taken, put
    for entry in recorded.everything(connection, row):
        old = entry.subject
        place = carried.get(old)
        if place is None and (target := carried.get(Subject(old.project, old.indicator))) is not None:
            place = replace(old, project=target.project, indicator=target.indicator)
        if place is None:
            continue
        if recorded.current(connection, row, subject_text(place), place.field)[0] is None:
            kept = encode(old, entry.value, entry.typed)
            whose = department_text((new.code, new.year))
            taken.append(Move(whose, subject_text(old), old.field, *kept, None, ""))
            put.append(_move(new, place, None, *kept))
    return taken, put


def _move(
    department: Department, subject: Subject, old: str | None, new: str | None, typed: str = ""
) -> Move:
    whose = department_text((department.code, department.year))
    return Move(whose, subject_text(subject), subject.field, old, "", new, typed)

"""What adopting a document moves: what is declared, what was odd about it, a new department's rulebook."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy.engine import Connection

from evaltool.workspace import declared, declaring, doubts, recorded
from evaltool.workspace.fields import DECLARED, FINDINGS, RULEBOOK, subject_text
from evaltool.workspace.journal import Move, department_text
from evaltool.workspace.moving import row_of
from evaltool.workspace.values import Difference, KeptRulebook
from scoring.model import Department, Reading


def moves_for(
    connection: Connection,
    old: Department | None,
    reading: Reading,
    differs: Difference,
    rulebook: KeptRulebook | None,
) -> list[Move]:
    """What is to be moved for `reading` to take the place of `old`. Places alone are no difference."""
    new = reading.department
    known = () if old is None else doubts.load(connection, row_of(connection, (new.code, new.year)))
    moves = []
    if not differs.same:
        before = None if old is None else declared.text_of(old)
        moves.append(_move(new, DECLARED, before, declared.text_of(new)))
    if known != reading.findings:
        moves.append(_move(new, FINDINGS, doubts.text_of(known), doubts.text_of(reading.findings)))
    if rulebook is not None and old is None:
        moves.append(_move(new, RULEBOOK.field, None, rulebook.hash))
    return moves


def carry_out(connection: Connection, reading: Reading, moves: Sequence[Move]) -> None:
    """Carry the moves out. Recorded values that lose their place stay: a person has seen the difference."""
    new = reading.department
    for move in moves:
        if move.field == DECLARED:
            declaring.store(connection, new)
        elif move.field == FINDINGS:
            doubts.store(connection, row_of(connection, (new.code, new.year)), reading.findings)
        else:
            recorded.write(connection, row_of(connection, (new.code, new.year)), move)


def _move(department: Department, field: str, old: str | None, new: str | None) -> Move:
    whose = department_text((department.code, department.year))
    return Move(whose, subject_text(RULEBOOK), field, old, "", new, "")

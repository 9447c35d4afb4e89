"""What a person declares by hand: compared with what is declared now, and what stays doubtful beside it."""

from __future__ import annotations

from sqlalchemy.engine import Connection

from evaltool.workspace import declared, doubts, journal
from evaltool.workspace.difference import difference
from evaltool.workspace.errors import Clash, Conflict
from evaltool.workspace.fields import DECLARED, subject_text
from evaltool.workspace.moves import department_text
from evaltool.workspace.moving import declared_now, row_of
from scoring.findings import Finding
from scoring.model import Department, Subject

_WHOLE = Subject(field=DECLARED)


def expect(connection: Connection, old: Department | None, new: Department) -> None:
    """See that `old` is what is declared. `Conflict` "workspace.redeclared" where somebody was faster."""
    now = declared_now(connection, (new.code, new.year))
    if _text(now) == _text(old):
        return
    whose = department_text((new.code, new.year))
    mover = journal.last_mover(connection, whose, subject_text(_WHOLE), DECLARED)
    raise Conflict("workspace.redeclared", [Clash(_WHOLE, old, now, *mover)])


def standing_doubts(connection: Connection, old: Department | None, new: Department) -> tuple[Finding, ...]:
    """The doubts about the document that are still about what `new` declares: not those of what changed."""
    if old is None:
        return ()
    differs = difference(old, new)
    gone = {
        *differs.removed,
        *(Subject(one.subject.project, one.subject.indicator) for one in differs.changed),
    }
    gone.discard(Subject())  # a change of the department's own texts settles nothing
    kept = doubts.load(connection, row_of(connection, (old.code, old.year)))
    return tuple(one for one in kept if Subject(one.subject.project, one.subject.indicator) not in gone)


def _text(department: Department | None) -> str:
    return "" if department is None else declared.text_of(department)

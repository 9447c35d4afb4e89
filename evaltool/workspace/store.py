"""The workspace itself: what a front asks of it, each call one transaction.

Rows never leave: what comes out are the frozen dataclasses of `scoring.model` and of
`evaltool.workspace.values`. Who works and what time it is are handed in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy.engine import Connection

from evaltool.workspace import (
    adopting,
    handing_in,
    journal,
    recorded,
    redeclaring,
    rulebooks,
)
from evaltool.workspace.completing import completed
from evaltool.workspace.errors import OF_THE_FILE, Conflict, WorkspaceError
from evaltool.workspace.fields import RULEBOOK
from evaltool.workspace.journal import Note
from evaltool.workspace.locks import HAND_IN, RETURN
from evaltool.workspace.moving import carry_out, clashes, declares_as_before, row_of
from evaltool.workspace.opened import OpenedWorkspace
from evaltool.workspace.places import Places
from evaltool.workspace.values import (
    ANY,
    Adopted,
    DepartmentId,
    Edit,
    HandedIn,
    KeptRulebook,
    Reverted,
    Saved,
)
from scoring.model import NOTHING, Department, Dossier, Reading, Subject


class Workspace(OpenedWorkspace):
    """One file of departments, what they declared and what was recorded, with its journal.

    Any thread may call; writes of one workspace wait for each other. Every call may raise `WorkspaceError`.
    """

    def adopt(
        self,
        reading: Reading,
        *,
        rulebook: KeptRulebook | None = None,
        carried: Mapping[Subject, Subject] = NOTHING,
        operation: str = "import",
        reason: str = "",
    ) -> Adopted:
        """Take over what a document declares and what was odd about it, as one change.

        What it says was achieved is recorded where nothing is; recorded values stay as they are. `rulebook`
        is put in force for a department that is new. `carried` says where recorded values go along to. Of a
        document that speaks of projects alone, everything else of the department stays.
        """
        with self._writing() as connection:
            note = self._note(operation, reason)
            return self._take_over(connection, completed(connection, reading), rulebook, carried, note)

    def declare(
        self,
        old: Department | None,
        new: Department,
        *,
        rulebook: KeptRulebook | None = None,
        carried: Mapping[Subject, Subject] = NOTHING,
        reason: str = "",
    ) -> Adopted:
        """Put what a person declares by hand in the place of `old`, as one change; None: of a new department.

        Doubts about the document stay with what is declared as before. `Conflict` "workspace.redeclared"
        where something else than `old` is declared now.
        """
        with self._writing() as connection:
            redeclaring.expect(connection, old, new)
            reading = Reading(new, findings=redeclaring.standing_doubts(connection, old, new))
            return self._take_over(connection, reading, rulebook, carried, self._note("declare", reason))

    def _take_over(
        self,
        connection: Connection,
        reading: Reading,
        rulebook: KeptRulebook | None,
        carried: Mapping[Subject, Subject],
        note: Note,
    ) -> Adopted:
        new = reading.department
        what = adopting.adoption(connection, reading, rulebook, carried)
        if rulebook is not None and what.difference.fresh:
            rulebooks.keep(connection, rulebook, note.at)
        adopting.carry_out(connection, reading, what.moves)
        change = journal.append(connection, note, what.moves) if what.moves else None
        row = row_of(connection, (new.code, new.year))
        loose = Places.of(new).orphans(recorded.everything(connection, row))
        return Adopted(change, what.difference, loose, what.recorded, what.differing, (new.code, new.year))

    def keep_rulebook(self, code: str, year: int | None, rulebook: KeptRulebook, reason: str = "") -> Saved:
        """Keep a rulebook by its content and put it in force for a department and year, as one change."""
        department: DepartmentId = (code, year)
        with self._writing() as connection:
            note = self._note("rulebook", reason)
            rulebooks.keep(connection, rulebook, note.at)
            edits = [Edit(RULEBOOK, ANY, rulebook.hash, rulebook.title)]
            return self._record(connection, department, edits, note)

    def save(
        self,
        code: str,
        year: int | None,
        edits: Sequence[Edit],
        operation: str = "record",
        reason: str = "",
        who: str = "",
    ) -> Saved:
        """Record values of a department, all of them or none, as one change.

        `who` is said in the journal instead of the person at work: the file that values came in.
        `Conflict` "workspace.conflict" where a field holds something else than its edit expects.
        """
        department: DepartmentId = (code, year)
        with self._write_lock:
            try:
                with self._database.writing() as connection:
                    note = self._note(operation, reason, who=who)
                    saved = self._record(connection, department, edits, note)
            except WorkspaceError as error:
                if error.code in OF_THE_FILE:
                    self._unwritten.failed(department, edits)
                raise
            self._unwritten.written(department, edits)
        return saved

    def hand_in(self, seen: Dossier, places: Sequence[str], rulebook: KeptRulebook, scores: str) -> HandedIn:
        """Keep a version of what was `seen` and lock the places, as one change.

        A place is a project's code, or "" for the department's own part. `scores` is kept as it is handed in.
        WorkspaceError "workspace.changed_since_check" where something else is kept than was seen, and
        "workspace.handed_in" where a place is locked already.
        """
        with self._writing() as connection:
            note = self._note(HAND_IN)
            return handing_in.hand_in(connection, seen, places, rulebook, scores, note)

    def take_back(self, code: str, year: int | None, places: Sequence[str], reason: str) -> Saved:
        """Unlock places that were handed in, as one change (退回修改); their version stays.

        WorkspaceError "workspace.no_reason" without a reason.
        """
        with self._writing() as connection:
            return handing_in.take_back(connection, (code, year), places, self._note(RETURN, reason))

    def undo(self, *, department: DepartmentId | None = None, change: int | None = None) -> Reverted:
        """Take back the newest change that stands, of all departments or of one, or the `change` named.

        `Conflict` "workspace.moved" where one of its fields was moved since.
        """
        with self._writing() as connection:
            found = journal.undoable(connection, department=department, change=change)
            if found is None and change is not None:
                raise WorkspaceError("workspace.not_undoable", {"change": str(change)})
            if found is None:
                raise WorkspaceError("workspace.nothing_to_undo")
            return self._revert(connection, found, journal.UNDO)

    def redo(self, *, department: DepartmentId | None = None) -> Reverted:
        """Do the change undone last again, where nothing fresh was done after the undo."""
        with self._writing() as connection:
            found = journal.redoable(connection, department=department)
            if found is None:
                raise WorkspaceError("workspace.nothing_to_redo")
            return self._revert(connection, found, journal.REDO)

    def _record(
        self, connection: Connection, department: DepartmentId, edits: Sequence[Edit], note: Note
    ) -> Saved:
        row = row_of(connection, department)
        moves = recorded.moves_for(connection, department, row, edits, self._unwritten)
        if not moves:
            return Saved(None)
        carry_out(connection, department, moves)
        change = journal.append(connection, note, moves)
        return Saved(change, tuple(move.item() for move in moves))

    def _revert(self, connection: Connection, change: int, how: str) -> Reverted:
        moves = [move.back() for move in reversed(journal.moves_of(connection, change))]
        moved_since = tuple(clashes(connection, moves))
        if moved_since:
            raise Conflict("workspace.moved", moved_since)
        loose = declares_as_before(connection, change, moves[0])
        carry_out(connection, moves[0].department_id, moves, loose=loose)
        number = journal.append(connection, self._note(how, reverts=change), moves)
        operation, who = journal.first_operation(connection, change)
        return Reverted(number, change, operation, tuple(move.item() for move in moves), who)

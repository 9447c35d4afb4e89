"""The workspace itself: what a front asks of it, each call one transaction.

Rows never leave: what comes out are the frozen dataclasses of `scoring.model` and of
`evaltool.workspace.values`. Who works and what time it is are handed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy.engine import Connection

from evaltool.workspace import declared, declaring, journal, recorded, revisions, summaries
from evaltool.workspace.database import PATIENCE, Database, url_of
from evaltool.workspace.difference import difference
from evaltool.workspace.errors import OF_THE_FILE, Conflict, WorkspaceError
from evaltool.workspace.fields import DECLARED, RULEBOOK, subject_text
from evaltool.workspace.journal import Move, Note
from evaltool.workspace.moving import carry_out, clashes, declared_now, row_of
from evaltool.workspace.places import Places
from evaltool.workspace.unwritten import Unwritten
from evaltool.workspace.values import (
    Adopted,
    Change,
    DepartmentId,
    Difference,
    Edit,
    Reverted,
    Saved,
    Summary,
)
from evaltool.workspace.writer import Writer
from scoring.model import Department, Dossier, Reading, Subject
from scoring.record import Entry, fold

if TYPE_CHECKING:
    from scoring.rulebook import Rulebook


class Workspace:
    """One file of departments, what they declared and what was recorded, with its journal.

    Any thread may call; writes of one workspace wait for each other. Every call may raise `WorkspaceError`.
    """

    def __init__(self, database: Database, *, who: str, session: str, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._who = who
        self._session = session
        self._clock = clock
        self._write_lock = Lock()
        self._unwritten = Unwritten()
        self.writer = Writer()
        self.path = database.path
        self.created = revisions.prepare(database)

    @classmethod
    def open(
        cls,
        where: str | Path,
        *,
        who: str,
        session: str,
        clock: Callable[[], datetime],
        must_exist: bool = False,
        patience: float = PATIENCE,
    ) -> Self:
        """Open the workspace at a path or URL, made afresh where there is none unless it `must_exist`.

        `patience` is how many seconds a call waits for another process before "workspace.locked".
        """
        database = Database(url_of(where), patience=patience)
        if must_exist and not database.path.is_file():
            raise WorkspaceError("workspace.not_found", {"path": str(database.path)})
        try:
            return cls(database, who=who, session=session, clock=clock)
        except BaseException:
            database.close()
            raise

    def close(self) -> None:
        """Save what is queued in the writer and let go of the file."""
        self.writer.close()
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def departments(self) -> tuple[Summary, ...]:
        """Every department and year, by code and year, with its projects and how far each is recorded."""
        with self._database.reading() as connection:
            return summaries.departments(connection)

    def department(self, code: str, year: int | None) -> Department | None:
        """What a department declared for a year, None where the workspace has none."""
        with self._database.reading() as connection:
            return declared_now(connection, (code, year))

    def dossier(self, code: str, year: int | None, rulebook: Rulebook) -> Dossier:
        """All that scoring needs for a department and year, under a rulebook."""
        with self._database.reading() as connection:
            row = row_of(connection, (code, year))
            department = declared.load(connection, row)
            entries = recorded.everything(connection, row)
        known = fold(each for each in entries if each.subject != RULEBOOK)
        return Dossier(department, rulebook, known.outcomes, known.overrides, known.weights)

    def rulebook_id(self, code: str, year: int | None) -> str:
        """The id of the rulebook chosen for a department and year; empty where none is."""
        with self._database.reading() as connection:
            row = row_of(connection, (code, year))
            return recorded.current(connection, row, subject_text(RULEBOOK), RULEBOOK.field)[0] or ""

    def orphans(self, code: str, year: int | None) -> tuple[Entry, ...]:
        """Recorded values whose project, objective or indicator is no longer declared."""
        with self._database.reading() as connection:
            row = row_of(connection, (code, year))
            return Places.of(declared.load(connection, row)).orphans(recorded.everything(connection, row))

    def journal(self, limit: int = 100, *, department: DepartmentId | None = None) -> tuple[Change, ...]:
        """The newest changes, newest first, of all departments or of one."""
        with self._database.reading() as connection:
            return journal.entries(connection, limit, department)

    def verify(self) -> int | None:
        """The number of the first change that does not follow from the one before it; None where all do."""
        with self._database.reading() as connection:
            return journal.verify(connection)

    def difference(self, reading: Reading) -> Difference:
        """What adopting a document would change."""
        new = reading.department
        with self._database.reading() as connection:
            return difference(declared_now(connection, (new.code, new.year)), new)

    def adopt(self, reading: Reading, *, operation: str = "import", reason: str = "") -> Adopted:
        """Take over what a document declares, as one change; recorded values stay where they are."""
        new = reading.department
        department: DepartmentId = (new.code, new.year)
        text = declared.text_of(new)
        with self._writing() as connection:
            old = declared_now(connection, department)
            differs = difference(old, new)
            change = None
            if not differs.same:
                before = None if old is None else declared.text_of(old)
                move = Move(
                    journal.department_text(department),
                    subject_text(Subject()),
                    DECLARED,
                    before,
                    "",
                    text,
                    "",
                )
                declaring.store(connection, new)
                change = journal.append(connection, self._note(operation, reason), [move])
            row = row_of(connection, department)
            loose = Places.of(new).orphans(recorded.everything(connection, row))
        return Adopted(change, differs, loose)

    def save(
        self,
        code: str,
        year: int | None,
        edits: Sequence[Edit],
        operation: str = "record",
        reason: str = "",
    ) -> Saved:
        """Record values of a department, all of them or none, as one change.

        `Conflict` "workspace.conflict" where a field holds something else than its edit expects.
        """
        department: DepartmentId = (code, year)
        with self._write_lock:
            try:
                saved = self._save(department, edits, operation, reason)
            except WorkspaceError as error:
                if error.code in OF_THE_FILE:
                    self._unwritten.failed(department, edits)
                raise
            self._unwritten.written(department, edits)
        return saved

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

    def _save(self, department: DepartmentId, edits: Sequence[Edit], operation: str, reason: str) -> Saved:
        with self._database.writing() as connection:
            row = row_of(connection, department)
            moves = recorded.moves_for(connection, department, row, edits, self._unwritten)
            if not moves:
                return Saved(None)
            carry_out(connection, department, moves)
            change = journal.append(connection, self._note(operation, reason), moves)
        return Saved(change, tuple(move.item() for move in moves))

    def _revert(self, connection: Connection, change: int, operation: str) -> Reverted:
        moves = [move.back() for move in reversed(journal.moves_of(connection, change))]
        moved_since = tuple(clashes(connection, moves))
        if moved_since:
            raise Conflict("workspace.moved", moved_since)
        carry_out(connection, moves[0].department_id, moves)
        number = journal.append(connection, self._note(operation, reverts=change), moves)
        first = journal.first_operation(connection, change)
        return Reverted(number, change, first, tuple(move.item() for move in moves))

    def _note(self, operation: str, reason: str = "", reverts: int | None = None) -> Note:
        return Note(self._clock(), self._who, self._session, operation, reason, reverts)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        # Threads queue here: SQLite's own waiting is by polling, and it is for other processes.
        with self._write_lock, self._database.writing() as connection:
            yield connection

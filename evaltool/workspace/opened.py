"""A workspace's file while it is open: who works on it, and one write after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

from sqlalchemy.engine import Connection

from evaltool.workspace import revisions
from evaltool.workspace.database import PATIENCE, Database, url_of
from evaltool.workspace.errors import WorkspaceError
from evaltool.workspace.journal import Note
from evaltool.workspace.questions import Questions
from evaltool.workspace.unwritten import Unwritten
from evaltool.workspace.writer import Writer


class OpenedWorkspace(Questions):
    """The file, the person, the clock. Threads may ask at once; they write one after the other."""

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

    @property
    def who(self) -> str:
        """Who signs what is written from now on."""
        return self._who

    def sign_as(self, who: str) -> None:
        """Sign what is written from now on with another name."""
        self._who = who

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

    def _note(self, operation: str, reason: str = "", reverts: int | None = None, who: str = "") -> Note:
        return Note(self._clock(), who or self._who, self._session, operation, reason, reverts)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        # Threads queue here: SQLite's own waiting is by polling, and it is for other processes.
        with self._write_lock, self._database.writing() as connection:
            yield connection

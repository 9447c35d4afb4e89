"""One SQLite file: how it is opened, what a transaction on it is, and its errors in our words.

Python's driver opens transactions by guessing at statements and commits around DDL. Here it is told to keep
out of it, and SQLAlchemy's begin event says BEGIN itself: every read sees one state, every write holds the
file from its first statement on, and a schema change rolls back like anything else.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote

from sqlalchemy import URL, create_engine, event, make_url
from sqlalchemy.engine import Connection
from sqlalchemy.exc import ArgumentError, DBAPIError

from evaltool.workspace.errors import WorkspaceError

PATIENCE = 3.0
"""Seconds to wait for another process that holds the file."""

_CODES: Mapping[int, str] = MappingProxyType(
    {
        sqlite3.SQLITE_BUSY: "workspace.locked",
        sqlite3.SQLITE_LOCKED: "workspace.locked",
        sqlite3.SQLITE_READONLY: "workspace.read_only",
        sqlite3.SQLITE_FULL: "workspace.full",
        sqlite3.SQLITE_CORRUPT: "workspace.damaged",
        sqlite3.SQLITE_NOTADB: "workspace.damaged",
        sqlite3.SQLITE_CANTOPEN: "workspace.not_found",
    }
)


def url_of(where: str | Path) -> URL:
    """The URL of a workspace given as a path or as a URL.

    WorkspaceError "workspace.unsupported" for anything but a file of SQLite.
    """
    if isinstance(where, Path) or "://" not in where:
        return URL.create("sqlite", database=str(where))
    try:
        url = make_url(where)
    except (ArgumentError, ValueError) as error:
        raise WorkspaceError("workspace.unsupported", {"url": where}) from error
    in_memory = url.database in {None, "", ":memory:"} or url.query.get("mode") == "memory"
    if url.drivername not in {"sqlite", "sqlite+pysqlite"} or url.host or in_memory:
        raise WorkspaceError("workspace.unsupported", {"url": where})
    if "uri" in url.query:
        # SQLite would take a # in a name for the end of it, and drop mode=ro with the rest.
        return url.set(database=(url.database or "").replace("#", "%23"))
    return url


def path_of(url: URL) -> Path:
    """The file that a URL names, also where SQLite's own `file:` form is used."""
    name = url.database or ""
    if "uri" in url.query:
        name = unquote(name.removeprefix("file:").removeprefix("//localhost").split("?")[0])
    return Path(name)


class Database:
    """Connections to one file. Any thread may read; each transaction has a connection of its own."""

    def __init__(self, url: URL, *, patience: float = PATIENCE, foreign_keys: bool = True) -> None:
        self.url = url
        self.path = path_of(url)
        self.engine = create_engine(url, connect_args={"timeout": patience})

        @event.listens_for(self.engine, "connect")
        def prepare(connection: sqlite3.Connection, _: object) -> None:
            connection.isolation_level = None
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")

        @event.listens_for(self.engine, "begin")
        def begin(connection: Connection) -> None:
            writes = connection.get_execution_options().get("writes", False)
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one state of the file."""
        with self._errors(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the file against other writers; it commits at the end or does nothing."""
        with (
            self._errors(),
            self.engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            yield connection

    def close(self) -> None:
        """Let go of the file."""
        self.engine.dispose()

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise self._error(error.orig) from error
        except sqlite3.Error as error:
            raise self._error(error) from error
        except UnicodeEncodeError as error:
            # Half a character, such as an undecodable byte of an argument or of a person's name.
            facts = {"field": "text", "value": ascii(error.object)}
            raise WorkspaceError("workspace.bad_value", facts) from error

    def _error(self, error: Any) -> WorkspaceError:
        """What SQLite said, as a code of ours."""
        # The low byte is the kind of error; what stands above it tells variants apart.
        code = _CODES.get(getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF, "workspace.failed")
        facts = {"path": str(self.path)}
        return WorkspaceError(code, facts | {"reason": str(error)} if code == "workspace.failed" else facts)

"""Which form a file has: made afresh in this version's, or moved up from an earlier one's.

A fresh file is stamped without Alembic, which costs a quarter of a second to load and is needed only where
the stored revision is another one than `HEAD`.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import insert, inspect, select

from evaltool.workspace import tables as t
from evaltool.workspace.database import Database
from evaltool.workspace.errors import WorkspaceError

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy.engine import Connection

HEAD = "0004"
"""The revision of `evaltool.workspace.tables`."""

MIGRATIONS = Path(__file__).parent / "migrations"


def prepare(database: Database) -> bool:
    """See to it that the file has this version's form; True where it is new.

    WorkspaceError "workspace.foreign", "workspace.newer", "workspace.needs_upgrade",
    "workspace.upgrade_failed", or what using the file meets.
    """
    with database.reading() as connection:
        revision = _revision(connection, database)
    if revision is None:
        return _create(database)
    if revision != HEAD:
        _upgrade(database, revision)
    return False


def _revision(connection: Connection, database: Database) -> str | None:
    """The stored revision; None for a file with nothing in it yet."""
    names = set(inspect(connection).get_table_names())
    if not names:
        return None
    if not {t.alembic_version.name, t.department.name, t.change.name} <= names:
        raise WorkspaceError("workspace.foreign", {"path": str(database.path)})
    return connection.scalar(select(t.alembic_version.c.version_num))


def _create(database: Database) -> bool:
    with database.writing() as connection:
        # Another process may have been quicker.
        if _revision(connection, database) is not None:
            return False
        t.Kept.metadata.create_all(connection, checkfirst=False)
        connection.execute(insert(t.alembic_version).values(version_num=HEAD))
    return True


def alembic_config() -> Config:
    """Alembic's settings for our migrations, which lie in the package: no alembic.ini is needed."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def _upgrade(database: Database, revision: str) -> None:
    """Bring an earlier file up to `HEAD` in one transaction, after a copy of it was made beside it."""
    from alembic import command
    from alembic.script import ScriptDirectory

    config = alembic_config()
    facts = {"path": str(database.path), "revision": revision}
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if revision not in known:
        raise WorkspaceError("workspace.newer", facts)
    # A table that is rebuilt must be dropped while others point at it; what they point at is checked after.
    loose = Database(database.url, foreign_keys=False)
    copy = _free_name(database.path, revision)
    try:
        with loose.writing() as connection:
            if _revision(connection, database) == HEAD:
                return
            _copy(database, copy)
            config.attributes["connection"] = connection
            command.upgrade(config, HEAD)
            _check_references(connection, facts)
    except Exception as error:
        # The transaction is rolled back, so the file is as it was and the copy has no use.
        copy.unlink(missing_ok=True)
        raise _said(error, facts) from error
    finally:
        loose.close()


def _check_references(connection: Connection, facts: dict[str, str]) -> None:
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken:
        reason = f"foreign key: {broken[0]} {broken[1]}"
        raise WorkspaceError("workspace.upgrade_failed", facts | {"reason": reason})


def _said(error: Exception, facts: dict[str, str]) -> WorkspaceError:
    match error:
        case WorkspaceError(code="workspace.read_only"):
            return WorkspaceError("workspace.needs_upgrade", facts)
        case WorkspaceError(code="workspace.failed"):
            return WorkspaceError("workspace.upgrade_failed", facts | {"reason": error.facts["reason"]})
        case WorkspaceError():
            return error
        case _:
            return WorkspaceError("workspace.upgrade_failed", facts | {"reason": str(error)})


def _free_name(path: Path, revision: str) -> Path:
    """A name beside the file that nothing has yet, such as `evaltool.0001.db` or `evaltool.0001-2.db`."""
    marks = ("" if number == 1 else f"-{number}" for number in count(1))
    names = (path.with_name(f"{path.stem}.{revision}{mark}{path.suffix}") for mark in marks)
    return next(name for name in names if not name.exists())


def _copy(database: Database, copy: Path) -> None:
    """Copy the file as it stands, by SQLite's own backup."""
    with closing(database.engine.raw_connection()) as source, closing(sqlite3.connect(copy)) as target:
        source.driver_connection.backup(target)  # type: ignore[union-attr]

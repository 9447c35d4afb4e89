"""What every command needs: the workspace meant, the person and the time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from evaltool.operations import Desk
    from scoring.rulebook import Rulebook

DB = "evaltool.db"
"""The workspace where none is named: a file in the current folder."""


@dataclass(slots=True)
class Session:
    """The options that stand before a command. `db` is empty where none was named."""

    db: str = ""
    name: str = ""

    def open(self, rulebook: Rulebook | None = None, *, must_exist: bool = False) -> Desk:
        """The workspace, opened for the person at the keyboard."""
        from evaltool.operations import Desk

        return Desk.open(self.db or DB, who=self.who, clock=now, rulebook=rulebook, must_exist=must_exist)

    def look(self) -> Desk | None:
        """The workspace, only to be read; None, with nothing made and nothing loaded, where there is none."""
        where = self.db or DB
        if "://" not in where and not _has_content(where):
            return None
        from evaltool.operations import WorkspaceError

        try:
            return self.open(must_exist=True)
        except WorkspaceError as error:
            if error.code == "workspace.not_found":
                return None
            raise

    def rulebook(self, name: str) -> Rulebook:
        """The rulebook meant by a name: a file, one that comes along, or one that the workspace keeps."""
        from evaltool.operations import rulebook_meant

        return rulebook_meant(name, self.look)

    @property
    def who(self) -> str:
        """The person: as named, else by the settings, else who is logged in; empty where nobody is known."""
        from evaltool import settings

        # A name that the console could not decode is kept as its numbers: half characters are no text.
        return (
            (self.name or settings.in_force().settings.name or _login())
            .encode("utf-8", "backslashreplace")
            .decode("utf-8")
        )


def _has_content(where: str) -> bool:
    """Whether a file is there with something in it: an empty one would be made a workspace by opening it."""
    from pathlib import Path

    try:
        return Path(where).is_file() and Path(where).stat().st_size > 0
    except (OSError, ValueError):  # closed to us, or no path that a system can have
        return False


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


SESSION = Session()
"""The options of this process: one command line, one session."""


def now() -> datetime:
    """The time, with its zone."""
    from datetime import datetime

    return datetime.now().astimezone()

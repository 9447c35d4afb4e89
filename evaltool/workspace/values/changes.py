"""The journal's entries, and which of them are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from evaltool.workspace.values.edits import DepartmentId, Item


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which changes of the journal are asked for; None leaves it open.

    `project` is a code, empty for the department itself; what a document declared concerns every project.
    """

    department: DepartmentId | None = None
    project: str | None = None
    who: str | None = None


EVERYTHING: Final = Wanted()
"""The whole journal."""


@dataclass(frozen=True, slots=True)
class By:
    """Who did something, and when."""

    who: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the journal. `operation` is "undo" or "redo" where `reverts` names another entry.

    `last` is the newest of the undos and redos that turned it back and forth, its own number where there are
    none. `is_turned_back`: as things stand it is undone; of an undo, what it took back was done again.
    """

    id: int
    at: datetime
    who: str
    session: str
    operation: str
    reason: str
    reverts: int | None
    items: tuple[Item, ...]
    last: int
    is_turned_back: bool

"""The workspace: what is kept, in one SQLite file.

`Workspace.open` gives one, `Writer` saves into it from a thread of its own. The names here are loaded when
they are first used: SQLModel and SQLAlchemy take a third of a second, which `evaltool --help` has no use for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from evaltool.workspace.errors import ERRORS, Clash, Conflict, WorkspaceError
from evaltool.workspace.values import (
    ANY,
    Adopted,
    By,
    Change,
    Changed,
    DepartmentId,
    Difference,
    Edit,
    Effect,
    HandedIn,
    Item,
    KeptRulebook,
    ProjectSummary,
    Returned,
    Reverted,
    Saved,
    Summary,
    Version,
    Wanted,
)

if TYPE_CHECKING:
    from evaltool.workspace.store import Workspace
    from evaltool.workspace.writer import Writer

__all__ = [
    "ANY",
    "ERRORS",
    "Adopted",
    "By",
    "Change",
    "Changed",
    "Clash",
    "Conflict",
    "DepartmentId",
    "Difference",
    "Edit",
    "Effect",
    "HandedIn",
    "Item",
    "KeptRulebook",
    "ProjectSummary",
    "Returned",
    "Reverted",
    "Saved",
    "Summary",
    "Version",
    "Wanted",
    "Workspace",
    "WorkspaceError",
    "Writer",
]

_HOMES = {"Workspace": "evaltool.workspace.store", "Writer": "evaltool.workspace.writer"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(name)
    return getattr(import_module(_HOMES[name]), name)

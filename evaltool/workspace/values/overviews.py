"""What is in a workspace, as a list shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from evaltool.workspace.values.changes import Change
from evaltool.workspace.values.edits import DepartmentId


@dataclass(frozen=True, slots=True)
class ProjectSummary:
    """A project in a list: how many indicators it has and how many of them are settled by a person."""

    code: str
    name: str
    indicators: int
    recorded: int
    handed_in: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """A department in a list. `indicators` and `recorded` count its own objectives', not the projects'.

    `handed_in`: its own part and all of its projects are.
    """

    code: str
    name: str
    year: int | None
    indicators: int
    recorded: int
    projects: tuple[ProjectSummary, ...]
    handed_in: bool = False


@dataclass(frozen=True, slots=True)
class Latest:
    """The newest change of a department and year: its number, when it was and whose."""

    change_id: int
    at: datetime
    who: str


@dataclass(frozen=True, slots=True)
class Overview:
    """A workspace at one moment: its departments, the newest change of each, and the newest of all."""

    departments: tuple[Summary, ...]
    latest: Mapping[DepartmentId, Latest]
    changes: tuple[Change, ...]

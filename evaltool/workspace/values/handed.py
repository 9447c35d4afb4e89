"""What was handed in, and what was taken back of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from evaltool.workspace.values.edits import DepartmentId, KeptRulebook
from scoring.model import Department
from scoring.record import Entry


@dataclass(frozen=True, slots=True)
class HandedIn:
    """What handing in did: the change, and the number of the version."""

    change_id: int
    number: int


@dataclass(frozen=True, slots=True)
class Returned:
    """Places of a version that were taken back for correction (退回修改), and why."""

    at: datetime
    who: str
    reason: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """What was handed in. `places` were locked by it: codes of projects, "" the department's own part.

    `locked` are those that still are. `scores` is the JSON text that was handed in with it. `is_intact` is
    False where the kept row is not the one that was written.
    """

    department: DepartmentId
    number: int
    at: datetime
    who: str
    places: tuple[str, ...]
    declared: Department
    recorded: tuple[Entry, ...]
    rulebook: KeptRulebook
    scores: str
    hash: str
    is_intact: bool
    locked: tuple[str, ...]
    returned: tuple[Returned, ...]

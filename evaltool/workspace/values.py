"""What goes into a workspace and what comes out of it, beside the dataclasses of `scoring.model`.

All frozen, and free of the database: a front may import them without loading it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Final

from scoring.findings import Finding
from scoring.model import NOTHING, Department, Subject
from scoring.record import Entry, Value

DepartmentId = tuple[str, int | None]
"""A department's code and year."""

Held = Value | Department | tuple[Finding, ...]
"""What a field of the journal may hold."""


class Whatever(Enum):
    """The type of `ANY`."""

    ANY = "any"


ANY: Final = Whatever.ANY
"""Expected by an edit that takes the place of whatever is recorded."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One value to record. It is kept only where `old` is what is recorded now; `ANY` always is.

    `typed` is the text that a figure was typed as; an `Actual` brings its own.
    """

    subject: Subject
    old: Value | Whatever
    new: Value
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One field of a change, before and after.

    The field "declared" holds a whole `Department`, "findings" all that was odd about its document.
    """

    department: DepartmentId
    subject: Subject
    old: Held
    new: Held
    old_typed: str = ""
    new_typed: str = ""


@dataclass(frozen=True, slots=True)
class KeptRulebook:
    """A rulebook as it is kept: `content` is the whole of it as TOML, `hash` what it is found by."""

    hash: str
    id: str
    version: str
    title: str
    content: str


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save did. `change_id` is None where everything was recorded so already."""

    change_id: int | None
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Reverted:
    """What an undo or a redo did: `operation` of `who` is undone or done again, `items` are what moved now.

    Of a form that was collected `who` is its file.
    """

    change_id: int
    reverts: int
    operation: str
    items: tuple[Item, ...]
    who: str


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


@dataclass(frozen=True, slots=True)
class Changed:
    """One declared thing that differs; `subject.field` is the attribute of `scoring.model`."""

    subject: Subject
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class Difference:
    """What a document says anew. `same`: nothing at all; `fresh`: nothing was known of the department.

    Where neither holds and the three lists are empty, only the order or a wording's form differs. `names` are
    the projects' names before, by their codes: of a removed project the document says none.
    """

    same: bool
    fresh: bool = False
    added: tuple[Subject, ...] = ()
    removed: tuple[Subject, ...] = ()
    changed: tuple[Changed, ...] = ()
    names: Mapping[str, str] = field(default_factory=lambda: NOTHING)


@dataclass(frozen=True, slots=True)
class Retargeted:
    """A recorded actual whose target a document changes."""

    entry: Entry
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class Differing:
    """A recorded value, which stays, and the other one that a document says was achieved."""

    entry: Entry
    said: Value


@dataclass(frozen=True, slots=True)
class Effect:
    """What adopting a document would do to what is recorded.

    `lost` are recorded values that would lose their place, `renamed` what was perhaps only renamed: where the
    values of a place may be carried to, if a person says so. `recorded` and `differing` are as in `Adopted`.
    """

    difference: Difference
    lost: tuple[Entry, ...] = ()
    retargeted: tuple[Retargeted, ...] = ()
    renamed: Mapping[Subject, Subject] = field(default_factory=lambda: NOTHING)
    recorded: int = 0
    differing: tuple[Differing, ...] = ()
    department: DepartmentId = ("", None)


@dataclass(frozen=True, slots=True)
class Adopted:
    """What an import did. `change_id` is None where the document says what is declared already.

    `orphans` are recorded values whose project, objective or indicator is no longer declared; they are kept.
    `recorded` counts the achieved values that were taken over from a result document, `differing` are those
    that were recorded otherwise already: these stay as they were. `department` is whose it was, which a
    document without codes is found by its name.
    """

    change_id: int | None
    difference: Difference
    orphans: tuple[Entry, ...] = ()
    recorded: int = 0
    differing: tuple[Differing, ...] = ()
    department: DepartmentId = ("", None)

"""What is recorded: one value, and what became of a save."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from scoring.findings import Finding
from scoring.model import Department, Subject
from scoring.record import Value

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

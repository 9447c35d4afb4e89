"""What the desk tells the screen. Threads post these; handlers on the screen act on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from evaltool import operations as ops
from evaltool.settings import Settings
from evaltool.tui.book import DepartmentId
from evaltool.tui.rows import Place
from scoring.findings import Finding
from scoring.model import Dossier
from scoring.record import Entry
from scoring.rulebook import Rulebook

if TYPE_CHECKING:
    from evaltool.tui.declare_book import Wish


@dataclass
class Opened(Message):
    """The workspace is open, and this is in it."""

    desk: ops.Desk
    summaries: Sequence[ops.Summary]


@dataclass
class NotOpened(Message):
    """The workspace could not be opened."""

    error: Exception


@dataclass
class Listed(Message):
    """What is in the workspace now; `place` is to be shown, or the first there is."""

    summaries: Sequence[ops.Summary]
    place: Place | None


@dataclass
class Loaded(Message):
    """A department's dossier, and the places that are handed in with their versions' numbers."""

    dossier: Dossier
    locked: Mapping[str, int]


@dataclass
class LookedAt(Message):
    """What became of the files that a department names as evidence."""

    department: DepartmentId
    findings: tuple[Finding, ...]


class HungUp(Message):
    """The terminal is gone."""


@dataclass
class Failed(Message):
    """Something that was asked for could not be done."""

    error: Exception


@dataclass
class Kept(Message):
    """A save is on the disk: one field, or all that was pasted together."""

    department: DepartmentId
    edits: Sequence[ops.Edit]
    saved: ops.Saved


@dataclass
class NotKept(Message):
    """A save failed, and none of its fields was kept."""

    department: DepartmentId
    edits: Sequence[ops.Edit]
    error: Exception


@dataclass
class Tried(Message):
    """Figures are shown and not saved."""

    department: DepartmentId
    entries: Sequence[Entry]


@dataclass
class TrialKept(Message):
    """What was tried is on the disk, as one change."""

    department: DepartmentId
    edits: Sequence[ops.Edit]
    saved: ops.Saved


@dataclass
class TrialNotKept(Message):
    """What was tried could not be saved, none of it; it is still tried."""

    department: DepartmentId
    edits: Sequence[ops.Edit]
    error: Exception


@dataclass
class Moved(Message):
    """An undo or a redo was done."""

    word: str
    reverted: ops.Reverted
    is_undo: bool = False


@dataclass
class Declared(Message):
    """What was declared by hand is kept."""

    wish: Wish
    adopted: ops.Adopted


@dataclass
class NotDeclared(Message):
    """What was declared by hand could not be kept."""

    wish: Wish
    error: Exception


@dataclass
class Ruled(Message):
    """A rulebook was put in force."""

    rulebook: Rulebook
    saved: ops.Saved


@dataclass
class Taken(Message):
    """A document was adopted."""

    adopted: ops.Adopted
    place: Place


@dataclass
class HandedIn(Message):
    """A version was kept and its places are locked."""

    number: int


@dataclass
class TakenBack(Message):
    """Places that were handed in are unlocked again."""

    saved: ops.Saved


@dataclass
class Preferred(Message):
    """A setting was written and is in force."""

    settings: Settings

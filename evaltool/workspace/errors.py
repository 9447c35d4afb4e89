"""What can go wrong with a workspace, as codes and facts; `evaltool.wording` makes sentences of them.

No exception of SQLite or SQLAlchemy ever leaves the workspace: a person meets one of these.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from scoring.model import NOTHING, Subject

ERRORS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # opening the file
        "workspace.not_found": ("path",),  # no such file, or its folder is missing or closed to us
        "workspace.unsupported": ("url",),  # not a file of SQLite
        "workspace.damaged": ("path",),  # not a database, or its pages are broken
        "workspace.foreign": ("path",),  # a database, but of another program
        "workspace.newer": ("path", "revision"),  # made by a later version of evaltool
        "workspace.needs_upgrade": ("path", "revision"),  # of an earlier version, and opened read-only
        "workspace.upgrade_failed": ("path", "revision", "reason"),  # the file is as it was before
        # using it
        "workspace.read_only": ("path",),
        "workspace.locked": ("path",),  # another program holds it; trying again may work
        "workspace.full": ("path",),  # the disk
        "workspace.failed": ("path", "reason"),  # anything else that the operating system or SQLite said
        "workspace.closed": (),  # a save after leaving
        # what was asked for
        "workspace.no_department": ("code", "year"),
        "workspace.no_subject": ("project", "indicator", "field"),  # nothing of that kind is declared
        "workspace.no_field": ("project", "indicator", "field"),
        "workspace.bad_value": (
            "field",
            "value",
        ),  # not of the field's kind: NaN, infinite, a broken character
        "workspace.conflict": ("project", "indicator", "field", "who", "at", "count"),  # moved meanwhile
        "workspace.redeclared": ("who", "at"),  # what is declared was changed meanwhile
        # handing in
        "workspace.handed_in": ("project", "version"),  # locked since that version
        "workspace.hand_in_stays": (),  # handing in and taking back are never undone
        "workspace.changed_since_check": (),  # something moved between the check and the handing in
        "workspace.no_reason": (),  # taking back needs one
        # undo and redo
        "workspace.nothing_to_undo": (),
        "workspace.nothing_to_redo": (),
        "workspace.not_undoable": ("change",),  # no such change, or undone already, or itself an undo
        "workspace.moved": ("project", "indicator", "field", "who", "at", "count"),  # moved since
        "workspace.would_orphan": (
            "project",
            "indicator",
            "field",
            "count",
        ),  # would cut recorded values loose
    }
)
"""Every code there is, with the names of its facts."""

OF_THE_FILE = frozenset({"workspace.locked", "workspace.full", "workspace.failed"})
"""Codes of what a file did not take although nothing was wrong with it: trying again may work."""


class WorkspaceError(Exception):
    """Something a person has to know about the workspace: a code of `ERRORS` and its facts."""

    def __init__(self, code: str, facts: Mapping[str, str] = NOTHING) -> None:
        super().__init__(code, dict(facts))
        self.code = code
        self.facts = MappingProxyType(dict(facts))


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that holds something else than was expected, with who moved it last and when.

    `expected` and `found` are values of `scoring.model`, None where nothing is recorded. `who` is empty and
    `at` None where the journal does not know.
    """

    subject: Subject
    expected: object
    found: object
    who: str = ""
    at: datetime | None = None


class Conflict(WorkspaceError):  # noqa: N818 - it says what happened, and it is caught by that name
    """A compare-and-set that found something else; nothing was written. `clashes` is never empty."""

    def __init__(self, code: str, clashes: Sequence[Clash]) -> None:
        first = clashes[0]
        at = first.at.isoformat(timespec="seconds") if first.at else ""
        count = str(len(clashes))
        super().__init__(code, {**subject_facts(first.subject), "who": first.who, "at": at, "count": count})
        self.clashes = tuple(clashes)


def subject_facts(subject: Subject) -> dict[str, str]:
    """A subject as facts of a sentence."""
    name = subject.indicator.name if subject.indicator else ""
    return {"project": subject.project, "indicator": name, "field": subject.field}

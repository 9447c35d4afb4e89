"""What a document says anew, and what adopting it does to what is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from evaltool.workspace.values.edits import DepartmentId
from scoring.model import NOTHING, Subject
from scoring.record import Entry, Value


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

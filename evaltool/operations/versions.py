"""Two versions of a department's year, or a version and what is recorded now, compared line by line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaltool.operations.kept_rulebooks import kept
from evaltool.operations.kept_scores import Points, points_in, points_of
from evaltool.workspace.difference import difference
from evaltool.workspace.values import Difference, KeptRulebook, Version
from scoring.evaluate import evaluate
from scoring.model import Department, Dossier, Subject
from scoring.record import Entry, Value

__all__ = ["Compared", "Held", "MovedPoints", "MovedValue", "Version", "compare", "of_now", "of_version"]


@dataclass(frozen=True, slots=True)
class Held:
    """What one side of a comparison holds. `number` is the version's, 0 for what is recorded now."""

    number: int
    department: Department
    entries: Mapping[Subject, Entry]
    rulebook: KeptRulebook
    points: Mapping[Subject, Points]


@dataclass(frozen=True, slots=True)
class MovedValue:
    """A recorded value that the two sides hold differently; None where one of them holds none."""

    subject: Subject
    old: Value
    new: Value


@dataclass(frozen=True, slots=True)
class MovedPoints:
    """Points that the two sides hold differently; None where one of them does not have the line."""

    subject: Subject
    old: Points | None
    new: Points | None


@dataclass(frozen=True, slots=True)
class Compared:
    """Everything that differs between two sides, each in the order of the declaration."""

    before: Held
    after: Held
    declared: Difference
    recorded: tuple[MovedValue, ...]
    scores: tuple[MovedPoints, ...]

    @property
    def rulebook_differs(self) -> bool:
        """Whether the two were scored by different rulebooks."""
        return self.before.rulebook.hash != self.after.rulebook.hash

    @property
    def is_same(self) -> bool:
        """Whether nothing differs at all."""
        return self.declared.same and not (self.recorded or self.scores or self.rulebook_differs)


def of_version(version: Version) -> Held:
    """A version as a side of a comparison: with the scores that were handed in, not scored again."""
    points = points_in(version.scores)
    return Held(version.number, version.declared, _by_place(version.recorded), version.rulebook, points)


def of_now(dossier: Dossier, entries: Sequence[Entry]) -> Held:
    """What is recorded now as a side of a comparison."""
    points = points_of(evaluate(dossier))
    return Held(0, dossier.department, _by_place(entries), kept(dossier.rulebook), points)


def compare(before: Held, after: Held) -> Compared:
    """What differs from one side to the other."""
    values = tuple(
        MovedValue(subject, old, new)
        for subject in _union(before.entries, after.entries)
        if (old := _value(before, subject)) != (new := _value(after, subject))
    )
    points = tuple(
        MovedPoints(subject, before.points.get(subject), after.points.get(subject))
        for subject in _union(before.points, after.points)
        if before.points.get(subject) != after.points.get(subject)
    )
    return Compared(before, after, difference(before.department, after.department), values, points)


def _by_place(entries: Sequence[Entry]) -> dict[Subject, Entry]:
    return {entry.subject: entry for entry in entries}


def _union(before: Mapping[Subject, object], after: Mapping[Subject, object]) -> Sequence[Subject]:
    return tuple(dict.fromkeys((*before, *after)))


def _value(held: Held, subject: Subject) -> Value:
    entry = held.entries.get(subject)
    return entry.value if entry else None

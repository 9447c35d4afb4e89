"""One department's year as the screen shows it: what is kept, and on top of it what is on its way there.

A save is shown at once and confirmed later, so that five quick saves of one field each expect what the one
before them wrote.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from evaltool import operations as ops
from evaltool.tui.standing import Standing, of_department, of_project
from scoring.model import Dossier, Subject, Target
from scoring.record import Entry, Value, apply, value_of
from scoring.scores import DepartmentScore

DepartmentId = tuple[str, int | None]


class Book:
    """A dossier that moves, with its scores and the edits that could not be saved."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.unsaved: dict[Subject, ops.Edit] = {}

    @property
    def id(self) -> DepartmentId:
        """The department's code and year."""
        return self.dossier.department.code, self.dossier.department.year

    @cached_property
    def score(self) -> DepartmentScore:
        """The scores of the dossier as it is shown."""
        return ops.score(self.dossier)

    def standing(self, project: str) -> Standing:
        """How a project stands, or the department itself where `project` is empty."""
        if not project:
            return of_department(self.score, self.dossier)
        scored = next(score for score in self.score.projects if score.code == project)
        return of_project(scored, self.score.findings)

    def value(self, subject: Subject) -> Value:
        """What is shown as recorded for a field; None where nothing is."""
        return value_of(self.dossier, subject)

    def target(self, subject: Subject) -> Target | None:
        """The target that a field's figure is held against; None for money and for texts."""
        known = {indicator.key for indicator in self.dossier.department.indicators()}
        if subject.field != "actual" or subject.indicator not in known:
            return None
        return ops.scored_target(self.dossier, subject.indicator)

    def put(self, entry: Entry) -> ops.Edit:
        """Show an entry and give the edit that saves it, expecting what was shown before."""
        failed = self.unsaved.pop(entry.subject, None)
        old = failed.old if failed else self.value(entry.subject)
        self.take([entry])
        return ops.Edit(entry.subject, old, entry.value, entry.typed)

    def failed(self, edit: ops.Edit) -> None:
        """Remember an edit that was not saved; of several of one field the last, with the first one's old."""
        earlier = self.unsaved.get(edit.subject)
        old = earlier.old if earlier else edit.old
        self.unsaved[edit.subject] = ops.Edit(edit.subject, old, edit.new, edit.typed)

    def take(self, entries: Iterable[Entry]) -> None:
        """Show what somebody else recorded, or what an undo brought back."""
        self.dossier = apply(self.dossier, entries)
        self.__dict__.pop("score", None)

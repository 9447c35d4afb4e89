"""One department's year as the screen shows it: what is kept, and on top of it what is on its way there.

A save is shown at once and confirmed later, so that five quick saves of one field each expect what the one
before them wrote. What is only tried lies over all that, and is never mixed with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from evaltool import operations as ops
from evaltool.tui.standing import Standing, of_department, of_project
from scoring.findings import Finding
from scoring.model import NOTHING, Dossier, Subject, Target
from scoring.record import Entry, Value, apply, value_of
from scoring.scores import DepartmentScore

DepartmentId = tuple[str, int | None]


class Book:
    """A dossier that moves, with its scores and the edits that could not be saved.

    `dossier` is what is shown, `recorded` the same without what is only tried. `is_keeping`: what was tried
    is on its way to the disk. `locked` are the places that are handed in, each with its version's number.
    """

    def __init__(self, dossier: Dossier, locked: Mapping[str, int] = NOTHING) -> None:
        self.dossier = self.recorded = dossier
        self.locked = locked
        self.unsaved: dict[Subject, ops.Edit] = {}
        self.beside: tuple[Finding, ...] = ()
        self.trying = False
        self.is_keeping = False
        self._tried: dict[Subject, Entry] = {}

    @property
    def id(self) -> DepartmentId:
        """The department's code and year."""
        return self.dossier.department.code, self.dossier.department.year

    @cached_property
    def score(self) -> DepartmentScore:
        """The scores of the dossier as it is shown; its doubts with those of the files named as evidence."""
        score = ops.score(self.dossier)
        return replace(score, findings=(*score.findings, *self.beside))

    @cached_property
    def recorded_score(self) -> DepartmentScore:
        """The scores without what is only tried."""
        return ops.score(self.recorded) if self._tried else self.score

    @property
    def tried(self) -> Mapping[Subject, Entry]:
        """What is only tried, by field; nothing that is recorded so already."""
        return self._tried or NOTHING

    def standing(self, project: str) -> Standing:
        """How a project stands, or the department itself where `project` is empty."""
        return _standing(self.score, self.dossier, project)

    def recorded_standing(self, project: str) -> Standing:
        """The same without what is only tried."""
        return _standing(self.recorded_score, self.recorded, project)

    def value(self, subject: Subject) -> Value:
        """What is shown as recorded for a field; None where nothing is."""
        return value_of(self.dossier, subject)

    def recorded_value(self, subject: Subject) -> Value:
        """What is recorded for a field, without what is only tried."""
        return value_of(self.recorded, subject)

    def target(self, subject: Subject) -> Target | None:
        """The target that a field's figure is held against; None for money and for texts."""
        known = {indicator.key for indicator in self.dossier.department.indicators()}
        if subject.field != "actual" or subject.indicator not in known:
            return None
        return ops.scored_target(self.dossier, subject.indicator)

    def see(self, findings: tuple[Finding, ...]) -> None:
        """Take up what was found beside the figures: what became of the files named as evidence."""
        self.beside = findings
        self.__dict__.pop("score", None)

    def put(self, entry: Entry) -> ops.Edit:
        """Show an entry and give the edit that saves it, expecting what was shown before."""
        edit = self._edit(entry)
        self.unsaved.pop(entry.subject, None)
        self.take([entry])
        return edit

    def failed(self, edit: ops.Edit) -> None:
        """Remember an edit that was not saved; of several of one field the last, with the first one's old."""
        earlier = self.unsaved.get(edit.subject)
        old = earlier.old if earlier else edit.old
        self.unsaved[edit.subject] = ops.Edit(edit.subject, old, edit.new, edit.typed)

    def take(self, entries: Iterable[Entry]) -> None:
        """Show what somebody else recorded, or what an undo brought back; what is tried stays over it."""
        self._record(entries)
        self._show()

    def try_out(self, entries: Iterable[Entry]) -> None:
        """Show entries without recording them; one that is recorded so already is no trial any more."""
        for entry in entries:
            before = value_of(self.recorded, entry.subject)
            after = value_of(apply(self.recorded, [entry]), entry.subject)
            self._tried.pop(entry.subject, None)
            if after != before:
                self._tried[entry.subject] = entry
        self._show()

    def tried_edits(self) -> list[ops.Edit]:
        """The edits that save what is tried, expecting what is recorded."""
        return [self._edit(entry) for entry in self._tried.values()]

    def kept(self, edits: Iterable[ops.Edit]) -> None:
        """What was tried is recorded now; what was tried anew since stays a trial."""
        edits = tuple(edits)
        for edit in edits:
            self.unsaved.pop(edit.subject, None)
        self._record(Entry(edit.subject, edit.new, edit.typed) for edit in edits)
        still, self._tried = tuple(self._tried.values()), {}
        self.try_out(still)
        self.trying = bool(self._tried)

    def leave(self) -> int:
        """Show what is recorded again, and how many tried fields are dropped by that."""
        dropped, self._tried = len(self._tried), {}
        self.trying = False
        self._show()
        return dropped

    def go_on_from(self, older: Book) -> None:
        """Take over what an older book of the department holds that is not on the disk."""
        self.unsaved = older.unsaved
        self.take(Entry(edit.subject, edit.new, edit.typed) for edit in older.unsaved.values())
        self.trying, self.is_keeping = older.trying, older.is_keeping
        self.try_out(older.tried.values())

    def _edit(self, entry: Entry) -> ops.Edit:
        """An edit that expects what is on the disk, as far as it is known."""
        failed = self.unsaved.get(entry.subject)
        old = failed.old if failed else value_of(self.recorded, entry.subject)
        return ops.Edit(entry.subject, old, entry.value, entry.typed)

    def _record(self, entries: Iterable[Entry]) -> None:
        self.recorded = apply(self.recorded, entries)
        self.__dict__.pop("recorded_score", None)

    def _show(self) -> None:
        self.dossier = apply(self.recorded, self._tried.values()) if self._tried else self.recorded
        self.__dict__.pop("score", None)


def _standing(score: DepartmentScore, dossier: Dossier, project: str) -> Standing:
    if not project:
        return of_department(score, dossier)
    scored = next(one for one in score.projects if one.code == project)
    return of_project(scored, ops.open_findings(dossier, score.findings))

"""Where something can be recorded: the subjects that a department declares."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evaltool.workspace.fields import objective_of, subject_text
from scoring.model import OVERALL, Department, Subject
from scoring.record import Entry


@dataclass(frozen=True, slots=True)
class Places:
    """The subjects of one declaration, and the titles of its objectives."""

    subjects: frozenset[str]
    titles: frozenset[str]

    @classmethod
    def of(cls, department: Department) -> Places:
        """The places that a department declares."""
        subjects = (
            Subject(),
            *(Subject(project.code) for project in department.projects),
            *(Subject(each.key.project, each.key) for each in department.indicators()),
        )
        titles = (OVERALL, *(objective.title for objective in department.objectives))
        return cls(frozenset(map(subject_text, subjects)), frozenset(titles))

    def hold(self, subject: Subject) -> bool:
        """Whether there is such a place."""
        kind, title = objective_of(subject)
        return title in self.titles if kind else subject_text(subject) in self.subjects

    def orphans(self, records: Iterable[Entry]) -> tuple[Entry, ...]:
        """Recorded values that have no place here."""
        return tuple(each for each in records if not self.hold(each.subject))

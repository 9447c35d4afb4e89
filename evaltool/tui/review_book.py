"""A document under review as the screen shows it: its places, their rows, and what is odd about each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from evaltool import operations as ops
from evaltool.operations.corrections import OF_CLAUSE, OF_DEPARTMENT, OF_INDICATOR, OF_PROJECT
from evaltool.operations.decided import Decided
from scoring.findings import Finding, Severity
from scoring.model import Indicator, Key, Source, Subject

DECIDED = frozenset({"document.corrected", "document.left_out"})
"""Findings that say what a person decided: no doubts."""


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One row: whose it is as found, and the fields Tab goes through.

    `found` is None for what is no indicator: a name, a code, a year, a budget.
    """

    subject: Subject
    fields: tuple[str, ...]
    found: Indicator | None = None

    def at(self, field: str) -> Subject:
        """The subject of one of the row's fields."""
        return replace(self.subject, field=field)


class ReviewBook:
    """A review with what is looked up in it, by places as found."""

    def __init__(self, review: ops.Review) -> None:
        self.review = review

    @cached_property
    def places(self) -> tuple[str, ...]:
        """The department, which is empty, and the codes of the projects, as found."""
        return "", *(project.code for project in self.review.found.department.projects)

    @cached_property
    def indicators(self) -> dict[Key, Indicator]:
        """The indicators that are taken, as they count now."""
        now = {one.key: one for one in self.review.reading.department.indicators()}
        return {found: now[key] for found, key in self.review.result.keys.items()}

    @cached_property
    def _whole(self) -> Decided:
        """The decisions with nothing left out: what is left out shows its corrections all the same."""
        return (
            replace(self.review, left_out=frozenset()).result if self.review.left_out else self.review.result
        )

    @cached_property
    def shown(self) -> dict[Key, Indicator]:
        """Every indicator as its row shows it, whether it is taken or not."""
        now = {one.key: one for one in self._whole.reading.department.indicators()}
        return {found: now[key] for found, key in self._whole.keys.items()}

    @cached_property
    def names(self) -> dict[str, str]:
        """The name of every project as the list shows it, by its code as found."""
        now = {one.code: one.name for one in self._whole.reading.department.projects}
        return {found: now[code] for found, code in self._whole.codes.items() if found}

    @cached_property
    def doubts(self) -> dict[Subject, list[Finding]]:
        """What is odd, the worst first: by indicator, else by field of a project or the department.

        What has no row of its own stands with the first of its place, where `way_to` leads as well.
        """
        keys = {new: old for old, new in self.review.result.keys.items()}
        codes = {new: old for old, new in self.review.result.codes.items()}
        found: dict[Subject, list[Finding]] = {}
        for odd in sorted(self.review.reading.findings, key=lambda one: list(Severity).index(one.severity)):
            key, code = odd.subject.indicator, codes.get(odd.subject.project, odd.subject.project)
            facts = OF_PROJECT if code else OF_DEPARTMENT
            field = odd.subject.field if odd.subject.field in facts else facts[0]
            field = "" if key in keys else field
            place = Subject(code, keys.get(key) if key else None, field)
            if odd.code not in DECIDED:
                found.setdefault(place, []).append(odd)
        return found

    def doubts_of(self, row: ReviewRow) -> Sequence[Finding]:
        """What is odd about a row."""
        return self.doubts.get(row.subject if row.found else row.at(row.fields[0]), ())

    def counts(self, project: str) -> tuple[int, int, int]:
        """How many indicators of a place are taken, and the errors and warnings about it."""
        taken = sum(key.project == project for key in self.indicators)
        graves = [
            odd.severity for place, odds in self.doubts.items() if place.project == project for odd in odds
        ]
        return taken, graves.count(Severity.ERROR), graves.count(Severity.WARNING)

    def rows(self, project: str) -> tuple[ReviewRow, ...]:
        """What names a place, then its indicators."""
        department = self.review.found.department
        fields, found = OF_DEPARTMENT, department.own_indicators()
        if project:
            fields = OF_PROJECT
            found = next(one.indicators for one in department.projects if one.code == project)
        facts = (ReviewRow(Subject(project), (field,)) for field in fields)
        each = OF_INDICATOR if project else OF_CLAUSE
        return (*facts, *(ReviewRow(Subject(project, one.key), each, one) for one in found))

    def way_to(self, subject: Subject) -> tuple[str, ReviewRow]:
        """The place and the row nearest to what a finding is about."""
        keys = {new: old for old, new in self.review.result.keys.items()}
        codes = {new: old for old, new in self.review.result.codes.items()}
        project = codes.get(subject.project, subject.project)
        project = project if project in self.places else ""
        key = keys.get(subject.indicator, subject.indicator) if subject.indicator else None
        rows = self.rows(project)
        for row in rows:
            if row.subject.indicator == key and (key is not None or subject.field in row.fields):
                return project, row
        return project, rows[0]

    def source(self, row: ReviewRow) -> Source | None:
        """Where the row stands in the file."""
        department = self.review.found.department
        if row.found is not None:
            return row.found.source
        projects = {one.code: one.source for one in department.projects}
        return projects.get(row.subject.project, department.source)

"""What is declared, as places and rows to type into: the department, its objectives, its projects.

A place is a subject: empty for the department, "title:…" for an objective, a code for a project.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from evaltool.operations.drafted import OF_DEPARTMENT, OF_PROJECT
from scoring.model import Department, Indicator, Subject

OF_LINE = ("level1", "level2", "name", "target", "weight", "description", "basis")
OF_CLAUSE = ("name", "target", "weight", "description", "basis")
"""An indicator of the department itself stands under an objective instead of levels."""


@dataclass(frozen=True, slots=True)
class DeclareRow:
    """One row: whose it is, the fields Tab goes through, and the indicator where it is one."""

    subject: Subject
    fields: tuple[str, ...]
    indicator: Indicator | None = None

    @property
    def home(self) -> str:
        """The field that is shown first."""
        return "name" if self.indicator else self.fields[0]

    def at(self, field: str) -> Subject:
        """The subject of one of the row's fields."""
        return replace(self.subject, field=field)


def places_of(department: Department) -> tuple[Subject, ...]:
    """The department itself, its objectives and its projects, as they stand."""
    objectives = (Subject(field=f"title:{one.title}") for one in department.objectives)
    return Subject(), *objectives, *(Subject(project.code) for project in department.projects)


def place_of(department: Department, subject: Subject) -> Subject:
    """The place that a subject is seen in; the department where there is no such place."""
    key, title = subject.indicator, subject.field.partition(":")[2]
    place = Subject(field=f"title:{key.objective if key else title}")
    if subject.project:
        place = Subject(subject.project)
    return place if place in places_of(department) else Subject()


def title_of(place: Subject) -> str:
    """The title of the objective that a place is; empty for another place."""
    return place.field.partition(":")[2]


def lines_of(department: Department, place: Subject) -> Sequence[Indicator]:
    """The indicators of a place."""
    if place.project:
        return next(one.indicators for one in department.projects if one.code == place.project)
    if place.field:
        return next(one.indicators for one in department.objectives if one.title == title_of(place))
    return department.objective_indicators


def rows_of(department: Department, place: Subject) -> tuple[DeclareRow, ...]:
    """The rows of a place: a row for each thing it is called and holds, then its indicators."""
    title = title_of(place)
    facts: tuple[str, ...] = OF_DEPARTMENT
    if place.project:
        facts = OF_PROJECT
    elif title:
        facts = (f"title:{title}", f"text:{title}")
    each = OF_LINE if place.project else OF_CLAUSE
    lines = lines_of(department, place)
    return (
        *(DeclareRow(Subject(place.project), (field,)) for field in facts),
        *(DeclareRow(Subject(place.project, one.key), each, one) for one in lines),
    )


def index_of(rows: Sequence[DeclareRow], subject: Subject) -> int:
    """The row that a subject stands in; the first where there is none."""
    for index, row in enumerate(rows):
        if row.subject.indicator == subject.indicator and (
            subject.indicator is not None or subject.field in row.fields
        ):
            return index
    return 0

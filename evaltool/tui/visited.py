"""Where a person was: the place left last in each department and year, and the field in each place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from evaltool import operations as ops
from evaltool.tui.book import DepartmentId
from evaltool.tui.rows import Place
from scoring.model import Subject


class Visited:
    """Remembers for as long as the workbench is open."""

    def __init__(self) -> None:
        self._places: dict[DepartmentId, Place] = {}
        self._fields: dict[Place, Subject] = {}

    def leave(self, place: Place, field: Subject | None) -> None:
        """A place is left; `field` is what the edit bar was on there."""
        self._places[place.department] = place
        if field is not None:
            self._fields[place] = field

    def field_at(self, place: Place) -> Subject | None:
        """The field that was left last in a place."""
        return self._fields.get(place)

    def place_in(self, summary: ops.Summary, like: Place | None = None) -> Place:
        """The place left last in a department and year; else the project that `like` shows, or the first."""
        department = (summary.code, summary.year)
        projects = [project.code for project in summary.projects]
        for place in (self._places.get(department), like):
            if place is not None and place.project in ("", *projects):
                return replace(place, code=summary.code, year=summary.year)
        return Place(*department, projects[0] if projects else "")


def other_year(summaries: Sequence[ops.Summary], department: DepartmentId) -> ops.Summary | None:
    """The same department's next year in the workspace, after the last the first; None without another."""
    same = [one for one in summaries if one.code == department[0]]
    years = [one.year for one in same]
    if len(same) < 2 or department[1] not in years:
        return None
    return same[(years.index(department[1]) + 1) % len(same)]

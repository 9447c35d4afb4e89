"""Where a finding is looked at: the page, row and field of the workbench nearest to what it is about."""

from __future__ import annotations

from collections.abc import Sequence

from evaltool.tui.book import DepartmentId
from evaltool.tui.rows import Part, Place, Row, rows_of
from scoring.model import Dossier, Subject

NEAREST = {
    "budget": "money.adjusted.total",
    "fiscal": "money.adjusted.fiscal",
    "other": "money.adjusted.other",
    "plan": "checkpoint.3",
}
"""What is declared of a project, and the field beside which it is seen."""

OF_ALL = frozenset({"indicators", "weight", "level1", "objectives"})
"""What concerns all indicators of a place: seen at the first of them."""


def way_to(dossier: Dossier, department: DepartmentId, subject: Subject) -> tuple[Place, Subject]:
    """The place that shows a subject, and the field of it to put the cursor on.

    What is no field of the workbench is seen at the indicator, the project or the department it belongs to.
    """
    known = {project.code for project in dossier.department.projects}
    project = subject.project if subject.project in known else ""
    field = NEAREST.get(subject.field, subject.field) if subject.indicator is None else subject.field
    wanted = Subject(project, subject.indicator, field)
    pages = {part: Place(*department, project, part) for part in Part}
    rows = {part: rows_of(dossier, place) for part, place in pages.items()}
    for part, found in rows.items():
        if any(wanted in map(row.at, row.fields) for row in found):
            return pages[part], wanted
    return pages[Part.INDICATORS], _nearest(rows[Part.INDICATORS], subject)


def _nearest(rows: Sequence[Row], subject: Subject) -> Subject:
    indicators = [row for row in rows if row.indicator is not None]
    own = [row for row in indicators if row.subject.indicator == subject.indicator]
    first = indicators if subject.field in OF_ALL else []
    return (*own, *first, *rows)[0].first

"""A rulebook that was not in force when a year was evaluated."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.findings import Finding, finding
from scoring.model import Department, Subject
from scoring.rulebook import Rulebook


def in_force(department: Department, rulebook: Rulebook) -> Iterator[Finding]:
    """The finding where the rulebook had ended by the year's end, or began after the next one."""
    effective, year = rulebook.effective, department.year
    if year is not None and not effective.covers(year):
        start, end = (day.isoformat() if day else "—" for day in (effective.start, effective.end))
        place = Subject(field="rulebook")
        yield finding("rulebook.not_in_force", place, id=rulebook.id, year=year, start=start, end=end)

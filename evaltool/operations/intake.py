"""A document read, and its year settled with the person who named it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from evaltool import documents
from evaltool.operations.errors import Refused
from scoring.model import Reading


def read(path: Path, year: int | None = None) -> Reading:
    """What a document says; `year` serves where it names none.

    Raises `Unreadable`, and `Refused` where the document is of another year.
    """
    reading = documents.read(path)
    department = reading.department
    if year in (None, department.year):
        return reading
    if department.year is not None:
        facts = {"file": path.name, "year": str(department.year), "wanted": str(year)}
        raise Refused("year.differs", facts)
    return replace(reading, department=replace(department, year=year))

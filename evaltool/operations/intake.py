"""Documents read, and their year settled with the person who named them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from evaltool import documents
from evaltool.operations.errors import Refused
from evaltool.workspace.values import Effect
from scoring.model import Reading, Subject


def read(path: Path, year: int | None = None) -> Reading:
    """What a document says; `year` serves where it names none.

    Raises `Unreadable`, and `Refused` where the document is of another year.
    """
    return _of_year(documents.read(path), path, year)


def read_all(
    paths: Sequence[Path], jobs: int, year: int | None = None
) -> Iterator[tuple[Path, Reading | documents.Unreadable | Refused]]:
    """Each document as it can be adopted, or why it cannot, in the order given; `jobs` at the same time."""
    for path, found in documents.read_many(paths, jobs):
        yield path, found if isinstance(found, documents.Unreadable) else _adoptable(found, path, year)


def first_effect(reading: Reading) -> Effect:
    """What adopting a document would do where there is no workspace yet."""
    from evaltool.workspace.difference import difference  # loads the database layer
    from evaltool.workspace.outcomes import entries_of

    return Effect(difference(None, reading.department), recorded=len(tuple(entries_of(reading.outcomes))))


def _adoptable(reading: Reading, path: Path, year: int | None) -> Reading | Refused:
    """A reading of a known department and year: without them its figures would belong to nobody."""
    department = reading.department
    if not (department.code or department.name):
        return Refused("department.missing", {"file": path.name})
    try:
        settled = _of_year(reading, path, year)
    except Refused as refusal:
        return refusal
    if settled.department.year is None:
        return Refused("year.missing", {"file": path.name})
    return settled


def _of_year(reading: Reading, path: Path, year: int | None) -> Reading:
    department = reading.department
    if year in (None, department.year):
        return reading
    if department.year is not None:
        facts = {"file": path.name, "year": str(department.year), "wanted": str(year)}
        raise Refused("year.differs", facts)
    settled = tuple(odd for odd in reading.findings if odd.subject != Subject(field="year"))
    return replace(reading, department=replace(department, year=year), findings=settled)

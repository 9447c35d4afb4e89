"""A table of actuals matched with what was declared: entries to record, and findings for what does not fit.

A row with an error is left out and said so; the others are read. Blank is not zero: an empty actual records
nothing.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from evaltool.operations import names
from scoring.findings import Finding, Severity, finding
from scoring.model import Department, Indicator, Project, Sense, Source, State, Subject, Target, level_name
from scoring.notation import normalise, read_actual, read_amount
from scoring.record import Entry

PERCENT = Target(Sense.AT_LEAST, unit="%")
"""What a share is read against."""


@dataclass(frozen=True, slots=True)
class Actuals:
    """What a table of actuals gives: entries by row, and the findings."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One row by its columns."""

    source: Source
    project: str = ""
    name: str = ""
    actual: str = ""
    share: str = ""
    reason: str = ""
    action: str = ""
    evidence: str = ""
    level1: str = ""
    level2: str = ""
    objective: str = ""

    @property
    def has_figures(self) -> bool:
        """Whether there is anything to record."""
        return any((self.actual, self.share, self.reason, self.action, self.evidence))


def read_actuals(path: Path, department: Department) -> Actuals:
    """Read a table of actuals. Raises `documents.Unreadable` where the file is no such table."""
    from evaltool.documents import Unreadable
    from evaltool.documents.sheets import read_rows

    rows = read_rows(path)
    header = [names.HEADERS.get(normalise(cell).lower(), "") for cell in rows[0].cells] if rows else []
    if not {"name", "actual"} <= set(header):
        raise Unreadable("actuals.no_header", path.name)
    found: list[Finding] = []
    for cell, column in zip(rows[0].cells, header, strict=True):
        if cell and not column:
            found.append(finding("actuals.unknown_column", source=rows[0].source, column=cell))
    lines = []
    for row in rows[1:]:
        cells = dict(zip(header, row.cells, strict=False))
        cells.pop("", None)
        if any(row.cells[len(header) :]):
            found.append(finding("actuals.extra_cell", source=row.source, text=row.cells[len(header)]))
        else:
            lines.append(Line(row.source, **cells))
    read = match(lines, department)
    return Actuals(read.entries, (*found, *read.findings))


def match(lines: Iterable[Line], department: Department) -> Actuals:
    """Match rows with what a department declared."""
    reader = _Reader(department)
    taken: dict[Subject, Source] = {}
    entries: list[Entry] = []
    findings: list[Finding] = []
    for line in lines:
        read, odd = reader.read(line)
        twice = next((entry.subject for entry in read if entry.subject in taken), None)
        if twice is not None:
            odd = [*odd, finding("actuals.twice", twice, line.source, name=line.name, line=taken[twice].line)]
        findings += odd
        if not any(doubt.severity is Severity.ERROR for doubt in odd):
            entries += read
            taken |= {entry.subject: line.source for entry in read}
    return Actuals(tuple(entries), tuple(findings))


class _Reader:
    """Reads one row after the other against one department."""

    def __init__(self, department: Department) -> None:
        self.department = department
        self.projects = {project.code: project for project in department.projects}
        self.titles = tuple(objective.title for objective in department.objectives)

    def read(self, line: Line) -> tuple[list[Entry], list[Finding]]:
        """The entries of a row and what is odd about it; a row with an error gives no entry that counts."""
        project = self.projects.get(line.project)
        if line.project and project is None:
            nearest = next(iter(difflib.get_close_matches(line.project, self.projects, 1)), "")
            facts = {"code": line.project, "nearest": nearest}
            return [], [finding("actuals.unknown_project", source=line.source, **facts)]
        if not line.has_figures:
            return [], []
        of_project = project is not None
        field = "" if line.level2 else names.money_field(normalise(line.name), of_project=of_project)
        if field:
            return self._amount(line, Subject(line.project, field=field))
        field = names.text_field(line.name, of_project=of_project, titles=self.titles)
        if field and line.actual:
            return [Entry(Subject(line.project, field=field), line.actual)], []
        if of_project and line.name in ("", names.EXECUTION) and line.actual == names.NOT_APPLICABLE:
            return self._not_applicable(line, Subject(line.project), "execution" if line.name else "state")
        candidates = project.indicators if project else self.department.own_indicators()
        return self._indicator(line, list(candidates), project)

    def _amount(self, line: Line, subject: Subject) -> tuple[list[Entry], list[Finding]]:
        amount, odd = read_amount(line.actual, subject=subject, source=line.source)
        return ([Entry(subject, amount, line.actual)] if amount is not None else []), list(odd)

    def _indicator(
        self, line: Line, candidates: list[Indicator], project: Project | None
    ) -> tuple[list[Entry], list[Finding]]:
        matching = [indicator for indicator in candidates if _fits(line, indicator)]
        if len(matching) != 1:
            code = "actuals.ambiguous" if matching else "actuals.unknown_indicator"
            known = [indicator.name for indicator in candidates]
            nearest = next(iter(difflib.get_close_matches(line.name, known, 1, 0.4)), "")
            facts = {"name": line.name, "project": project.name if project else "", "nearest": nearest}
            return [], [finding(code, Subject(line.project), line.source, **facts)]
        indicator = matching[0]
        subject = Subject(line.project, indicator.key)
        if line.actual == names.NOT_APPLICABLE:
            return self._not_applicable(line, subject, "state")
        entries = list(_texts(line, subject))
        findings: list[Finding] = []
        if line.actual:
            place = replace(subject, field="actual")
            year = self.department.year
            actual, odd = read_actual(
                line.actual, indicator.target, year=year, subject=place, source=line.source
            )
            entries.append(Entry(place, actual, line.actual))
            findings += odd
        if line.share:
            entry, odd = _share(line, replace(subject, field="share"))
            entries += entry
            findings += odd
        return entries, findings

    def _not_applicable(self, line: Line, subject: Subject, field: str) -> tuple[list[Entry], list[Finding]]:
        if not line.reason:
            facts = {"name": line.name or line.project}
            return [], [finding("actuals.no_reason", replace(subject, field=field), line.source, **facts)]
        reason = "execution_reason" if field == "execution" else "reason"
        return [
            Entry(replace(subject, field=field), State.NOT_APPLICABLE),
            Entry(replace(subject, field=reason), line.reason),
        ], []


def _fits(line: Line, indicator: Indicator) -> bool:
    """Whether a row means this indicator: the name, and whatever else the row says of it."""
    said = (
        (line.name, indicator.name),
        (level_name(line.level1), indicator.level1),
        (level_name(line.level2), indicator.level2),
        (line.objective, indicator.key.objective),
    )
    return all("".join(text.split()) == "".join(known.split()) for text, known in said if text)


def _texts(line: Line, subject: Subject) -> Iterator[Entry]:
    for field in ("reason", "action", "evidence"):
        text = getattr(line, field)
        if text:
            yield Entry(replace(subject, field=field), text)


def _share(line: Line, subject: Subject) -> tuple[list[Entry], list[Finding]]:
    """The percent of the points, written 90 or 90%."""
    read, _ = read_actual(line.share, PERCENT, subject=subject, source=line.source)
    if read.value is None or read.unit not in ("", "%") or not 0 <= read.value <= 100:
        return [], [finding("actuals.bad_share", subject, line.source, name=line.name, text=line.share)]
    return [Entry(subject, read.value, line.share)], []

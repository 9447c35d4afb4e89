"""A table of actuals matched with what was declared: entries to record, and findings for what does not fit.

A row with an error is left out and said so; the others are read. Blank is not zero: an empty cell records
nothing. What a row says that its line has no place for is a note, so that nothing vanishes in silence.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from evaltool.operations import names
from evaltool.operations.entry import scored_target
from evaltool.operations.fields import read_field, read_points
from evaltool.operations.rows import Row, rows_of
from scoring.findings import Finding, Severity, finding
from scoring.model import AdjustedTarget, Dossier, Indicator, Override, Source, State, Subject, level_name
from scoring.record import Entry

Read = tuple[list[Entry], list[Finding]]
"""The entries of a row and what is odd about it."""


@dataclass(frozen=True, slots=True)
class Actuals:
    """What a table of actuals gives: how many rows were read, their entries in order, and the findings."""

    rows: int
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]


def read_actuals(path: Path, dossier: Dossier, who: str = "") -> Actuals:
    """Read a table of actuals. `who` signs the scores set by hand. Raises `documents.Unreadable`."""
    rows, odd = rows_of(path)
    read = match(rows, dossier, who)
    return replace(read, findings=(*odd, *read.findings))


def match(rows: Iterable[Row], dossier: Dossier, who: str = "") -> Actuals:
    """Match rows with what a department declared."""
    taken: dict[Subject, Source] = {}
    entries: list[Entry] = []
    findings: list[Finding] = []
    counted = 0
    for row in rows:
        read, odd = _RowReader(row, dossier, who).read() if row.says_something else ([], [])
        twice = next((entry.subject for entry in read if entry.subject in taken), None)
        if twice is not None:
            first = taken[twice]
            odd = [
                *odd,
                finding("actuals.twice", twice, row.source, name=row.name, line=first.line or first.row),
            ]
        findings += odd
        if read and not any(doubt.severity is Severity.ERROR for doubt in odd):
            counted += 1
            entries += read
            taken |= {entry.subject: row.source for entry in read}
    return Actuals(counted, tuple(entries), tuple(findings))


class _RowReader:
    """Reads one row. Each cell that went somewhere is remembered: the others are noted at the end."""

    def __init__(self, row: Row, dossier: Dossier, who: str) -> None:
        self.row = row
        self.dossier = dossier
        self.who = who
        self.used: set[str] = set()

    def read(self) -> Read:
        """The entries of the row and what is odd about it; a row with an error gives no entry that counts."""
        read, odd = self._read()
        if not any(doubt.severity is Severity.ERROR for doubt in odd):
            odd += [
                finding(
                    "actuals.unused",
                    Subject(self.row.project),
                    self.row.source,
                    name=self.row.name,
                    text=text,
                )
                for column, text in self.row.values()
                if column not in self.used
            ]
        return read, odd

    def _read(self) -> Read:
        row, department = self.row, self.dossier.department
        project = next((one for one in department.projects if one.code == row.project), None)
        if row.project and project is None:
            known = {one.code: f"{one.code} {one.name}" for one in department.projects}
            nearest = known.get(_nearest(row.project, known), "")
            code = row.project
            return [], [finding("actuals.unknown_project", None, row.source, code=code, nearest=nearest)]
        candidates = project.indicators if project else department.own_indicators()
        fitting = [indicator for indicator in candidates if _fits(row, indicator)]
        titles = [objective.title for objective in department.objectives]
        field = "" if fitting else names.field_of(row.name, titles, of_project=project is not None)
        if field in names.MAY_NOT_APPLY and names.is_not_applicable(row.actual):
            return self._not_applicable(Subject(row.project), field)
        if field and field not in names.MAY_NOT_APPLY:
            return self._one(Subject(row.project, field=field))
        if len(fitting) == 1:
            return self._indicator(fitting[0])
        code = "actuals.ambiguous" if fitting else "actuals.unknown_indicator"
        known_names = [
            *(one.name for one in candidates),
            *names.known(titles, of_project=project is not None),
        ]
        facts = {
            "name": row.name,
            "project": project.name if project else department.name,
            "nearest": _nearest(row.name, known_names),
        }
        return [], [finding(code, Subject(row.project), row.source, **facts)]

    def _one(self, subject: Subject, column: str = "actual") -> Read:
        """One cell as one field."""
        self.used.add(column)
        text = getattr(self.row, column)
        year = self.dossier.department.year
        entry, odd = read_field(subject, text, year=year, source=self.row.source)
        return [entry] if text and entry else [], list(odd)

    def _indicator(self, indicator: Indicator) -> Read:
        row, subject = self.row, Subject(self.row.project, indicator.key)
        if names.is_not_applicable(row.actual):
            return self._not_applicable(subject, "state")
        parts = [
            self._adjusted(subject),
            self._override(subject),
            self._one(replace(subject, field="share"), "share"),
        ]
        entries = [entry for read, _odd in parts for entry in read]
        findings = [doubt for _read, odd in parts for doubt in odd]
        target = next((e.value.target for e in entries if isinstance(e.value, AdjustedTarget)), None)
        target = target or scored_target(self.dossier, indicator.key)
        self.used.add("actual")
        if row.actual:
            place = replace(subject, field="actual")
            year = self.dossier.department.year
            entry, odd = read_field(place, row.actual, target, year=year, source=row.source)
            entries += [entry, Entry(replace(subject, field="state"), State.APPLIES)] if entry else []
            findings += odd
        return [*entries, *self._texts(subject)], findings

    def _adjusted(self, subject: Subject) -> Read:
        """A target changed during the year, with the approval's number."""
        read, odd = self._one(replace(subject, field="adjusted"), "adjusted")
        if not self.row.adjusted:
            return [], []
        self.used.add("approval")
        return [
            replace(entry, value=replace(entry.value, approval=self.row.approval))
            for entry in read
            if isinstance(entry.value, AdjustedTarget)
        ], odd

    def _override(self, subject: Subject) -> Read:
        """A score set by a person, which needs a reason of its own."""
        row, place = self.row, replace(subject, field="override")
        if not row.override:
            return [], []
        self.used |= {"override", "override_reason"}
        points, odd = read_points(place, row.override, "分", row.source)
        if points is None:
            return [], list(odd)
        if not row.override_reason:
            return [], [finding("override.no_reason", place, row.source, score=points)]
        return [Entry(place, Override(points, row.override_reason, self.who), row.override)], []

    def _not_applicable(self, subject: Subject, field: str) -> Read:
        """A state, which needs a reason: of an indicator, a whole project, or its execution rate."""
        row = self.row
        if not row.reason:
            facts = {"name": row.name or row.project}
            return [], [finding("actuals.no_reason", replace(subject, field=field), row.source, **facts)]
        self.used.add("actual")
        state = Entry(replace(subject, field=field), State.NOT_APPLICABLE)
        if subject.indicator is not None:
            return [state, *self._texts(subject)], []
        reason = "execution_reason" if field == "execution" else "reason"
        return [state, *self._one(replace(subject, field=reason), "reason")[0]], []

    def _texts(self, subject: Subject) -> Iterator[Entry]:
        for field in ("reason", "action", "evidence"):
            yield from self._one(replace(subject, field=field), field)[0]


def _fits(row: Row, indicator: Indicator) -> bool:
    """Whether a row means this indicator: the name, and whatever else the row says of it."""
    key = indicator.key
    said = (
        (level_name(row.level1), key.level1),
        (level_name(row.level2), key.level2),
        (row.ordinal, str(key.ordinal)),
    )
    return (
        names.plain(row.name) == names.plain(key.name)
        and all(names.plain(text) == names.plain(known) for text, known in said if text)
        and names.is_objective(row.objective, key.objective)
    )


def _nearest(name: str, known: Iterable[str]) -> str:
    candidates: Sequence[str] = list(known)
    return next(iter(difflib.get_close_matches(name, candidates, 1, 0.4)), "")

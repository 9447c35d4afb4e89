"""What a document says was achieved, taken apart into the single values that can be recorded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from operator import attrgetter

from evaltool.workspace.fields import BY_NAME, DEPARTMENT, INDICATOR, PROJECT, UNSCORED, codec
from scoring.model import DepartmentOutcome, Outcome, Outcomes, ProjectOutcome, Subject
from scoring.record import Entry, Value

_OF_OUTCOME = tuple(each.name for each in fields(Outcome) if each.name in INDICATOR)


def entries_of(outcomes: Outcomes) -> Iterator[Entry]:
    """Every value that is there, in the form that `scoring.record.fold` puts together again."""
    for subject, value in _values(outcomes):
        if value is not None and value != codec(subject).absent:
            yield Entry(subject, value)


def _values(outcomes: Outcomes) -> Iterator[tuple[Subject, Value]]:
    for key, outcome in outcomes.indicators.items():
        for name in _OF_OUTCOME:
            yield Subject(key.project, key, name), getattr(outcome, name)
    for code, of_project in outcomes.projects.items():
        for name in (each for each in PROJECT if each not in UNSCORED):
            yield Subject(code, field=name), _of_project(of_project, name)
    yield from _of_department(outcomes.department)


def _of_project(outcome: ProjectOutcome, name: str) -> Value:
    kind, _, month = name.partition(".")
    value: Value
    value = outcome.money.checkpoints.get(int(month)) if kind == "checkpoint" else attrgetter(name)(outcome)
    return value


def _of_department(outcome: DepartmentOutcome) -> Iterator[tuple[Subject, Value]]:
    for name in DEPARTMENT:
        if name not in UNSCORED:
            yield Subject(field=name), attrgetter(name)(outcome)
    for kind in BY_NAME:
        for name, value in getattr(outcome, kind.removesuffix(":")).items():
            yield Subject(field=kind + name), value

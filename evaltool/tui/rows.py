"""The rows of the table on the right: what can be entered for a place, in the order to enter it.

Money that decides a score stands above the indicators; the rest of the money, and what else is recorded
of a place beside its indicators, is a page of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from enum import StrEnum

from evaltool import operations as ops
from scoring.findings import plain
from scoring.model import (
    CHECKPOINT_MONTHS,
    OVERALL,
    Department,
    Dossier,
    Indicator,
    People,
    Project,
    Sense,
    Subject,
    Target,
)

FIGURE_FIELDS = ("actual", "reason", "action", "evidence", "state", "adjusted", "override", "weight", "steps")
BAND_FIELDS = (
    *("actual", "share", "reason", "action", "evidence"),
    *("state", "adjusted", "override", "weight"),
)
EXPLAINING = ("reason", "action", "evidence", "execution_reason")
"""Fields of words that are often the same from row to row."""
SOURCES = ("total", "fiscal", "carried", "other")
WHOLE_MONEY = ("basic_budget", "basic_spent", "project_budget", "project_spent")
SPENT = "money.spent.total"


class Part(StrEnum):
    """Which rows of a place are shown."""

    INDICATORS = "indicators"
    MONEY = "money"


@dataclass(frozen=True, slots=True)
class Place:
    """What the right side shows: a part of a project, or of the department itself (`project` empty)."""

    code: str
    year: int | None
    project: str = ""
    part: Part = Part.INDICATORS

    @property
    def department(self) -> tuple[str, int | None]:
        """The department's code and year."""
        return self.code, self.year


def is_long(field: str) -> bool:
    """Whether a field takes a text of several lines."""
    return field in EXPLAINING or field == "achieved" or field.startswith("achieved:")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: whose it is, the fields Tab goes through, and what was declared for it.

    `indicator` is None for money and what else is no indicator; `declared` is then the plan that an amount is
    held against.
    """

    subject: Subject
    fields: tuple[str, ...]
    indicator: Indicator | None = None
    target: Target | None = None
    declared: str = ""

    @property
    def first(self) -> Subject:
        """The field that Enter edits."""
        return self.at(self.fields[0])

    @property
    def is_band(self) -> bool:
        """Whether a person chooses a band and a share instead of a figure."""
        return self.target is not None and self.target.sense is Sense.QUALITATIVE

    def at(self, field: str) -> Subject:
        """The subject of one of the row's fields."""
        return replace(self.subject, field=field)


def rows_of(dossier: Dossier, place: Place) -> tuple[Row, ...]:
    """The rows of a place."""
    if not place.project:
        return tuple(_own_rows(dossier) if place.part is Part.INDICATORS else _beside(dossier.department))
    project = ops.project_of(dossier, place.project)
    if place.part is Part.MONEY:
        return tuple(_money_rows(project))
    return tuple(_project_rows(dossier, project))


def _project_rows(dossier: Dossier, project: Project) -> Iterator[Row]:
    yield _single(project.code, "money.adjusted.total", _planned(project.budget))
    yield _spent(project.code)
    for indicator in project.indicators:
        yield _of_indicator(dossier, indicator)


def _money_rows(project: Project) -> Iterator[Row]:
    for kind in ("initial", "adjusted", "received", "spent"):
        for source in SOURCES:
            field = f"money.{kind}.{source}"
            declared = _planned(project.budget) if field == "money.adjusted.total" else ""
            yield _spent(project.code) if field == SPENT else _single(project.code, field, declared)
    planned = {checkpoint.month: checkpoint.amount for checkpoint in project.plan}
    for month in CHECKPOINT_MONTHS:
        yield _single(project.code, f"checkpoint.{month}", _planned(planned.get(month)))
    for field in ("completion", "weight_choice", "mean_weight", "achieved"):
        yield _single(project.code, field)
    yield Row(Subject(project.code, field="state"), ("state", "reason"))


def _own_rows(dossier: Dossier) -> Iterator[Row]:
    for field in WHOLE_MONEY:
        yield _single("", field)
    for indicator in dossier.department.own_indicators():
        yield _of_indicator(dossier, indicator)


def _beside(department: Department) -> Iterator[Row]:
    """What is recorded of a department beside its indicators."""
    for field in WHOLE_MONEY:
        yield _single("", field)
    yield _single("", "completion")
    for objective in department.objectives:
        if objective.indicators:
            yield _single("", f"objective_weights:{objective.title}")
    for title in (OVERALL, *(objective.title for objective in department.objectives)):
        yield _single("", f"achieved:{title}")
    for person in fields(People):
        yield _single("", f"people.{person.name}")


def _spent(project: str) -> Row:
    """What was spent, and why so little or why it does not count."""
    return Row(Subject(project, field=SPENT), (SPENT, "execution_reason", "execution"))


def _single(project: str, field: str, declared: str = "") -> Row:
    return Row(Subject(project, field=field), (field,), declared=declared)


def _of_indicator(dossier: Dossier, indicator: Indicator) -> Row:
    target = ops.target_of(dossier, indicator)
    fields = BAND_FIELDS if target.sense is Sense.QUALITATIVE else FIGURE_FIELDS
    return Row(Subject(indicator.key.project, indicator.key), fields, indicator, target)


def _planned(amount: Decimal | None) -> str:
    return "" if amount is None else plain(amount)

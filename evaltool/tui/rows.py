"""The rows of the table on the right: what can be entered for a place, in the order to enter it.

Money that decides a score stands above the indicators; the rest of the money is a page of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from evaltool import operations as ops
from scoring.findings import plain
from scoring.model import CHECKPOINT_MONTHS, Dossier, Indicator, Project, Sense, Subject, Target

FIGURE_FIELDS = ("actual", "reason", "action", "evidence")
BAND_FIELDS = ("actual", "share", "reason", "action", "evidence")
SOURCES = ("total", "fiscal", "carried", "other")


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


@dataclass(frozen=True, slots=True)
class Row:
    """One row: whose it is, the fields Tab goes through, and what was declared for it.

    `indicator` is None for money; `declared` is then the plan that the amount is held against.
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
        return tuple(_own_rows(dossier))
    project = ops.project_of(dossier, place.project)
    if place.part is Part.MONEY:
        return tuple(_money_rows(project))
    return tuple(_project_rows(dossier, project))


def _project_rows(dossier: Dossier, project: Project) -> Iterator[Row]:
    yield _amount(project.code, "money.adjusted.total", _planned(project.budget))
    yield _amount(project.code, "money.spent.total")
    for indicator in project.indicators:
        yield _of_indicator(dossier, indicator)


def _money_rows(project: Project) -> Iterator[Row]:
    for kind in ("initial", "adjusted", "received", "spent"):
        for source in SOURCES:
            declared = _planned(project.budget) if (kind, source) == ("adjusted", "total") else ""
            yield _amount(project.code, f"money.{kind}.{source}", declared)
    planned = {checkpoint.month: checkpoint.amount for checkpoint in project.plan}
    for month in CHECKPOINT_MONTHS:
        yield _amount(project.code, f"checkpoint.{month}", _planned(planned.get(month)))


def _own_rows(dossier: Dossier) -> Iterator[Row]:
    for field in ("basic_budget", "basic_spent", "project_budget", "project_spent"):
        yield _amount("", field)
    for indicator in dossier.department.own_indicators():
        yield _of_indicator(dossier, indicator)


def _amount(project: str, field: str, declared: str = "") -> Row:
    return Row(Subject(project, field=field), (field,), declared=declared)


def _of_indicator(dossier: Dossier, indicator: Indicator) -> Row:
    target = ops.scored_target(dossier, indicator.key)
    fields = BAND_FIELDS if target.sense is Sense.QUALITATIVE else FIGURE_FIELDS
    return Row(Subject(indicator.key.project, indicator.key), fields, indicator, target)


def _planned(amount: Decimal | None) -> str:
    return "" if amount is None else plain(amount)

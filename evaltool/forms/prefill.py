"""What stands in a form's cells as it goes out: what is recorded, as a person would type it there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from evaltool.formulas.words import BANDS, COMPLETIONS, NOT_APPLICABLE
from scoring.model import (
    QUANTITATIVE,
    Actual,
    DepartmentOutcome,
    Outcome,
    ProjectOutcome,
    State,
    Target,
)
from scoring.notation import write_actual, write_target
from scoring.units import Factor, compare

Shown = Decimal | date | str | None
"""A cell's content; None leaves it blank."""

MOST_DIGITS = 15
"""That a spreadsheet keeps; a longer figure stands as text."""


def target_text(target: Target) -> str:
    """How a form shows a target: a figure as it was understood, words as they were printed."""
    is_figure = target.sense in QUANTITATIVE
    return write_target(target) if is_figure or not target.text else target.text


def of_indicator(outcome: Outcome, field: str, target: Target) -> Shown:
    """What is recorded in an indicator's field. A figure is in the target's unit, where it can be."""
    match field:
        case "actual":
            return _actual(outcome.actual, target) if outcome.actual else None
        case "share":
            return _number(outcome.share)
        case "state":
            return NOT_APPLICABLE if outcome.state is State.NOT_APPLICABLE else None
    text: str = getattr(outcome, field)
    return text or None


def of_project(outcome: ProjectOutcome, field: str) -> Shown:
    """What is recorded in a project's field."""
    kind, _, rest = field.partition(".")
    if kind == "money":
        name, _, source = rest.partition(".")
        return _number(getattr(getattr(outcome.money, name), source))
    if kind == "checkpoint":
        return _number(outcome.money.checkpoints.get(int(rest)))
    if field == "completion":
        return COMPLETIONS.get(outcome.completion)
    text: str = getattr(outcome, field)
    return text or None


def of_department(outcome: DepartmentOutcome, field: str) -> Shown:
    """What is recorded in a field of the department as a whole."""
    kind, _, title = field.partition(":")
    if kind == "achieved":
        return outcome.achieved.get(title)
    kind, _, name = field.partition(".")
    if kind == "people":
        text: str = getattr(outcome.people, name)
        return text or None
    if field == "completion":
        return COMPLETIONS.get(outcome.completion)
    return _number(getattr(outcome, field))


def _actual(actual: Actual, target: Target) -> Shown:
    if actual.band is not None:
        return BANDS[actual.band]
    if actual.date is not None:
        return actual.date
    if actual.value is not None:
        figure = _in_unit(actual.value, actual.unit, target.unit)
        if figure is not None:
            return _number(figure)
    if actual.yes is not None and target.date is not None:
        return actual.text or None
    return write_actual(actual, target) or None


def _in_unit(value: Decimal, unit: str, wanted: str) -> Decimal | None:
    """A figure in the target's unit; None where it cannot be written so."""
    if unit in ("", wanted):
        return value
    relation = compare(unit, wanted)
    if not isinstance(relation, Factor):
        return None
    exact = Fraction(value) * relation.value
    scaled = exact * 10**MOST_DIGITS
    return Decimal(int(scaled)).scaleb(-MOST_DIGITS) if scaled.denominator == 1 else None


def _number(figure: Decimal | None) -> Shown:
    if figure is None:
        return None
    plain = format(figure, "f")
    return figure if len(plain.replace(".", "").strip("-0")) <= MOST_DIGITS else plain

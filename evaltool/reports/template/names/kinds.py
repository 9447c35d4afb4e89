"""What a placeholder is: a name, what it speaks of, and how its value is found and written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Generic, TypeVar

from evaltool.reports import texts
from evaltool.reports.sheet import Formula, Value
from evaltool.wording import points
from scoring.findings import plain

Of = TypeVar("Of")


class Group(StrEnum):
    """What a placeholder speaks of. One of an indicator makes its row repeat."""

    DEPARTMENT = "department"
    PROJECT = "project"
    LINE = "indicator"


class Kind(StrEnum):
    """What a value is, which matters where a number stands inside a text."""

    TEXT = "text"
    POINTS = "points"
    AMOUNT = "amount"
    """万元, or a number to count or measure by."""
    RATE = "rate"
    """A ratio: 0.9692 in a cell in percent format, 96.92% in words."""


@dataclass(frozen=True, slots=True)
class Placeholder(Generic[Of]):
    """A name that may stand in a cell between double braces. `meaning` is in the source language."""

    name: str
    meaning: str
    value: Callable[[Of], Value]
    kind: Kind = Kind.TEXT


def in_words(value: Value, kind: Kind) -> str:
    """A value inside a text."""
    if not isinstance(value, Decimal):
        assert not isinstance(value, Formula)  # noqa: S101 - no placeholder stands for one
        return value or ""
    if kind is Kind.RATE:
        return texts.percent(value)
    return plain(value) if kind is Kind.AMOUNT else points(value)

"""How a plain value of a clause is read from TOML: each reader raises `ValueError(what was expected)`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TypeGuard
from unicodedata import category

Read = Callable[[object], Any]

LINE = "expected.line"
"""Said where a text in quotes is expected, on one line and without control characters."""


def is_line(value: object) -> TypeGuard[str]:
    """Whether a value is a text without control characters: they would reach the screen of who reads it."""
    return isinstance(value, str) and not any(category(sign) == "Cc" for sign in value)


def one_line_each(value: object) -> object:
    """A value all of whose texts and keys are without control characters, however deep they stand in it."""
    if isinstance(value, str) and not is_line(value):
        raise ValueError(LINE)
    if isinstance(value, list | dict):
        for inner in value:
            one_line_each(inner)
    if isinstance(value, dict):
        one_line_each(list(value.values()))
    return value


def number(low: int, high: int) -> Read:
    """A number from `low` to `high`, as `Decimal`."""

    def read(value: object) -> Decimal:
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            figure = Decimal(value)
            if figure.is_finite() and low <= figure <= high:
                return figure
        raise ValueError(f"{low} … {high}")

    return read


def whole(low: int, high: int) -> Read:
    """A whole number from `low` to `high`, as `Decimal`."""
    within = number(low, high)

    def read(value: object) -> Decimal:
        figure = within(value)
        if figure % 1:
            raise ValueError(f"{low}, {low + 1} … {high}")
        return Decimal(figure)

    return read


def points_of_100(value: object) -> Decimal:
    """Points of the 100, to 0.01, so that they can be spread without a rest."""
    figure = number(0, 100)(value)
    if figure * 100 % 1:
        raise ValueError("expected.hundredths")
    return Decimal(figure)


def choice(*names: str) -> Read:
    """One of `names`."""

    def read(value: object) -> str:
        if value in names:
            return str(value)
        raise ValueError(" | ".join(names))

    return read


def text(value: object) -> str:
    """A text that is not empty."""
    if isinstance(value, str) and value.strip():
        return value
    raise ValueError(LINE)


def texts(value: object) -> tuple[str, ...]:
    """A list of texts."""
    if isinstance(value, list):
        return tuple(text(item) for item in value)
    raise ValueError("expected.texts")


def numbers(value: object) -> tuple[Decimal, ...]:
    """A list of numbers more than 0."""
    if isinstance(value, list):
        try:
            found = tuple(number(0, 100000)(item) for item in value)
        except ValueError:
            found = (Decimal(0),)
        if all(found):
            return found
    raise ValueError("expected.positive")


def percent_or_never(low: int, high: int) -> Read:
    """A percentage from `low` to `high`, or "never" (None)."""

    def read(value: object) -> Decimal | None:
        if value == "never":
            return None
        try:
            return Decimal(number(low, high)(value))
        except ValueError as expected:
            raise ValueError(f'{expected} | "never"') from None

    return read

"""What a picture is drawn from: labels short enough to stand beside a bar, and figures that are numbers."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

from evaltool.reports import texts
from evaltool.reports.sheet import EXACT_DIGITS, Value
from evaltool.sheets.measure import width

MOST = 10
"""Bars, or pairs of them, that can still be read on a page."""

LABEL_WIDTH = 30
"""Halves of a Chinese character."""

_DRAWN = Context(prec=EXACT_DIGITS)


def amount(figure: Decimal | None) -> Decimal | None:
    """A figure as a number that a spreadsheet keeps: a text would be drawn as 0. None stays an empty cell."""
    return None if figure is None else _DRAWN.plus(figure)


def rate(figure: Fraction | None) -> Decimal | None:
    """A ratio for a cell in percent format; None stays an empty cell, which draws nothing."""
    return number(texts.rate(figure))


def number(value: Value) -> Decimal | None:
    """What is a number; a sign that there is none becomes an empty cell."""
    return amount(value) if isinstance(value, Decimal) else None


def label(*parts: str) -> str:
    """The label of a bar, a line for each part that is not empty; what is cut stands whole in the tables."""
    return "\n".join(_cut(" ".join(part.split())) for part in parts if part)


def _cut(text: str) -> str:
    if width(text[: LABEL_WIDTH + 1]) <= LABEL_WIDTH:
        return text
    kept = text[:LABEL_WIDTH]
    while width(kept) > LABEL_WIDTH - 2:
        kept = kept[:-1]
    return f"{kept}…"

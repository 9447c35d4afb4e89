"""Points as they are printed in a table: 10, 9.50, 10分, 25%, １０."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from scoring.notation import normalise
from scoring.printed import CENT, is_rounded
from scoring.rules import EXACT

_POINTS = re.compile(r"([+-]?)([0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3})(?:\.([0-9]{0,12}))?(?:\(?分\)?|%)?")
_LONGEST = 40


def points_of(text: str) -> Decimal | None:
    """The points that a cell states; None for a blank, a stroke, words or a number nobody scores with."""
    found = _POINTS.fullmatch(normalise(text).replace(" ", "")) if len(text) <= _LONGEST else None
    if found is None:
        return None
    sign, whole, part = found.groups(default="")
    return Decimal(f"{sign}{whole.replace(',', '')}.{part}" if part else f"{sign}{whole.replace(',', '')}")


def points_in_brackets(text: str) -> Decimal | None:
    """The points that a cell puts in brackets, because they do not count: （12.5）."""
    said = normalise(text).strip() if len(text) <= _LONGEST else ""
    return points_of(said[1:-1]) if said.startswith("(") and said.endswith(")") else None


def in_cents(points: Decimal) -> Decimal:
    """Points with two decimals at least, as scores are printed: 8 as 8.00."""
    exponent = points.as_tuple().exponent
    return points if isinstance(exponent, int) and exponent <= -2 else points.quantize(CENT, context=EXACT)


def restates(printed: Decimal, exact: Fraction) -> bool:
    """Whether `printed` is `exact`, to a hundredth or with fewer decimals, rounded or cut."""
    return abs(Fraction(printed) - exact) <= Fraction(CENT) or is_rounded(printed, exact)

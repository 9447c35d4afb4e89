"""A figure as somebody printed it beside the exact one: rounding and cutting explain some differences."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

from scoring.rules import round_half_up

CENT = Decimal("0.01")
"""Two figures that differ by no more agree."""


def is_rounded(printed: Decimal, exact: Fraction) -> bool:
    """Whether `exact`, rounded half-up or cut to the decimals of `printed`, is what was printed.

    Zeros at the end are no decimals: 9.50 may come from 9.46.
    """
    exponent = printed.normalize().as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    cut = Fraction(floor(exact * 10**places), 10**places)
    return Fraction(printed) in (cut, Fraction(round_half_up(exact, places)))

"""A printed figure may be the exact one, rounded or cut: nothing else is explained by its decimals."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.printed import is_rounded
from scoring.rules import round_half_up


@pytest.mark.parametrize(
    ("printed", "exact", "is_it"),
    [
        ("9", "8.62", True),  # 86 % of 10, rounded to a whole point
        ("8", "8.62", True),  # or cut
        ("8.6", "8.62", True),
        ("8.7", "8.62", False),
        ("9.8", "9.75", True),
        ("9.7", "9.75", True),
        ("7", "10", False),
        ("9.50", "9.46", True),
        ("10", "9.5", True),
        ("1E+1", "10", True),
        ("-1", "-1", True),
    ],
)
def test_a_figure_is_explained_by_rounding_or_cutting(printed: str, exact: str, is_it: bool):
    assert is_rounded(Decimal(printed), Fraction(exact)) is is_it


@given(st.fractions(0, 1000), st.integers(0, 6))
def test_every_rounded_figure_is_explained(exact: Fraction, places: int):
    assert is_rounded(round_half_up(exact, places), exact)


@given(st.fractions(0, 1000), st.decimals(0, 1000, places=3))
def test_a_figure_that_is_explained_is_less_than_a_last_place_away(exact: Fraction, printed: Decimal):
    if is_rounded(printed, exact):
        exponent = printed.normalize().as_tuple().exponent
        assert isinstance(exponent, int)
        assert abs(Fraction(printed) - exact) < Fraction(10) ** min(exponent, 0)

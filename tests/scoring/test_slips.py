"""How far a figure is off what it is held against, said as the power of ten that it is about."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.checks.slips import FAR, times_off

RATIOS = st.fractions(min_value=Fraction(1, 10**6), max_value=10**6)


@pytest.mark.parametrize(
    ("ratio", "times"),
    [
        ("6.99", 0),
        ("7", 10),
        ("9.69", 10),
        ("14.2", 10),
        ("15", 15),
        ("69", 69),
        ("70", 100),
        ("10000", 10000),
        ("0.1", 10),
        ("0.15", 0),
        ("0", 0),
        ("-10", 0),
    ],
)
def test_a_figure_is_about_a_power_of_ten_off_or_so_many_times(ratio: str, times: int) -> None:
    assert times_off(Fraction(ratio)) == times


@given(RATIOS)
def test_too_much_and_too_little_are_the_same_distance(ratio: Fraction) -> None:
    assert times_off(ratio) == times_off(1 / ratio)


@given(st.fractions(min_value=Fraction(FAR, 10), max_value=Fraction(10, FAR)), st.integers(1, 6))
def test_a_slipped_point_is_named_by_its_power(met: Fraction, places: int) -> None:
    assert times_off(met * 10**places) == 10**places

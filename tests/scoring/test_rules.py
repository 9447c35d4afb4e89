"""The formulas themselves: where they reach everything, where nothing, and that they stay between."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring import rules

F = Fraction
W = F(10)

Formula = Callable[[Fraction, Fraction, Fraction], Fraction]

FORMULAS: dict[str, Formula] = {
    "forward": rules.forward,
    "forward with a gate": lambda w, a, t: rules.forward_gated(w, a, t, F(6, 10)),
    "reverse by ratio": rules.reverse_ratio,
    "reverse in a line": rules.reverse_linear,
    "between": rules.between,
    "execution": rules.execution,
}

POSITIVE = st.fractions(min_value=F(1, 1000), max_value=1000)
ANY = st.fractions(min_value=-1000, max_value=1000)


@pytest.mark.parametrize("formula", FORMULAS.values(), ids=FORMULAS)
@given(POSITIVE, ANY, POSITIVE)
def test_points_lie_between_nothing_and_the_weight(formula: Formula, w: Fraction, a: Fraction, t: Fraction):
    assert 0 <= formula(w, a, t) <= w


@pytest.mark.parametrize("formula", FORMULAS.values(), ids=FORMULAS)
@given(POSITIVE, POSITIVE)
def test_a_target_just_met_earns_the_weight(formula: Formula, w: Fraction, t: Fraction):
    assert formula(w, t, t) == w


@pytest.mark.parametrize("formula", FORMULAS.values(), ids=FORMULAS)
@given(POSITIVE, POSITIVE, POSITIVE, st.fractions(min_value=F(1, 100), max_value=100))
def test_points_depend_on_the_ratio_alone_and_not_on_the_unit(
    formula: Formula, w: Fraction, a: Fraction, t: Fraction, factor: Fraction
):
    assert formula(w, a * factor, t * factor) == formula(w, a, t)


@pytest.mark.parametrize(
    ("ratio", "by_ratio", "in_a_line"),
    [
        (F("1.2"), F(25, 3), F(8)),
        (F("1.5"), F(20, 3), F(5)),
        (F(2), F(5), F(0)),
        (F(3), F(10, 3), F(0)),
    ],
)
def test_the_two_reverse_formulas_differ_as_the_sources_do(
    ratio: Fraction, by_ratio: Fraction, in_a_line: Fraction
):
    assert rules.reverse_ratio(W, 10 * ratio, F(10)) == by_ratio
    assert rules.reverse_linear(W, 10 * ratio, F(10)) == in_a_line


def test_below_the_gate_there_is_nothing_and_above_it_a_straight_line():
    at = {r: rules.forward_gated(W, F(r), F(1), F("0.6")) for r in ("0", "0.59", "0.6", "0.8", "1", "2")}
    assert at == {"0": 0, "0.59": 0, "0.6": 0, "0.8": 5, "1": 10, "2": 10}


def test_a_gate_of_nothing_is_the_plain_proportion():
    assert rules.forward_gated(W, F(90), F(95), F(0)) == rules.forward(W, F(90), F(95)) == F(900, 95)


def test_the_point_inside_a_band_is_a_percent_of_the_weight():
    assert rules.qualitative(F(30), F(90)) == 27


def test_met_is_all_and_missed_is_nothing():
    assert (rules.all_or_nothing(W, met=True), rules.all_or_nothing(W, met=False)) == (10, 0)

"""Every score once more in plain fractions, written here independently of the rules, and rounded here."""

from __future__ import annotations

import math
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from case_files import changed
from dossier_strategies import READABLE, actuals, figures
from hypothesis import assume, given
from hypothesis import strategies as st

from scoring import rules
from scoring.execution import score_amounts
from scoring.findings import plain
from scoring.lines import score_line
from scoring.model import QUANTITATIVE, Actual, Indicator, Key, Outcome, Sense, Subject, Target
from scoring.rulebook import Rulebook

RULEBOOKS = (
    changed(),
    changed(**{"quantitative.forward": '"gate"'}),
    changed(**{"quantitative.reverse": '"linear"', "rounding.places": "3"}),
    changed(**{"quantitative.missed_equal_cost": '"forward"'}),
)
WEIGHTS = st.decimals("0.01", 90, places=2)


def half_up(exact: Fraction, places: int) -> Decimal:
    """Rounding as taught at school: one half up, cut."""
    return Decimal(math.floor(exact * 10**places + Fraction(1, 2))).scaleb(-places)


def expected(target: Target, outcome: Outcome, cost: bool, rulebook: Rulebook) -> Fraction:
    """The part of the points that RULES.md §1 gives, as it stands there."""
    actual = outcome.actual or Actual()
    if target.sense is Sense.QUALITATIVE:
        return Fraction(outcome.share or 0) / 100
    if target.sense is Sense.YES_NO:
        return Fraction(bool(actual.yes))
    if target.sense is Sense.BY_DATE:
        return Fraction(actual.date is not None and target.date is not None and actual.date <= target.date)
    a, t, upper = (Fraction(figure or 0) for figure in (actual.value, target.value, target.upper))
    if target.sense is Sense.BETWEEN:
        return Fraction(t <= a <= upper) if t < 0 else min(Fraction(1), max(Fraction(0), a / t))
    if t == 0:
        return Fraction(a >= 0 if target.sense in (Sense.AT_LEAST, Sense.ABOVE) else a <= 0)
    return of_ratio(max(Fraction(0), a / t), is_less_better(target, cost, rulebook), rulebook)


def is_less_better(target: Target, cost: bool, rulebook: Rulebook) -> bool:
    if target.sense is Sense.EQUAL:
        return cost and rulebook.quantitative.missed_equal_cost.value == "reverse"
    return target.sense in (Sense.AT_MOST, Sense.BELOW)


def of_ratio(r: Fraction, less_is_better: bool, rulebook: Rulebook) -> Fraction:
    """The part of the points that a ratio of actual to target gives."""
    if less_is_better:
        missed = max(Fraction(0), 2 - r) if rulebook.quantitative.reverse.value == "linear" else 1 / max(r, 1)
        return Fraction(1) if r <= 1 else missed
    if rulebook.quantitative.forward.value == "gate" and r < 1:
        return max(Fraction(0), (r - Fraction("0.6")) / Fraction("0.4"))
    return min(Fraction(1), r)


@given(st.data(), st.sampled_from(RULEBOOKS), WEIGHTS, st.booleans())
def test_a_line_scores_what_plain_fractions_give_rounded_once(
    data: st.DataObject, rulebook: Rulebook, weight: Decimal, cost: bool
):
    target = data.draw(READABLE)
    actual, share = data.draw(actuals(target))
    line = Indicator(Key("P", "", "产出指标", "成本指标" if cost else "数量指标", "指标"), target)
    outcome = Outcome(actual, share)
    score, _ = score_line(line, outcome, weight, rulebook)
    exact = Fraction(weight) * expected(target, outcome, cost, rulebook)
    assert score.score.value == half_up(exact, rulebook.places)
    assert abs(Fraction(score.score.value) - exact) <= Fraction(1, 2 * 10**rulebook.places)


@given(figures(1, 10**6), figures(0, 2 * 10**6), st.sampled_from(RULEBOOKS), st.integers(0, 40))
def test_execution_scores_what_plain_fractions_give_rounded_once(
    budget: Decimal, spent: Decimal, rulebook: Rulebook, points: int
):
    score, _ = score_amounts(budget, spent, Decimal(points), rulebook, Subject("P"))
    exact = min(Fraction(points), points * Fraction(spent) / Fraction(budget))
    assert score.score.value == half_up(exact, rulebook.places)


@given(st.data(), st.sampled_from(RULEBOOKS), WEIGHTS, st.booleans())
def test_a_better_figure_never_scores_less(
    data: st.DataObject, rulebook: Rulebook, weight: Decimal, cost: bool
):
    target = data.draw(READABLE.filter(lambda t: t.sense in QUANTITATIVE))
    assume(target.sense is not Sense.BETWEEN or (target.value or 0) >= 0)  # a tolerance has no better side
    key = Key("P", "", "产出指标", "成本指标" if cost else "数量指标", "指标")
    low, high = sorted(data.draw(st.tuples(figures(-5, 400), figures(-5, 400))))
    scores = [
        score_line(Indicator(key, target), Outcome(Actual(figure)), weight, rulebook)[0].score.low
        for figure in (low, high)
    ]
    less = is_less_better(target, cost, rulebook) or (target.sense is Sense.EQUAL and target.value == 0)
    assert scores == sorted(scores, reverse=less)


@given(st.integers(-(10**9), 10**9), st.integers(2, 6))
def test_a_figure_exactly_halfway_rounds_as_decimal_does_half_up(thousandths: int, places: int):
    tie = Decimal(2 * thousandths + 1).scaleb(-places) / 2
    assert rules.round_half_up(Fraction(tie), places) == tie.quantize(
        Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP
    )


@given(st.fractions(), st.integers(0, 6))
def test_rounding_moves_a_figure_by_half_a_unit_at_most_and_leaves_a_round_one_alone(
    exact: Fraction, places: int
):
    rounded = rules.round_half_up(exact, places)
    assert abs(Fraction(rounded) - exact) <= Fraction(1, 2 * 10**places)
    assert rounded.as_tuple().exponent == -places
    assert rules.round_half_up(Fraction(rounded), places) == rounded


def test_a_figure_of_ten_thousand_digits_is_rounded_like_any_other():
    many = Fraction(10**10_000)
    assert Fraction(rules.round_half_up(many + Fraction(1, 200))) == many + Fraction(1, 100)


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        (Fraction(25, 2), "12.5"),
        (Fraction(12), "12"),
        (Fraction(900, 95), "9.473684"),
        (Fraction(2, 3), "0.666667"),
        (Fraction(10**40), "1" + "0" * 40),
        (Fraction(10**40, 3), "3" * 40 + ".333333"),
        (Fraction(1, 1024), "0.0009765625"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.10"), "0.10"),
        ("4次", "4次"),
    ],
)
def test_a_fact_is_written_plainly_however_long_it_is(fact: object, said: str):
    assert plain(fact) == said

"""Every formula of scoring.rules: 10,000 cases each equal what RULES.md says, stated here once more.

Equal as fractions: no formula may round. The one function that rounds is compared with decimal arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from second_rules import rounded

from scoring import rules
from scoring.model import Sense, StepTable

CASES = 10_000
NOUGHT = Fraction(0)


def figure(luck: Random, *, any_sign: bool = False) -> Fraction:
    """A figure above 0, or any; small ones often, so that figures meet."""
    most = luck.choice((4, 100, 10**6, 10**40))
    found = Fraction(luck.randint(1, most), luck.randint(1, most))
    return luck.choice((found, -found, NOUGHT, found)) if any_sign else found


def pair(luck: Random) -> tuple[Fraction, Fraction]:
    """An actual of any sign and a target above 0; alike, or at twice the target, now and then."""
    t = figure(luck)
    return luck.choice((figure(luck, any_sign=True), t, 2 * t, t * Fraction(luck.randint(0, 400), 100))), t


def w_a_t(luck: Random) -> tuple[Fraction, ...]:
    return (figure(luck), *pair(luck))


def w_a_t_gate(luck: Random) -> tuple[Fraction, ...]:
    w, (a, t), gate = figure(luck), pair(luck), Fraction(luck.randint(0, 99), 100)
    return w, luck.choice((a, gate * t)), t, gate


def w_a_t_beyond(luck: Random) -> tuple[Fraction, ...]:
    (a, t), beyond = pair(luck), Fraction(luck.randint(100, 300), 100)
    return figure(luck), max(abs(a), beyond * t), t, beyond


def table(luck: Random) -> StepTable:
    rising = luck.random() < 0.5
    limits = sorted(
        {Decimal(luck.randint(-50, 50)) / 4 for _ in range(luck.randint(1, 5))}, reverse=not rising
    )
    awards = [Decimal(luck.randint(0, 100)) / 4 for _ in limits]
    return StepTable(Sense.AT_MOST if rising else Sense.AT_LEAST, tuple(zip(limits, awards, strict=True)))


def steps(luck: Random) -> tuple[Fraction, StepTable]:
    found = table(luck)
    return luck.choice((Fraction(luck.choice(found.limits)[0]), Fraction(luck.randint(-200, 200), 16))), found


def caps(luck: Random) -> tuple[Any, ...]:
    found = tuple((Decimal(limit), Decimal(limit) + 9) for limit in sorted(luck.sample(range(1, 100), 4)))
    rate = luck.choice((Fraction(luck.choice(found)[0]) / 100, Fraction(luck.randint(0, 1200), 1000)))
    return Decimal(luck.randint(0, 10000)) / 100, rate, found


def money(luck: Random) -> tuple[Fraction, ...]:
    earned = Fraction(luck.choice((0, 90, luck.randint(0, 90))))
    budget = luck.choice((NOUGHT, figure(luck)))
    rate = luck.choice(
        (earned / 90, earned / 90 * Fraction(95, 100), Fraction(8, 10), Fraction(luck.randint(0, 120), 100))
    )
    return earned, rate * budget, budget


def forward(w: Fraction, a: Fraction, t: Fraction) -> Fraction:
    """Met: w; short: w·a/t; a negative actual counts as 0."""
    return w if a >= t else NOUGHT if a < 0 else w * a / t


def gated(w: Fraction, a: Fraction, t: Fraction, gate: Fraction) -> Fraction:
    """R < gate: 0, else w·(r − gate)/(1 − gate), never above w."""
    if a < gate * t:
        return NOUGHT
    return w if a >= t else w * (a - gate * t) / (t - gate * t)


def ratio(w: Fraction, a: Fraction, t: Fraction) -> Fraction:
    """R1."""
    return w * t / a if a > t else w


def linear(w: Fraction, a: Fraction, t: Fraction) -> Fraction:
    """R2: a ≤ t: w; t < a < 2t: w·(1 − (a − t)/t); a ≥ 2t: 0."""
    if a <= t:
        return w
    return NOUGHT if a >= 2 * t else w * (1 - (a - t) / t)


def deducted(w: Fraction, deduct: Fraction, over: Fraction) -> Fraction:
    """R3: −d per unit over, ≥ 0."""
    return NOUGHT if deduct * over >= w else w - deduct * over


def reduced(w: Fraction, a: Fraction, t: Fraction, beyond: Fraction) -> Fraction:
    """O1: w·max(0, 1 − (r − 1 − T)), where beyond is 1 + T."""
    left = t + beyond * t - a
    return w * left / t if left > 0 else NOUGHT


def stepped(at: Fraction, table: StepTable) -> tuple[Fraction, Fraction] | None:
    """S: the row with the best limit of those that are reached."""
    rising = table.sense is Sense.AT_MOST
    reached = [(limit, award) for limit, award in table.limits if (limit >= at if rising else limit <= at)]
    if not reached:
        return None
    limit, award = min(reached) if rising else max(reached)
    return Fraction(limit), Fraction(award)


def capped(total: Decimal, rate: Fraction, caps: tuple[tuple[Decimal, Decimal], ...]) -> Decimal:
    """70–80 % → 89, 60–70 → 79, <60 → 69, <50 → 59: each cap from one limit up to below the next."""
    lower = Fraction(-1)
    for below, cap in caps:
        if lower <= rate * 100 < below:
            return min(total, cap)
        lower = Fraction(below)
    return total


def warned(s: Fraction, spent: Fraction, budget: Fraction) -> str:
    """§3: none; no budget; results claimed ahead of the money; more than 20 % unspent."""
    if s == 0 or budget == 0:
        return "yellow" if s else ""
    e = 10 if spent >= budget else 10 * spent / budget
    if (s / 90 - Fraction(e) / 10) / (s / 90) > Fraction(1, 20):
        return "red"
    return "yellow" if (budget - spent) * 5 > budget else ""


FORMULAS: dict[str, tuple[Callable[[Random], tuple[Any, ...]], Callable[..., Any], Callable[..., Any]]] = {
    "forward": (w_a_t, rules.forward, forward),
    "forward_gated": (w_a_t_gate, rules.forward_gated, gated),
    "reverse_ratio": (w_a_t, rules.reverse_ratio, ratio),
    "reverse_linear": (w_a_t, rules.reverse_linear, linear),
    "deducted": (lambda luck: (figure(luck), figure(luck), figure(luck)), rules.deducted, deducted),
    "over_reduced": (w_a_t_beyond, rules.over_reduced, reduced),
    "step": (steps, rules.step, stepped),
    "capped": (caps, rules.capped, capped),
    "between": (w_a_t, rules.between, forward),
    "qualitative": (
        lambda luck: (figure(luck), figure(luck)),
        rules.qualitative,
        lambda w, percent: percent / (100 / w),
    ),
    "execution": (w_a_t, rules.execution, forward),
    "money_warning": (money, rules.money_warning, warned),
    "all_or_nothing": (
        lambda luck: (figure(luck), luck.random() < 0.5),
        lambda w, met: rules.all_or_nothing(w, met=met),
        lambda w, met: w * met,
    ),
}


@pytest.mark.parametrize(("draw", "ours", "plain"), FORMULAS.values(), ids=FORMULAS)
def test_a_formula_is_what_its_source_says(
    draw: Callable[[Random], tuple[Any, ...]], ours: Callable[..., Any], plain: Callable[..., Any]
):
    luck, seen = Random(0), set()  # noqa: S311 - the same every time
    for _ in range(CASES):
        drawn = draw(luck)
        expected = plain(*drawn)
        assert ours(*drawn) == expected, drawn
        seen.add(expected)
    assert len(seen) > 2


@pytest.mark.parametrize("draw", [FORMULAS["forward_gated"]], ids=["forward_gated"])
@given(st.randoms(use_true_random=False))
def test_the_gate_again_with_cases_that_shrink(draw: tuple[Any, ...], luck: Random):
    cases, ours, plain = draw
    drawn = cases(luck)
    assert ours(*drawn) == plain(*drawn)


def test_no_formula_is_left_out():
    formulas = {
        name
        for name, found in vars(rules).items()
        if callable(found) and getattr(found, "__module__", "") == rules.__name__
    }
    assert formulas - {*FORMULAS} == {"round_to", "round_half_up"}


def to_round(luck: Random) -> tuple[Fraction, int]:
    """A figure of any sign; mostly in the middle between two that can be printed, or close to it."""
    places = luck.randint(0, 6)
    middle = Fraction(2 * luck.randint(-(10**8), 10**8) + 1, 2 * 10**places)
    close = middle + Fraction(luck.choice((1, -1)), 10 ** luck.randint(20, 60))
    return luck.choice(
        (middle, close, figure(luck, any_sign=True), Fraction(luck.randint(-999, 999), 7))
    ), places


@pytest.mark.parametrize("mode", rules.MODES)
def test_a_figure_is_rounded_as_decimal_arithmetic_rounds_it(mode: str):
    luck = Random(0)  # noqa: S311 - the same every time
    for _ in range(CASES):
        exact, places = to_round(luck)
        score = rules.round_to(exact, places, mode)
        assert score == rounded(exact, places, mode), (exact, places)
        assert score.as_tuple().exponent == -places
        if mode == "half_up":
            assert rules.round_half_up(exact, places) == score

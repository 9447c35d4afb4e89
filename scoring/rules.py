"""One small pure function per scoring formula.

Each takes the points available and exact figures, and gives points unrounded, as `Fraction`, between 0 and
the points available. Nothing is rounded here but in `round_half_up`, which is used once per line.
Letters as in the field: w points available, t target, a actual, B budget, E spent. The clause that each comes
from stands in the rulebook.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import MAX_PREC, Context, Decimal
from fractions import Fraction

from scoring.model import Sense, StepTable

ONE = Fraction(1)
NONE = Fraction(0)

EXACT = Context(prec=MAX_PREC)
"""Keeps every digit, however long the figure is."""


MODES = ("half_up", "half_even", "cut")
"""Ways of rounding: 四舍五入, 四舍六入五成双, 截去尾数."""


def round_half_up(figure: Fraction, places: int = 2) -> Decimal:
    """`figure` with `places` decimals, halves away from zero."""
    return round_to(figure, places, "half_up")


def round_to(figure: Fraction, places: int, mode: str) -> Decimal:
    """`figure` with `places` decimals by one of `MODES`. The only rounding there is."""
    numerator, denominator = figure.as_integer_ratio()
    whole, rest = divmod(abs(numerator) * 10**places, denominator)
    is_more_than_half, is_half = 2 * rest > denominator, 2 * rest == denominator
    if mode != "cut" and (is_more_than_half or (is_half and (mode == "half_up" or whole % 2))):
        whole += 1
    return Decimal(-whole if numerator < 0 else whole).scaleb(-places, EXACT)


def forward(w: Fraction, a: Fraction, t: Fraction) -> Fraction:
    """More is better, in proportion: w·min(1, a/t). Needs t > 0; a negative actual counts as 0."""
    return w * min(ONE, max(NONE, a) / t)


def forward_gated(w: Fraction, a: Fraction, t: Fraction, gate: Fraction) -> Fraction:
    """More is better above a pass mark: w·(a/t − gate)/(1 − gate), 0 below it. Needs t > 0, 0 ≤ gate < 1."""
    return w * min(ONE, max(NONE, (a / t - gate) / (1 - gate)))


def reverse_ratio(w: Fraction, a: Fraction, t: Fraction) -> Fraction:
    """Less is better, by the ratio: w up to t, then w·t/a. Needs t > 0."""
    return w if a <= t else w * t / a


def reverse_linear(w: Fraction, a: Fraction, t: Fraction) -> Fraction:
    """Less is better, in a straight line: w up to t, then w·(1 − (a − t)/t), 0 from 2t on. Needs t > 0."""
    return w if a <= t else w * max(NONE, 2 - a / t)


def deducted(w: Fraction, deduct: Fraction, over: Fraction) -> Fraction:
    """A fixed deduction for each unit, point or day over: w − d·over, never below 0."""
    return max(NONE, w - deduct * over)


def over_reduced(w: Fraction, a: Fraction, t: Fraction, beyond: Fraction) -> Fraction:
    """Far above the target: w·max(0, 1 − (a/t − beyond)), for a/t > beyond ≥ 1. Needs t > 0."""
    return w * max(NONE, 1 - (a / t - beyond))


def step(figure: Fraction, table: StepTable) -> tuple[Fraction, Fraction] | None:
    """The first (limit, award) that a figure reaches: at least a falling one, at most a rising one."""
    rising = table.sense is Sense.AT_MOST
    reached = (row for row in table.limits if (figure <= row[0] if rising else figure >= row[0]))
    found = next(reached, None)
    return found and (Fraction(found[0]), Fraction(found[1]))


def capped(total: Decimal, rate: Fraction, caps: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    """The total, at most the cap of the first limit in percent that an execution rate stays below."""
    cap = next((cap for below, cap in caps if rate * 100 < below), None)
    return total if cap is None else min(total, cap)


def all_or_nothing(w: Fraction, *, met: bool) -> Fraction:
    """W when met, else 0: a zero target, a yes or no, a due date, a tolerance."""
    return w if met else NONE


def between(w: Fraction, a: Fraction, lower: Fraction) -> Fraction:
    """Two limits of a rate or count: w from the lower one on, below it w·a/lower. Needs lower > 0."""
    return forward(w, a, lower)


def qualitative(w: Fraction, percent: Fraction) -> Fraction:
    """The percent of the points that a person gives inside a band."""
    return w * percent / 100


def execution(w: Fraction, spent: Fraction, budget: Fraction) -> Fraction:
    """预算执行率: w·min(1, E/B). Needs B > 0; a negative amount counts as 0."""
    return w * min(ONE, max(NONE, spent) / budget)


def money_warning(earned: Fraction, spent: Fraction, budget: Fraction) -> str:
    """How results compare with the money: "red" (claimed ahead of it), "yellow", or "" for nothing to say.

    `earned` are points of the 90. First match: nothing earned, none; no budget, yellow; results more than 5 %
    ahead of the execution rate, red; more than 20 % unspent, yellow. Source: deployed budget systems.
    """
    if earned == 0:
        return ""
    if budget == 0:
        return "yellow"
    results = earned / 90
    rate = min(ONE, spent / budget)
    if (results - rate) / results > Fraction(5, 100):
        return "red"
    return "yellow" if 1 - spent / budget > Fraction(20, 100) else ""

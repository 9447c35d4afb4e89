"""Cases of every rule: figures drawn at random, and what RULES.md gives for them, written down once more.

Every second case is made so that its exact points end in a 5 just behind the last decimal kept: there a
rounding of something already rounded, or in 28 digits, goes wrong. Nothing here rounds.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Context, Decimal
from fractions import Fraction
from random import Random
from typing import NamedTuple

from scoring.model import Actual, Indicator, Key, Outcome, Sense, StepTable, Target

EXACT = Context(prec=100)
PERCENT = Fraction(1, 100)
NOUGHT = Fraction(0)

UNITS = (("", "", "1"), ("次", "次", "1"), ("%", "‰", "10"), ("万元", "元", "10000"), ("公顷", "亩", "15"))
"""The target's unit, another that the actual may come in, and how many of that make one of the target's."""

WEIGHTS = ("10", "10", "10", "12.5", "5", "20", "25", "40", "6.25", "0.8", "3.125")
"""Weights that 100 is a decimal fraction of, so that a share for any points can be written."""


class Case(NamedTuple):
    """A line, what was achieved, and the points that the formula gives."""

    target: Target
    outcome: Outcome
    points: Fraction
    level2: str = "数量指标"
    name: str = "指标"
    steps: StepTable | None = None
    level1: str = "产出指标"

    @property
    def indicator(self) -> Indicator:
        key = Key("P", "", self.level1, self.level2, self.name)
        return Indicator(key, self.target, steps=self.steps)


Draw = Callable[[Random, Fraction, "Fraction | None"], Case]
"""A case for so many points, that earns the points wanted where some are wanted."""


def written(figure: Fraction) -> Decimal:
    """A figure with an end, in decimals."""
    text = EXACT.divide(Decimal(figure.numerator), Decimal(figure.denominator))
    assert Fraction(text) == figure
    return text


def some(luck: Random, *special: str) -> Fraction:
    """A figure above 0 as people type them: round, at a limit, any, or very long."""
    kind = luck.randrange(5)
    if kind == 0 and special:
        return Fraction(luck.choice(special))
    if kind == 1:
        return Fraction(luck.randint(1, 200))
    if kind == 2:
        return Fraction(luck.randint(1, 10**30), 10 ** luck.randint(20, 30))
    return Fraction(luck.randint(1, 100000), 10 ** luck.randint(0, 4))


def stretch(luck: Random) -> Fraction:
    """How much larger the target is than the weight, where the ratio of the two is what matters."""
    return Fraction(luck.randint(1, 400), luck.choice((1, 2, 4, 5, 8, 10, 1000)))


def figures(
    luck: Random, sense: Sense, target: Fraction, actual: Fraction, points: Fraction, level2: str = "数量指标"
) -> Case:
    """A case of a figure against a figure; now and then the actual comes in another unit."""
    unit, other, factor = luck.choice(UNITS)
    in_other = luck.random() < 0.3
    typed = Actual(written(actual * Fraction(factor)), other) if in_other else Actual(written(actual), "")
    return Case(Target(sense, written(target), unit=unit), Outcome(typed), points, level2)


FORWARD = (Sense.AT_LEAST, Sense.ABOVE, Sense.EQUAL)
REVERSE = ((Sense.AT_MOST, "数量指标"), (Sense.BELOW, "时效指标"), (Sense.EQUAL, "成本指标"))


def proportion(luck: Random, w: Fraction, wanted: Fraction | None) -> Case:
    """Met: w; short: w·a/t; a negative actual counts as 0."""
    if wanted is not None:
        t, a = w * (many := stretch(luck)), wanted * many
    else:
        t = some(luck)
        a = luck.choice((t, NOUGHT, -some(luck), some(luck), t * Fraction(luck.randint(1, 3000), 1000)))
    points = w if a >= t else w * a / t if a > 0 else NOUGHT
    return figures(luck, luck.choice(FORWARD), t, a, points)


def gate(percent: int) -> Draw:
    """Below the gate 0, else w·(r − gate)/(1 − gate), never above w."""
    g = percent * PERCENT

    def draw(luck: Random, w: Fraction, wanted: Fraction | None) -> Case:
        if wanted is not None:
            t = w * (many := stretch(luck))
            a = g * t + wanted * (1 - g) * many
        else:
            t = some(luck)
            a = luck.choice(
                (t, g * t, g * t + t / 10**6, -t, some(luck), t * Fraction(luck.randint(1, 1500), 1000))
            )
        r = a / t
        points = NOUGHT if r < g else w if r >= 1 else w * (r - g) / (1 - g)
        return figures(luck, luck.choice(FORWARD), t, a, points)

    return draw


def forward_whole(luck: Random, w: Fraction, _: Fraction | None) -> Case:
    """W or nothing."""
    t = some(luck)
    a = luck.choice((t, t - Fraction(1, 10**9), t + Fraction(1, 10**9), some(luck), -t))
    return figures(luck, luck.choice(FORWARD), t, a, w if a >= t else NOUGHT)


def _reverse(luck: Random, t: Fraction, a: Fraction, points: Fraction) -> Case:
    sense, level2 = luck.choice(REVERSE)
    return figures(luck, sense, t, a, points, level2)


def _around(luck: Random, t: Fraction) -> Fraction:
    """An actual against a target that is better low: met, just met, at twice, anywhere."""
    any_ratio = t * Fraction(luck.randint(1, 3000), 1000)
    return luck.choice((t, 2 * t, t + t / 10**6, -t, NOUGHT, some(luck), any_ratio))


def reverse_ratio(luck: Random, w: Fraction, wanted: Fraction | None) -> Case:
    """R1: w up to t, then w·t/a."""
    if wanted is not None:
        t, a = wanted * (many := stretch(luck)), w * many
    else:
        a = _around(luck, t := some(luck))
    return _reverse(luck, t, a, w if a <= t else w * t / a)


def reverse_linear(luck: Random, w: Fraction, wanted: Fraction | None) -> Case:
    """R2: w·(1 − (a − t)/t), 0 from 2t on."""
    if wanted is not None:
        t = w * (many := stretch(luck))
        a = 2 * t - wanted * many
    else:
        a = _around(luck, t := some(luck))
    points = w if a <= t else NOUGHT if a >= 2 * t else w * (1 - (a - t) / t)
    return _reverse(luck, t, a, points)


def reverse_per_unit(deduct: str) -> Draw:
    """R3: full to t, then d less for each unit over, never below 0."""
    d = Fraction(deduct)

    def draw(luck: Random, w: Fraction, wanted: Fraction | None) -> Case:
        t = some(luck)
        a = t + (w - wanted) / d if wanted is not None else _around(luck, t)
        left = w - d * (a - t)
        return _reverse(luck, t, a, w if a <= t else left if left > 0 else NOUGHT)

    return draw


def reverse_whole(luck: Random, w: Fraction, _: Fraction | None) -> Case:
    """W or nothing."""
    a = _around(luck, t := some(luck))
    return _reverse(luck, t, a, w if a <= t else NOUGHT)


def over_reduced(percent: int) -> Draw:
    """O1: beyond a tolerance T of the target, w·(1 − (r − T)), never below 0."""
    limit = percent * PERCENT

    def draw(luck: Random, w: Fraction, wanted: Fraction | None) -> Case:
        if wanted is not None:
            t = w * (many := stretch(luck))
            a = t * (1 + limit) - wanted * many
        else:
            t = some(luck)
            a = t * luck.choice((limit, limit + Fraction(1, 10**6), Fraction(luck.randint(1000, 4000), 1000)))
        excess = a / t - limit
        points = w if excess <= 0 else NOUGHT if excess >= 1 else w * (1 - excess)
        return figures(luck, luck.choice(FORWARD), t, a, points)

    return draw


def over_deducted(percent: int, deduct: str) -> Draw:
    """From so many percent of the target on, d points less, never below 0."""
    limit, d = percent * PERCENT, Fraction(deduct)

    def draw(luck: Random, w: Fraction, _: Fraction | None) -> Case:
        t = some(luck)
        r = luck.choice((limit, limit - Fraction(1, 10**6), Fraction(luck.randint(1000, 4000), 1000)))
        points = w if r < limit else w - d if w > d else NOUGHT
        return figures(luck, luck.choice(FORWARD), t, t * r, points)

    return draw


def whole_over_deducted(percent: int, deduct: str) -> Draw:
    """The same where a target that is missed earns nothing."""
    met_or_over = over_deducted(percent, deduct)

    def draw(luck: Random, w: Fraction, wanted: Fraction | None) -> Case:
        if luck.random() < 0.8:
            return met_or_over(luck, w, wanted)
        t = some(luck)
        return figures(luck, luck.choice(FORWARD), t, t * Fraction(luck.randint(0, 999), 1000), NOUGHT)

    return draw


def between(luck: Random, w: Fraction, wanted: Fraction | None) -> Case:
    """Inside w; below it w·a/lower; above it w."""
    if wanted is not None:
        t, a = w * (many := stretch(luck)), wanted * many
    else:
        t = some(luck)
        a = luck.choice((t, -t, NOUGHT, some(luck), t * Fraction(luck.randint(1, 3000), 1000)))
    points = w if a >= t else w * a / t if a > 0 else NOUGHT
    case = figures(luck, Sense.BETWEEN, t, a, points)
    upper = written(t + some(luck))
    return case._replace(target=Target(Sense.BETWEEN, written(t), upper, unit=case.target.unit))


def between_whole(luck: Random, w: Fraction, _: Fraction | None) -> Case:
    """W inside the two limits, both included, else nothing."""
    t, upper = sorted((some(luck), some(luck)))
    a = luck.choice((t, upper, t - Fraction(1, 10**9), upper + Fraction(1, 10**9), some(luck), -t))
    case = figures(luck, Sense.BETWEEN, t, a, w if t <= a <= upper else NOUGHT)
    return case._replace(target=Target(Sense.BETWEEN, written(t), written(upper), unit=case.target.unit))


def tolerance(luck: Random, w: Fraction, _: Fraction | None) -> Case:
    """±: w inside, both ends included, else nothing. Around 0 one limit is negative."""
    centre = luck.choice((NOUGHT, some(luck)))
    margin = some(luck, "5", "10")
    low, high = centre - margin, centre + margin
    a = luck.choice(
        (low, high, centre, low - Fraction(1, 10**9), high + Fraction(1, 10**9), some(luck), -some(luck))
    )
    nominal = None if low < 0 and luck.random() < 0.5 else written(centre)
    target = Target(Sense.BETWEEN, written(low), written(high), nominal=nominal, unit="%")
    return Case(target, Outcome(Actual(written(a))), w if low <= a <= high else NOUGHT)


def zero_target(luck: Random, w: Fraction, _: Fraction | None) -> Case:
    """Met or nothing: at least 0 with ≥ and >, at most 0 with =, ≤ and <."""
    sense = luck.choice((*FORWARD, Sense.AT_MOST, Sense.BELOW))
    a = luck.choice((NOUGHT, some(luck), -some(luck)))
    met = a >= 0 if sense in (Sense.AT_LEAST, Sense.ABOVE) else a <= 0
    return figures(luck, sense, NOUGHT, a, w if met else NOUGHT, luck.choice(("数量指标", "成本指标")))

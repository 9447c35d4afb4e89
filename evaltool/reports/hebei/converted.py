"""单项指标得分 out of 100, beside its 权重占比, so that both give 折算得分 and nothing shrinks.

Offices that typed a line's points as 单项指标得分 lost most of them: 25 × 25 % = 6.25.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from scoring.rules import round_half_up

LEAST_PLACES = 2
HUNDRED = Decimal(100)


def out_of_hundred(score: Decimal, weight: Decimal) -> Decimal | None:
    """The part of its points that a line earned, in percent; None where it has no points.

    As many decimals as the score has, two at least: with these `weight` percent of it, rounded to the score's
    decimals, are the score again, for the error is below half of the last one wherever `weight` is below 100.
    Points beyond 100, which a declaration may have by mistake, take more.
    """
    if weight <= 0:
        return None
    places = places_of(score) + (weight.adjusted() - 1 if weight > HUNDRED else 0)
    return round_half_up(Fraction(score) * 100 / Fraction(weight), places)


def places_of(score: Decimal) -> int:
    """The decimals that a score is printed with."""
    exponent = score.normalize().as_tuple().exponent
    return max(LEAST_PLACES, -exponent) if isinstance(exponent, int) else LEAST_PLACES

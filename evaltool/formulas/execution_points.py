"""预算执行率 from two whole numbers: its points, and the cap that a low rate puts on a total."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from evaltool.formulas.exact import Inexpressible, capped, digits, number, rounded
from evaltool.formulas.words import FINISHED
from scoring.model import Sense
from scoring.rulebook import Rulebook
from scoring.scores import printed

NO_CAP = "1000"
"""Above any total."""


def execution_points(
    weight: Decimal, full: str, b: str, e: str, finished: str, rulebook: Rulebook, *, rounds: bool = True
) -> str:
    """Points for the spent amount in the cell `e` of the budget in `b`, both above 0 and equally scaled.

    `finished` is the cell of 完成情况. Raises `Inexpressible`.
    """
    rules_of, w = rulebook.execution, Fraction(weight)
    cents = w * Fraction(10) ** rulebook.places
    if rules_of.method.value == "proportion":
        bottom = b if cents.denominator == 1 else f"({cents.denominator}*{b})"
        part = capped(rounded(f"{cents.numerator}*{e}", bottom, rulebook, rounds=rounds), cents, full)
        return f"IF({e}>={b},{full},{part})"
    table = rules_of.steps.value
    sign = "<=" if table.sense is Sense.AT_MOST else ">="
    text = "0"
    for limit, award in reversed(table.limits):
        times, whole = _scaled_limit(Fraction(limit))
        exact = w * Fraction(award) / Fraction(table.full)
        points = number(printed(exact, weight, rulebook) if rounds else exact)
        text = f"IF({times}*{e}{sign}{whole}*{b},{points},{text})"
    if rules_of.finished.value == "full_within_budget":
        text = f'IF(AND({e}<{b},{finished}="{FINISHED}"),{full},{text})'
    return text


def known_cap(b: str, e: str, rulebook: Rulebook) -> str:
    """The cap for the amounts in two cells. Raises `Inexpressible`."""
    cap = NO_CAP
    for below, most in reversed(rulebook.total.caps.value):
        times, limit = _scaled_limit(Fraction(below))
        cap = f"IF({times}*{e}<{limit}*{b},{number(most)},{cap})"
    return cap


def least_cap(rulebook: Rulebook) -> str:
    """The cap that may still come while the rate is open."""
    return number(min(most for _, most in rulebook.total.caps.value))


def cap_of_zero(rulebook: Rulebook) -> str:
    """The cap of a rate of 0."""
    return number(next((most for below, most in rulebook.total.caps.value if below > 0), Decimal(NO_CAP)))


def _scaled_limit(percent: Fraction) -> tuple[int, int]:
    """Whole numbers p and q: E ÷ B is at least `percent` where p · E is at least q · B."""
    if digits(100 * percent.denominator) > 6:
        raise Inexpressible("execution.steps")
    return 100 * percent.denominator, percent.numerator

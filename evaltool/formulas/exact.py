"""Exact arithmetic in a spreadsheet, which computes in binary.

Every figure typed is first made a whole number (95.25 with 4 decimals: 952500), and so is every target; the
points are counted in cents. Whole numbers up to 2^53 are exact in binary, a quotient of two of them is
rounded once, and a half is a binary fraction. So ROUND(p/q, 0) is exact wherever q is small enough that the
nearest quotient beside a half differs from it in the 15 digits that a spreadsheet keeps. What is not, is not
computed.

A form is exact for every figure that may be typed. Where the figure is known already, only that one
has to be: then few scores are left that no formula can say, and those stand unrounded beside what was
printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from math import ceil, floor, gcd, lcm

from scoring.rulebook import Rulebook

MOST_DECIMALS = 6
"""Of a figure typed: an amount in 万元 then goes down to a cent."""

DIGITS = 15
"""That a spreadsheet keeps of a number."""

FIFTEEN = Context(prec=DIGITS)
"""Makes of a figure what a spreadsheet keeps of it."""

TOO_LONG = 10**15
"""The least whole number with more digits."""

MOST = 10**9
"""A figure typed is smaller: with no decimals it has 9 digits."""

MOST_WHOLE = 10**14
"""A scaled figure is smaller: it stays a whole number of fewer than 15 digits."""


DECIMALS_OF_A_FRACTION = 24
"""One with more does not end, or not in any formula."""


class Inexpressible(Exception):  # noqa: N818 - it is an answer, not a mistake
    """A score that no formula can say exactly; `args[0]` names the clause, or what is too long."""


@dataclass(frozen=True, slots=True)
class Quotient:
    """(`constant` + `factor` · A) / `divisor` for the scaled figure A; `over`: `constant` / A."""

    constant: Fraction
    factor: Fraction = Fraction(0)
    divisor: Fraction = Fraction(1)
    over: bool = False

    def whole(self) -> tuple[int, int, int]:
        """The same quotient in whole numbers, as small as they can be: constant, factor and divisor."""
        parts = (self.constant, self.factor, self.divisor)
        common = Fraction(lcm(*(part.denominator for part in parts)))
        common /= gcd(*(int(part * common) for part in parts)) or 1
        constant, factor, divisor = (int(part * common) for part in parts)
        return constant, factor, divisor


@dataclass(frozen=True, slots=True)
class Known:
    """The one figure, scaled to a whole number, that a formula is for; it need not be right for another.

    `rounds`: points are rounded, or else `Inexpressible`. Otherwise they stand as their quotient.
    """

    figure: Fraction
    rounds: bool = True


def digits(figure: Fraction | int) -> int:
    """Digits before the point of a figure's upper bound."""
    return len(str(ceil(abs(figure))))


def decimals(figure: Decimal) -> int:
    """How many decimals a figure has."""
    exponent = figure.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def is_exact(quotient: Quotient, most: Fraction, highest: int) -> bool:
    """Whether rounding a quotient of at most `most` is exact for figures up to `highest`."""
    constant, factor, divisor = quotient.whole()
    divisor = highest * divisor if quotient.over else divisor
    above = abs(constant) + abs(factor) * highest
    return above < 10**DIGITS and digits(most) + digits(2 * divisor) <= DIGITS


def is_exact_at(quotient: Quotient, most: Fraction, figure: Fraction) -> bool:
    """Whether rounding a quotient is exact for this figure; outside 0 to `most` another rule decides."""
    constant, factor, divisor = quotient.whole()
    top, bottom = constant + factor * figure, Fraction(divisor)
    if quotient.over:
        top, bottom = Fraction(constant), divisor * figure
    if not bottom or not 0 <= top / bottom <= most:
        return abs(figure) < TOO_LONG
    if max(abs(constant) + abs(factor * figure), bottom) >= TOO_LONG:
        return False
    # The nearest half or whole number is where a rounding changes: it is met, or it is far enough.
    cents = Fraction(top) / Fraction(bottom)
    beside = abs(2 * cents - round(2 * cents)) / 2
    return not beside or beside >= Fraction(f"1E{digits(cents) - DIGITS}")


def rounded(top: str, bottom: str, rulebook: Rulebook, *, rounds: bool = True) -> str:
    """Cents `top` / `bottom`, rounded as the rulebook says, as points."""
    ratio = f"{top}/{bottom}" if bottom != "1" else top
    mode, places = rulebook.rounding.mode.value, rulebook.places
    if not rounds:
        return f"{ratio}/{10**places}"
    if mode == "cut":
        cents = f"INT({ratio})"
    elif mode == "half_even":
        tie = f"AND({ratio}-INT({ratio})=0.5,MOD(INT({ratio}),2)=0)"
        cents = f"ROUND({ratio},0)-IF({tie},1,0)"
    else:
        cents = f"ROUND({ratio},0)"
    if not places:
        return cents
    return f"({cents})/{10**places}" if "-IF" in cents else f"{cents}/{10**places}"


def quotient_text(quotient: Quotient, figure: str, rulebook: Rulebook, *, rounds: bool = True) -> str:
    """A quotient of the scaled figure in the cell `figure`, rounded where it `rounds`."""
    constant, factor, divisor = quotient.whole()
    if quotient.over:
        below = figure if divisor == 1 else f"({divisor}*{figure})"
        return rounded(str(constant), below, rulebook, rounds=rounds)
    times = figure if factor == 1 else f"{factor}*{figure}"
    top = times if not constant else f"({constant}{'+' if factor >= 0 else ''}{times})"
    if factor == -1:
        top = f"({constant}-{figure})"
    return rounded(top, str(divisor), rulebook, rounds=rounds)


def capped(points: str, cents: Fraction, full: str) -> str:
    """Points that rounding may not lift above a weight of `cents`, which stands in the cell `full`."""
    return points if cents.denominator == 1 else f"MIN({full},{points})"


def number(figure: Decimal | Fraction | int) -> str:
    """A figure as a formula writes it; one that does not end as a quotient."""
    if isinstance(figure, Fraction):
        if 10**DECIMALS_OF_A_FRACTION % figure.denominator:
            return f"({figure.numerator}/{figure.denominator})"
        figure = Decimal(figure.numerator) / Decimal(figure.denominator)
    text = format(figure, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def at_least(figure: str, limit: Fraction) -> str:
    """Whether the scaled figure is at least a limit, which is a fraction where the figure cannot equal it."""
    return f"{figure}>={ceil(limit)}"


def at_most(figure: str, limit: Fraction) -> str:
    """Whether the scaled figure is at most a limit."""
    return f"{figure}<={floor(limit)}"


def above(figure: str, limit: Fraction) -> str:
    """Whether the scaled figure is above a limit."""
    return f"{figure}>{floor(limit)}"


def literal(text: str) -> str:
    """A text as a formula writes it."""
    return '"' + text.replace('"', '""') + '"'

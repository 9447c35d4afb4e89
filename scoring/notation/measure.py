"""The figures of an amount: one, two limits of a range, or a tolerance around one; in one unit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from scoring import units
from scoring.notation.dates import Doubt
from scoring.notation.phrase import Failure
from scoring.notation.tokens import Figure, Token
from scoring.notation.vocabulary import Role


class Measure(NamedTuple):
    """The figures in tokens `start` to `end` (exclusive). `single` is set where there is just one.

    `nominal` is the figure that a tolerance stands around; 0 for limits that are as far below 0 as above.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    unit: str
    single: Figure | None = None
    doubts: tuple[Doubt, ...] = ()
    nominal: Decimal | None = None

    @property
    def problem(self) -> str:
        """Why the figure could not be taken; empty where it could."""
        return self.single.problem if self.single and self.single.value is None else ""

    @property
    def is_read(self) -> bool:
        """Whether the figure could be taken."""
        return not self.problem


def measures_of(tokens: Sequence[Token]) -> list[Measure] | Failure:
    """The measures of a text in order, or why one of them cannot be taken."""
    found: list[Measure] = []
    at = 0
    while at < len(tokens):
        if tokens[at].figure is None:
            at += 1
            continue
        measure = _measure_at(tokens, at)
        if isinstance(measure, Failure):
            return measure
        found.append(measure)
        at = measure.end
    return found


def _measure_at(tokens: Sequence[Token], at: int) -> Measure | Failure:
    first = tokens[at].figure
    second = tokens[at + 2].figure if at + 2 < len(tokens) else None
    joint = tokens[at + 1].role if second else None
    before = tokens[at - 1].role if at else None
    if first is None or (joint in {Role.JOINT, Role.TOLERANCE} and _value(second) is None):
        return Failure()
    if first.value is None:
        # A doubled figure (95.595.5) has no value of its own; what stands around it tells if it is one.
        return Measure(at, at + 1, Decimal(0), None, first.unit, first)
    if joint is Role.JOINT and second is not None and second.value is not None:
        negative = _is_minus(tokens, at - 1)
        return _range(at - negative, at + 3, -first.value if negative else first.value, first, second)
    if joint is Role.TOLERANCE and second is not None and second.value is not None:
        unit = first.unit or second.unit
        if second.unit not in {unit, ""} or (not first.unit and is_share(unit)):
            return Failure()  # 100±5% may mean 5 % of it or five points
        low, high = first.value - second.value, first.value + second.value
        return Measure(at, at + 3, low, high, unit, nominal=first.value)
    if before is Role.TOLERANCE:
        return Measure(at - 1, at + 1, -first.value, first.value, first.unit, nominal=Decimal(0))
    return Measure(at, at + 1, first.value, None, first.unit, first)


def _value(figure: Figure | None) -> Decimal | None:
    return figure.value if figure else None


def is_share(unit: str) -> bool:
    """Whether a unit is a ratio: %, ‰."""
    return isinstance(units.compare(unit, "%"), units.Factor)


def _is_minus(tokens: Sequence[Token], place: int) -> bool:
    """Whether the token is a minus sign and not a dash after a word or another figure."""
    if place < 0 or tokens[place].text != "-":
        return False
    return place == 0 or tokens[place - 1].role in {Role.SIGN, Role.HINT, Role.FILLER, Role.MARK, Role.ABOUT}


def _range(start: int, end: int, low: Decimal, first: Figure, second: Figure) -> Measure | Failure:
    high, unit = second.value, second.unit
    if high is None:
        return Failure()
    if (
        first.unit
        and first.unit != unit
        and not (first.unit in units.PREFIXES and unit.startswith(first.unit))
    ):
        moved = convert(high, unit, first.unit) if unit else high
        if moved is None:
            return Failure()
        high, unit = moved, first.unit
    if low <= high:
        nominal = Decimal(0) if low == -high and high else None
        return Measure(start, end, low, high, unit, nominal=nominal)
    read = f"{high:f}~{low:f}{unit}"
    return Measure(start, end, high, low, unit, doubts=(("text.reversed", {"read": read}),))


def convert(value: Decimal, unit_from: str, unit_to: str) -> Decimal | None:
    """The figure in another unit, exactly; None where there is no exact decimal for it."""
    factor = units.compare(unit_from, unit_to)
    if not isinstance(factor, units.Factor):
        return None
    if factor.value == 1:
        return value
    return exact_decimal(Fraction(value) * factor.value)


def exact_decimal(value: Fraction) -> Decimal | None:
    """The fraction as a decimal without trailing zeros; None where its expansion does not end."""
    below, twos, fives = value.denominator, 0, 0
    while below % 2 == 0:
        below, twos = below // 2, twos + 1
    while below % 5 == 0:
        below, fives = below // 5, fives + 1
    if below != 1:
        return None
    places = max(twos, fives)
    return Decimal(value.numerator * 10**places // value.denominator).scaleb(-places)

"""A figure against its target as a formula: the rules of `scoring.verdicts` said again, for a spreadsheet.

A figure is scaled to a whole number (see `exact`), so every comparison is one of whole numbers, and every
award of a score table is a constant that `scoring` has rounded already. The order of the rules is that of
`scoring.verdicts`: score tables first, then tolerance, zero target, and the rule of the sense.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import takewhile
from typing import NamedTuple

from evaltool.formulas.exact import (
    DIGITS,
    MOST,
    MOST_DECIMALS,
    MOST_WHOLE,
    Inexpressible,
    Known,
    Quotient,
    above,
    at_least,
    at_most,
    is_exact,
)
from evaltool.formulas.figure_steps import award_conditions, tables_of
from evaltool.formulas.scaled import Scaled
from scoring.model import Sense, StepTable
from scoring.rules import deducted
from scoring.verdicts import Line
from scoring.verdicts.figures import is_tolerance


class _Text(NamedTuple):
    """A formula, and up to where in the target's unit it holds."""

    text: str
    limit: Fraction


ROOM = 100
"""Times the target: so far above it a figure must still be computed with."""


@dataclass(frozen=True, slots=True)
class FigureFormula:
    """The score of a figure with at most `decimals`, up to `limit` either way, in the target's unit."""

    text: str
    decimals: int
    limit: Fraction


def known_formula(line: Line, weight: Decimal, figure: str, full: str, scale: Fraction, known: Known) -> str:
    """The formula for a known figure, which stands in the cell `figure` times `scale`, by the target's unit.

    Raises `Inexpressible`.
    """
    at = Scaled(line, weight, figure, full, scale, known)
    return _by_tables(at, tuple(tables_of(line)), Fraction(MOST_WHOLE)).text


def figure_formula(line: Line, weight: Decimal, figure: str, full: str) -> FigureFormula:
    """The formula with as many decimals as it stays exact with. Raises `Inexpressible`."""
    why = Inexpressible("target")
    for decimals in range(MOST_DECIMALS, -1, -1):
        try:
            return _formula(Scaled(line, weight, figure, full, Fraction(10**decimals)), decimals)
        except Inexpressible as clause:
            why = clause
    raise why


def _formula(at: Scaled, decimals: int) -> FigureFormula:
    limit = min(Fraction(MOST), Fraction(MOST_WHOLE, 10**decimals))
    target = at.line.target
    if any(abs(one) > limit for one in (target.value, target.upper) if one is not None):
        raise Inexpressible("target")
    by = _by_tables(at, tuple(tables_of(at.line)), limit)
    return FigureFormula(by.text, decimals, by.limit)


def _by_tables(at: Scaled, tables: Sequence[tuple[StepTable, str]], limit: Fraction) -> _Text:
    """By the first table that applies, or the rule of the sense."""
    if not tables:
        return _by_sense(at, limit)
    (table, measure), *others = tables
    text, w = "0", Fraction(at.weight)
    for condition, award in reversed(award_conditions(at.line, table, measure, at.figure, at.of)):
        text = f"IF({condition},{at.constant(w * award / Fraction(table.full))},{text})"
    if measure != "attainment" or at.line.is_forward:
        return _Text(text, limit)
    # A figure of 0 or less has no attainment where less is better: what comes next is for it.
    rest = _by_tables(at, others, limit)
    return _Text(f"IF({at.figure}>0,{text},{rest.text})", rest.limit)


def _by_sense(at: Scaled, limit: Fraction) -> _Text:
    target, quantitative = at.line.target, at.line.rulebook.quantitative
    t, upper = at.of(target.value), at.of(target.upper)
    inside = f"AND({at_least(at.figure, t)},{at_most(at.figure, upper)})"
    if is_tolerance(target):
        return _Text(f"IF({inside},{at.full},0)", limit)
    if target.sense is Sense.BETWEEN:
        if quantitative.between.value == "met_or_nothing":
            # A figure below 0 counts as 0.
            met = at_most(at.figure, upper) if t == 0 else inside
            return _Text(f"IF({met},{at.full},0)", limit)
        return _Text(_short(at, t, at.full, "quantitative.between"), limit)
    if t == 0:
        met = f"{at.figure}>=0" if target.sense in (Sense.AT_LEAST, Sense.ABOVE) else f"{at.figure}<=0"
        return _Text(f"IF({met},{at.full},0)", limit)
    if at.line.is_forward:
        return _Text(_forward(at, t), limit)
    return _reverse(at, t, limit)


def _short(at: Scaled, t: Fraction, met: str, clause: str) -> str:
    """In proportion below the target, and `met` from it on."""
    if t == 0:
        return met
    part = at.points(Quotient(Fraction(0), at.cents, t), t, clause)
    return f"IF({at_least(at.figure, t)},{met},IF({at.figure}<=0,0,{part}))"


def _forward(at: Scaled, t: Fraction) -> str:
    quantitative = at.line.rulebook.quantitative
    met = _over(at, t)
    method = quantitative.forward
    if method.value == "met_or_nothing":
        return f"IF({at_least(at.figure, t)},{met},0)"
    if method.value != "gate":
        return _short(at, t, met, method.key)
    gate = Fraction(quantitative.gate.value) / 100
    quotient = Quotient(-at.cents * gate * t, at.cents, t * (1 - gate))
    part = at.points(quotient, t, method.key)
    return f"IF({at_least(at.figure, t)},{met},IF({at_most(at.figure, gate * t)},0,{part}))"


def _over(at: Scaled, t: Fraction) -> str:
    """The points of a figure that reaches its target: all of them, or less far above it."""
    over, w = at.line.rulebook.over, Fraction(at.weight)
    if over.points.value == "reduce":
        beyond = Fraction(over.reduce_beyond.value) / 100
        most = (1 + beyond) * t
        part = at.points(Quotient(at.cents * most, -at.cents, t), most, over.reduce_beyond.key)
        lost = f"IF({at_least(at.figure, most)},0,{part})"
        return f"IF({above(at.figure, beyond * t)},{lost},{at.full})"
    if over.points.value == "deduct":
        less = at.constant(deducted(w, Fraction(over.deduct_points.value), Fraction(1)))
        return f"IF({at_least(at.figure, Fraction(over.deduct_from.value) / 100 * t)},{less},{at.full})"
    return at.full


def _reverse(at: Scaled, t: Fraction, limit: Fraction) -> _Text:
    quantitative = at.line.rulebook.quantitative
    method = quantitative.reverse
    met = at_most(at.figure, t)
    match method.value:
        case "linear":
            part = at.points(Quotient(2 * t * at.cents, -at.cents, t), 2 * t, method.key)
            missed = f"IF({at_least(at.figure, 2 * t)},0,{part})"
        case "per_unit":
            missed = _per_unit(at, t)
        case "met_or_nothing":
            missed = "0"
        case _:
            quotient = Quotient(at.cents * t, over=True)
            highest = _highest(at, quotient, limit)
            if highest < ROOM * t and at.known is None:
                raise Inexpressible(method.key)
            missed = at.points(quotient, highest, method.key)
            limit = highest / at.scale
    return _Text(f"IF({met},{at.full},{missed})", limit)


def _per_unit(at: Scaled, t: Fraction) -> str:
    clause = at.line.rulebook.quantitative.reverse_deduct
    deduct = Fraction(clause.value)
    if not deduct:
        return at.full
    nothing = t + at.of(Fraction(at.weight) / deduct)
    lost = deduct * 10**at.line.rulebook.places / at.scale
    part = at.points(Quotient(at.cents + lost * t, -lost), nothing, clause.key)
    return f"IF({at_least(at.figure, nothing)},0,{part})"


def _highest(at: Scaled, quotient: Quotient, limit: Fraction) -> Fraction:
    """The highest power of ten that a figure may reach as the divisor."""
    powers: Callable[[], Iterator[int]] = lambda: (10**zeros for zeros in range(DIGITS))  # noqa: E731
    most = limit * at.scale
    fitting = takewhile(lambda power: power <= most and is_exact(quotient, at.cents, power), powers())
    return Fraction(max(fitting, default=0))

"""A rulebook for the second implementation: its TOML, over that of the one it extends, and its rounding.

The second implementation (second_*.py) states RULES.md and the cited clauses once more, to check `scoring`
by. It reads plain dicts (see year_data.py), computes in fractions, and shares no code with `scoring`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import ROUND_05UP, ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

SHIPPED = Path(__file__).parents[3] / "scoring" / "rulebooks"
LOCAL = Path(__file__).parent / "rulebooks"

Rules = Mapping[str, Any]
"""The value of each clause by "section.name"; figures as `Fraction` or `int`."""

Data = Mapping[str, Any]
"""A plain dict of the generated year; figures as text."""

HUNDRED = Fraction(100)
NOUGHT = Fraction(0)

STICKY = Context(prec=120, rounding=ROUND_05UP)
"""Never ends a figure that goes on in 0 or 5: so it can be rounded again without taking it for a tie."""

WAYS = {"half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN, "cut": ROUND_DOWN}


@cache
def read_rules(path: Path) -> Rules:
    """All clauses of a rulebook file."""
    written = tomllib.loads(path.read_text("utf-8"), parse_float=Fraction)
    parent = written.get("extends")
    clauses = dict(read_rules(SHIPPED / f"{parent}.toml")) if parent else {}
    for section, table in written.items():
        if isinstance(table, dict) and section != "effective":
            clauses.update({f"{section}.{name}": clause["value"] for name, clause in table.items()})
    families = clauses["weights.levels"]
    families = families if isinstance(families, list) else [families]
    clauses["weights.levels"] = [{_level(name): given for name, given in one.items()} for one in families]
    inside = clauses["weights.inside"]
    clauses["weights.inside"] = {_level(name): _level(other) for name, other in inside.items()}
    return clauses


def _level(name: str) -> str:
    """A level may be written without 指标."""
    return name if name.endswith("指标") else f"{name}指标"


def rounded(exact: Fraction, places: int, mode: str) -> Fraction:
    """A figure with so many decimals, by decimal arithmetic."""
    near = STICKY.divide(Decimal(exact.numerator), Decimal(exact.denominator))
    return Fraction(near.quantize(Decimal((0, (1,), -places)), rounding=WAYS[mode], context=STICKY))


def rounded_by(rules: Rules, exact: Fraction) -> Fraction:
    """Points as the rulebook rounds them."""
    return rounded(exact, rules["rounding.places"], rules["rounding.mode"])


class Points(NamedTuple):
    """Points from lowest to highest; settled where nothing is open."""

    low: Fraction
    high: Fraction
    settled: bool

    @classmethod
    def added(cls, parts: list[Points]) -> Points:
        """The sum, settled where every part is."""
        low = sum((part.low for part in parts), NOUGHT)
        settled = all(part.settled for part in parts)
        return cls(low, low if settled else sum((part.high for part in parts), NOUGHT), settled)


def settled(points: Fraction) -> Points:
    """Points that nothing can move."""
    return Points(points, points, settled=True)


def figure(text: str | None) -> Fraction | None:
    """A figure of the data."""
    return None if text is None else Fraction(text)


def grade(points: Points | None, rules: Rules) -> str:
    """The best grade whose limit is reached, at both ends alike."""
    if points is None:
        return ""
    limits = sorted(rules["grades.limits"].items(), key=lambda limit: limit[1])
    at_low, at_high = ([name for name, low in limits if end >= low][-1] for end in points[:2])
    return at_low if at_low == at_high else ""

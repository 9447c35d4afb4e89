"""The proof of a settled line: the formula of its points, what a total adds of it, and how it is compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from evaltool.formulas.exact import Inexpressible
from evaltool.reports.proof.checks import EXACT, UNROUNDED, Check
from evaltool.reports.proof.columns import Place
from evaltool.reports.sheet import Value
from evaltool.sheets.looks import CENTRE, Look
from scoring.rulebook import Rulebook

Text = Callable[[bool], str]
"""A formula of points, rounded or not. Raises `Inexpressible` where it cannot be rounded exactly."""


@dataclass(frozen=True, slots=True)
class LineProof:
    """What stands in the row: the actual and the share as values, the rest as formulas.

    `low` and `high` are the least and the most possible; of a settled score both are what a total adds.
    """

    score: str
    low: str
    high: str
    actual: Value
    look: Look = CENTRE
    share: Value = None
    scaled: str = ""
    check: Check = EXACT


def settled(text: Text, is_short: bool, rulebook: Rulebook, place: Place) -> LineProof:
    """A score rounded where that is exact, and what a total adds of it.

    A total of figures that are not exact adds what the form has, once that is found right; one that is
    rounded only itself adds what is not rounded.
    """
    exact = _exact(text) if is_short else ""
    part = place.cells.score if exact else place.found_right
    if rulebook.rounding.point.value == "total":
        part = text(False)
    return LineProof(exact or text(False), part, part, None, check=EXACT if exact else UNROUNDED)


def _exact(text: Text) -> str:
    """The formula that rounds, or nothing where it would not be exact."""
    try:
        return text(True)
    except Inexpressible:
        return ""


def whole(cell: str, scale: Fraction) -> str:
    """The figure of a cell as a whole number of the parts that `scale` makes of one."""
    return cell if scale == 1 else f"ROUND({cell}*{scale},0)"

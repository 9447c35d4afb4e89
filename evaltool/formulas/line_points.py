"""The points of a judgement and of a due date, by the share of the points or the days late."""

from __future__ import annotations

from fractions import Fraction

from evaltool.formulas.exact import Quotient
from evaltool.formulas.scaled import Scaled


def share_points(at: Scaled) -> str:
    """Points of a judgement, whose share in percent is the scaled figure. Raises `Inexpressible`."""
    whole = 100 * at.scale
    part = at.points(Quotient(Fraction(0), at.cents, whole), whole, at.line.rulebook.other.bands.key)
    return f"IF({at.figure}={whole},{at.full},{part})"


def day_points(at: Scaled) -> str:
    """Points of a day, the days late being the figure. Raises `Inexpressible`."""
    return f"IF({at.figure}<=0,{at.full},{_late_points(at)})"


def _late_points(at: Scaled) -> str:
    other = at.line.rulebook.other
    if other.due_date.value == "met_or_nothing":
        return "0"
    deduct = Fraction(other.late_deduct.value)
    if not deduct:
        return at.full
    nothing = -int(-Fraction(at.weight) / deduct // 1)
    lost = deduct * Fraction(10) ** at.line.rulebook.places
    part = at.points(Quotient(at.cents, -lost), Fraction(nothing), other.late_deduct.key)
    return f"IF({at.figure}>={nothing},0,{part})"

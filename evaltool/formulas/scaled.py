"""A line whose figure stands as a whole number in a cell: its target on that scale, its points as text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from evaltool.formulas.exact import (
    Inexpressible,
    Known,
    Quotient,
    capped,
    is_exact,
    is_exact_at,
    number,
    quotient_text,
)
from scoring.scores import printed
from scoring.verdicts import Line


@dataclass(frozen=True, slots=True)
class Scaled:
    """A line whose figure stands, times `scale`, in the cell `figure`; its weight in `full`.

    `known` is that figure where it is no other; else it is any.
    """

    line: Line
    weight: Decimal
    figure: str
    full: str
    scale: Fraction
    known: Known | None = None

    def of(self, figure: Decimal | Fraction | None) -> Fraction:
        """A figure in the target's unit on the same scale."""
        return Fraction(figure or 0) * self.scale

    @property
    def cents(self) -> Fraction:
        """The weight in the smallest points that the rulebook knows."""
        return Fraction(self.weight) * Fraction(10) ** self.line.rulebook.places

    def constant(self, points: Fraction) -> str:
        """Points that do not depend on the figure, as they are printed."""
        if points == Fraction(self.weight):
            return self.full
        return number(printed(points, self.weight, self.line.rulebook) if self.rounds else points)

    @property
    def rounds(self) -> bool:
        """Whether points are rounded."""
        return self.known is None or self.known.rounds

    def points(self, quotient: Quotient, highest: Fraction, clause: str) -> str:
        """Points that do, for figures up to `highest`. Raises `Inexpressible(clause)`."""
        if self.known is None:
            is_right = is_exact(quotient, self.cents, -int(-highest // 1))
        else:
            is_right = not self.rounds or is_exact_at(quotient, self.cents, self.known.figure)
        if not is_right:
            raise Inexpressible(clause)
        text = quotient_text(quotient, self.figure, self.line.rulebook, rounds=self.rounds)
        return capped(text, self.cents, self.full)

"""What two rulebooks make of the same actuals, side by side."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from scoring.against.figures import Figure, Place
from scoring.findings import Finding, Severity
from scoring.rulebook import Difference
from scoring.scores import DepartmentScore


@dataclass(frozen=True, slots=True)
class Cause:
    """A clause that makes a difference. `of_weight` where it moves the weight, so that the score follows."""

    difference: Difference
    of_weight: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A figure that is not the same under both rulebooks; None where a rulebook has none at that place.

    `causes` are the clauses that make the difference; where `traced` is False no clause alone moves the
    figure, and they are all that differ.
    """

    place: Place
    one: Figure | None
    other: Figure | None
    causes: tuple[Cause, ...]
    traced: bool

    @property
    def low(self) -> Decimal | None:
        """The least by which the other rulebook moves an end of the score; None without two scores."""
        return min(self._moves(), default=None)

    @property
    def high(self) -> Decimal | None:
        """The most by which it does; both are the difference itself where both scores are settled."""
        return max(self._moves(), default=None)

    @property
    def by_weight(self) -> bool:
        """Whether the score differs only because the weight does."""
        return self.traced and all(cause.of_weight for cause in self.causes)

    def _moves(self) -> tuple[Decimal, ...]:
        one, other = (figure.score if figure else None for figure in (self.one, self.other))
        return (other.low - one.low, other.high - one.high) if one and other else ()


@dataclass(frozen=True, slots=True)
class Against:
    """A department scored under two rulebooks: the lines that differ, and how many are alike."""

    one: DepartmentScore
    other: DepartmentScore
    lines: tuple[Line, ...]
    alike: int

    @property
    def unsettled(self) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
        """What is wrong with the points under one rulebook and not under the other; for each of the two."""
        one, other = (
            tuple(found for found in score.findings if found.code.startswith("weights."))
            for score in (self.one, self.other)
        )
        return _errors(one, other), _errors(other, one)


def _errors(here: Iterable[Finding], there: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(one for one in here if one.severity is Severity.ERROR and one not in there)

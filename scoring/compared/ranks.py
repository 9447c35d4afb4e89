"""Places by a figure: alike figures share a place, and what has no figure has no place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Generic, TypeVar

T = TypeVar("T")

Figure = Decimal | Fraction | None


@dataclass(frozen=True, slots=True)
class Ranked(Generic[T]):
    """One of several with its place from 1, the highest figure first; `alike` share it, this one among them.

    `place` is None, and `alike` 0, where there is no figure to go by.
    """

    one: T
    place: int | None
    alike: int

    @property
    def is_tied(self) -> bool:
        """Whether another has the same place (并列)."""
        return self.alike > 1


def ranked(of: Iterable[T], figure: Callable[[T], Figure]) -> tuple[Ranked[T], ...]:
    """Each with its place, as competitions count: 1, 2, 2, 4.

    Those that are alike keep the order given; those without a figure follow in the order given.
    """
    many = [(one, figure(one)) for one in of]
    known = [(one, Fraction(value)) for one, value in many if value is not None]
    known.sort(key=lambda each: each[1], reverse=True)
    alike = Counter(value for _, value in known)
    places: dict[Fraction, int] = {}
    for place, (_, value) in enumerate(known, 1):
        places.setdefault(value, place)
    placed = (Ranked(one, places[value], alike[value]) for one, value in known)
    return (*placed, *(Ranked(one, None, 0) for one, value in many if value is None))

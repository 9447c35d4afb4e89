"""Two rulebooks clause by clause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from scoring.rulebook.schema import Clause, Rulebook


@dataclass(frozen=True, slots=True)
class Difference:
    """A clause that two rulebooks decide differently."""

    key: str
    a: Clause[Any]
    b: Clause[Any]


def own_clauses(rulebook: Rulebook) -> tuple[Clause[Any], ...]:
    """The clauses that a rulebook decides otherwise than its parent; without a parent all of them."""
    if rulebook.parent is None:
        return rulebook.clauses()
    return tuple(one.b for one in compare(rulebook.parent, rulebook))


def compare(a: Rulebook, b: Rulebook) -> tuple[Difference, ...]:
    """The clauses whose values differ, in the order of the schema; another citation alone is none."""
    pairs = zip(a.clauses(), b.clauses(), strict=True)
    return tuple(Difference(one.key, one, other) for one, other in pairs if one.value != other.value)

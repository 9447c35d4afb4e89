"""What each clause of a rulebook may say alone, but not beside the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from scoring.rulebook.schema import ExecutionRules, LexiconRules, WeightRules

Contradiction = tuple[str, str, str]
"""The key of the clause, what it says, and what would fit."""


def known_levels(families: Iterable[Mapping[str, Decimal]]) -> str:
    """The first levels of all families, as what a level may be."""
    return " | ".join(dict.fromkeys(level for levels in families for level in levels))


def contradictions(sections: Mapping[str, Any]) -> Iterator[Contradiction]:
    """Everything that does not fit together, in the order of the schema."""
    execution: ExecutionRules = sections["execution"]
    weights: WeightRules = sections["weights"]
    room = 100 - execution.points.value
    for levels in weights.levels.value:
        given = sum(levels.values())
        if given != room:
            yield weights.levels.key, f"{weights.levels.text} = {given}", f"= {room}"
    named = {level for levels in weights.levels.value for level in levels}
    known = known_levels(weights.levels.value)
    for absent, to in weights.absent_to.value.items():
        for level in (absent, to):
            if level not in named:
                yield weights.absent_to.key, level, known
    for level, inside in weights.inside.value.items():
        if level in named:
            yield weights.inside.key, level, "expected.no_points"
        if inside not in named:
            yield weights.inside.key, inside, known
    yield from _twice(sections["lexicon"])


def _twice(lexicon: LexiconRules) -> Iterator[Contradiction]:
    for word in lexicon.more_is_better.value:
        if word in lexicon.less_is_better.value:
            yield lexicon.more_is_better.key, word, "expected.one_lexicon"

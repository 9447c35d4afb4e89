"""What each clause of a rulebook may say alone, but not beside the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from scoring.rulebook.schema import ExecutionRules, WeightRules

Contradiction = tuple[str, str, str]
"""The key of the clause, what it says, and what would fit."""


def contradictions(sections: Mapping[str, Any]) -> Iterator[Contradiction]:
    """Everything that does not fit together, in the order of the schema."""
    execution: ExecutionRules = sections["execution"]
    weights: WeightRules = sections["weights"]
    room = 100 - execution.points.value
    for levels in weights.levels.value:
        given = sum(levels.values())
        if given != room:
            yield weights.levels.key, f"{weights.levels.text} = {given}", f"= {room}"
    named = dict.fromkeys(level for levels in weights.levels.value for level in levels)
    known = " | ".join(named)
    for absent, to in weights.absent_to.value.items():
        for level in (absent, to):
            if level not in named:
                yield weights.absent_to.key, level, known
    for level, inside in weights.inside.value.items():
        if level in named:
            yield weights.inside.key, level, f"≠ {known}"
        if inside not in named:
            yield weights.inside.key, inside, known

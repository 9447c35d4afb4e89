"""Clauses put together into sections, and those that do not go together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from scoring.rulebook.problems import Problem, bad_value, nearest
from scoring.rulebook.schema import SECTIONS, Clause, Rulebook
from scoring.rulebook.sound import contradictions, known_levels

Clauses = Mapping[str, Clause[Any]]

LEVELS = "weights.levels"


def sections(clauses: Clauses) -> dict[str, Any]:
    """The sections of a rulebook, made of a clause for every key."""
    return {
        section: schema(**{item.name: clauses[f"{section}.{item.name}"] for item in fields(schema)})
        for section, schema in SECTIONS.items()
    }


def misfits(clauses: Clauses, parent: Rulebook | None, file: str) -> list[Problem]:
    """What does not fit together. `beside` names the file's own clause where it shows at an inherited one.

    Levels that the file's own families lack, but inherited clauses speak of, are one problem of the families.
    """
    problems = []
    lacking: dict[str, str] = {}  # and the clause that speaks of each
    known = known_levels(clauses[LEVELS].value)
    for odd in contradictions(sections(clauses)):
        key, found, fitting = odd
        problem = bad_value(file, key, found, fitting)
        if parent is not None and clauses[key] is parent.clause(key):
            for mine in [one for one in clauses if clauses[one] is not parent.clause(one)]:
                if odd not in contradictions(sections({**clauses, mine: parent.clause(mine)})):
                    facts = {**problem.facts, "beside": mine}
                    problem = Problem("rulebook.contradiction", file, key, facts)
        if problem.facts.get("beside") == LEVELS and fitting == known:
            lacking[found] = key
        else:
            problems.append(problem)
    if lacking:
        facts = {"found": " | ".join(lacking), "needs": " | ".join(dict.fromkeys(lacking.values()))}
        before = known_levels(parent.weights.levels.value).split(" | ") if parent else []
        new = [level for level in known.split(" | ") if level not in before]
        if new:
            facts["nearest"] = " | ".join(dict.fromkeys(nearest(level, new) for level in lacking))
        problems.append(Problem("rulebook.lacks_level", file, LEVELS, facts))
    return problems

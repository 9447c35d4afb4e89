"""Which rulebook a person means, and what two of them make of the same figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from scoring import against as trials
from scoring.model import Dossier
from scoring.rulebook import (
    DEFAULT,
    Difference,
    Problem,
    Rulebook,
    RulebookError,
    compare,
    load,
    load_file,
    shipped,
)


def rulebook_named(name: str) -> Rulebook:
    """A rulebook by its id or its file; the default one for an empty name. Raises `RulebookError`."""
    if is_file_name(name):
        return load_file(Path(name))
    return load(name or DEFAULT)


def is_file_name(name: str) -> bool:
    """Whether a rulebook is named by its file instead of its id."""
    return name.endswith(".toml") or "/" in name or "\\" in name


def rulebooks() -> tuple[Rulebook, ...]:
    """The rulebooks that come along."""
    return tuple(load(name) for name in shipped())


def check_rulebook(
    name: str, named: Callable[[str], Rulebook] = rulebook_named
) -> Rulebook | tuple[Problem, ...]:
    """A rulebook that can be used, or what is wrong with it; `named` finds it.

    Raises `RulebookError` where there is no such rulebook or its file cannot be read at all.
    """
    try:
        return named(name)
    except RulebookError as wrong:
        if any(one.code in ("rulebook.unknown", "rulebook.unreadable") for one in wrong.problems):
            raise
        return wrong.problems


def compare_rulebooks(a: Rulebook, b: Rulebook) -> tuple[Difference, ...]:
    """The clauses that two rulebooks decide differently, in the order of the schema."""
    return compare(a, b)


def against(dossier: Dossier, other: Rulebook) -> trials.Against:
    """The same figures under the dossier's rulebook and another one, with what makes each difference."""
    return trials.against(dossier, other)

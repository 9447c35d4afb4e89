"""Every clause of a rulebook has a case that cites it and that another value of the clause would fail.

What a clause may say is asked of its own reader, so that a value added to the schema is missed here at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from itertools import permutations
from typing import Any

import case_files as written
import case_scores
import pytest

from scoring.rulebook import Clause, Rulebook, expected, load
from scoring.rulebook.schema import SECTIONS

Case = Mapping[str, Any]

READERS = {
    f"{section}.{item.name}": item.metadata["read"]
    for section, schema in SECTIONS.items()
    for item in fields(schema)
}
HELD = [
    (param.values[0], check)
    for pattern, check in case_scores.CHECKS.items()
    for param in written.cases(pattern)
    if "fault" not in param.values[0]
]
"""Every case that comes out as it says, with its check."""


def choices(key: str) -> tuple[str, ...]:
    """The words that a clause may say, as its reader tells who wrote something else; none for figures."""
    names = expected(key).split(" | ")
    try:
        return tuple(names) if [READERS[key](name) for name in names] == names else ()
    except ValueError:
        return ()


CHOICES = {key: names for key in READERS if (names := choices(key))}
OPEN = [key for key in READERS if len(CHOICES.get(key, ())) != 1]
"""Clauses that can say more than one thing."""


def with_value(rulebook: Rulebook, key: str, value: object) -> Rulebook:
    """The rulebook with another value of one clause, whatever the others say."""
    section, _, name = key.partition(".")
    rules = getattr(rulebook, section)
    clause: Clause[Any] = replace(getattr(rules, name), value=value)
    return replace(rulebook, **{section: replace(rules, **{name: clause})})


def comes_out(case: Case, check: case_scores.Check, rulebook: Rulebook) -> bool:
    try:
        check(case, rulebook)
    except AssertionError:
        return False
    return True


def cites(case: Case, key: str) -> bool:
    """Whether a case cites the clause itself, and not only one whose key begins alike."""
    return re.search(rf"{re.escape(key)}(?![a-z0-9_])", case["cite"]) is not None


def cited(key: str) -> Iterator[tuple[Case, case_scores.Check, Rulebook]]:
    """The cases that cite a clause, each with its rulebook."""
    return ((case, check, written.rules_of(case)) for case, check in HELD if cites(case, key))


def test_readers_of_words_are_told_from_others():
    assert CHOICES["quantitative.forward"] == ("proportion", "gate", "met_or_nothing")
    assert CHOICES["other.yes_no"] == ("met_or_nothing",)
    assert not {"quantitative.gate", "steps.named", "over.note_from", "other.bands"} & set(CHOICES)


@pytest.mark.parametrize(("key", "value"), [(key, name) for key in OPEN for name in CHOICES.get(key, ())])
def test_each_word_of_a_clause_is_said_by_a_case_or_by_the_shipped_rulebook_that_it_names(
    key: str, value: str
):
    said = (key in case.get("rules", {}) or "rulebook" in case for case, _ in HELD)
    values = (written.rules_of(case).clause(key).value for case, _ in HELD)
    assert any(is_said and found == value for is_said, found in zip(said, values, strict=True))


@pytest.mark.parametrize(
    ("key", "value", "other"),
    [(key, *pair) for key in OPEN for pair in permutations(CHOICES.get(key, ()), 2)],
)
def test_each_word_of_a_clause_has_a_case_that_another_word_would_fail(key: str, value: str, other: str):
    assert any(
        not comes_out(case, check, with_value(rulebook, key, other))
        for case, check, rulebook in cited(key)
        if rulebook.clause(key).value == value
    )


@pytest.mark.parametrize("key", OPEN)
def test_each_clause_is_changed_by_a_case_that_the_usual_value_would_fail(key: str):
    usual = load().clause(key).value
    assert any(
        not comes_out(case, check, with_value(rulebook, key, usual))
        for case, check, rulebook in cited(key)
        if rulebook.clause(key).value != usual
    )


@pytest.mark.parametrize("key", sorted(set(READERS) - set(OPEN)))
def test_each_clause_that_can_say_one_thing_only_is_cited_by_a_case(key: str):
    assert next(cited(key), None) is not None

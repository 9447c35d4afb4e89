"""The cases of tests/cases that are about scores: written for evaluators, run here."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import case_files as written
import case_scores
import pytest

from scoring import rules

Case = Mapping[str, Any]

SCORED = [
    pytest.param(*param.values, check, id=param.id, marks=param.marks)
    for pattern, check in case_scores.CHECKS.items()
    for param in written.cases(pattern)
]
EVERY = [
    *(param for pattern in case_scores.CHECKS for param in written.cases(pattern)),
    *written.cases("money-warnings.toml"),
    *written.cases("rounding.toml"),
    *written.cases("rulebook-refused.toml"),
]
SAID = [pytest.param(*param.values, id=param.id) for param in EVERY]


@pytest.mark.parametrize("case", SAID)
def test_a_case_says_what_it_shows_and_cites_its_clause(case: Case):
    assert case["says"].strip()
    assert case["cite"].strip()


def test_no_two_cases_say_the_same():
    said = [param.id for param in EVERY]
    assert len(said) == len(set(said))


@pytest.mark.parametrize(("case", "check"), SCORED)
def test_scores_come_out_as_the_case_says(case: Case, check: case_scores.Check):
    check(case, written.rules_of(case))


@pytest.mark.parametrize("case", written.cases("money-warnings.toml"))
def test_results_beside_the_money_warn_as_the_case_says(case: Case):
    written.only(case, *written.ALWAYS, "earned", "budget", "spent", "colour")
    amounts = [Fraction(case[name]) for name in ("earned", "spent", "budget")]
    assert rules.money_warning(*amounts) == case["colour"]


@pytest.mark.parametrize("case", written.cases("rounding.toml"))
def test_a_figure_is_rounded_as_the_case_says(case: Case):
    written.only(case, *written.ALWAYS, "figure", "places", "rounded")
    assert str(rules.round_half_up(Fraction(case["figure"]), case.get("places", 2))) == case["rounded"]

"""Every check has a case that an evaluator can read: what raises it, and what comes close and does not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import case_files as written
import pytest

from scoring.catalogue import KINDS
from scoring.checks import declaration
from scoring.evaluate import evaluate

Case = Mapping[str, Any]

CASES = written.cases("checks-*.toml")
GROUPS = {"weights", "line", "execution", "declaration", "outcome"}
"""The groups of what dossiers raise; texts, documents and tables have cases of their own."""

ELSEWHERE = {"execution.rate_differs", "target.negative", "outcome.no_place"}
"""Raised while a table of actuals is read, for targets that no text reads as, or for what is recorded of
something undeclared: no case can say these, see their own tests."""


def raised(case: Case) -> list[str]:
    dossier = written.dossier(case)
    return written.codes([*declaration(dossier.department), *evaluate(dossier).findings])


@pytest.mark.parametrize("case", CASES)
def test_a_check_speaks_where_it_should_and_not_a_step_sooner(case: Case):
    written.only(case, *written.ALWAYS, "code", "project", "lines", "near")
    written.only(case["near"], "project", "lines", "rules")
    assert case["says"].strip()
    assert case["cite"].strip()
    assert case["code"] in raised(case)
    assert case["code"] not in raised({**case, **case["near"]})


def test_every_check_of_a_dossier_has_a_case():
    wanted = {code for code, kind in KINDS.items() if kind.group in GROUPS} - ELSEWHERE
    assert wanted == {param.values[0]["code"] for param in CASES}


def test_no_two_cases_say_the_same():
    said = [param.id for param in CASES]
    assert len(said) == len(set(said))

from __future__ import annotations

import pytest
from filling import Compared, compared, evaluated, filled, rows
from form_cases import RULEBOOKS, case
from formula_evaluator import ROUNDS

FORMS = 5
"""Of each rulebook; each is a whole workbook, filled cell by cell."""


@pytest.mark.parametrize("number", range(len(RULEBOOKS)))
def test_a_filled_form_says_what_scoring_says_of_its_lines_its_execution_and_its_total(number: int) -> None:
    agreeing = beyond = 0
    for seed in range(FORMS):
        one = case(1000 * seed + number, RULEBOOKS[number])
        book, said = filled(one)
        for rounding in ROUNDS:
            found: Compared = compared(one, rows(book, said), evaluated(book, said.sheets[0][0], rounding))
            assert not found.differing
            agreeing, beyond = agreeing + found.agreeing, beyond + found.beyond
    assert agreeing > 10 * beyond

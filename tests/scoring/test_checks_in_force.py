"""A rulebook says from when to when it is in force; a year outside of that is a finding."""

from __future__ import annotations

from datetime import date

import pytest

from scoring.checks import in_force
from scoring.model import Department
from scoring.rulebook import load, parse
from scoring.rulebook.schema import Effective

HEAD = 'id = "local"\nversion = "1"\ntitle = "本地"\nextends = "national-2020"\n'


@pytest.mark.parametrize(
    ("period", "covered"),
    [
        (Effective(), range(2000, 2030)),
        (Effective(start=date(2020, 2, 25)), range(2019, 2030)),
        (Effective(end=date(2021, 12, 31)), range(2000, 2022)),
        (Effective(end=date(2021, 12, 30)), range(2000, 2021)),
        (Effective(date(2020, 1, 1), date(2022, 12, 31)), range(2019, 2023)),
    ],
)
def test_a_year_is_evaluated_at_its_end_or_in_the_next_one(period: Effective, covered: range):
    assert [year for year in range(2000, 2030) if period.covers(year)] == list(covered)


def test_a_year_that_a_rulebook_was_not_in_force_for_is_a_finding_at_the_rulebook():
    local = parse(HEAD + "effective = { from = 2025-01-01 }", "local.toml")
    (odd,) = in_force(Department("1", "某单位", 2022), local)
    assert (odd.code, odd.subject.field) == ("rulebook.not_in_force", "rulebook")
    assert odd.facts == {"id": "local", "year": "2022", "start": "2025-01-01", "end": "—"}
    assert not list(in_force(Department("1", "某单位", 2024), local))
    assert not list(in_force(Department("1", "某单位"), local))


def test_shipped_rulebooks_are_in_force_for_the_years_of_their_regulations():
    assert not load("core-2021").effective.covers(2019)
    assert load("core-2021").effective.covers(2021)
    assert load().effective.covers(2020)

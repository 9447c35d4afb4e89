"""The year before of a department is found by its code, else by a name that only one has."""

from __future__ import annotations

from dataclasses import replace

from evaltool.operations import Desk
from evaltool.operations.year_before import year_before
from scoring.model import Department, Dossier, Reading


def _known(desk: Desk, code: str, name: str, year: int) -> Department:
    department = Department(code, name, year)
    desk.adopt(Reading(department)).result()
    return department


def test_it_is_found_by_its_code(desk: Desk, julu: Dossier):
    this = julu.department
    assert year_before(desk, this) is None
    desk.adopt(Reading(replace(this, year=2021, name="改名以前"))).result()
    found = year_before(desk, this)
    assert found is not None
    assert (found.department.code, found.department.year) == (this.code, 2021)


def test_it_is_found_by_its_name_where_the_code_was_another(desk: Desk):
    this = _known(desk, "B", "某局", 2022)
    _known(desk, "A", "某局", 2021)
    found = year_before(desk, this)
    assert found is not None
    assert found.department.code == "A"


def test_of_two_by_one_name_neither_is_taken(desk: Desk):
    this = _known(desk, "C", "某局", 2022)
    _known(desk, "A", "某局", 2021)
    _known(desk, "B", "某局", 2021)
    assert year_before(desk, this) is None


def test_neither_an_earlier_year_nor_no_year_will_do(desk: Desk):
    _known(desk, "A", "某局", 2019)
    assert year_before(desk, _known(desk, "A", "某局", 2022)) is None
    assert year_before(desk, Department("A", "某局")) is None

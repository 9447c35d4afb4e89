"""Forms that are handed in project by project leave everything else of the department as it is."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from workspace_samples import (
    CODE,
    IN_TIME,
    MEETINGS,
    PROJECT,
    YEAR,
    at,
    department,
    percent,
    project,
    reading,
)

from evaltool.workspace import ANY, Edit, Workspace
from scoring.model import Department, Objective, Outcome, Outcomes, Project, Reading, Subject
from scoring.rulebook import load

NAME = "委员活动"


@pytest.fixture
def whole(workspace: Workspace) -> Workspace:
    """A department with prose, of two projects, one of which has a figure recorded."""
    own = department(replace(project(PROJECT, MEETINGS, IN_TIME), name=NAME), Project("P9", "另一个项目"))
    workspace.adopt(reading(replace(own, objective="做好工作", objectives=(Objective("（一）会议"),))))
    workspace.save(CODE, YEAR, [Edit(at(IN_TIME, "actual"), ANY, percent(90))])
    return workspace


def form(code: str, office: str, *, budget: str = "7") -> Reading:
    """One project's form as an office hands it in: without prose and without codes."""
    keys = [one.key._replace(project=code) for one in (MEETINGS, IN_TIME)]
    lines = tuple(replace(one, key=key) for one, key in zip((MEETINGS, IN_TIME), keys, strict=True))
    one = Project(code, NAME, budget=Decimal(budget), indicators=lines)
    return Reading(
        Department(office, department().name, YEAR, projects=(one,)),
        Outcomes({keys[0]: Outcome(percent(80)), keys[1]: Outcome(percent(70))}),
        {keys[0]: Decimal(10)},
    )


def declared(workspace: Workspace) -> Department:
    return workspace.dossier(CODE, YEAR, load()).department


def test_a_form_of_one_project_keeps_the_other_and_the_prose(whole: Workspace):
    done = whole.adopt(form(PROJECT, CODE))
    kept = declared(whole)
    assert [(one.code, one.budget) for one in kept.projects] == [(PROJECT, Decimal(7)), ("P9", None)]
    assert (kept.objective, [one.title for one in kept.objectives]) == ("做好工作", ["（一）会议"])
    assert done.orphans == ()


def test_a_form_without_codes_finds_department_and_project_by_name(whole: Workspace):
    loose = form(NAME, department().name)
    effect = whole.effect(loose)
    assert (effect.lost, effect.department, effect.difference.fresh) == ((), (CODE, YEAR), False)
    done = whole.adopt(loose)
    assert done.department == (CODE, YEAR)
    assert [one.code for one in declared(whole).projects] == [PROJECT, "P9"]
    assert [(one.code, one.year) for one in whole.departments()] == [(CODE, YEAR)]


def test_what_is_recorded_stays_and_the_form_fills_what_is_not(whole: Workspace):
    done = whole.adopt(form(NAME, department().name))
    outcomes = whole.dossier(CODE, YEAR, load()).outcomes.indicators
    assert (outcomes[IN_TIME.key].actual, outcomes[MEETINGS.key].actual) == (percent(90), percent(80))
    assert (done.recorded, len(done.differing)) == (1, 1)


def test_a_form_of_a_new_project_is_added(whole: Workspace):
    one = Project("P5", "新项目", indicators=())
    difference = whole.effect(Reading(Department(CODE, department().name, YEAR, projects=(one,)))).difference
    assert (difference.added, difference.removed) == ((Subject("P5"),), ())


def test_a_name_that_two_departments_share_is_nobodys(whole: Workspace):
    other = replace(department(project("Q1")), code="999")
    whole.adopt(reading(replace(other, objective="别的")))
    effect = whole.effect(form(NAME, department().name))
    assert (effect.difference.fresh, effect.department) == (True, (department().name, YEAR))


def test_a_whole_document_still_takes_away_what_it_does_not_name(whole: Workspace):
    new = replace(department(project(PROJECT, MEETINGS)), objective="做好工作")
    assert Subject("P9") in whole.effect(reading(new)).difference.removed


def test_an_undo_brings_the_declaration_back(whole: Workspace):
    before = declared(whole)
    whole.adopt(form(NAME, department().name))
    whole.undo()
    assert declared(whole) == before

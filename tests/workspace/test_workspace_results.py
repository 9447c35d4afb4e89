"""A result document: what it says was achieved is recorded with the import, never over a recorded value."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from workspace_samples import (
    CODE,
    IN_TIME,
    MEETINGS,
    PROJECT,
    RULEBOOK,
    YEAR,
    at,
    department,
    percent,
    project,
    reading,
)
from workspace_strategies import FIELDS, VALUES

from evaltool.workspace import ANY, Edit, Workspace
from evaltool.workspace.outcomes import entries_of
from evaltool.workspace.values import Differing
from scoring.model import Outcomes, Reading, Subject
from scoring.record import Entry, Value, fold

SPENT = Subject(PROJECT, field="money.spent.total")
OF_OUTCOMES = [
    subject
    for subject in FIELDS
    if subject.field != "rulebook" and subject.field not in ("override", "weight")
]


def achieved(**values: Value) -> Outcomes:
    """Of 完成率 the actual, of the project what was spent, of the department who prepared the form."""
    places = {"actual": at(IN_TIME), "spent": SPENT, "preparer": Subject(field="people.preparer")}
    return fold(Entry(places[name], value) for name, value in values.items()).outcomes


def result(name: str = "巨鹿县政协", **values: Value) -> Reading:
    return replace(reading(department(name=name)), outcomes=achieved(**values))


@given(st.data())
@settings(deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
def test_outcomes_taken_apart_and_put_together_are_the_same(data: st.DataObject) -> None:
    subjects = data.draw(st.lists(st.sampled_from(OF_OUTCOMES), unique=True))
    drawn = [Entry(subject, data.draw(VALUES[FIELDS[subject].kind], str(subject))) for subject in subjects]
    outcomes = fold(drawn).outcomes
    assert fold(entries_of(outcomes)).outcomes == outcomes


def test_what_was_achieved_is_recorded_with_the_import_and_goes_with_it(workspace: Workspace) -> None:
    document = result("新名称", actual=percent(96), spent=Decimal("138.60"), preparer="李伟")
    adopted = workspace.adopt(document)
    assert (adopted.change_id, adopted.recorded, adopted.differing) == (2, 3, ())
    dossier = workspace.dossier(CODE, YEAR, RULEBOOK)
    assert dossier.outcomes == document.outcomes
    actual = dossier.outcomes.indicators[IN_TIME.key].actual
    assert actual is not None
    assert actual.text == "96%"
    workspace.undo()
    assert workspace.dossier(CODE, YEAR, RULEBOOK).outcomes == Outcomes()
    assert workspace.department(CODE, YEAR) == department()
    workspace.redo()
    assert workspace.dossier(CODE, YEAR, RULEBOOK).outcomes == document.outcomes


def test_what_is_recorded_stays_and_what_differs_is_named(workspace: Workspace) -> None:
    workspace.save(CODE, YEAR, [Edit(at(IN_TIME), ANY, percent(90)), Edit(SPENT, ANY, Decimal("138.6"))])
    adopted = workspace.adopt(result(actual=percent(96), spent=Decimal("138.60"), preparer="李伟"))
    assert (adopted.difference.same, adopted.recorded) == (True, 1)
    assert adopted.differing == (Differing(Entry(at(IN_TIME), percent(90), "90%"), percent(96)),)
    outcomes = workspace.dossier(CODE, YEAR, RULEBOOK).outcomes
    assert outcomes.indicators[IN_TIME.key].actual == percent(90)
    assert str(outcomes.projects[PROJECT].money.spent.total) == "138.6"
    assert outcomes.department.people.preparer == "李伟"


def test_the_same_result_again_is_no_change(workspace: Workspace) -> None:
    workspace.adopt(result(actual=percent(96)))
    again = workspace.adopt(result(actual=percent(96)))
    assert (again.change_id, again.recorded, again.differing) == (None, 0, ())


def test_the_result_of_a_new_department_is_one_change_and_one_undo(workspace: Workspace) -> None:
    new = replace(reading(department(year=2023)), outcomes=achieved(actual=percent(96)))
    workspace.adopt(new)
    assert workspace.dossier(CODE, 2023, RULEBOOK).outcomes == new.outcomes
    workspace.undo()
    assert [each.year for each in workspace.departments()] == [YEAR]
    workspace.redo()
    assert workspace.dossier(CODE, 2023, RULEBOOK).outcomes == new.outcomes
    assert workspace.verify() is None


def test_what_was_achieved_of_something_undeclared_is_kept_and_named(workspace: Workspace) -> None:
    odd = replace(reading(department(project(PROJECT, MEETINGS))), outcomes=achieved(actual=percent(96)))
    assert [entry.subject for entry in workspace.adopt(odd).orphans] == [at(IN_TIME)]

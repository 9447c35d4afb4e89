"""What an import would do to what is recorded is told before, and a rename carries it along when asked."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from workspace_samples import (
    CODE,
    IN_TIME,
    MEETINGS,
    PROJECT,
    RULEBOOK,
    SATISFACTION,
    YEAR,
    at,
    department,
    percent,
    project,
    reading,
)

from evaltool.workspace import ANY, Edit, Workspace
from scoring.model import Indicator, Outcome, Outcomes, Reading, Subject, Target
from scoring.record import Entry
from scoring.rulebook import load

OLD = Subject(PROJECT, IN_TIME.key)


def renamed(one: Indicator, name: str) -> Indicator:
    return replace(one, key=one.key._replace(name=name))


def only(*indicators: Indicator) -> Reading:
    return reading(department(project(PROJECT, *indicators)))


@pytest.fixture
def recorded(workspace: Workspace) -> Workspace:
    """完成率 has an actual, a reason and a weight."""
    values = {"actual": percent(90), "reason": "受天气影响", "weight": Decimal(10)}
    edits = [Edit(at(IN_TIME, field), ANY, value) for field, value in values.items()]
    workspace.save(CODE, YEAR, edits)
    return workspace


def test_a_first_import_loses_nothing_and_says_what_it_would_record(workspace: Workspace) -> None:
    outcomes = Outcomes({IN_TIME.key: Outcome(percent(96))})
    effect = workspace.effect(replace(reading(department(year=2030)), outcomes=outcomes))
    assert effect.difference.fresh
    assert (effect.lost, effect.retargeted, dict(effect.renamed)) == ((), (), {})
    assert (effect.recorded, effect.differing) == (1, ())


def test_what_a_document_says_otherwise_than_recorded_is_named_with_both_values(recorded: Workspace) -> None:
    document = replace(reading(), outcomes=Outcomes({IN_TIME.key: Outcome(percent(70), reason="受天气影响")}))
    (one,) = recorded.effect(document).differing
    assert (one.entry.subject, one.entry.value, one.said) == (at(IN_TIME), percent(90), percent(70))


def test_a_removed_project_is_known_by_the_name_it_had(workspace: Workspace) -> None:
    difference = workspace.effect(reading(replace(department(), projects=()))).difference
    assert Subject(PROJECT) in difference.removed
    assert difference.names[PROJECT] == department().projects[0].name


def test_a_recorded_actual_whose_target_changes_is_told(recorded: Workspace) -> None:
    other = Target(IN_TIME.target.sense, Decimal(80), unit="%", text="≥80%")
    effect = recorded.effect(only(MEETINGS, replace(IN_TIME, target=other), SATISFACTION))
    (one,) = effect.retargeted
    assert (one.entry, one.old, one.new) == (
        Entry(at(IN_TIME), percent(90), "90%"),
        IN_TIME.target,
        other,
    )


def test_recorded_values_that_would_lose_their_place_are_told(recorded: Workspace) -> None:
    effect = recorded.effect(only(MEETINGS, SATISFACTION))
    assert {entry.subject for entry in effect.lost} == {
        at(IN_TIME, field) for field in ("actual", "reason", "weight")
    }
    assert dict(effect.renamed) == {}
    assert recorded.effect(reading()).lost == ()


def test_an_indicator_of_the_same_target_and_place_was_perhaps_renamed(recorded: Workspace) -> None:
    new = renamed(IN_TIME, "按时完成率")
    effect = recorded.effect(only(MEETINGS, new, SATISFACTION))
    assert dict(effect.renamed) == {OLD: Subject(PROJECT, new.key)}


def test_of_two_that_are_alike_none_is_suggested_unless_one_has_the_name(recorded: Workspace) -> None:
    one, other = renamed(IN_TIME, "按时完成率"), renamed(IN_TIME, "及时完成率")
    assert dict(recorded.effect(only(MEETINGS, one, other)).renamed) == {}
    moved = replace(IN_TIME, key=IN_TIME.key._replace(level2="质量指标"))
    effect = recorded.effect(only(MEETINGS, one, moved))
    assert dict(effect.renamed) == {OLD: Subject(PROJECT, moved.key)}


def test_another_target_is_no_rename(recorded: Workspace) -> None:
    other = Target(IN_TIME.target.sense, Decimal(80), unit="%", text="80%")
    new = replace(renamed(IN_TIME, "按时完成率"), target=other)
    assert dict(recorded.effect(only(MEETINGS, new)).renamed) == {}


def test_nothing_is_carried_along_by_itself(recorded: Workspace) -> None:
    new = renamed(IN_TIME, "按时完成率")
    adopted = recorded.adopt(only(MEETINGS, new))
    assert len(adopted.orphans) == 3
    outcomes = recorded.dossier(CODE, YEAR, RULEBOOK).outcomes.indicators
    assert new.key not in outcomes
    assert outcomes[IN_TIME.key].actual == percent(90)


def test_what_a_person_carries_along_is_one_change_and_one_undo(recorded: Workspace) -> None:
    new = renamed(IN_TIME, "按时完成率")
    adopted = recorded.adopt(only(MEETINGS, new), carried={OLD: Subject(PROJECT, new.key)})
    assert adopted.orphans == ()
    dossier = recorded.dossier(CODE, YEAR, RULEBOOK)
    outcome = dossier.outcomes.indicators[new.key]
    assert (outcome.actual, outcome.reason) == (percent(90), "受天气影响")
    assert outcome.actual is not None
    assert outcome.actual.text == "90%"
    assert dossier.weights == {new.key: Decimal(10)}
    assert IN_TIME.key not in dossier.outcomes.indicators
    recorded.undo()
    assert recorded.department(CODE, YEAR) == department()
    assert recorded.dossier(CODE, YEAR, RULEBOOK).outcomes.indicators[IN_TIME.key].actual == percent(90)
    recorded.redo()
    assert recorded.dossier(CODE, YEAR, RULEBOOK).outcomes.indicators[new.key].actual == percent(90)
    assert recorded.verify() is None


def test_what_is_carried_along_goes_before_what_the_document_says(recorded: Workspace) -> None:
    new = renamed(IN_TIME, "按时完成率")
    document = replace(only(MEETINGS, new), outcomes=Outcomes({new.key: Outcome(percent(70))}))
    recorded.adopt(document, carried={OLD: Subject(PROJECT, new.key)})
    assert recorded.dossier(CODE, YEAR, RULEBOOK).outcomes.indicators[new.key].actual == percent(90)


def test_a_project_under_another_code_takes_its_money_along(workspace: Workspace) -> None:
    spent = Subject(PROJECT, field="money.spent.total")
    workspace.save(CODE, YEAR, [Edit(spent, ANY, Decimal("138.6")), Edit(at(IN_TIME), ANY, percent(90))])
    here = department().projects[0]
    moved = tuple(replace(one, key=one.key._replace(project="新编码")) for one in here.indicators)
    new = reading(department(replace(here, code="新编码", indicators=moved)))
    effect = workspace.effect(new)
    key = IN_TIME.key._replace(project="新编码")
    assert dict(effect.renamed) == {Subject(PROJECT): Subject("新编码"), OLD: Subject("新编码", key)}
    assert workspace.adopt(new, carried=effect.renamed).orphans == ()
    outcomes = workspace.dossier(CODE, YEAR, RULEBOOK).outcomes
    assert outcomes.projects["新编码"].money.spent.total == Decimal("138.6")
    assert outcomes.indicators[key].actual == percent(90)


def test_moving_what_lost_its_place_can_be_taken_back_and_the_import_after_it(recorded: Workspace) -> None:
    other = renamed(IN_TIME, "及时完成率")
    recorded.adopt(only(MEETINGS, other, SATISFACTION))
    moved = [
        Edit(Subject(PROJECT, other.key, "actual"), ANY, percent(90)),
        Edit(at(IN_TIME, "actual"), percent(90), None),
    ]
    recorded.save(CODE, YEAR, moved, operation="move")
    assert recorded.undo().items[0].new == percent(90)
    recorded.undo()
    dossier = recorded.dossier(CODE, YEAR, load())
    assert dossier.outcomes.indicators[IN_TIME.key].actual == percent(90)
    assert [one.key for one in dossier.department.projects[0].indicators][1] == IN_TIME.key

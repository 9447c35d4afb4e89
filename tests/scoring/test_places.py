"""Every finding of a dossier stands at a place that can be jumped to."""

from __future__ import annotations

from dataclasses import fields

import pytest
from dossier_strategies import dossiers
from hypothesis import given

from scoring.checks import declaration
from scoring.evaluate import evaluate
from scoring.model import Department, Dossier, Indicator, Key, Objective, Project, Sense, Subject, Target
from scoring.placing import DEPARTMENT, INDICATOR, PROJECT, is_place
from scoring.record import Entry, fold

KEY = Key("P", "", "产出指标", "数量指标", "次数")
OFFICE = Department(
    "131001",
    "某单位",
    objectives=(Objective("（一）目标"),),
    projects=(Project("P", "项目", indicators=(Indicator(KEY, Target(Sense.AT_LEAST)),)),),
)


def displaced(dossier: Dossier) -> list[tuple[str, Subject]]:
    found = [*declaration(dossier.department), *evaluate(dossier).findings]
    return [(odd.code, odd.subject) for odd in found if not is_place(odd.subject, dossier.department)]


@given(dossiers(readable=False, most=3))
def test_every_finding_of_any_dossier_names_a_place_of_it(dossier: Dossier):
    assert displaced(dossier) == []


@given(dossiers(most=3))
def test_every_finding_of_a_readable_dossier_names_a_place_of_it(dossier: Dossier):
    assert displaced(dossier) == []


@pytest.mark.parametrize(
    "subject",
    [
        Subject("P", KEY, "actual"),
        Subject("P", field="money.spent.total"),
        Subject(),
        Subject(field="basic_budget"),
        Subject(field="achieved:（一）目标"),
        Subject(field="objective_weights:总体绩效目标"),
    ],
)
def test_what_can_be_recorded_is_a_place(subject: Subject):
    assert is_place(subject, OFFICE)


@pytest.mark.parametrize(
    "subject",
    [
        Subject("P", KEY),
        Subject("P", KEY, "spent"),
        Subject("", KEY, "actual"),
        Subject("P", KEY._replace(ordinal=2), "actual"),
        Subject("Q", field="money.spent.total"),
        Subject("P"),
        Subject("P", field="actual"),
        Subject(field="achieved:（二）"),
        Subject(field="spent"),
    ],
)
def test_what_does_not_exist_is_no_place(subject: Subject):
    assert not is_place(subject, OFFICE)


def test_declared_fields_are_those_of_the_model():
    assert {field.name for field in fields(Indicator)} - {"key", "source"} <= INDICATOR
    assert {field.name for field in fields(Project)} - {"source"} <= PROJECT
    own = {"objective_indicators", "inferred", "source"}  # clauses are indicators of their own
    assert {field.name for field in fields(Department)} - own <= DEPARTMENT


@pytest.mark.parametrize(
    "field", sorted(PROJECT - {field.name for field in fields(Project)} - {"weight", "level1"})
)
def test_a_recorded_field_of_a_project_can_be_recorded(field: str):
    assert fold([Entry(Subject("P", field=field), None)]).outcomes.projects == {}

"""What is recorded of something that is not declared is out of every score, and said."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from scoring.checks.unplaced import unplaced
from scoring.evaluate import evaluate
from scoring.model import (
    Department,
    Dossier,
    Indicator,
    Key,
    Outcome,
    Outcomes,
    Override,
    Project,
    ProjectOutcome,
)
from scoring.notation import read_actual, read_target
from scoring.rulebook import load

KEY = Key("P1", "", "产出指标", "数量指标", "培训次数")
GONE = KEY._replace(name="会议次数")
TARGET = read_target("4次")[0]
ACTUAL = Outcome(read_actual("4次", TARGET)[0])


def dossier(**recorded: object) -> Dossier:
    project = Project("P1", "运转保障", indicators=(Indicator(KEY, TARGET),))
    department = Department("131001", "某单位", 2022, projects=(project,))
    return replace(Dossier(department, load(), Outcomes({KEY: ACTUAL})), **recorded)


def names(found: Dossier) -> list[str]:
    return [doubt.facts["name"] for doubt in unplaced(found)]


def test_what_is_declared_has_a_place():
    assert names(dossier()) == []


def test_an_actual_a_score_and_a_weight_of_a_gone_indicator_are_said_once():
    outcomes = Outcomes({KEY: ACTUAL, GONE: ACTUAL})
    found = dossier(
        outcomes=outcomes, overrides={GONE: Override(Decimal(1), "依据")}, weights={GONE: Decimal(5)}
    )
    assert names(found) == ["会议次数"]


def test_what_is_recorded_of_a_gone_project_is_said():
    outcomes = Outcomes({KEY: ACTUAL}, {"P9": ProjectOutcome(achieved="完成")})
    assert names(dossier(outcomes=outcomes)) == ["P9"]


def test_it_moves_no_score():
    assert (
        evaluate(dossier(outcomes=Outcomes({KEY: ACTUAL, GONE: ACTUAL}))).projects
        == evaluate(dossier()).projects
    )

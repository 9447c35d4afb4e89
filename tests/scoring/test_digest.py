from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from scoring import rulebook
from scoring.digest import digest
from scoring.model import (
    Actual,
    Department,
    Dossier,
    Indicator,
    Key,
    Outcome,
    Outcomes,
    Override,
    Project,
    Sense,
    Source,
    Target,
)

KEY = Key("P1", "", "产出指标", "数量指标", "培训次数")
OTHER = KEY._replace(name="调研次数")
TARGET = Target(Sense.AT_LEAST, Decimal(4), unit="次", text="4次")


@pytest.fixture
def dossier() -> Dossier:
    lines = (Indicator(KEY, TARGET), Indicator(OTHER, TARGET))
    project = Project("P1", "培训", budget=Decimal(10), indicators=lines)
    outcomes = Outcomes({KEY: Outcome(Actual(Decimal(4))), OTHER: Outcome(Actual(Decimal(3)))})
    return Dossier(Department("1", "某局", 2022, projects=(project,)), rulebook.load(), outcomes)


def with_outcome(dossier: Dossier, outcome: Outcome) -> Dossier:
    return replace(dossier, outcomes=replace(dossier.outcomes, indicators={KEY: outcome}))


def test_the_same_figures_have_the_same_hash_in_whatever_order_they_were_recorded(dossier: Dossier) -> None:
    turned = dict(reversed(dossier.outcomes.indicators.items()))
    assert digest(dossier) == digest(replace(dossier, outcomes=replace(dossier.outcomes, indicators=turned)))
    assert len(digest(dossier)) == 12


def test_a_zero_behind_the_point_and_a_place_in_a_file_do_not_count(dossier: Dossier) -> None:
    department = dossier.department
    project = department.projects[0]
    moved = replace(project, budget=Decimal("10.00"), source=Source("别处.docx", line=3))
    assert digest(replace(dossier, department=replace(department, projects=(moved,)))) == digest(dossier)


def test_whatever_is_declared_recorded_or_decided_changes_the_hash(dossier: Dossier) -> None:
    department = dossier.department
    changed = [
        with_outcome(dossier, Outcome(Actual(Decimal(5)))),
        with_outcome(dossier, Outcome(Actual(Decimal(4)), reason="提前完成")),
        replace(dossier, overrides={KEY: Override(Decimal(1), "另有依据")}),
        replace(dossier, weights={KEY: Decimal(30)}),
        replace(dossier, rulebook=rulebook.load("core-2021")),
        replace(dossier, department=replace(department, name="某某局")),
        replace(dossier, department=replace(department, projects=())),
    ]
    assert len({digest(one) for one in (dossier, *changed)}) == len(changed) + 1

"""A dossier as a whole: what stands in the result, and where the findings point."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from decimal import Decimal
from typing import Any

import pytest
from case_files import changed, dossier

from scoring.evaluate import evaluate, evaluate_project
from scoring.model import Dossier, Outcomes
from scoring.scores import Score, Status, grade_of

LINES = [
    {"name": "次数", "target": "≥4次", "actual": "3次", "reason": "一次未办"},
    {"name": "合格率", "level2": "质量", "target": "≥95%", "actual": "95%"},
    {
        "name": "能力",
        "level1": "效益",
        "level2": "社会效益",
        "target": "有效提高",
        "actual": "达成",
        "share": Decimal(90),
        "reason": "略低",
    },
    {"name": "满意度", "level1": "满意度", "level2": "服务对象满意度", "target": "≥95%"},
]
MONEY = {"adjusted": Decimal(100), "spent": Decimal(95)}


def given(**more: Any) -> Dossier:
    return dossier({"project": MONEY, "lines": LINES, **more})


def test_lines_stand_in_the_order_of_the_declaration_with_weight_score_and_status():
    (project,) = evaluate(given()).projects
    assert [
        (line.indicator.name, line.weight, line.score.low, line.status) for line in project.indicators
    ] == [
        ("次数", 25, Decimal("18.75"), Status.SCORED),
        ("合格率", 25, 25, Status.SCORED),
        ("能力", 30, 27, Status.SCORED),
        ("满意度", 10, 0, Status.WAITING),
    ]
    assert (project.execution.score, project.score) == (
        Score.settled(Decimal("9.50")),
        Score.open(Decimal("80.25"), Decimal("90.25")),
    )


def test_every_first_level_is_followed_by_its_second_levels():
    (project,) = evaluate(given()).projects
    assert [(level.level1, level.level2, level.weight, level.score.low) for level in project.levels] == [
        ("产出指标", "", 50, Decimal("43.75")),
        ("产出指标", "数量指标", 25, Decimal("18.75")),
        ("产出指标", "质量指标", 25, 25),
        ("效益指标", "", 30, 27),
        ("效益指标", "社会效益指标", 30, 27),
        ("满意度指标", "", 10, 0),
        ("满意度指标", "服务对象满意度指标", 10, 0),
    ]


def test_the_working_of_a_project_says_how_points_were_spread_and_what_the_sum_is():
    (project,) = evaluate(given()).projects
    assert [step.code for step in project.working] == ["weights.spread"] * 3 + ["total.open"]
    assert dict(project.working[-1].facts) == {
        "low": Decimal("80.25"),
        "high": Decimal("90.25"),
        "available": 100,
    }


def test_findings_point_at_the_project_the_indicator_and_the_field():
    (doubt,) = evaluate(given()).findings
    assert (doubt.code, doubt.subject.project, doubt.subject.field) == ("outcome.missing", "P", "actual")
    assert doubt.subject.indicator is not None
    assert doubt.subject.indicator.name == "满意度"


def test_one_project_alone_scores_as_it_does_among_all():
    whole = given()
    score, findings = evaluate_project(whole.department.projects[0], whole)
    assert (score,) == evaluate(whole).projects
    assert findings == evaluate(whole).findings


def test_evaluating_twice_gives_the_same_and_nothing_given_out_can_be_changed():
    whole = given()
    score = evaluate(whole)
    assert score == evaluate(whole)
    with pytest.raises(FrozenInstanceError):
        score.projects[0].grade = "优"  # type: ignore[misc]


def test_a_dossier_without_anything_recorded_is_open_and_asks_for_everything():
    score = evaluate(replace(given(), outcomes=Outcomes()))
    assert (score.score, score.grade) == (None, "")
    assert score.projects[0].score == Score.open(Decimal("0.00"), Decimal("100.00"))
    assert [doubt.code for doubt in score.findings] == [
        *["outcome.missing"] * 4,
        "execution.missing",
        "department.not_judged",
    ]


@pytest.mark.parametrize(("places", "expected"), [(2, "9.47"), (3, "9.474"), (4, "9.4737"), (6, "9.473684")])
def test_scores_have_as_many_decimals_as_the_rulebook_says(places: int, expected: str):
    line = {"target": "≥95%", "actual": "90%", "declared": Decimal(10), "reason": "x"}
    rest = {"target": "≥95%", "actual": "95%", "declared": Decimal(80)}
    whole = dossier({"project": MONEY, "lines": [line, rest], "rules": {"rounding.places": places}})
    (project,) = evaluate(whole).projects
    assert project.indicators[0].score.value == Decimal(expected)
    assert project.score is not None
    assert project.score.value == Decimal(expected) + 80 + Decimal("9.5")


@pytest.mark.parametrize(
    ("low", "high", "grade"),
    [("90", "100", "优"), ("89.99", "90", ""), ("60", "79.99", "中"), ("0", "59.99", "差"), ("0", "100", "")],
)
def test_an_interval_has_a_grade_only_where_both_ends_have_it(low: str, high: str, grade: str):
    assert grade_of(Score.open(Decimal(low), Decimal(high)), changed()) == grade


def test_what_cannot_be_judged_has_no_grade():
    assert grade_of(None, changed()) == ""


def test_a_sum_is_open_as_soon_as_one_part_is():
    settled, is_open = Score.settled(Decimal(5)), Score.open(Decimal(1), Decimal(3))
    assert Score.total([settled, settled]) == Score.settled(Decimal(10))
    assert Score.total([settled, is_open]) == Score.open(Decimal(6), Decimal(8))
    assert Score.total([]) == Score.settled(Decimal(0))


def test_both_ends_of_an_interval_change_alike():
    assert Score.open(Decimal(10), Decimal(20)).changed(lambda limit: 2 * limit) == Score.open(
        Decimal(20), Decimal(40)
    )
    assert Score.settled(Decimal(10)).changed(lambda limit: 2 * limit) == Score.settled(Decimal(20))

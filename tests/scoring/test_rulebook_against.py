"""The same actuals under two rulebooks: each figure that moves is traced to the clause that moves it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from case_files import changed, dossier

from scoring.against import Kind, Line, against
from scoring.rulebook import load

LINES = [
    {"name": "培训次数", "level2": "数量", "target": "≥10次", "actual": "6次"},
    {"name": "人均成本", "level2": "成本", "target": "≤10元", "actual": "12元"},
    {"name": "会议完成时间", "level2": "时效", "target": "6月底前", "actual": "7月3日"},
    {"name": "改善作用", "level1": "效益", "level2": "社会效益", "target": "明显改善", "actual": "部分达成"},
    {"name": "群众满意度", "level1": "满意度", "level2": "服务对象满意度", "target": "≥97%", "actual": "92%"},
]
MONEY = {"declared": 90, "initial": 90, "adjusted": 100, "spent": 60}
LEVELS = '{ "产出" = 40, "效益" = 40, "满意度" = 10 }'
TWENTY = {"execution.points": "20", "weights.levels": '{ "产出" = 50, "效益" = 20, "满意度" = 10 }'}


def lines_of(case: Mapping[str, Any], **rules: str) -> dict[str, Line]:
    """The lines that differ between national-2020 and a rulebook with other values, by name."""
    found = against(dossier(case), changed(**rules)).lines
    return {
        line.place.key.name if line.place.key else f"{line.place.kind}{line.place.method}": line
        for line in found
    }


def keys(line: Line) -> list[str]:
    return [cause.difference.key for cause in line.causes]


ONE_CLAUSE = [
    ("quantitative.forward", '"gate"', {"培训次数", "群众满意度"}),
    ("quantitative.reverse", '"linear"', {"人均成本"}),
    ("quantitative.reverse", '"met_or_nothing"', {"人均成本"}),
    ("other.due_date", '"deduct_per_day"', {"会议完成时间"}),
    ("other.bands", "{ met = 80, partly = 50, unmet = 0 }", {"改善作用"}),
    ("steps.satisfaction", '"steps"', {"群众满意度"}),
    ("rounding.places", "1", {"人均成本", "群众满意度"}),
    ("execution.budget", '"initial"', {"execution"}),
    ("execution.method", '"steps"', {"execution"}),
    ("total.caps", "[[70, 50]]", set()),
    ("grades.limits", '{ "优" = 40, "差" = 0 }', set()),
]


@pytest.mark.parametrize(
    ("key", "value", "moved"), ONE_CLAUSE, ids=[f"{key} {value}" for key, value, _ in ONE_CLAUSE]
)
def test_one_clause_that_differs_is_the_one_that_is_named(key: str, value: str, moved: set[str]):
    found = lines_of({"lines": LINES, "project": MONEY}, **{key: value})
    assert moved <= set(found)
    assert set(found) - moved <= {
        "total",
        "headline",
        "methodbudget_weighted",
        "methodplain_mean",
        *(line["name"] for line in LINES if key == "rounding.places"),
    }
    assert "total" in found
    for line in found.values():
        assert keys(line) == [key]
        assert line.traced
        assert not line.by_weight


def test_a_line_that_only_weighs_more_says_so():
    found = lines_of({"lines": LINES, "project": MONEY}, **{"weights.levels": LEVELS})
    assert (found["培训次数"].one.weight, found["培训次数"].other.weight) == (
        Decimal("16.67"),
        Decimal("13.34"),
    )
    for name in ("培训次数", "人均成本", "改善作用"):
        assert keys(found[name]) == ["weights.levels"]
        assert found[name].by_weight
    assert "群众满意度" not in found
    assert not found["total"].by_weight


def test_a_line_that_weighs_more_and_is_scored_otherwise_names_both():
    rules = {"weights.levels": LEVELS, "quantitative.forward": '"gate"'}
    found = lines_of({"lines": LINES, "project": MONEY}, **rules)
    assert keys(found["培训次数"]) == ["weights.levels", "quantitative.forward"]
    assert [cause.of_weight for cause in found["培训次数"].causes] == [True, False]
    assert not found["培训次数"].by_weight
    assert keys(found["人均成本"]) == ["weights.levels"]
    assert keys(found["群众满意度"]) == ["quantitative.forward"]


def test_clauses_that_act_only_together_are_named_together():
    rules = {"quantitative.forward": '"gate"', "quantitative.gate": "50"}
    found = lines_of({"lines": LINES, "project": MONEY}, **rules)
    assert keys(found["培训次数"]) == ["quantitative.forward", "quantitative.gate"]


def test_a_clause_that_another_one_puts_out_of_force_is_not_named():
    rules = {"quantitative.forward": '"gate"', "steps.satisfaction": '"steps"'}
    assert keys(lines_of({"lines": LINES, "project": MONEY}, **rules)["群众满意度"]) == ["steps.satisfaction"]


def test_a_clause_that_no_line_needs_moves_nothing():
    both = against(dossier({"lines": LINES, "project": MONEY}), changed(**{"quantitative.gate": "50"}))
    assert both.lines == ()
    assert both.alike == len(LINES) + len(both.one.methods) + 3  # execution, total, headline


def test_execution_that_is_worth_more_moves_only_the_weight_of_execution():
    line = lines_of({"lines": LINES, "project": MONEY}, **TWENTY)["execution"]
    assert (line.one.weight, line.other.weight) == (10, 20)
    assert (line.low, line.high) == (6, 6)
    assert line.by_weight
    assert keys(line) == ["execution.points"]


def test_points_of_levels_that_have_to_fit_those_of_execution_are_named_with_them():
    fitting = {**TWENTY, "weights.levels": '{ "产出" = 40, "效益" = 30, "满意度" = 10 }'}
    found = lines_of({"lines": LINES, "project": MONEY}, **fitting)
    for name in ("培训次数", "人均成本", "total"):
        assert keys(found[name]) == ["execution.points", "weights.levels"]
        assert found[name].traced
    assert found["培训次数"].by_weight
    gated = lines_of({"lines": LINES, "project": MONEY}, **fitting, **{"quantitative.forward": '"gate"'})
    assert keys(gated["培训次数"]) == ["execution.points", "weights.levels", "quantitative.forward"]
    assert keys(gated["人均成本"]) == ["execution.points", "weights.levels"]


def test_the_least_move_comes_before_the_most():
    waiting = [{**line, "actual": "部分达成"} if line["name"] == "改善作用" else line for line in LINES]
    line = lines_of({"lines": waiting, "project": MONEY}, **TWENTY)["改善作用"]
    assert (line.one.score.low, line.one.score.high) == (Decimal("18.00"), Decimal("24.00"))
    assert (line.low, line.high) == (Decimal("-8.00"), Decimal("-6.00"))


def test_a_score_that_waits_moves_by_both_its_limits():
    waiting = [{**line, "actual": "部分达成"} if line["name"] == "改善作用" else line for line in LINES]
    rules = {"other.bands": "{ met = 80, partly = 50, unmet = 0 }"}
    line = lines_of({"lines": waiting, "project": MONEY}, **rules)["改善作用"]
    assert line.one.score.value is None
    assert (line.low, line.high) == (Decimal("-3.00"), 0)


def test_another_headline_is_a_difference_of_its_own():
    found = lines_of({"lines": LINES, "project": MONEY}, **{"department.headline": '"own_objectives"'})
    assert set(found) == {"headline"}
    assert found["headline"].other.score is None
    assert found["headline"].low is None
    assert keys(found["headline"]) == ["department.headline"]


def test_a_rulebook_against_itself_differs_in_nothing():
    assert against(dossier({"lines": LINES, "project": MONEY}), load()).lines == ()


def test_figures_stand_in_the_order_of_the_scorecard():
    both = against(dossier({"lines": LINES, "project": MONEY}), changed(**TWENTY))
    kinds = [line.place.kind for line in both.lines]
    assert kinds[0] is Kind.EXECUTION
    assert kinds.index(Kind.TOTAL) > kinds.index(Kind.INDICATOR)
    assert kinds[-1] is Kind.HEADLINE


def test_points_that_add_up_under_one_rulebook_only_are_told():
    lines = [{**line, "set_weight": 30 if line["name"] == "群众满意度" else 15} for line in LINES]
    both = against(dossier({"lines": lines, "project": MONEY}), load("hubei-2020"))
    assert both.unsettled[0] == ()
    assert [(one.code, one.facts) for one in both.unsettled[1]] == [
        ("weights.sum", {"sum": "90", "room": "80"})
    ]

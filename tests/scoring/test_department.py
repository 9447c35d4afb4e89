"""The department's two figures side by side: the mean of its projects, and its own objectives."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from case_files import changed

from scoring.evaluate import evaluate
from scoring.model import (
    OVERALL,
    Actual,
    Department,
    DepartmentOutcome,
    Dossier,
    Funds,
    Indicator,
    Key,
    Money,
    Objective,
    Outcome,
    Outcomes,
    Project,
    ProjectOutcome,
    Sense,
    State,
    Target,
)
from scoring.rulebook.schema import METHODS
from scoring.scores import Method, Score

TARGET = Target(Sense.AT_LEAST, Decimal(100), unit="%", text="≥100%")


def clause(objective: str, name: str) -> Indicator:
    return Indicator(Key("", objective, "", "", name), TARGET)


def project(code: str) -> Project:
    return Project(
        code, f"项目{code}", indicators=(Indicator(Key(code, "", "产出指标", "", "指标"), TARGET),)
    )


OVERALL_CLAUSES = (clause(OVERALL, "完成率"),)
OBJECTIVES = (
    Objective("（一）", indicators=(clause("（一）", "甲"), clause("（一）", "乙"))),
    Objective("（二）"),
    Objective("（三）", indicators=(clause("（三）", "丙"),)),
)


def methods(dossier: Dossier) -> dict[str, Method]:
    return dict(evaluate(dossier).methods)


def dossier(**recorded: Any) -> Dossier:
    """Two projects, P of 300 万元 scoring 100 and Q of 100 万元 scoring 60, and three objectives."""
    money = {
        code: ProjectOutcome(Money(adjusted=Funds(Decimal(budget)), spent=Funds(Decimal(spent))))
        for code, budget, spent in (("P", 300, 300), ("Q", 100, 60))
    }
    achieved = {
        project("P").indicators[0].key: Outcome(Actual(Decimal(100))),
        project("Q").indicators[0].key: Outcome(Actual(Decimal(60))),
    }
    return Dossier(
        Department(
            "131001",
            "某单位",
            2022,
            objective_indicators=OVERALL_CLAUSES,
            objectives=OBJECTIVES,
            projects=(project("P"), project("Q")),
        ),
        changed(**recorded.get("rules", {})),
        Outcomes(
            {**achieved, **recorded.get("achieved", {})},
            {**money, **recorded.get("money", {})},
            recorded.get("whole", DepartmentOutcome()),
        ),
    )


def own(figures: dict[str, int], whole: DepartmentOutcome, **more: Any) -> Method:
    """The department's own figure with actuals by name of clause."""
    clauses = {line.name: line for objective in OBJECTIVES for line in objective.indicators}
    clauses |= {line.name: line for line in OVERALL_CLAUSES}
    achieved = {clauses[name].key: Outcome(Actual(Decimal(a))) for name, a in figures.items()}
    return methods(dossier(achieved=achieved, whole=whole, **more))["own_objectives"]


SPENT_90 = DepartmentOutcome(Decimal(600), Decimal(540), Decimal(400), Decimal(360))


def test_the_mean_weighs_projects_by_their_budget():
    method = methods(dossier())["budget_weighted"]
    assert method.score == Score.settled(Decimal("90.00"))  # (300 × 100 + 100 × 60) ÷ 400
    assert method.grade == "优"
    assert [(step.code, step.clause) for step in method.working] == [
        ("department.budget_weighted", "department.headline")
    ]


def test_one_open_project_makes_the_mean_an_interval():
    method = methods(dossier(money={"Q": ProjectOutcome(Money(adjusted=Funds(Decimal(100))))}))[
        "budget_weighted"
    ]
    assert method.score == Score.open(Decimal("88.50"), Decimal("91.00"))
    assert method.grade == ""


def test_a_project_that_does_not_apply_stays_out_of_the_mean():
    cancelled = ProjectOutcome(Money(adjusted=Funds(Decimal(100))), state=State.NOT_APPLICABLE, reason="撤销")
    method = methods(dossier(money={"Q": cancelled}))["budget_weighted"]
    assert method.score == Score.settled(Decimal("100.00"))
    assert method.working[0].facts["projects"] == 1


def test_a_project_without_a_known_budget_prevents_the_mean_and_is_named():
    unknown = ProjectOutcome(Money(spent=Funds(Decimal(60))))
    method = methods(dossier(money={"Q": unknown}))["budget_weighted"]
    assert method.score is None
    assert [(step.code, step.facts["project"]) for step in method.working] == [
        ("department.no_budget", "项目Q")
    ]


def test_budgets_of_nothing_prevent_the_mean():
    nothing = ProjectOutcome(Money(adjusted=Funds(Decimal(0)), spent=Funds(Decimal(0))))
    method = methods(dossier(money={"P": nothing, "Q": nothing}))["budget_weighted"]
    assert (method.score, method.working[0].code) == (None, "department.zero_budget")


def test_a_department_without_projects_has_no_mean():
    nothing = dossier()
    without = replace(nothing, department=replace(nothing.department, projects=()))
    assert [step.code for step in methods(without)["budget_weighted"].working] == ["department.no_project"]


def test_objectives_weigh_alike_and_clauses_alike_within_one():
    lines = evaluate(dossier()).objectives
    assert [(line.indicator.name, line.weight) for line in lines] == [
        ("甲", Decimal("22.50")),
        ("乙", Decimal("22.50")),
        ("丙", Decimal("45.00")),
    ]


def test_own_objectives_count_90_and_the_departments_own_execution_10():
    method = own({"甲": 100, "乙": 80, "丙": 100}, SPENT_90)
    assert method.score == Score.settled(Decimal("94.50"))  # 22.5 + 18 + 45 + 10 × 900 ÷ 1000
    assert method.working[0].facts["objectives"] == 2


def test_clauses_of_the_overall_objective_are_a_cross_check_while_others_have_clauses():
    figures = {"甲": 100, "乙": 80, "丙": 100}
    assert own({**figures, "完成率": 0}, SPENT_90) == own(figures, SPENT_90)


def test_clauses_of_the_overall_objective_count_where_no_other_has_any():
    given = dossier(achieved={OVERALL_CLAUSES[0].key: Outcome(Actual(Decimal(50)))}, whole=SPENT_90)
    alone = replace(given, department=replace(given.department, objectives=()))
    assert methods(alone)["own_objectives"].score == Score.settled(Decimal("54.00"))


def test_a_clause_without_an_actual_makes_the_own_figure_an_interval():
    method = own({"甲": 100, "乙": 80}, SPENT_90)
    assert method.score == Score.open(Decimal("49.50"), Decimal("94.50"))


def test_a_clause_that_does_not_apply_leaves_the_rest_scaled_to_100():
    achieved = {
        OBJECTIVES[0].indicators[0].key: Outcome(Actual(Decimal(100))),
        OBJECTIVES[0].indicators[1].key: Outcome(Actual(Decimal(80))),
        OBJECTIVES[2].indicators[0].key: Outcome(state=State.NOT_APPLICABLE, reason="取消"),
    }
    method = methods(dossier(achieved=achieved, whole=SPENT_90))["own_objectives"]
    assert method.score == Score.settled(Decimal("90.00"))  # (22.5 + 18 + 9) ÷ 55 × 100
    assert method.working[-1].code == "total.rescaled"


@pytest.mark.parametrize("missing", ["basic_budget", "basic_spent", "project_budget", "project_spent"])
def test_without_the_departments_own_money_the_own_figure_cannot_be_judged(missing: str):
    method = own({"甲": 100, "乙": 80, "丙": 100}, replace(SPENT_90, **{missing: None}))
    assert (method.score, [step.code for step in method.working]) == (None, ["department.no_money"])


def test_without_any_actual_the_own_figure_cannot_be_judged():
    method = own({}, SPENT_90)
    assert (method.score, [step.code for step in method.working]) == (None, ["department.no_actual"])


def test_a_zero_budget_of_the_department_is_a_finding_even_before_actuals_are_there():
    nothing = DepartmentOutcome(Decimal(0), Decimal(0), Decimal(0), Decimal(0))
    codes = [doubt.code for doubt in evaluate(dossier(whole=nothing)).findings]
    assert "execution.zero_budget" in codes


def test_a_department_whose_objectives_have_no_figures_says_so():
    prose = dossier()
    without = replace(
        prose,
        department=replace(prose.department, objectives=(Objective("（一）"),), objective_indicators=()),
    )
    score = evaluate(without)
    assert (score.objectives, score.execution) == ((), None)
    assert [step.code for step in score.methods["own_objectives"].working] == ["department.no_measurable"]


def test_the_rulebook_names_the_headline_and_both_figures_are_shown():
    figures = {"甲": 100, "乙": 80, "丙": 100}
    clauses = {line.name: line.key for objective in OBJECTIVES for line in objective.indicators}
    achieved = {clauses[name]: Outcome(Actual(Decimal(a))) for name, a in figures.items()}
    default = evaluate(dossier(achieved=achieved, whole=SPENT_90))
    local = evaluate(
        dossier(achieved=achieved, whole=SPENT_90, rules={"department.headline": '"own_objectives"'})
    )
    assert [*default.methods] == [*local.methods] == [*METHODS]
    assert default.score == Score.settled(Decimal("90.00"))
    assert local.score == Score.settled(Decimal("94.50"))
    assert (default.grade, local.grade) == ("优", "优")


def test_a_rulebook_may_give_all_points_to_the_objectives_and_none_to_money():
    local = {"department.own_points": "100"}
    method = own({"甲": 100, "乙": 80, "丙": 100}, SPENT_90, rules=local)
    assert method.score == Score.settled(Decimal("95.00"))
    assert evaluate(dossier(rules=local)).objectives[2].weight == 50


def test_doubts_about_own_clauses_come_once_anything_of_them_is_recorded():
    nothing = [doubt.code for doubt in evaluate(dossier()).findings]
    key = OBJECTIVES[0].indicators[0].key
    some = evaluate(dossier(achieved={key: Outcome(Actual(Decimal(80)))})).findings
    about_own = [(doubt.code, doubt.facts["name"]) for doubt in some if not doubt.subject.project]
    assert "outcome.missing" not in nothing
    assert about_own == [("reason.missing", "甲"), ("outcome.missing", "乙"), ("outcome.missing", "丙")]

"""What cases of a department cannot say: which steps and findings stand behind its figures, and for whom."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import case_departments
import case_files as written

from scoring.evaluate import evaluate
from scoring.rulebook.schema import METHODS
from scoring.scores import DepartmentScore, Step

PROJECTS = [
    {"name": "甲", "adjusted": 300, "total": Decimal(100)},
    {"name": "乙", "adjusted": 100, "total": Decimal(60)},
]
OBJECTIVES = [
    {
        "title": "（一）",
        "clauses": [{"name": "甲", "target": "≥100%"}, {"name": "乙", "target": "≥100%"}],
    },
    {"title": "（二）"},
    {"title": "（三）", "clauses": [{"name": "丙", "target": "≥100%"}]},
]
SPENT_90 = {"basic_budget": 600, "basic_spent": 540, "project_budget": 400, "project_spent": 360}


def scored(**case: Any) -> DepartmentScore:
    return evaluate(case_departments.dossier(case, written.rules_of(case)))


def step(score: DepartmentScore, method: str) -> Step:
    return score.methods[method].working[0]


def clauses(**actuals: int) -> list[dict[str, Any]]:
    """The objectives with the actuals of their clauses, in percent."""
    return [
        {
            **objective,
            "clauses": [
                {**line, "actual": f"{actuals[line['name']]}%"} if line["name"] in actuals else line
                for line in objective.get("clauses", [])
            ],
        }
        for objective in OBJECTIVES
    ]


def test_all_figures_stand_side_by_side_in_one_order_whatever_the_headline():
    for headline in METHODS:
        score = scored(projects=PROJECTS, rules={"department.headline": headline})
        assert ([*score.methods], score.headline) == ([*METHODS], headline)


def test_a_mean_tells_the_clause_that_names_it_and_how_many_projects_it_is_of():
    cancelled = {**PROJECTS[1], "state": "not_applicable", "reason": "撤销"}
    for projects, count in ((PROJECTS, 2), ([PROJECTS[0], cancelled], 1)):
        said = step(scored(projects=projects), "budget_weighted")
        assert (said.clause, said.facts["projects"]) == ("department.headline", count)


def test_projects_that_prevent_a_mean_are_named():
    projects = [{**PROJECTS[0], "mean_weight": Decimal(1)}, {"name": "乙", "total": Decimal(60)}]
    score = scored(projects=projects)
    assert step(score, "budget_weighted").facts["project"] == "乙"
    assert step(score, "given_weights").facts["project"] == "乙"


def test_the_own_figure_tells_of_how_many_objectives_and_clauses_it_is():
    said = step(scored(objectives=clauses(甲=100, 乙=80, 丙=100), whole=SPENT_90), "own_objectives")
    assert (said.facts["objectives"], said.facts["clauses"]) == (2, 3)


def test_the_objective_whose_weights_are_wrong_is_named():
    wrong = [OBJECTIVES[2], {**OBJECTIVES[0], "clauses": [{**OBJECTIVES[0]["clauses"][0], "declared": 5}]}]
    wrong[1]["clauses"].append(OBJECTIVES[0]["clauses"][1])
    assert step(scored(objectives=wrong, whole=SPENT_90), "own_objectives").facts["goal"] == "（一）"


def test_a_goal_tells_its_own_figure_and_what_it_counts():
    score = scored(objectives=clauses(甲=100, 乙=80, 丙=100), whole=SPENT_90)
    said = step(score, "goal_weighted")
    assert (said.facts["goal"], said.facts["low"], said.facts["points"]) == ("（一）", 90, 40)
    assert said.clause == "department.goal_points"


def test_a_department_whose_objectives_have_no_figures_has_neither_lines_nor_execution():
    score = scored(objectives=[{"title": "（一）"}], whole=SPENT_90)
    assert (score.objectives, score.execution) == ((), None)


def test_a_zero_budget_of_the_department_is_a_finding_even_before_actuals_are_there():
    score = scored(objectives=OBJECTIVES, whole=dict.fromkeys(SPENT_90, 0))
    assert "execution.zero_budget" in written.codes(score.findings)


def test_findings_about_own_clauses_come_once_though_two_figures_look_at_them():
    score = scored(objectives=clauses(甲=100, 乙=80, 丙=100), whole=dict.fromkeys(SPENT_90, 0))
    codes = [doubt.code for doubt in score.findings]
    assert len(codes) == len(set(codes))


def test_doubts_about_own_clauses_come_once_anything_of_them_is_recorded():
    bare = [
        {**one, "clauses": [{**line, "evidence": ""} for line in one.get("clauses", [])]}
        for one in OBJECTIVES
    ]
    assert "outcome.missing" not in written.codes(scored(objectives=bare).findings)
    some = scored(objectives=clauses(甲=80)).findings
    about = [(doubt.code, doubt.facts["name"]) for doubt in some if doubt.code.endswith(".missing")]
    assert about == [("reason.missing", "甲"), ("outcome.missing", "乙"), ("outcome.missing", "丙")]

"""The cases of tests/cases that are about scores: written for evaluators, run here."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import case_files as written
import pytest

from scoring import rules
from scoring.evaluate import evaluate_project
from scoring.execution import score_execution
from scoring.lines import score_line
from scoring.model import Project
from scoring.scores import Status

Case = Mapping[str, Any]

EVERY = [
    *written.cases("line-*.toml"),
    *written.cases("project-*.toml"),
    *written.cases("execution.toml"),
    *written.cases("money-warnings.toml"),
    *written.cases("rounding.toml"),
    *written.cases("rulebook-refused.toml"),
]


@pytest.mark.parametrize("case", EVERY)
def test_a_case_says_what_it_shows_and_cites_its_clause(case: Case):
    assert case["says"].strip()
    assert case["cite"].strip()


def test_no_two_cases_say_the_same():
    said = [param.id for param in EVERY]
    assert len(said) == len(set(said))


@pytest.mark.parametrize("case", written.cases("line-*.toml"))
def test_a_line_scores_as_the_case_says(case: Case):
    given = ("weight", *written.LINE, "reason", "override")
    written.only(
        case, *written.ALWAYS, *given, "score", "low", "high", "rule", "attainment", "status", "findings"
    )
    declared = written.indicator(case)
    outcome = written.outcome(case, declared)
    weight = Decimal(case.get("weight", 10))
    line, findings = score_line(declared, outcome, weight, written.rules_of(case), written.override(case))
    assert written.as_expected(line.score, case), line.score
    assert written.codes(findings) == sorted(case.get("findings", []))
    assert line.status == case.get("status", Status.SCORED)
    if "rule" in case:
        assert line.rule == case["rule"]
    if "attainment" in case:
        assert _ratio(line.attainment) == case["attainment"]


@pytest.mark.parametrize("case", written.cases("project-*.toml"))
def test_a_project_scores_as_the_case_says(case: Case):
    written.only(case, *written.ALWAYS, "project", "lines", "expect")
    dossier = written.dossier(case)
    score, findings = evaluate_project(dossier.department.projects[0], dossier)
    for asked, line in zip(case.get("lines", []), score.indicators, strict=True):
        if "points" in asked:
            assert line.weight == asked["points"], line.indicator.name
        if {"score", "low"} & set(asked):
            assert written.as_expected(line.score, asked), (line.indicator.name, line.score)
    expect = case["expect"]
    totals = ("score", "low", "high", "grade", "available", "levels", "execution", "steps", "findings")
    written.only(expect, *totals)
    assert written.as_expected(score.score, expect), score.score
    if "execution" in expect:
        assert score.execution.score.value == expect["execution"]
    if "grade" in expect:
        assert score.grade == expect["grade"]
    if "available" in expect:
        assert score.available == expect["available"]
    if "levels" in expect:
        assert {one.level1: one.weight for one in score.levels if not one.level2} == expect["levels"]
    said = {step.code for step in score.working}
    assert set(expect.get("steps", [])) <= said, said
    if "findings" in expect:
        assert written.codes(findings) == sorted(expect["findings"])


@pytest.mark.parametrize("case", written.cases("execution.toml"))
def test_execution_scores_as_the_case_says(case: Case):
    outcome = (*written.PROJECT, "weight")
    written.only(
        case, *written.ALWAYS, *outcome, "score", "low", "high", "rate", "status", "inferred", "findings"
    )
    rulebook = written.rules_of(case)
    project = Project("P", "项目", budget=case.get("declared"))
    weight = Decimal(case.get("weight", rulebook.execution.points.value))
    execution, findings = score_execution(project, written.project_outcome(case), weight, rulebook)
    assert written.as_expected(execution.score, case), execution.score
    assert written.codes(findings) == sorted(case.get("findings", []))
    assert execution.status == case.get("status", Status.SCORED)
    assert execution.budget_inferred == case.get("inferred", False)
    if "rate" in case:
        assert _ratio(execution.rate) == case["rate"]


@pytest.mark.parametrize("case", written.cases("money-warnings.toml"))
def test_results_beside_the_money_warn_as_the_case_says(case: Case):
    written.only(case, *written.ALWAYS, "earned", "budget", "spent", "colour")
    amounts = [Fraction(case[name]) for name in ("earned", "spent", "budget")]
    assert rules.money_warning(*amounts) == case["colour"]


@pytest.mark.parametrize("case", written.cases("rounding.toml"))
def test_a_figure_is_rounded_as_the_case_says(case: Case):
    written.only(case, *written.ALWAYS, "figure", "places", "rounded")
    assert str(rules.round_half_up(Fraction(case["figure"]), case.get("places", 2))) == case["rounded"]


def _ratio(exact: Fraction | None) -> str:
    """A ratio with four places, as the command line prints it."""
    return "none" if exact is None else str(rules.round_half_up(exact, 4))

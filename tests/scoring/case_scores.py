"""Scores held against what a case of tests/cases expects of them: one check for each kind of case.

A check takes the case and the rulebook it is scored under, so that it can be asked whether another rulebook
would have done as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import case_departments
import case_files as written

from scoring import rules
from scoring.evaluate import evaluate, evaluate_project
from scoring.execution import score_execution
from scoring.findings import Finding
from scoring.lines import score_line
from scoring.model import Project
from scoring.rulebook import Rulebook
from scoring.scores import LevelScore, Method, Status, Step

Case = Mapping[str, Any]
Check = Callable[[Case, Rulebook], None]

FINDINGS = ("findings", "some_findings", "no_findings", "severities")
"""All findings, some that must be among them, some that must not, how grave some are."""


def line(case: Case, rulebook: Rulebook) -> None:
    """One indicator."""
    given = ("weight", *written.LINE, "reason", "override")
    expected = ("score", "low", "high", "rule", "clause", "attainment", "status", "findings")
    written.only(case, *written.ALWAYS, *given, *expected)
    declared = written.indicator(case)
    outcome = written.outcome(case, declared)
    weight = Decimal(case.get("weight", 10))
    scored, findings = score_line(declared, outcome, weight, rulebook, written.override(case))
    assert written.as_expected(scored.score, case), scored.score
    assert written.codes(findings) == sorted(case.get("findings", []))
    assert scored.status == case.get("status", Status.SCORED)
    if "rule" in case:
        assert scored.rule == case["rule"]
    if "clause" in case:
        assert case["clause"] in {step.clause for step in scored.working}
    if "attainment" in case:
        assert _ratio(scored.attainment) == case["attainment"]


def project(case: Case, rulebook: Rulebook) -> None:
    """A project with its lines, its execution and its total."""
    written.only(case, *written.ALWAYS, "project", "lines", "expect")
    dossier = written.dossier(case, rulebook)
    score, findings = evaluate_project(dossier.department.projects[0], dossier)
    for asked, scored in zip(case.get("lines", []), score.indicators, strict=True):
        if "points" in asked:
            assert scored.weight == asked["points"], scored.indicator.name
        if {"score", "low"} & set(asked):
            assert written.as_expected(scored.score, asked), (scored.indicator.name, scored.score)
    expect = case["expect"]
    totals = ("score", "low", "high", "grade", "available", "levels", "execution")
    written.only(expect, *totals, "steps", *FINDINGS)
    assert written.as_expected(score.score, expect), score.score
    if "execution" in expect:
        assert written.as_expected(score.execution.score, _amount(expect["execution"]))
    if "grade" in expect:
        assert score.grade == expect["grade"]
    if "available" in expect:
        assert score.available == expect["available"]
    if "levels" in expect:
        assert {one.level1: one.weight for one in score.levels if not one.level2} == expect["levels"]
    _said(score.working, expect)
    _found(findings, expect)


def execution(case: Case, rulebook: Rulebook) -> None:
    """An execution rate."""
    expected = ("weight", "score", "low", "high", "rate", "rule", "status", "inferred", "findings")
    written.only(case, *written.ALWAYS, *written.PROJECT, *expected)
    project = Project("P", "项目", budget=case.get("declared"))
    weight = Decimal(case.get("weight", rulebook.execution.points.value))
    scored, findings = score_execution(project, written.project_outcome(case), weight, rulebook)
    assert written.as_expected(scored.score, case), scored.score
    assert written.codes(findings) == sorted(case.get("findings", []))
    assert scored.status == case.get("status", Status.SCORED)
    assert scored.budget_inferred == case.get("inferred", False)
    if "rule" in case:
        assert scored.rule == case["rule"]
    if "rate" in case:
        assert _ratio(scored.rate) == case["rate"]


def department(case: Case, rulebook: Rulebook) -> None:
    """A department: the figures side by side, the headline, the points of its levels and clauses."""
    written.only(case, *written.ALWAYS, *case_departments.DEPARTMENT, "expect")
    scored = evaluate(case_departments.dossier(case, rulebook))
    expect = case["expect"]
    figures = ("headline", "score", "low", "high", "grade", "methods", "levels", "project_levels")
    written.only(expect, *figures, *FINDINGS)
    if {"score", "low"} & set(expect):
        assert written.as_expected(scored.score, expect), scored.score
    if "grade" in expect:
        assert scored.grade == expect["grade"]
    if "headline" in expect:
        assert scored.headline == expect["headline"]
    for code, asked in expect.get("methods", {}).items():
        _method(scored.methods[code], asked)
    _levels(scored.levels, expect.get("levels", {}))
    by_name = {one.name: one for one in scored.projects}
    for name, asked in expect.get("project_levels", {}).items():
        _levels(by_name[name].levels, asked)
    _found(scored.findings, expect)


CHECKS: Mapping[str, Check] = {
    "line-*.toml": line,
    "project-*.toml": project,
    "execution*.toml": execution,
    "department-*.toml": department,
}
"""The files of each kind of case that is scored under a rulebook, and its check."""


def _method(method: Method, asked: Case) -> None:
    """One way to the department's figure; `working` are all its steps, in their order."""
    written.only(asked, "score", "low", "high", "grade", "working", "points", "scores", "execution")
    assert written.as_expected(method.score, asked), (method.code, method.score)
    if "grade" in asked:
        assert method.grade == asked["grade"]
    if "working" in asked:
        assert [step.code for step in method.working] == asked["working"]
    if "points" in asked:
        assert {one.indicator.name: one.weight for one in method.lines} == asked["points"]
    if "scores" in asked:
        assert {one.indicator.name: one.score.value for one in method.lines} == asked["scores"]
    if "execution" in asked:
        assert method.execution is not None
        assert written.as_expected(method.execution.score, _amount(asked["execution"]))


def _levels(levels: Sequence[LevelScore], asked: Case) -> None:
    """Levels by name, level 2 as 产出指标/数量指标: points earned of points available, and the attainment."""
    by_name = {"/".join(filter(None, (one.level1, one.level2))): one for one in levels}
    for name, expected in asked.items():
        written.only(expected, "score", "low", "high", "available", "attainment", "measured", "lines")
        level = by_name[name]
        assert written.as_expected(level.score, expected), (name, level.score)
        assert level.weight == expected["available"], name
        assert _ratio(level.attainment) == expected["attainment"], name
        assert (level.measured, level.lines) == (expected["measured"], expected["lines"]), name


def _said(working: Iterable[Step], expect: Case) -> None:
    said = {step.code for step in working}
    assert set(expect.get("steps", [])) <= said


def _found(findings: Sequence[Finding], expect: Case) -> None:
    found = written.codes(findings)
    if "findings" in expect:
        assert found == sorted(expect["findings"])
    assert set(expect.get("some_findings", [])) <= set(found)
    assert not set(expect.get("no_findings", [])) & set(found)
    severities = {doubt.code: doubt.severity.value for doubt in findings}
    assert {**severities, **expect.get("severities", {})} == severities


def _amount(expected: object) -> Case:
    """A settled score, or an interval written as a table."""
    return expected if isinstance(expected, Mapping) else {"score": expected}


def _ratio(exact: Fraction | None) -> str:
    """A ratio with four places, as the command line prints it."""
    return "none" if exact is None else str(rules.round_half_up(exact, 4))

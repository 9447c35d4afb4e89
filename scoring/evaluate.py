"""From a dossier to scores: indicator → level 2 → level 1 → project → department, each with its working."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from scoring import checks
from scoring.department import methods
from scoring.execution import score_execution
from scoring.findings import Finding
from scoring.lines import score_line
from scoring.model import Dossier, Key, Outcome, Project, ProjectOutcome, State
from scoring.rulebook import Rulebook
from scoring.scores import (
    OWN_OBJECTIVES,
    ZERO,
    DepartmentScore,
    ExecutionScore,
    IndicatorScore,
    ProjectScore,
    Score,
    Step,
    grade_of,
)
from scoring.totals import available, total
from scoring.weighting import HUNDRED, Allotment, allot

NOT_APPLICABLE, UNSETTLED = "project.not_applicable", "total.unsettled"
UNMOVED = frozenset({NOT_APPLICABLE, UNSETTLED})
"""The last step of a project whose total no line moves."""


def evaluate(dossier: Dossier) -> DepartmentScore:
    """Score a department's year. What is missing leaves intervals; what is odd is among the findings."""
    department, rulebook = dossier.department, dossier.rulebook
    findings: list[Finding] = [*checks.in_force(department, rulebook), *checks.senses(department, rulebook)]
    projects = []
    for project in department.projects:
        score, odd = evaluate_project(project, dossier)
        projects.append(score)
        findings += odd
    ways, odd = methods(dossier, projects)
    headline = rulebook.department.headline.value
    own = ways[OWN_OBJECTIVES].lines
    findings += [*odd, *checks.own_outcome(own, rulebook), *checks.of_headline(ways[headline])]
    whole = (department.code, department.name, department.year, rulebook, headline)
    return DepartmentScore(*whole, ways, tuple(projects), checks.as_grave(findings, rulebook))


def evaluate_project(project: Project, dossier: Dossier) -> tuple[ProjectScore, tuple[Finding, ...]]:
    """Score one project: its lines, its execution, its levels and its total out of 100."""
    rulebook = dossier.rulebook
    outcome = dossier.outcomes.projects.get(project.code, ProjectOutcome())
    dropped = _not_applicable(project, dossier)
    allotment = allot(project, outcome, dossier.weights, rulebook, dropped)
    findings = [*allotment.findings]
    lines: list[IndicatorScore] = []
    for indicator in project.indicators:
        achieved = dossier.outcomes.indicators.get(indicator.key, Outcome())
        weight = allotment.lines[indicator.key]
        override = dossier.overrides.get(indicator.key)
        line, odd = score_line(indicator, achieved, weight, rulebook, override)
        lines.append(line)
        findings += odd
    execution, odd = score_execution(project, outcome, allotment.execution, rulebook)
    findings += odd
    whole, working = _whole(outcome, allotment, execution, lines, rulebook)
    score = ProjectScore(
        project.code,
        project.name,
        whole,
        grade_of(whole, rulebook),
        execution,
        tuple(lines),
        available(execution, lines),
        (*allotment.working, *working),
    )
    return score, checks.as_grave([*findings, *checks.outcome(project, outcome, score, rulebook)], rulebook)


def evaluate_line(
    key: Key, before: ProjectScore, dossier: Dossier
) -> tuple[ProjectScore, tuple[Finding, ...]]:
    """Score a project again of which, since `before`, only what was achieved for one indicator has changed.

    The other lines are taken over, so that a long project costs no more. The findings are those of the line.
    """
    rulebook = dossier.rulebook
    old = next(line for line in before.indicators if line.indicator.key == key)
    achieved = dossier.outcomes.indicators.get(key, Outcome())
    is_dropped, was_dropped = (outcome.state is State.NOT_APPLICABLE for outcome in (achieved, old.outcome))
    if is_dropped != was_dropped and rulebook.weights.not_applicable.value == "within_level":
        project = next(project for project in dossier.department.projects if project.code == before.code)
        score, odd = evaluate_project(project, dossier)
        return score, tuple(doubt for doubt in odd if doubt.subject.indicator == key)
    new, odd = score_line(old.indicator, achieved, old.weight, rulebook, dossier.overrides.get(key))
    lines = tuple(new if line is old else line for line in before.indicators)
    weights = tuple(step for step in before.working if step.code.startswith("weights."))
    working, whole = before.working[len(weights) :], before.score
    last = working[0].code
    if last not in UNMOVED:
        whole, working = total(before.execution, lines, rulebook)
    score = replace(
        before,
        score=whole,
        grade=grade_of(whole, rulebook),
        indicators=lines,
        available=available(before.execution, lines),
        working=(*weights, *working),
    )
    doubts = () if last == NOT_APPLICABLE else checks.of_line(new, rulebook)
    return score, checks.as_grave([*odd, *doubts], rulebook)


def _not_applicable(project: Project, dossier: Dossier) -> frozenset[Key]:
    """The indicators of a project that do not apply."""
    outcomes = dossier.outcomes.indicators
    keys = (indicator.key for indicator in project.indicators)
    return frozenset(key for key in keys if key in outcomes and outcomes[key].state is State.NOT_APPLICABLE)


def _whole(
    outcome: ProjectOutcome,
    allotment: Allotment,
    execution: ExecutionScore,
    lines: Sequence[IndicatorScore],
    rulebook: Rulebook,
) -> tuple[Score | None, tuple[Step, ...]]:
    """The total: none where the project does not apply, anything while its weights are not settled."""
    if outcome.state is State.NOT_APPLICABLE:
        return None, (Step(NOT_APPLICABLE, {"reason": outcome.reason}),)
    if not allotment.settled:
        return Score.open(ZERO, HUNDRED + ZERO), (Step(UNSETTLED),)
    return total(execution, lines, rulebook)

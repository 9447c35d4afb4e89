"""The department by its own objectives: their measurable clauses for 90 points and its execution for 10."""

from __future__ import annotations

from scoring.department.goals import execution_of, goals_of, missing_for, scored
from scoring.department.means import cannot
from scoring.findings import Finding
from scoring.model import Dossier
from scoring.scores import (
    OWN_OBJECTIVES,
    Fact,
    Method,
    Step,
    grade_of,
)
from scoring.totals import total
from scoring.weighting import HUNDRED, apportion


def own_objectives(dossier: Dossier) -> tuple[Method, tuple[Finding, ...]]:
    """部门整体: the department's own clauses for 90 points and its execution for 10, as the rulebook says.

    Execution is that of 基本支出 + 项目支出.
    """
    found = goals_of(dossier)
    if found.why is not None:
        return cannot(OWN_OBJECTIVES, found.why), found.findings
    goals, about_weights = found.goals, found.working
    rulebook, own = dossier.rulebook, dossier.rulebook.department.own_points
    shares = [goal.part * inside for goal in goals for inside in goal.inside]
    clauses = [clause for goal in goals for clause in goal.clauses]
    lines, odd = scored(clauses, apportion(shares, own.value), dossier)
    execution, about_money = execution_of(dossier, HUNDRED - own.value)
    missing = missing_for(lines, execution)
    if missing:
        method = Method(OWN_OBJECTIVES, None, "", missing, lines, execution)
        return method, (*found.findings, *odd, *about_money)
    score, working = total(execution, lines, rulebook)
    facts: dict[str, Fact] = {"objectives": len(goals), "clauses": len(clauses), "points": own.value}
    step = Step("department.own_objectives", facts, own.key)
    steps = (*about_weights, step, *working)
    method = Method(OWN_OBJECTIVES, score, grade_of(score, rulebook), steps, lines, execution)
    return method, (*found.findings, *odd, *about_money)

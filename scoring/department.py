"""The department as a whole: figures side by side, because no national text derives one from its projects."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from scoring import rules
from scoring.execution import score_amounts
from scoring.findings import Finding
from scoring.lines import score_line
from scoring.model import Department, Dossier, Indicator, Outcome, Subject
from scoring.rulebook import Rulebook
from scoring.scores import ExecutionScore, Fact, IndicatorScore, Method, ProjectScore, Score, Step, grade_of
from scoring.totals import total
from scoring.weighting import HUNDRED, apportion

BUDGET_WEIGHTED = "budget_weighted"
OWN_OBJECTIVES = "own_objectives"


def weighted_mean(projects: Sequence[ProjectScore], rulebook: Rulebook) -> Method:
    """项目加权平均分（管理参考）: ΣB·S/ΣB over the projects that apply, B the budget that counted."""
    counted = [(project, project.score) for project in projects if project.score is not None]
    if not counted:
        return _cannot(BUDGET_WEIGHTED, Step("department.no_project"))
    without = [project.name for project, _ in counted if project.execution.budget is None]
    if without:
        return _cannot(BUDGET_WEIGHTED, Step("department.no_budget", {"project": "、".join(without)}))
    budgets = [Fraction(max(project.execution.budget or Decimal(0), Decimal(0))) for project, _ in counted]
    whole = sum(budgets, Fraction(0))
    if not whole:
        return _cannot(BUDGET_WEIGHTED, Step("department.zero_budget"))

    def mean(limits: Sequence[Decimal]) -> Decimal:
        weighted = (budget * Fraction(limit) for budget, limit in zip(budgets, limits, strict=True))
        return rules.round_half_up(sum(weighted, Fraction(0)) / whole, rulebook.places)

    low, high = mean([score.low for _, score in counted]), mean([score.high for _, score in counted])
    is_settled = all(score.value is not None for _, score in counted)
    score = Score.settled(low) if is_settled else Score.open(low, high)
    facts: dict[str, Fact] = {"projects": len(counted), "budget": whole, "low": low, "high": high}
    code = "department.weighted_mean" if is_settled else "department.weighted_mean_open"
    step = Step(code, facts, "department.headline")
    return Method(BUDGET_WEIGHTED, score, grade_of(score, rulebook), (step,))


def own_objectives(
    dossier: Dossier,
) -> tuple[Method, tuple[IndicatorScore, ...], ExecutionScore | None, tuple[Finding, ...]]:
    """部门整体: the department's own clauses for 90 points and its execution for 10.

    Objectives weigh alike, and clauses alike within one. Execution is that of 基本支出 + 项目支出.
    """
    rulebook, department = dossier.rulebook, dossier.department
    groups = _groups(department)
    if not groups:
        return _cannot(OWN_OBJECTIVES, Step("department.no_measurable")), (), None, ()
    own = rulebook.department.own_points.value
    clauses = [clause for group in groups for clause in group]
    shares = [Fraction(1, len(groups) * len(group)) for group in groups for _ in group]
    lines: list[IndicatorScore] = []
    findings: list[Finding] = []
    for clause, weight in zip(clauses, apportion(shares, own), strict=True):
        outcome = dossier.outcomes.indicators.get(clause.key, Outcome())
        line, odd = score_line(clause, outcome, weight, rulebook, dossier.overrides.get(clause.key))
        lines.append(line)
        findings += odd
    budget, spent = _whole_money(dossier)
    place = Subject(field="basic_budget")
    execution, odd = score_amounts(budget, spent, HUNDRED - own, rulebook, place)
    missing = []
    if all(line.outcome.actual is None for line in lines):
        missing.append(Step("department.no_actual", {"count": len(lines)}))
    if budget is None or spent is None:
        missing.append(Step("department.no_money"))
    if missing:
        return _cannot(OWN_OBJECTIVES, *missing), tuple(lines), execution, (*findings, *odd)
    score, working = total(execution, lines, rulebook.places)
    facts: dict[str, Fact] = {"objectives": len(groups), "clauses": len(clauses), "points": own}
    step = Step("department.own_objectives", facts, "department.own_points")
    method = Method(OWN_OBJECTIVES, score, grade_of(score, rulebook), (step, *working))
    return method, tuple(lines), execution, (*findings, *odd)


def _groups(department: Department) -> list[tuple[Indicator, ...]]:
    """Clauses by objective; the overall ones count only where no numbered objective has any."""
    numbered = [objective.indicators for objective in department.objectives if objective.indicators]
    if numbered:
        return numbered
    return [department.objective_indicators] if department.objective_indicators else []


def _whole_money(dossier: Dossier) -> tuple[Decimal | None, Decimal | None]:
    """基本支出 + 项目支出, budget and spent in 万元; None where one of the two is not recorded."""
    whole = dossier.outcomes.department
    return _sum(whole.basic_budget, whole.project_budget), _sum(whole.basic_spent, whole.project_spent)


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other


def _cannot(code: str, *why: Step) -> Method:
    return Method(code, None, "", why)

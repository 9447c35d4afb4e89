"""The department by its own objectives: their measurable clauses and the money of the department as a whole.

Two families are in use: clauses for 90 points and execution for 10, and goals that are each scored out of
100 and count by a ratio beside an execution worth 20 (Hubei).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import partial

from scoring.department.means import cannot
from scoring.execution import score_amounts
from scoring.findings import Finding
from scoring.lines import score_line
from scoring.model import OVERALL, Dossier, Indicator, Outcome, Subject
from scoring.rulebook import Rulebook
from scoring.scores import (
    OWN_OBJECTIVES,
    ZERO,
    ExecutionScore,
    Fact,
    IndicatorScore,
    Method,
    Score,
    Step,
    grade_of,
)
from scoring.totals import counted, total
from scoring.weighting import HUNDRED, apportion

GOAL_WEIGHTED = "goal_weighted"


@dataclass(frozen=True, slots=True)
class Goal:
    """An objective with clauses: its part of all objectives, and of each clause inside it; parts sum to 1."""

    title: str
    clauses: tuple[Indicator, ...]
    part: Fraction
    inside: tuple[Fraction, ...]


def own_objectives(dossier: Dossier) -> tuple[Method, tuple[Finding, ...]]:
    """部门整体: the department's own clauses for 90 points and its execution for 10, as the rulebook says.

    Execution is that of 基本支出 + 项目支出.
    """
    goals = _goals(dossier)
    if isinstance(goals, Step):
        return cannot(OWN_OBJECTIVES, goals), ()
    rulebook, own = dossier.rulebook, dossier.rulebook.department.own_points
    shares = [goal.part * inside for goal in goals for inside in goal.inside]
    clauses = [clause for goal in goals for clause in goal.clauses]
    lines, odd = _scored(clauses, apportion(shares, own.value), dossier)
    execution, about_money = _execution(dossier, HUNDRED - own.value)
    missing = _missing(lines, execution)
    if missing:
        method = Method(OWN_OBJECTIVES, None, "", missing, lines, execution)
        return method, (*odd, *about_money)
    score, working = total(execution, lines, rulebook)
    facts: dict[str, Fact] = {"objectives": len(goals), "clauses": len(clauses), "points": own.value}
    step = Step("department.own_objectives", facts, own.key)
    grade = grade_of(score, rulebook)
    return Method(OWN_OBJECTIVES, score, grade, (step, *working), lines, execution), (*odd, *about_money)


def goal_weighted(dossier: Dossier) -> tuple[Method, tuple[Finding, ...]]:
    """目标加权: each goal out of 100, times its ratio, beside execution. Source: forms of Hubei."""
    goals = _goals(dossier)
    if isinstance(goals, Step):
        return cannot(GOAL_WEIGHTED, goals), ()
    rulebook, of_goals = dossier.rulebook, dossier.rulebook.department.goal_points
    points = apportion([goal.part for goal in goals], of_goals.value)
    scored = [_scored(goal.clauses, apportion(goal.inside, HUNDRED), dossier) for goal in goals]
    lines = tuple(line for group, _ in scored for line in group)
    odd = tuple(doubt for _, doubts in scored for doubt in doubts)
    execution, about_money = _execution(dossier, HUNDRED - of_goals.value)
    missing = _missing(lines, execution)
    if missing:
        return Method(GOAL_WEIGHTED, None, "", missing, lines, execution), (*odd, *about_money)
    working: list[Step] = []
    parts = [execution.score]
    for goal, ratio, (group, _) in zip(goals, points, scored, strict=True):
        reached = _out_of_hundred(group, dossier)
        if reached is None:
            return Method(GOAL_WEIGHTED, None, "", (Step("total.nothing"),), lines, execution), odd
        part = reached.changed(partial(_of_ratio, ratio=Fraction(ratio), rulebook=rulebook))
        facts: dict[str, Fact] = {
            "goal": goal.title,
            "low": reached.low,
            "high": reached.high,
            "points": ratio,
            "score": part.low,
            "score_high": part.high,
        }
        code = "department.goal" if part.value is not None else "department.goal_open"
        working.append(Step(code, facts, of_goals.key))
        parts.append(part)
    score = Score.total(parts)
    said: dict[str, Fact] = {"execution": execution.weight, "low": score.low, "high": score.high}
    code = "department.goal_weighted" if score.value is not None else "department.goal_weighted_open"
    working.append(Step(code, said, of_goals.key))
    grade = grade_of(score, rulebook)
    return Method(GOAL_WEIGHTED, score, grade, tuple(working), lines, execution), (*odd, *about_money)


def _of_ratio(limit: Decimal, ratio: Fraction, rulebook: Rulebook) -> Decimal:
    return rulebook.round(Fraction(limit) * ratio / 100)


def _goals(dossier: Dossier) -> tuple[Goal, ...] | Step:
    """The objectives that can be measured, with their parts; or the step that says why they have none.

    The clauses of the overall objective count only where no numbered one has any. Parts are those that a
    person gave, else the rulebook's, else alike.
    """
    department, clause = dossier.department, dossier.rulebook.department.objective_weights
    groups = [(one.title, one.indicators) for one in department.objectives if one.indicators]
    if not groups and department.objective_indicators:
        groups = [(OVERALL, department.objective_indicators)]
    if not groups:
        return Step("department.no_measurable")
    given = dossier.outcomes.department.objective_weights
    by_person = [given.get(title) for title, _ in groups]
    if any(weight is not None for weight in by_person):
        weights = _parts(by_person)
    else:
        fits = len(clause.value) == len(groups)
        weights = _parts(clause.value if fits else [Decimal(1)] * len(groups))
    if weights is None:
        return Step("department.bad_objective_weights")
    goals = []
    for (title, clauses), part in zip(groups, weights, strict=True):
        own = [dossier.weights.get(one.key, one.weight) for one in clauses]
        is_weighted = any(weight is not None for weight in own)
        inside = _parts(own if is_weighted else [Decimal(1)] * len(clauses))
        if inside is None:
            return Step("department.bad_clause_weights", {"goal": title})
        goals.append(Goal(title, clauses, part, inside))
    return tuple(goals)


def _parts(weights: Sequence[Decimal | None]) -> tuple[Fraction, ...] | None:
    """Weights as parts of 1; None where one is missing or not above 0."""
    known = [Fraction(weight) for weight in weights if weight is not None and weight > 0]
    if len(known) < len(weights):
        return None
    whole = sum(known, Fraction(0))
    return tuple(weight / whole for weight in known)


def _scored(
    clauses: Sequence[Indicator], weights: Sequence[Decimal], dossier: Dossier
) -> tuple[tuple[IndicatorScore, ...], tuple[Finding, ...]]:
    lines: list[IndicatorScore] = []
    findings: list[Finding] = []
    for clause, weight in zip(clauses, weights, strict=True):
        outcome = dossier.outcomes.indicators.get(clause.key, Outcome())
        override = dossier.overrides.get(clause.key)
        line, odd = score_line(clause, outcome, weight, dossier.rulebook, override)
        lines.append(line)
        findings += odd
    return tuple(lines), tuple(findings)


def _execution(dossier: Dossier, weight: Decimal) -> tuple[ExecutionScore, tuple[Finding, ...]]:
    """The execution of 基本支出 + 项目支出, in 万元; waiting while one of the amounts is not recorded."""
    whole = dossier.outcomes.department
    budget = _sum(whole.basic_budget, whole.project_budget)
    spent = _sum(whole.basic_spent, whole.project_spent)
    return score_amounts(budget, spent, weight, dossier.rulebook, Subject(field="basic_budget"))


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other


def _missing(lines: Sequence[IndicatorScore], execution: ExecutionScore) -> tuple[Step, ...]:
    """Why the objectives cannot be judged: nothing was recorded for them, or not the department's money."""
    missing = []
    if all(line.outcome.actual is None for line in lines):
        missing.append(Step("department.no_actual", {"count": len(lines)}))
    if execution.budget is None or execution.spent is None:
        missing.append(Step("department.no_money"))
    return tuple(missing)


def _out_of_hundred(lines: Sequence[IndicatorScore], dossier: Dossier) -> Score | None:
    """A goal's clauses out of 100, over those that apply; None where none does."""
    of = sum((line.weight or ZERO for line in counted(lines)), ZERO)
    if not of:
        return None
    points = Score.total(line.score for line in counted(lines))
    if of == HUNDRED:
        return points
    factor = Fraction(HUNDRED) / Fraction(of)
    return points.changed(lambda limit: dossier.rulebook.round(Fraction(limit) * factor))

"""The department's own objectives: their measurable clauses, what each weighs, and the department's money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.execution import score_amounts
from scoring.findings import Finding, finding
from scoring.lines import score_line
from scoring.model import OVERALL, Dossier, Indicator, Outcome, Subject
from scoring.scores import (
    ExecutionScore,
    Fact,
    IndicatorScore,
    Step,
)


@dataclass(frozen=True, slots=True)
class Goal:
    """An objective with clauses: its part of all objectives, and of each clause inside it; parts sum to 1."""

    title: str
    clauses: tuple[Indicator, ...]
    part: Fraction
    inside: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Goals:
    """The objectives that can be measured, and how their parts came about; `why` says why there are none."""

    goals: tuple[Goal, ...] = ()
    working: tuple[Step, ...] = ()
    findings: tuple[Finding, ...] = ()
    why: Step | None = None


def goals_of(dossier: Dossier) -> Goals:
    """The department's objectives with their parts.

    The clauses of the overall objective count only where no numbered one has any. Parts are those that a
    person gave, else the rulebook's, else alike.
    """
    department = dossier.department
    groups = [(one.title, one.indicators) for one in department.objectives if one.indicators]
    if not groups and department.objective_indicators:
        groups = [(OVERALL, department.objective_indicators)]
    if not groups:
        return Goals(why=Step("department.no_measurable"))
    titles = [title for title, _ in groups]
    weights, working, odd = _objective_weights(titles, dossier)
    parts = _parts(weights)
    if parts is None:
        missing = next(title for title, weight in zip(titles, weights, strict=True) if not _is_weight(weight))
        place = Subject(field=f"objective_weights:{missing}")
        partial = finding("department.objective_weights", place, objective=missing)
        return Goals(findings=(*odd, partial), why=Step("department.bad_objective_weights"))
    goals = []
    for (title, clauses), part in zip(groups, parts, strict=True):
        own = [dossier.weights.get(one.key, one.weight) for one in clauses]
        is_weighted = any(weight is not None for weight in own)
        inside = _parts(own if is_weighted else [Decimal(1)] * len(clauses))
        if inside is None:
            lacking = next(one for one, weight in zip(clauses, own, strict=True) if not _is_weight(weight))
            place = Subject("", lacking.key, "weight")
            partial = finding("department.clause_weights", place, objective=title, name=lacking.name)
            why = Step("department.bad_clause_weights", {"goal": title})
            return Goals(findings=(*odd, partial), why=why)
        goals.append(Goal(title, clauses, part, inside))
    return Goals(tuple(goals), working, odd)


def _objective_weights(
    titles: Sequence[str], dossier: Dossier
) -> tuple[Sequence[Decimal | None], tuple[Step, ...], tuple[Finding, ...]]:
    """The weights of objectives: a person's, the rulebook's where it has one for each, else alike."""
    given = [dossier.outcomes.department.objective_weights.get(title) for title in titles]
    clause = dossier.rulebook.department.objective_weights
    if any(weight is not None for weight in given):
        said = "，".join(f"{weight:f}" for weight in given if weight is not None)
        return given, (Step("department.weights_given", {"weights": said}),), ()
    if len(clause.value) == len(titles):
        step = Step("department.weights_of_rulebook", {"weights": clause.text}, clause.key)
        return clause.value, (step,), ()
    alike = [Decimal(1)] * len(titles)
    if not clause.value:
        return alike, (), ()
    facts: dict[str, Fact] = {"objectives": len(titles), "count": len(clause.value)}
    odd = finding("department.weights_unused", Subject(field="rulebook"), None, **facts)
    return alike, (Step("department.weights_unused", facts, clause.key),), (odd,)


def _is_weight(weight: Decimal | None) -> bool:
    return weight is not None and weight > 0


def _parts(weights: Sequence[Decimal | None]) -> tuple[Fraction, ...] | None:
    """Weights as parts of 1; None where one is missing or not above 0."""
    known = [Fraction(weight) for weight in weights if weight is not None and weight > 0]
    if len(known) < len(weights):
        return None
    whole = sum(known, Fraction(0))
    return tuple(weight / whole for weight in known)


def scored(
    clauses: Sequence[Indicator], weights: Sequence[Decimal], dossier: Dossier
) -> tuple[tuple[IndicatorScore, ...], tuple[Finding, ...]]:
    """Clauses scored for their weights, and what is odd about them."""
    lines: list[IndicatorScore] = []
    findings: list[Finding] = []
    for clause, weight in zip(clauses, weights, strict=True):
        outcome = dossier.outcomes.indicators.get(clause.key, Outcome())
        override = dossier.overrides.get(clause.key)
        line, odd = score_line(clause, outcome, weight, dossier.rulebook, override)
        lines.append(line)
        findings += odd
    return tuple(lines), tuple(findings)


def execution_of(dossier: Dossier, weight: Decimal) -> tuple[ExecutionScore, tuple[Finding, ...]]:
    """The execution of 基本支出 + 项目支出, in 万元; waiting while one of the amounts is not recorded."""
    whole = dossier.outcomes.department
    budget = _sum(whole.basic_budget, whole.project_budget)
    spent = _sum(whole.basic_spent, whole.project_spent)
    subject, done = Subject(field="basic_budget"), whole.completion
    return score_amounts(budget, spent, weight, dossier.rulebook, subject, completion=done)


def _sum(one: Decimal | None, other: Decimal | None) -> Decimal | None:
    return None if one is None or other is None else one + other


def missing_for(lines: Sequence[IndicatorScore], execution: ExecutionScore) -> tuple[Step, ...]:
    """Why the objectives cannot be judged: nothing was recorded for them, or not the department's money."""
    missing = []
    if all(line.outcome.actual is None and line.override is None for line in lines):
        missing.append(Step("department.no_actual", {"count": len(lines)}))
    if execution.weight and (execution.budget is None or execution.spent is None):
        missing.append(Step("department.no_money"))
    return tuple(missing)

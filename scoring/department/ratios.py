"""The department by its goals: each out of 100 and counted by a ratio, beside execution (Hubei)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from scoring.department.goals import Goal, execution_of, goals_of, missing_for, scored
from scoring.department.means import cannot
from scoring.findings import Finding
from scoring.model import Dossier
from scoring.rulebook import Rulebook
from scoring.scores import (
    ZERO,
    ExecutionScore,
    Fact,
    IndicatorScore,
    Method,
    Score,
    Step,
    grade_of,
    printed,
)
from scoring.totals import capped, counted, exact_sum, out_of
from scoring.weighting import HUNDRED, apportion

GOAL_WEIGHTED = "goal_weighted"


def goal_weighted(dossier: Dossier) -> tuple[Method, tuple[Finding, ...]]:
    """目标加权: each goal out of 100, times its ratio, beside execution. Source: forms of Hubei.

    Of a goal none of whose clauses applies, the points are left out and the rest is scaled to 100.
    """
    found = goals_of(dossier)
    if found.why is not None:
        return cannot(GOAL_WEIGHTED, found.why), found.findings
    goals, about_weights = found.goals, found.working
    rulebook, of_goals = dossier.rulebook, dossier.rulebook.department.goal_points
    ratios = apportion([goal.part for goal in goals], of_goals.value)
    groups = [scored(goal.clauses, apportion(goal.inside, HUNDRED), dossier) for goal in goals]
    lines = tuple(line for group, _ in groups for line in group)
    execution, about_money = execution_of(dossier, HUNDRED - of_goals.value)
    odd = (*(doubt for _, doubts in groups for doubt in doubts), *about_money)
    missing = missing_for(lines, execution)
    if missing:
        return Method(GOAL_WEIGHTED, None, "", missing, lines, execution), odd
    parts: list[_Part] = []
    steps: list[Step] = [*about_weights]
    for goal, ratio, (group, _) in zip(goals, ratios, groups, strict=True):
        part = _goal_part(goal, ratio, group, rulebook)
        if part is None:
            facts: dict[str, Fact] = {"goal": goal.title, "points": ratio}
            steps.append(Step("department.goal_out", facts, rulebook.weights.not_applicable.key))
        else:
            steps.append(part.step)
            parts.append(part)
    if not any(part.weight for part in parts):
        return Method(GOAL_WEIGHTED, None, "", (Step("total.nothing"),), lines, execution), odd
    score, last = _with_execution(parts, execution, rulebook)
    under, ends = capped(score, execution, rulebook, *last)
    grade = grade_of(under, rulebook)
    return Method(GOAL_WEIGHTED, under, grade, (*steps, *ends), lines, execution), odd


@dataclass(frozen=True, slots=True)
class _Part:
    """What a goal gives of the total: its points, rounded and exact, of how many."""

    score: Score
    exact: tuple[Fraction, Fraction]
    weight: Decimal
    step: Step


def _goal_part(
    goal: Goal, ratio: Decimal, lines: Sequence[IndicatorScore], rulebook: Rulebook
) -> _Part | None:
    """A goal out of 100 over the clauses that apply, times its ratio; None where none applies."""
    applying = counted(lines)
    of = sum((line.weight or ZERO for line in applying), ZERO)
    if not of:
        return None
    reached = out_of(HUNDRED, of, applying, rulebook)
    share = Fraction(ratio) / Fraction(HUNDRED)
    part = reached.changed(lambda limit: printed(Fraction(limit) * share, ratio, rulebook))
    low, high = (exact * share * Fraction(HUNDRED) / Fraction(of) for exact in exact_sum(applying))
    facts: dict[str, Fact] = {
        "goal": goal.title,
        "low": reached.low,
        "high": reached.high,
        "points": ratio,
        "score": part.low,
        "score_high": part.high,
    }
    code = "department.goal" if part.value is not None else "department.goal_open"
    step = Step(code, facts, rulebook.department.goal_points.key)
    return _Part(part, (low, high), ratio, step)


def _with_execution(
    parts: Sequence[_Part], execution: ExecutionScore, rulebook: Rulebook
) -> tuple[Score, tuple[Step, ...]]:
    """The goals and execution together, out of 100: of rounded points, or of exact ones rounded once."""
    rules_of = rulebook.rounding.point
    of = sum((part.weight for part in parts), execution.weight)
    factor = Fraction(HUNDRED) / Fraction(of)
    points = Score.total([execution.score, *(part.score for part in parts)])
    whole = points
    if rules_of.value == "total":
        exact = [execution.exact, *(part.exact for part in parts)]
        low, high = (rulebook.round(sum((one[end] for one in exact), Fraction(0)) * factor) for end in (0, 1))
        whole = Score.open(low, high) if points.value is None else Score.settled(low)
    elif factor != 1:
        whole = points.changed(lambda limit: rulebook.round(Fraction(limit) * factor))
    is_open = "_open" if points.value is None else ""
    facts: dict[str, Fact] = {"execution": execution.weight, "low": points.low, "high": points.high}
    clause = rulebook.department.goal_points.key
    if factor == 1:
        facts |= {"low": whole.low, "high": whole.high}
        return whole, (Step(f"department.goal_weighted{is_open}", facts, clause),)
    scaled: dict[str, Fact] = {**facts, "available": of, "score": whole.low, "score_high": whole.high}
    step = Step(f"department.goal_weighted{is_open}", facts, clause)
    rescaled = Step(f"total.rescaled{is_open}", scaled, rulebook.weights.not_applicable.key)
    return whole, (step, rescaled)

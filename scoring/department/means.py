"""Means of the totals of a department's projects: by their budgets, alike, or by given weights."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from scoring.model import Dossier, ProjectOutcome
from scoring.rulebook import Rulebook
from scoring.scores import Fact, Method, ProjectScore, Score, Step, grade_of

BUDGET_WEIGHTED, PLAIN_MEAN, GIVEN_WEIGHTS = "budget_weighted", "plain_mean", "given_weights"


def budget_weighted(projects: Sequence[ProjectScore], rulebook: Rulebook) -> Method:
    """项目加权平均分（管理参考）: ΣB·S/ΣB over the projects that apply, B the budget that counted."""
    counted = _counted(projects)
    without = [project.name for project in counted if project.execution.budget is None]
    if counted and without:
        return cannot(BUDGET_WEIGHTED, Step("department.no_budget", {"project": "、".join(without)}))
    budgets = [Fraction(max(project.execution.budget or Decimal(0), Decimal(0))) for project in counted]
    if counted and not sum(budgets, Fraction(0)):
        return cannot(BUDGET_WEIGHTED, Step("department.zero_budget"))
    return _mean(BUDGET_WEIGHTED, counted, budgets, rulebook)


def plain_mean(projects: Sequence[ProjectScore], rulebook: Rulebook) -> Method:
    """项目简单平均分: the mean of the projects that apply, each counting alike."""
    counted = _counted(projects)
    return _mean(PLAIN_MEAN, counted, [Fraction(1)] * len(counted), rulebook)


def given_weights(projects: Sequence[ProjectScore], dossier: Dossier) -> Method:
    """项目赋权平均分: the mean by the weights that a person gave each project that applies."""
    counted = _counted(projects)
    outcomes = dossier.outcomes.projects
    given = [outcomes.get(project.code, ProjectOutcome()).mean_weight for project in counted]
    without = [project.name for project, weight in zip(counted, given, strict=True) if weight is None]
    if counted and len(without) == len(counted):
        return cannot(GIVEN_WEIGHTS, Step("department.no_weights"))
    if without:
        return cannot(GIVEN_WEIGHTS, Step("department.no_weight", {"project": "、".join(without)}))
    weights = [Fraction(weight or 0) for weight in given]
    if counted and (min(weights) < 0 or not sum(weights, Fraction(0))):
        return cannot(GIVEN_WEIGHTS, Step("department.bad_weights"))
    return _mean(GIVEN_WEIGHTS, counted, weights, dossier.rulebook)


def cannot(code: str, *why: Step) -> Method:
    """A way that gives no figure here, and why."""
    return Method(code, None, "", why)


def _counted(projects: Sequence[ProjectScore]) -> list[ProjectScore]:
    return [project for project in projects if project.score is not None]


def _mean(
    code: str, projects: Sequence[ProjectScore], weights: Sequence[Fraction], rulebook: Rulebook
) -> Method:
    if not projects:
        return cannot(code, Step("department.no_project"))
    scores = [project.score for project in projects if project.score is not None]
    whole = sum(weights, Fraction(0))

    def mean(limits: Sequence[Decimal]) -> Decimal:
        weighted = (weight * Fraction(limit) for weight, limit in zip(weights, limits, strict=True))
        return rulebook.round(sum(weighted, Fraction(0)) / whole)

    low, high = mean([score.low for score in scores]), mean([score.high for score in scores])
    is_settled = all(score.value is not None for score in scores)
    score = Score.settled(low) if is_settled else Score.open(low, high)
    facts: dict[str, Fact] = {"projects": len(projects), "weight": whole, "low": low, "high": high}
    headline = rulebook.department.headline
    clause = headline.key if headline.value == code else ""
    step = Step(f"department.{code}{'' if is_settled else '_open'}", facts, clause)
    return Method(code, score, grade_of(score, rulebook), (step,))

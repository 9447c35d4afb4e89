"""The five ways to a department's figure, for the second implementation."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from second_line import Scored, printed, score_of
from second_rules import HUNDRED, NOUGHT, Data, Points, Rules, figure, rounded_by
from second_totals import Level, Spending, Whole, capped, levels_of, project_score, spending, total_of
from second_weights import split

OVERALL = "总体绩效目标"


class Goal(NamedTuple):
    """An objective with clauses, its part of all of them, and the part of each clause in it."""

    clauses: list[Data]
    part: Fraction
    inside: list[Fraction]


class Result(NamedTuple):
    """A department's year scored."""

    projects: list[Whole]
    methods: dict[str, Points | None]
    levels: list[Level]


def department_score(department: Data, rules: Rules) -> Result:
    """Every project, every way to the department's figure, and its levels over the projects that count."""
    projects = [project_score(project, rules) for project in department["projects"]]
    scored = [
        pair for pair in zip(department["projects"], projects, strict=True) if pair[1].points is not None
    ]
    goals, money = _goals(department, rules), department["money"]
    budgets = [one.execution.budget for _, one in scored]
    ways = {
        "budget_weighted": _mean(
            [one if one is None else max(one, NOUGHT) for one in budgets], scored, rules
        ),
        "plain_mean": _mean([Fraction(1)] * len(scored), scored, rules),
        "given_weights": _mean([figure(data["mean_weight"]) for data, _ in scored], scored, rules),
        "own_objectives": _own(goals, money, rules) if goals else None,
        "goal_weighted": _by_goals(goals, money, rules) if goals else None,
    }
    return Result(projects, ways, levels_of([line for _, one in scored for line in one.lines]))


def _mean(weights: list[Fraction | None], scored: list[tuple[Data, Whole]], rules: Rules) -> Points | None:
    """The mean of the totals by weights; none where one is missing or negative, or all of them are 0."""
    known = [weight for weight in weights if weight is not None and weight >= 0]
    if len(known) < len(scored) or not any(known):
        return None
    pairs = [
        (w, whole.points) for w, (_, whole) in zip(known, scored, strict=True) if whole.points is not None
    ]
    low, high = (
        rounded_by(rules, sum((w * one[end] for w, one in pairs), NOUGHT) / sum(known)) for end in (0, 1)
    )
    return Points(low, high, settled=all(one.settled for _, one in pairs))


def _goals(department: Data, rules: Rules) -> list[Goal] | None:
    """Objectives with clauses, else the overall one; None where there is none, or weights are odd."""
    groups = [(one["weight"], one["lines"]) for one in department["objectives"] if one["lines"]]
    if not groups and department["overall"]:
        groups = [(department["overall_weight"], department["overall"])]
    by_person = [figure(weight) for weight, _ in groups]
    ruled = [Fraction(weight) for weight in rules["department.objective_weights"]]
    if any(weight is not None for weight in by_person):
        parts = _parts(by_person)
    else:
        parts = _parts(ruled if len(ruled) == len(groups) else [Fraction(1)] * len(groups))
    if not parts:
        return None
    goals = []
    for part, (_, clauses) in zip(parts, groups, strict=True):
        given = [figure(line["given_weight"] or line["declared_weight"]) for line in clauses]
        alike = all(weight is None for weight in given)
        inside = _parts([Fraction(1)] * len(clauses) if alike else given)
        if not inside:
            return None
        goals.append(Goal(clauses, part, inside))
    return goals


def _parts(weights: list[Fraction | None] | list[Fraction]) -> list[Fraction]:
    known = [weight for weight in weights if weight is not None and weight > 0]
    return [weight / sum(known) for weight in known] if len(known) == len(weights) else []


def _scored(clauses: list[Data], weights: list[Fraction], rules: Rules) -> list[Scored]:
    return [score_of(*pair, rules) for pair in zip(clauses, weights, strict=True)]


def _execution(money: Data, w: Fraction, rules: Rules) -> Spending:
    """基本支出 + 项目支出; without one of the amounts it is not known."""
    amounts = {}
    for kind in ("budget", "spent"):
        basic, projects = figure(money[f"basic_{kind}"]), figure(money[f"project_{kind}"])
        amounts[kind] = None if basic is None or projects is None else basic + projects
    return spending(amounts["budget"], amounts["spent"], w, rules)


def _can_be_judged(lines: list[Scored], execution: Spending) -> bool:
    """Something was recorded of the clauses, and the department's money is known where it earns points."""
    is_recorded = any(line.line["actual"] is not None or line.is_set for line in lines)
    is_known = execution.budget is not None and execution.spent is not None
    return is_recorded and (is_known or not execution.weight)


def _own(goals: list[Goal], money: Data, rules: Rules) -> Points | None:
    """Clauses for 90 points, execution for the rest; the total is that of a project."""
    of = Fraction(rules["department.own_points"])
    weights = split([goal.part * inside for goal in goals for inside in goal.inside], of)
    lines = _scored([clause for goal in goals for clause in goal.clauses], weights, rules)
    execution = _execution(money, HUNDRED - of, rules)
    return total_of(execution, lines, rules) if _can_be_judged(lines, execution) else None


def _by_goals(goals: list[Goal], money: Data, rules: Rules) -> Points | None:
    """Hubei: each goal out of 100, times its part of 80; execution for the rest.

    A goal none of whose clauses applies is left out, and the rest scaled to 100.
    """
    of = Fraction(rules["department.goal_points"])
    execution = _execution(money, HUNDRED - of, rules)
    scored = [_scored(goal.clauses, split(goal.inside, HUNDRED), rules) for goal in goals]
    if not _can_be_judged([line for lines in scored for line in lines], execution):
        return None
    parts = [(execution.points, execution.exact)]
    counted_points = execution.weight
    for lines, ratio in zip(scored, split([goal.part for goal in goals], of), strict=True):
        counted = [line for line in lines if line.applies]
        available = sum((line.weight or NOUGHT for line in counted), NOUGHT)
        if not available:
            continue
        points = Points.added([line.points for line in counted])
        if available != HUNDRED:
            points = _changed(points, HUNDRED / available, rules)
        low, high = (sum((line.exact[end] for line in counted), NOUGHT) for end in (0, 1))
        exact = (low * ratio / available, high * ratio / available)
        low, high = (printed(limit * ratio / HUNDRED, ratio, rules) for limit in (points.low, points.high))
        parts.append((Points(low, high, points.settled), exact))
        counted_points += ratio
    if len(parts) == 1:
        return None
    factor = HUNDRED / counted_points
    total = Points.added([points for points, _ in parts])
    if rules["rounding.point"] == "total":
        low, high = (factor * sum((exact[end] for _, exact in parts), NOUGHT) for end in (0, 1))
        total = Points(rounded_by(rules, low), rounded_by(rules, high), total.settled)
    elif factor != 1:
        total = _changed(total, factor, rules)
    return capped(total, execution, rules["total.caps"])


def _changed(points: Points, factor: Fraction, rules: Rules) -> Points:
    low, high = (rounded_by(rules, factor * end) for end in points[:2])
    return Points(low, high, points.settled)

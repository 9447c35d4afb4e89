"""Execution, levels and totals, for the second implementation."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from second_line import Scored, score_of
from second_rules import HUNDRED, NOUGHT, Data, Points, Rules, figure, grade, rounded_by, settled
from second_weights import allotted


class Spending(NamedTuple):
    """Execution: the points it is out of, what it earns, the rate where there is one, the budget used."""

    weight: Fraction
    points: Points
    exact: tuple[Fraction, Fraction]
    rate: Fraction | None
    budget: Fraction | None
    spent: Fraction | None
    is_scored: bool = True
    applies: bool = True


class Level(NamedTuple):
    """Points earned and available of a level, and its attainment."""

    level1: str
    level2: str
    weight: Fraction
    points: Points
    attainment: Fraction | None


class Whole(NamedTuple):
    """A project scored."""

    points: Points | None
    grade: str
    execution: Spending
    lines: list[Scored]


def project_score(project: Data, rules: Rules) -> Whole:
    """A project's total out of 100: none where it does not apply, anything while its weights are open."""
    points_of_execution, weights, is_settled = allotted(project, rules)
    lines = [score_of(*pair, rules) for pair in zip(project["lines"], weights, strict=True)]
    execution = spending_of(project, points_of_execution, rules)
    total: Points | None = None
    if project["state"] != "not_applicable":
        anything = Points(NOUGHT, HUNDRED, settled=False)
        total = total_of(execution, lines, rules) if is_settled else anything
    return Whole(total, grade(total, rules), execution, lines)


def spending_of(project: Data, w: Fraction, rules: Rules) -> Spending:
    """预算执行率 of a project: the total of each kind of money, or else its sources added up."""
    budget = _amount(project["money"].get(rules["execution.budget"]))
    if budget is None and rules["execution.unrecorded_budget"] == "declared":
        budget = figure(project["budget"])
    spent = _amount(project["money"].get("spent"))
    if project["execution"] == "not_applicable":
        return Spending(NOUGHT, settled(NOUGHT), (NOUGHT, NOUGHT), None, budget, spent, applies=False)
    return spending(budget, spent, w, rules, finished=project["completion"] == "finished")


def _amount(kind: Data | None) -> Fraction | None:
    if not kind:
        return None
    if "total" in kind:
        return Fraction(kind["total"])
    return sum((Fraction(part) for part in kind.values()), NOUGHT)


def spending(
    budget: Fraction | None, spent: Fraction | None, w: Fraction, rules: Rules, *, finished: bool = False
) -> Spending:
    """E of B: in proportion up to w, or in steps, where a finished project within its budget has all of w."""
    if budget is None or spent is None or budget <= 0 or spent < 0:
        is_nought = budget == 0 and spent is not None and rules["execution.zero_budget"] == "zero"
        points = settled(NOUGHT) if is_nought or w == 0 else Points(NOUGHT, w, settled=False)
        return Spending(w, points, points[:2], None, budget, spent, is_scored=is_nought)
    rate = spent / budget
    exact = w * min(Fraction(1), rate)
    if rules["execution.method"] == "steps":
        ((_, steps),) = rules["execution.steps"].items()
        reached = [award for limit, award in steps if 100 * rate >= limit]
        exact = w * reached[0] / 100 if reached else NOUGHT
        if finished and rate <= 1 and rules["execution.finished"] == "full_within_budget":
            exact = w
    return Spending(w, settled(min(w, rounded_by(rules, exact))), (exact, exact), rate, budget, spent)


def total_of(execution: Spending, lines: list[Scored], rules: Rules) -> Points | None:
    """Sum of the lines that apply, out of 100, rounded where the rulebook says; capped by the rate."""
    counted = [line for line in lines if line.applies]
    of = sum((line.weight or NOUGHT for line in counted), NOUGHT)
    if not of:
        return None
    factor = HUNDRED / (execution.weight + of)
    if rules["rounding.point"] == "line":
        total = Points.added([execution.points, *(line.points for line in counted)])
        if factor != 1:
            total = total._replace(
                low=rounded_by(rules, factor * total.low), high=rounded_by(rules, factor * total.high)
            )
    else:
        low, high = (
            rounded_by(rules, factor * sum((line.exact[end] for line in counted), execution.exact[end]))
            for end in (0, 1)
        )
        is_settled = execution.points.settled and all(line.points.settled for line in counted)
        total = Points(low, high, is_settled)
    return capped(total, execution, rules["total.caps"])


def capped(total: Points, execution: Spending, caps: list[list[Fraction]]) -> Points:
    """The lowest cap whose rate is not reached; any of them while there is no rate."""
    if not caps or not execution.applies:
        return total
    if not execution.is_scored:
        low = min(total.low, *(Fraction(cap) for _, cap in caps))
        return total if low == total.low else Points(low, total.high, settled=False)
    rate = execution.rate or NOUGHT
    reached = [Fraction(cap) for below, cap in caps if 100 * rate < below]
    if not reached:
        return total
    return Points(min(total.low, reached[0]), min(total.high, reached[0]), total.settled)


def levels_of(lines: list[Scored]) -> list[Level]:
    """Each level 1 and, after it, its level 2, of the lines that apply, in the order printed."""
    counted = [line for line in lines if line.applies]
    levels: list[Level] = []
    for level1 in dict.fromkeys(line.line["level1"] for line in counted):
        inside = [line for line in counted if line.line["level1"] == level1]
        levels.append(_level(level1, "", inside))
        for level2 in dict.fromkeys(line.line["level2"] for line in inside):
            lines_of = [line for line in inside if line.line["level2"] == level2]
            levels.append(_level(level1, level2, lines_of))
    return levels


def _level(level1: str, level2: str, lines: list[Scored]) -> Level:
    """Attainment: the mean by weights over the lines that have one, each counted up to 1."""
    measured = [(line.weight, line.attainment) for line in lines if line.attainment is not None]
    by = sum((weight or NOUGHT for weight, _ in measured), NOUGHT)
    reached = sum(((weight or NOUGHT) * min(Fraction(1), part) for weight, part in measured), NOUGHT)
    whole = sum((line.weight or NOUGHT for line in lines), NOUGHT)
    points = Points.added([line.points for line in lines])
    return Level(level1, level2, whole, points, reached / by if by else None)

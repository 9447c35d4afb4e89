"""Scores in steps: a table printed with the indicator, one by its name, or that of satisfaction."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from scoring import rules
from scoring.model import Sense, StepTable
from scoring.rulebook.tables import NamedSteps
from scoring.scores import Fact, Step
from scoring.verdicts.line import Line
from scoring.verdicts.verdict import Verdict, settled


def judge_steps(line: Line, a: Fraction) -> Verdict | None:
    """The verdict of the score table that applies, the indicator's own before the rulebook's; or None."""
    return next((_in_steps(line, a, *found) for found in _tables(line, a)), None)


def _tables(line: Line, a: Fraction) -> Iterator[tuple[StepTable, Fraction, str, str]]:
    """Each table that applies, with the figure that it is about, the rule, and the clause."""
    steps = line.rulebook.steps
    if line.steps is not None:
        yield line.steps, a, "steps.printed", steps.printed.key
    for named in steps.named.value:
        figure = _measured(named, line, a)
        if figure is not None:
            yield named.table, figure, "steps.named", steps.named.key
    if line.is_satisfaction and line.target.unit == "%" and steps.satisfaction.value == "steps":
        yield steps.satisfaction_steps.value, a, "steps.satisfaction", steps.satisfaction_steps.key


def _measured(named: NamedSteps, line: Line, a: Fraction) -> Fraction | None:
    """The figure that a table by name is about; None where it is not for this line."""
    target = line.target
    if not line.indicator.name.endswith(named.name) or target.value is None:
        return None
    match named.measure:
        case "distance":
            return None if target.nominal is None else abs(a - Fraction(target.nominal))
        case "attainment":
            attained = _attainment(line, a)
            return None if attained is None else attained * 100
        case _:
            return a


def _in_steps(line: Line, a: Fraction, table: StepTable, figure: Fraction, rule: str, clause: str) -> Verdict:
    """Points of a table for a figure."""
    limit, award = rules.step(figure, table) or (None, rules.NONE)
    points = line.points * award / Fraction(table.full)
    facts: dict[str, Fact] = {
        "figure": figure,
        "sign": "≥" if table.sense is Sense.AT_LEAST else "≤",
        "limit": limit if limit is not None else "—",
        "award": award,
        "full": Fraction(table.full),
        "weight": line.points,
        "points": points,
    }
    code = "steps.reached" if limit is not None else "steps.none"
    return settled(rule, points, _attainment(line, a), Step(code, facts, clause))


def _attainment(line: Line, a: Fraction) -> Fraction | None:
    """Actual against target, more is better; none for two limits."""
    target = line.target
    if not target.value or target.upper is not None:
        return None
    t = Fraction(target.value)
    if line.is_forward:
        return max(a, rules.NONE) / t
    return t / a if a > 0 else None

"""Every rule: the clauses of a rulebook that choose it, its cases, and the code that its lines carry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from line_cases import (
    Draw,
    between,
    between_whole,
    forward_whole,
    gate,
    over_deducted,
    over_reduced,
    proportion,
    reverse_linear,
    reverse_per_unit,
    reverse_ratio,
    reverse_whole,
    tolerance,
    whole_over_deducted,
    zero_target,
)
from step_cases import (
    COMPLETION,
    COST_RATE,
    COUNT,
    SATISFACTION_2021,
    SATISFACTION_JIANGXI,
    Rows,
    by_actual,
    by_attainment,
    by_distance,
    due_date,
    printed,
    qualitative,
    satisfaction,
    yes_no,
)


class Rule(NamedTuple):
    """How a rule's cases are drawn, the code that its lines carry, and how a rulebook chooses it."""

    draw: Draw
    code: str
    clauses: Mapping[str, str] = {}
    has_ties: bool = True


def _toml(rows: Rows) -> str:
    return "[" + ", ".join(f"[{limit}, {points}]" for limit, points in rows) + "]"


NAMED = {
    "steps.named": f'[{{ name = "成本控制率", measure = "distance", at_most = {_toml(COST_RATE)} }}, '
    f'{{ name = "完成率", measure = "attainment", at_least = {_toml(COMPLETION)} }}, '
    f'{{ name = "次数", at_least = {_toml(COUNT)} }}]'
}


def _satisfaction(rows: Rows) -> dict[str, str]:
    return {"steps.satisfaction": '"steps"', "steps.satisfaction_steps": f"{{ at_least = {_toml(rows)} }}"}


def _reduce(percent: int) -> dict[str, str]:
    return {"over.points": '"reduce"', "over.reduce_beyond": str(percent)}


def _deduct(percent: int, points: str) -> dict[str, str]:
    return {"over.points": '"deduct"', "over.deduct_from": str(percent), "over.deduct_points": points}


LATE = {"other.due_date": '"deduct_per_day"', "other.late_deduct": "0.125"}
PER_UNIT = {"quantitative.reverse": '"per_unit"', "quantitative.reverse_deduct": "0.25"}

WHOLE = {"quantitative.forward": '"met_or_nothing"'}

RULES: dict[str, Rule] = {
    "forward in proportion": Rule(proportion, "forward"),
    "forward with a gate at 60": Rule(gate(60), "forward.gate", {"quantitative.forward": '"gate"'}),
    "forward with a gate at 35": Rule(
        gate(35), "forward.gate", {"quantitative.forward": '"gate"', "quantitative.gate": "35"}
    ),
    "forward met or nothing": Rule(
        forward_whole, "forward.whole", {"quantitative.forward": '"met_or_nothing"'}, has_ties=False
    ),
    "reverse by the ratio": Rule(reverse_ratio, "reverse.ratio"),
    "reverse in a line": Rule(reverse_linear, "reverse.linear", {"quantitative.reverse": '"linear"'}),
    "reverse per unit over": Rule(reverse_per_unit("0.25"), "reverse.per_unit", PER_UNIT),
    "reverse met or nothing": Rule(
        reverse_whole, "reverse.met_or_nothing", {"quantitative.reverse": '"met_or_nothing"'}, has_ties=False
    ),
    "over reduced": Rule(over_reduced(120), "forward", _reduce(120)),
    "met or nothing, over deducted": Rule(
        whole_over_deducted(130, "2.125"), "forward.whole", {**WHOLE, **_deduct(130, "2.125")}
    ),
    "over deducted": Rule(over_deducted(130, "2.125"), "forward", _deduct(130, "2.125")),
    "between": Rule(between, "between"),
    "between met or nothing": Rule(
        between_whole, "between.whole", {"quantitative.between": '"met_or_nothing"'}, has_ties=False
    ),
    "tolerance": Rule(tolerance, "tolerance", has_ties=False),
    "zero target": Rule(zero_target, "zero_target", has_ties=False),
    "yes or no": Rule(yes_no, "yes_no", has_ties=False),
    "due date": Rule(due_date("0"), "due_date", has_ties=False),
    "due date with a deduction a day": Rule(due_date("0.125"), "due_date", LATE),
    "qualitative": Rule(qualitative, "qualitative"),
    "printed steps": Rule(printed, "steps.printed"),
    "steps by name of the distance": Rule(by_distance, "steps.named", NAMED),
    "steps by name of the attainment": Rule(by_attainment, "steps.named", NAMED),
    "steps by name of the actual": Rule(by_actual, "steps.named", NAMED),
    "satisfaction steps of 2021-101": Rule(
        satisfaction(SATISFACTION_2021), "steps.satisfaction", _satisfaction(SATISFACTION_2021)
    ),
    "satisfaction steps of Jiangxi": Rule(
        satisfaction(SATISFACTION_JIANGXI), "steps.satisfaction", _satisfaction(SATISFACTION_JIANGXI)
    ),
}

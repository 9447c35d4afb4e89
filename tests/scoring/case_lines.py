"""Lines of tests/cases/*.toml: what is declared and what was achieved, read the way the tool reads it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from scoring.model import (
    Actual,
    AdjustedTarget,
    Indicator,
    Key,
    Outcome,
    Override,
    Sense,
    State,
    StepTable,
    level_name,
)
from scoring.notation import read_actual, read_target

YEAR = 2022
LINE = (
    *("name", "level1", "level2", "objective", "description", "target", "adjusted", "approval", "steps"),
    *("actual", "kept", "share", "state", "given_steps"),
)
"""What a case says of a line's declaration and outcome."""
LINE_OUT = ("reason", "evidence", "declared", "set_weight", "override", "points", "score", "low", "high")
"""What is beside a line in a project: more of its outcome, and what is expected of it."""


def only(table: Mapping[str, Any], *known: str) -> None:
    """Fails where a case has a key that nothing reads, or does not say what it shows and why."""
    unknown = set(table) - {*known}
    assert not unknown, f"unknown keys {sorted(unknown)}; known are {sorted(known)}"


def indicator(line: Mapping[str, Any], project: str = "P", ordinal: int = 1) -> Indicator:
    """A line's declaration: target as printed, levels with or without 指标."""
    key = Key(
        project,
        line.get("objective", ""),
        level_name(line.get("level1", "产出")),
        level_name(line.get("level2", "数量")),
        line.get("name", f"指标{ordinal}"),
        ordinal,
    )
    target, _ = read_target(line["target"], level2=key.level2, name=key.name, year=YEAR)
    description = line.get("description", "")
    return Indicator(key, target, description, weight=line.get("declared"), steps=steps(line.get("steps")))


def steps(table: Mapping[str, Any] | None) -> StepTable | None:
    """A printed score table: ≥70%得3分，≥65%得1分 is { at_least = [[70, 3], [65, 1]], full = 3 }."""
    if table is None:
        return None
    only(table, "at_least", "at_most", "full")
    sense = Sense.AT_LEAST if "at_least" in table else Sense.AT_MOST
    limits = ((Decimal(limit), Decimal(award)) for limit, award in table[sense])
    return StepTable(sense, tuple(limits), Decimal(table["full"]))


def outcome(line: Mapping[str, Any], declared: Indicator) -> Outcome:
    """What a line says was achieved, with evidence unless it says otherwise. `kept`: a due date in words."""
    adjusted = None
    if "adjusted" in line:
        target, _ = read_target(line["adjusted"], level2=declared.level2, name=declared.name, year=YEAR)
        adjusted = AdjustedTarget(target, line.get("approval", ""))
    scored = adjusted.target if adjusted else declared.target
    actual = read_actual(line["actual"], scored, year=YEAR)[0] if "actual" in line else None
    if "kept" in line:
        actual = Actual(yes=line["kept"], text="按期完成" if line["kept"] else "逾期完成")
    return Outcome(
        actual=actual,
        share=line.get("share"),
        state=State(line.get("state", "applies")),
        reason=line.get("reason", ""),
        evidence=line.get("evidence", "台账"),
        adjusted=adjusted,
        steps=steps(line.get("given_steps")),
    )


def override(line: Mapping[str, Any]) -> Override | None:
    """A score that a person set."""
    if "override" not in line:
        return None
    only(line["override"], "score", "reason", "who")
    return Override(**{"reason": "", **line["override"]})

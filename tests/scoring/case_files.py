"""tests/cases/*.toml as dossiers: what an evaluator wrote down, read the way the tool reads it.

Every case says in a sentence what it shows and cites the clause that it follows. A key that is not known here
fails the test, so that a slip of the pen is not passed over.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from scoring import rulebook
from scoring.model import (
    AdjustedTarget,
    Department,
    Dossier,
    Funds,
    Indicator,
    Key,
    Money,
    Outcome,
    Outcomes,
    Override,
    Project,
    ProjectOutcome,
    State,
    WeightChoice,
    level_name,
)
from scoring.notation import read_actual, read_target
from scoring.rulebook import Rulebook
from scoring.scores import Score

FOLDER = Path(__file__).parent.parent / "cases"
YEAR = 2022
ALWAYS = ("says", "cite", "rules")
"""Keys that any case may have."""


def cases(pattern: str) -> list[Any]:
    """Every case of the files that match, as parameters of a test named by its sentence."""
    found: list[Any] = []
    for path in sorted(FOLDER.glob(pattern)):
        written = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)["case"]
        found += [pytest.param(case, id=f"{path.stem}: {case['says']}") for case in written]
    return found


def only(table: Mapping[str, Any], *known: str) -> None:
    """Fails where a case has a key that nothing reads, or does not say what it shows and why."""
    unknown = set(table) - {*known}
    assert not unknown, f"unknown keys {sorted(unknown)}; known are {sorted(known)}"


def rules_of(case: Mapping[str, Any]) -> Rulebook:
    """national-2020, with the clauses that the case changes."""
    return changed(**{key: repr_toml(value) for key, value in case.get("rules", {}).items()})


@cache
def changed(**clauses: str) -> Rulebook:
    """national-2020 with other values, each written as in TOML: changed(**{"over.note_from": "110"})."""
    head = 'id = "local"\nversion = "1"\ntitle = "Local"\nextends = "national-2020"\n'
    return rulebook.parse(
        head + "".join(f"[{key}]\nvalue = {value}\n" for key, value in clauses.items()), "local.toml"
    )


def repr_toml(value: object) -> str:
    """A value as TOML writes it; its basic strings are those of JSON."""
    if isinstance(value, dict):
        inner = (f"{repr_toml(name)} = {repr_toml(inner)}" for name, inner in value.items())
        return "{ " + ", ".join(inner) + " }"
    return str(value) if isinstance(value, int | Decimal) else json.dumps(value, ensure_ascii=False)


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
    return Indicator(key, target, weight=line.get("declared"))


def outcome(line: Mapping[str, Any], declared: Indicator) -> Outcome:
    """What a line says was achieved."""
    adjusted = None
    if "adjusted" in line:
        target, _ = read_target(line["adjusted"], level2=declared.level2, name=declared.name, year=YEAR)
        adjusted = AdjustedTarget(target, line.get("approval", ""))
    scored = adjusted.target if adjusted else declared.target
    return Outcome(
        actual=read_actual(line["actual"], scored, year=YEAR)[0] if "actual" in line else None,
        share=line.get("share"),
        state=State(line.get("state", "applies")),
        reason=line.get("reason", ""),
        adjusted=adjusted,
    )


def override(line: Mapping[str, Any]) -> Override | None:
    """A score that a person set."""
    if "override" not in line:
        return None
    only(line["override"], "score", "reason", "who")
    return Override(**{"reason": "", **line["override"]})


LINE = ("name", "level1", "level2", "objective", "target", "adjusted", "approval", "actual", "share", "state")
LINE_OUT = ("reason", "declared", "set_weight", "override", "points", "score", "low", "high")
MONEY = ("initial", "adjusted", "received", "spent")
PROJECT = ("declared", *MONEY, "state", "reason", "execution", "execution_reason", "weight_choice")


def money(table: Mapping[str, Any]) -> Money:
    """Amounts by kind; `spent = { fiscal = 1, other = 2 }` gives the sources instead of a total."""
    kinds = {kind: table[kind] for kind in MONEY if kind in table}
    return Money(
        **{
            kind: Funds(**amount) if isinstance(amount, dict) else Funds(Decimal(amount))
            for kind, amount in kinds.items()
        }
    )


def project_outcome(table: Mapping[str, Any]) -> ProjectOutcome:
    """What a case records of a project beside its lines."""
    return ProjectOutcome(
        money=money(table),
        state=State(table.get("state", "applies")),
        reason=table.get("reason", ""),
        execution=State(table.get("execution", "applies")),
        execution_reason=table.get("execution_reason", ""),
        weight_choice=WeightChoice(table.get("weight_choice", "")),
    )


def dossier(case: Mapping[str, Any]) -> Dossier:
    """A department with the one project of a case."""
    table = case.get("project", {})
    only(table, *PROJECT)
    lines = [(line, indicator(line, ordinal=i)) for i, line in enumerate(case.get("lines", []), start=1)]
    for line, _ in lines:
        only(line, *LINE, *LINE_OUT)
    project = Project(
        "P", "项目", budget=table.get("declared"), indicators=tuple(declared for _, declared in lines)
    )
    return Dossier(
        Department("131001", "某单位", YEAR, projects=(project,)),
        rules_of(case),
        Outcomes(
            {declared.key: outcome(line, declared) for line, declared in lines},
            {"P": project_outcome(table)},
        ),
        {declared.key: set_by for line, declared in lines if (set_by := override(line)) is not None},
        {declared.key: line["set_weight"] for line, declared in lines if "set_weight" in line},
    )


def as_expected(score: Score | None, expected: Mapping[str, Any]) -> bool:
    """Whether a score is the settled one that a case asks for, or the interval, or none at all."""
    if score is None:
        return expected.get("score") == "none"
    if "score" in expected:
        return score.value == expected["score"]
    return score.value is None and (score.low, score.high) == (expected["low"], expected["high"])


def codes(findings: Iterable[Any]) -> list[str]:
    """The codes of findings, each once, in order of the alphabet."""
    return sorted({doubt.code for doubt in findings})

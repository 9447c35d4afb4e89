"""tests/cases/*.toml as dossiers: what an evaluator wrote down, read the way the tool reads it.

Every case says in a sentence what it shows and cites the clause that it follows. A key that is not known here
fails the test, so that a slip of the pen is not passed over.
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from case_lines import LINE, LINE_OUT, YEAR, indicator, only, outcome, override

from scoring import rulebook
from scoring.model import (
    Completion,
    Department,
    Dossier,
    Funds,
    Indicator,
    Key,
    Money,
    Outcomes,
    Project,
    ProjectOutcome,
    State,
    WeightChoice,
)
from scoring.rulebook import Rulebook
from scoring.scores import Score

FOLDER = Path(__file__).parent.parent / "cases"
ALWAYS = ("says", "cite", "rulebook", "rules", "fault")
"""Keys that any case may have."""


def cases(pattern: str) -> list[Any]:
    """Every case of the files that match, as parameters of a test named by its sentence."""
    found: list[Any] = []
    for path in sorted(FOLDER.glob(pattern)):
        written = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)["case"]
        found += [
            pytest.param(case, id=f"{path.stem}: {case['says']}", marks=_known_fault(case))
            for case in written
        ]
    return found


def _known_fault(case: Mapping[str, Any]) -> tuple[pytest.MarkDecorator, ...]:
    """What a case expects stands by its clause, even where `fault` says why it does not come out yet."""
    return (pytest.mark.xfail(reason=case["fault"], strict=True),) if "fault" in case else ()


def rules_of(case: Mapping[str, Any]) -> Rulebook:
    """The shipped rulebook that the case names, else the default, with the clauses that the case changes."""
    shipped = case.get("rulebook", rulebook.DEFAULT)
    clauses = {key: repr_toml(value) for key, value in case.get("rules", {}).items()}
    return changed(shipped, **clauses) if clauses else rulebook.load(shipped)


@cache
def changed(extends: str = rulebook.DEFAULT, /, **clauses: str) -> Rulebook:
    """A shipped rulebook with other values, written as in TOML: changed(**{"over.note_from": "110"})."""
    head = f'id = "local"\nversion = "1"\ntitle = "Local"\nextends = "{extends}"\n'
    return rulebook.parse(
        head + "".join(f"[{key}]\nvalue = {value}\n" for key, value in clauses.items()), "local.toml"
    )


def repr_toml(value: object) -> str:
    """A value as TOML writes it; its basic strings are those of JSON."""
    if isinstance(value, dict):
        inner = (f"{repr_toml(name)} = {repr_toml(inner)}" for name, inner in value.items())
        return "{ " + ", ".join(inner) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(repr_toml, value)) + "]"
    return str(value) if isinstance(value, int | Decimal | date) else json.dumps(value, ensure_ascii=False)


MONEY = ("initial", "adjusted", "received", "spent")
PROJECT = (
    "declared",
    *MONEY,
    "state",
    "reason",
    "execution",
    "execution_reason",
    "weight_choice",
    "completion",
)


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
        completion=Completion(table.get("completion", "")),
        mean_weight=table.get("mean_weight"),
    )


def dossier(case: Mapping[str, Any], rules: Rulebook | None = None) -> Dossier:
    """A department with the one project of a case, under the rulebook of the case or another one."""
    table = case.get("project", {})
    only(table, *PROJECT)
    seen: Counter[Key] = Counter()
    lines = [
        (line, _numbered(indicator(line, ordinal=i), seen))
        for i, line in enumerate(case.get("lines", []), start=1)
    ]
    for line, _ in lines:
        only(line, *LINE, *LINE_OUT)
    project = Project(
        "P", "项目", budget=table.get("declared"), indicators=tuple(declared for _, declared in lines)
    )
    return Dossier(
        Department("131001", "某单位", YEAR, projects=(project,)),
        rules or rules_of(case),
        Outcomes(
            {declared.key: outcome(line, declared) for line, declared in lines},
            {"P": project_outcome(table)},
        ),
        {declared.key: set_by for line, declared in lines if (set_by := override(line)) is not None},
        {declared.key: line["set_weight"] for line, declared in lines if "set_weight" in line},
    )


def _numbered(declared: Indicator, seen: Counter[Key]) -> Indicator:
    """The indicator with its place among those that share everything else."""
    alike = declared.key._replace(ordinal=1)
    seen[alike] += 1
    return replace(declared, key=alike._replace(ordinal=seen[alike]))


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

"""Targets as public bodies printed them, each with the reading that a person wrote beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scoring.notation import read_target

PUBLISHED = Path(__file__).parent.parent / "data" / "notation.jsonl"
CASES = [json.loads(line) for line in PUBLISHED.read_text("utf-8").splitlines()]


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{case['text']} {case['level2']}{case['name']}" for case in CASES]
)
def test_a_published_target_reads_as_a_person_reads_it(case: dict[str, Any]) -> None:
    target, findings = read_target(case["text"], level2=case["level2"], name=case["name"], year=case["year"])

    assert {
        "sense": target.sense.value,
        "value": None if target.value is None else str(target.value),
        "upper": None if target.upper is None else str(target.upper),
        "unit": target.unit,
        "date": target.date.isoformat() if target.date else None,
    } == {field: case[field] for field in ("sense", "value", "upper", "unit", "date")}
    assert findings or not case["finding"]


def test_the_published_targets_are_all_there() -> None:
    assert len(CASES) == 86

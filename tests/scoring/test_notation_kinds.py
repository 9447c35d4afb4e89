"""How targets, actuals and amounts of money are read, by kinds that an evaluator can check in tests/cases."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from scoring.findings import Finding
from scoring.notation import read_actual, read_amount, read_target

CASES = Path(__file__).parent.parent / "cases"


def texts_of(file: str, *known: str) -> list[Any]:
    """Every text of every kind of a file, with the kind; a key that nothing reads is an error."""
    found = []
    for kind in tomllib.loads((CASES / file).read_text("utf-8"))["kind"]:
        assert kind.keys() <= {"says", "texts", "findings", *known}, kind
        found += [pytest.param(kind, text, id=f"{kind['says']}: {text}") for text in kind["texts"]]
    return found


def raised(findings: tuple[Finding, ...]) -> list[str]:
    return sorted(finding.code for finding in findings)


TARGET_KEYS = ("level2", "name", "year", "sense", "value", "upper", "nominal", "unit", "date", "inferred")


@pytest.mark.parametrize(("kind", "text"), texts_of("notation-targets.toml", *TARGET_KEYS))
def test_a_target_reads_as_its_kind_says(kind: dict[str, Any], text: str) -> None:
    target, findings = read_target(
        text, level2=kind.get("level2", ""), name=kind.get("name", ""), year=kind.get("year", 2022) or None
    )

    assert target.sense.value == kind["sense"]
    assert raised(findings) == sorted(kind.get("findings", []))
    assert target.inferred == tuple(kind.get("inferred", ()))
    assert target.date == kind.get("date")
    assert target.text == text
    if target.sense in {"unread", "qualitative", "yes_no", "by_date"}:
        assert (target.value, target.upper, target.unit) == (None, None, "")
    for field in kind.keys() & {"value", "upper", "nominal", "unit"}:
        assert str(getattr(target, field)) == kind[field]


@pytest.mark.parametrize(
    ("kind", "text"),
    texts_of("notation-actuals.toml", "target", "level2", "value", "unit", "date", "yes", "band"),
)
def test_an_actual_reads_as_its_kind_says(kind: dict[str, Any], text: str) -> None:
    target, _ = read_target(kind["target"], level2=kind.get("level2", ""), year=2022)
    actual, findings = read_actual(text, target, year=2022)

    assert raised(findings) == sorted(kind.get("findings", []))
    assert (None if actual.value is None else str(actual.value)) == kind.get("value")
    assert actual.unit == kind.get("unit", actual.unit if "value" in kind else "")
    assert (actual.date, actual.yes, actual.band) == (kind.get("date"), kind.get("yes"), kind.get("band"))
    assert actual.text == text


@pytest.mark.parametrize(("kind", "text"), texts_of("notation-amounts.toml", "unit", "amount"))
def test_an_amount_of_money_reads_as_its_kind_says(kind: dict[str, Any], text: str) -> None:
    amount, findings = read_amount(text, unit=kind.get("unit", "万元"))

    assert raised(findings) == sorted(kind.get("findings", []))
    assert (None if amount is None else format(amount, "f")) == kind.get("amount")
    assert amount is None or isinstance(amount, Decimal)

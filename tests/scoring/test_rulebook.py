"""A rulebook is complete and cited, its hash is of what it says, and extending it keeps the rest."""

from __future__ import annotations

import tomllib
from copy import deepcopy
from decimal import Decimal
from importlib import resources
from typing import Any

import pytest
from case_files import changed, repr_toml

from scoring.model import Band
from scoring.rulebook import DEFAULT, EVIDENCE, load, parse, shipped
from scoring.rulebook.schema import SECTIONS

TEXT = (resources.files("scoring") / "rulebooks" / f"{DEFAULT}.toml").read_text("utf-8")
RAW = tomllib.loads(TEXT, parse_float=Decimal)
CLAUSES = [clause.key for clause in load().clauses()]


@pytest.mark.parametrize("name", shipped())
def test_every_clause_of_a_shipped_rulebook_says_where_it_stands_and_how_that_is_known(name: str):
    for clause in load(name).clauses():
        assert clause.cite.strip(), clause.key
        assert clause.evidence, clause.key
        assert set(clause.evidence) <= set(EVIDENCE), clause.key


@pytest.mark.parametrize("name", shipped())
def test_nobody_has_read_the_regulations_again_so_no_clause_says_law(name: str):
    assert not [clause.key for clause in load(name).clauses() if "law" in clause.evidence]


def test_the_default_rulebook_is_the_national_one_of_2020():
    rulebook = load()
    assert (rulebook.id, rulebook.places) == ("national-2020", 2)
    assert rulebook.execution.points.value == 10
    assert rulebook.weights.levels.value == ({"产出指标": 50, "效益指标": 30, "满意度指标": 10},)
    assert {band: limits.low for band, limits in rulebook.other.bands.value.items()} == {
        Band.MET: 80,
        Band.PARTLY: 60,
        Band.UNMET: 0,
    }


@pytest.mark.parametrize(
    ("score", "grade"),
    [
        ("100", "优"),
        ("90", "优"),
        ("89.99", "良"),
        ("80", "良"),
        ("79.99", "中"),
        ("60", "中"),
        ("59.99", "差"),
        ("0", "差"),
    ],
)
def test_a_grade_begins_at_its_limit(score: str, grade: str):
    assert load().grade(Decimal(score)) == grade


def test_a_local_grade_scale_counts():
    local = changed(**{"grades.limits": '{ "优" = 80, "良" = 70, "中" = 60, "差" = 0 }'})
    assert [local.grade(Decimal(score)) for score in (80, 79, 60)] == ["优", "良", "中"]


def _text(raw: dict[str, Any]) -> str:
    """A rulebook's tables as TOML, one clause a line."""
    lines = [f"{name} = {repr_toml(said)}" for name, said in raw.items() if not isinstance(said, dict)]
    for section, clauses in raw.items():
        if isinstance(clauses, dict):
            lines += [f"[{section}]", *(f"{name} = {repr_toml(clause)}" for name, clause in clauses.items())]
    return "\n".join(lines)


def test_comments_and_layout_do_not_change_the_hash():
    blocks = TEXT.split("\n\n")
    turned = "\n\n\n".join([*blocks[:2], "# 说明", *reversed(blocks[2:])])
    assert parse(turned, "turned.toml").hash == load().hash
    assert parse(_text(RAW), "flat.toml").hash == load().hash


@pytest.mark.parametrize("key", CLAUSES)
@pytest.mark.parametrize(
    ("part", "said"), [("cite", "另一处"), ("evidence", ["second-hand", "form", "own"]), ("note", "另注")]
)
def test_what_travels_with_any_clause_changes_the_hash(key: str, part: str, said: object):
    raw = deepcopy(RAW)
    section, name = key.split(".")
    raw[section][name][part] = said
    rulebook = parse(_text(raw), "other.toml")
    assert rulebook.hash != load().hash
    assert rulebook.clause(key).value == load().clause(key).value


OTHER_VALUES = {
    "execution.budget": '"initial"',
    "execution.unrecorded_budget": '"no_data"',
    "weights.absent_to": "{}",
    "weights.inside": "{}",
    "weights.levels": '{ "产出" = 40, "效益" = 40, "满意度" = 10 }',
    "quantitative.forward": '"gate"',
    "quantitative.gate": "50",
    "quantitative.reverse": '"linear"',
    "quantitative.missed_equal_cost": '"forward"',
    "other.bands": "{ met = 80, partly = 50, unmet = 0 }",
    "over.note_from": "110",
    "over.reason_from": "150",
    "rounding.places": "3",
    "grades.limits": '{ "优" = 80, "良" = 70, "中" = 60, "差" = 0 }',
    "department.headline": '"own_objectives"',
    "department.own_points": "80",
    "lexicon.less_is_better": '["空置"]',
    "lexicon.more_is_better": '["节能"]',
}


@pytest.mark.parametrize(("key", "value"), OTHER_VALUES.items())
def test_a_value_changes_the_hash_and_nothing_else_that_the_rulebook_says(key: str, value: str):
    local = changed(**{key: value})
    assert local.hash != changed().hash
    differ = [clause.key for clause in local.clauses() if clause.value != load().clause(clause.key).value]
    assert differ == [key]


def test_a_rulebook_that_extends_another_keeps_its_clauses_with_their_citations():
    local = changed(**{"over.note_from": "110"})
    assert local.extends == ("national-2020",)
    assert local.clause("over.reason_from") == load().clause("over.reason_from")
    assert local.over.note_from.value == 110


def test_a_rulebook_with_another_name_has_another_hash():
    assert changed().hash != load().hash


@pytest.mark.parametrize("key", ["execution.nothing", "nothing.points", "execution", ""])
def test_asking_for_a_clause_that_no_rulebook_has_is_a_key_error(key: str):
    with pytest.raises(KeyError):
        load().clause(key)


def test_the_schema_and_the_clauses_name_the_same_keys():
    assert [key.split(".")[0] for key in dict.fromkeys(CLAUSES)] == [
        section for section, schema in SECTIONS.items() for _ in schema.__dataclass_fields__
    ]

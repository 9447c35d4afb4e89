"""A finding is a code with facts and a place; its fingerprint lets an answer given once survive."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.findings import CATALOGUE, Finding, Severity, finding, judged
from scoring.model import Key, Source, Subject

KEY = Key("13052922P00584010141N", "", "产出指标", "数量指标", "会议培训次数")
WHERE = Subject(KEY.project, KEY, "target")
ODD = finding("sense.inferred", WHERE, Source("巨鹿.txt", line=95), text="4次", sense="at_least")

FINGERPRINT = "f897d03efcb863b8"

AGAIN = """
from scoring.findings import finding
from scoring.model import Key, Subject
key = Key("13052922P00584010141N", "", "产出指标", "数量指标", "会议培训次数")
where = Subject(key.project, key, "target")
print(finding("sense.inferred", where, sense="at_least", text="4次").fingerprint)
"""


def test_a_fingerprint_is_the_same_in_every_process_and_version():
    assert ODD.fingerprint == FINGERPRINT
    for seed in ("0", "1"):
        said = subprocess.run(
            [sys.executable, "-c", AGAIN],
            capture_output=True,
            check=True,
            text=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "PYTHONUTF8": "1"},
        )
        assert said.stdout.strip() == FINGERPRINT


SAID = {"text": "4次", "sense": "at_least"}


@pytest.mark.parametrize(
    "other",
    [
        finding("target.vague", WHERE, **SAID),
        finding("sense.inferred", WHERE, text="5次", sense="at_least"),
        finding("sense.inferred", WHERE, text="4次"),
        finding("sense.inferred", replace(WHERE, field="actual"), **SAID),
        finding("sense.inferred", replace(WHERE, project="P"), **SAID),
        finding("sense.inferred", replace(WHERE, indicator=KEY._replace(ordinal=2)), **SAID),
        finding("sense.inferred", replace(WHERE, indicator=None), **SAID),
    ],
)
def test_a_fingerprint_differs_with_code_subject_and_facts(other: Finding):
    assert other.fingerprint != ODD.fingerprint


def test_a_fingerprint_does_not_depend_on_where_in_the_file_it_was_found_nor_on_the_severity():
    moved = replace(ODD, source=Source("巨鹿-新.txt", line=12), severity=Severity.ERROR)
    assert moved.fingerprint == ODD.fingerprint


NAMES = st.sampled_from(["a", "b", "name", "text"])
FACTS = st.dictionaries(NAMES, st.text(max_size=4), max_size=3)


@given(FACTS, FACTS)
def test_two_sets_of_facts_have_one_fingerprint_only_if_they_are_the_same(
    one: dict[str, str], other: dict[str, str]
):
    prints = [Finding("target.vague", Severity.NOTE, facts=facts).fingerprint for facts in (one, other)]
    assert (prints[0] == prints[1]) is (one == other)


def test_facts_are_plain_text_so_that_a_finding_can_be_kept():
    odd = finding("override.outside", score=Decimal("1E+1"), weight=Fraction(25, 2), unit=None, code="x")
    assert dict(odd.facts) == {"score": "10", "weight": "12.5", "unit": "None", "code": "x"}


def test_a_code_that_is_not_in_the_catalogue_is_refused():
    with pytest.raises(KeyError):
        finding("target.odd")


@pytest.mark.parametrize("code", CATALOGUE)
def test_a_code_is_a_room_and_a_word_for_what_is_odd(code: str):
    assert re.fullmatch(r"[a-z0-9]+\.[a-z0-9_]+", code)
    assert finding(code).severity is CATALOGUE[code]


def test_a_rulebook_gives_codes_another_severity_and_leaves_the_others_theirs():
    odd, other = finding("over.note", name="x"), finding("reason.missing", name="x")
    (first, second) = judged([odd, other], {"over.note": "error"})
    assert (first.severity, second) == (Severity.ERROR, other)
    assert first.fingerprint == odd.fingerprint

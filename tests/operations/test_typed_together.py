"""Two things in one line: an adjusted target with its approval, a score set by a person with its reason."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaltool.operations.fields import read_field
from scoring.model import AdjustedTarget, Key, Override, Sense, Subject

KEY = Key("P", "", "产出指标", "质量指标", "完成率", 1)
ADJUSTED, OVERRIDE = Subject("P", KEY, "adjusted"), Subject("P", KEY, "override")


@pytest.mark.parametrize(
    ("text", "approval"),
    [
        ("≥90%；冀财〔2022〕5号", "冀财〔2022〕5号"),
        (" ≥90% ; 冀财〔2022〕5号", "冀财〔2022〕5号"),
        ("≥90%；县政府；补充通知", "县政府；补充通知"),
        ("≥90%", ""),
        ("≥90%；", ""),
    ],
)
def test_an_adjusted_target_brings_its_approval_behind_a_semicolon(text: str, approval: str) -> None:
    entry, findings = read_field(ADJUSTED, text)
    assert entry is not None
    assert isinstance(entry.value, AdjustedTarget)
    assert (entry.value.target.sense, entry.value.target.value) == (Sense.AT_LEAST, Decimal(90))
    assert entry.value.approval == approval
    assert entry.typed == entry.value.target.text == "≥90%"
    assert findings == ()


def test_an_approval_of_no_target_is_refused() -> None:
    entry, findings = read_field(ADJUSTED, "；冀财〔2022〕5号")
    assert entry is None
    assert [one.code for one in findings] == ["text.blank"]


@pytest.mark.parametrize("text", ["9.5；核查扣分", "9.5分;核查扣分", "9。5；核查扣分"])
def test_a_score_set_by_a_person_brings_its_reason(text: str) -> None:
    entry, findings = read_field(OVERRIDE, text)
    assert entry is not None
    assert entry.value == Override(Decimal("9.5"), "核查扣分")
    assert findings == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("9.5", "override.no_reason"),
        ("9.5；", "override.no_reason"),
        ("核查扣分", "actuals.bad_figure"),
        ("120；核查", "actuals.bad_figure"),
    ],
)
def test_a_score_without_reason_or_figure_is_refused_in_words(text: str, code: str) -> None:
    entry, findings = read_field(OVERRIDE, text)
    assert entry is None
    assert [one.code for one in findings] == [code]


@given(st.sampled_from([ADJUSTED, OVERRIDE]), st.text(max_size=40))
def test_no_text_raises_and_what_is_refused_says_why(subject: Subject, text: str) -> None:
    entry, findings = read_field(subject, text)
    assert entry is not None or findings

"""Score tables printed with an indicator: read where every step is plain, left alone where one is not."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.model import Sense, StepTable
from scoring.notation import holds_steps, read_steps, write_steps

UNITS = st.sampled_from(["", "%", "次", "万元"])
TWO_PLACES = st.decimals(0, 999, places=2)


@st.composite
def tables(draw: st.DrawFn) -> StepTable:
    """Tables in points, whose first award earns everything, and in percent."""
    figures = draw(st.lists(TWO_PLACES, min_size=2, max_size=5, unique=True))
    awards = st.lists(
        st.decimals("0.01", 100, places=2), min_size=len(figures), max_size=len(figures), unique=True
    )
    points = sorted(draw(awards), reverse=True)
    sense = draw(st.sampled_from([Sense.AT_LEAST, Sense.AT_MOST]))
    limits = sorted(figures, reverse=sense is Sense.AT_LEAST)
    full = draw(st.sampled_from([points[0], Decimal(100)]))
    return StepTable(sense, tuple(zip(limits, points, strict=True)), full)


@given(tables(), UNITS)
def test_a_table_written_reads_as_the_same_table(table: StepTable, unit: str):
    read, findings = read_steps(write_steps(table, unit), unit=unit)
    assert read == table
    assert findings == ()


@given(st.text(alphabet="≥≤<>0123456789%得不满分，,；;次其余（）-以上下.。 \n", max_size=60))
def test_a_table_read_is_always_in_order_and_no_text_breaks_the_reader(text: str):
    read, findings = read_steps(text)
    assert read is not None or [odd.code for odd in findings] == ["steps.unread"]
    if read is not None:
        assert holds_steps(text)
        limits = [limit if read.sense is Sense.AT_LEAST else -limit for limit, _ in read.limits]
        awards = [award for _, award in read.limits]
        assert all(second < first for line in (limits, awards) for first, second in pairwise(line))
        assert 0 < awards[-1] <= awards[0] <= read.full


FORWARD = "≥70:3 ≥65:1 /3"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("≥70%得3分，≥65%得1分，<65%不得分", FORWARD),
        ("≥70 % 得3分, ≥65 % 得1分, <65 % 不得分", FORWARD),
        ("评分标准：≥７０％得３分；≥６５％得１分；其余不得分", FORWARD),
        ("70%以上得3分，65%-70%得1分，65%以下不得分", FORWARD),
        ("≥70%得3分\n≥65%得1分", FORWARD),
        ("提案办结率，不低于70%得3分，不低于65%得1分，否则不得分", FORWARD),
        ("≥1,000次得3分；≥500次得1分；其余得0分", "≥1000:3 ≥500:1 /3"),
        ("≥90%得满分，≥80%得60%，其余不得分", "≥90:100 ≥80:60 /100"),
        ("≥90%得5分，≥80%得3分，<80%得1分", "≥90:5 ≥80:3 ≥0:1 /5"),
        ("≤5%得3分，≤10%得1分，>10%不得分", "≤5:3 ≤10:1 /3"),
        ("≤5%得3分，5%-10%得1分，其他不得分", "≤5:3 ≤10:1 /3"),
    ],
)
def test_a_table_is_read_however_its_steps_are_written(text: str, expected: str):
    table, findings = read_steps(text)
    assert table is not None
    sign = "≥" if table.sense is Sense.AT_LEAST else "≤"
    said = [f"{sign}{limit:f}:{award:f}" for limit, award in table.limits]
    assert " ".join([*said, f"/{table.full:f}"]) == expected
    assert findings == ()
    assert table.text == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "视完成情况酌情得分",
        "≥95%得满分，每降低1个百分点扣1分",
        "≥70%得3分",
        "≥70%得3分，≥65%得1分，<60%不得分",  # what of 62 %?
        "≥65%得1分，≥70%得3分",  # whoever reaches 70 has reached 65 before
        "≥70%得1分，≥65%得3分",
        "≥70%得3分，≤65%得1分",
        "≥70%得3分，60%-65%得1分",
        "≥70%得3分，≥65次得1分",
        "70%得3分，65%得1分",
        "≥70%得满分，≥65%得1分",  # how much of all points is 1?
        "≥90%得5分，≥85%不得分，≥80%得3分",
        "≤5%得3分，其余得1分",
        "≥70%得120%，≥65%得60%",
    ],
)
def test_a_table_that_leaves_something_open_is_not_used(text: str):
    table, findings = read_steps(text)
    assert table is None
    assert [odd.code for odd in findings] == ["steps.unread"]


def test_a_limit_left_out_counts_as_included_and_is_told():
    table, findings = read_steps(">70%得3分，>65%得1分")
    assert table == read_steps("≥70%得3分，≥65%得1分")[0]
    assert [odd.code for odd in findings] == ["text.strictness"]


def test_steps_in_another_unit_than_the_figures_are_not_used():
    text = "≥70%得3分，≥65%得1分"
    assert read_steps(text, unit="次")[0] is None
    assert read_steps(text, unit="%")[0] is not None
    assert read_steps("≥70得3分，≥65得1分", unit="次")[0] is not None


@pytest.mark.parametrize("text", ["会议培训次数≥4次", "据实填写得分", "≥90%得满分", "年度计划，得3分"])
def test_words_beside_an_indicator_are_not_taken_for_a_table(text: str):
    assert not holds_steps(text)

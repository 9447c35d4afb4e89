"""Units: exact factors inside a family, a question between look-alikes, nothing across families."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.units import DURATIONS, KNOWN, PREFIXES, Asks, Differs, Factor, canonical, compare

UNITS = st.sampled_from(sorted(KNOWN)) | st.builds(
    str.__add__, st.sampled_from(sorted(PREFIXES)), st.sampled_from(["元", "人次", "户", "平方米", "株"])
)
COMPOUNDS = st.lists(UNITS, min_size=1, max_size=3).map("/".join)


@pytest.mark.parametrize(
    ("unit", "other", "factor"),
    [
        ("元", "万元", "1/10000"),
        ("亿元", "万元", "10000"),
        ("百万元", "万元", "100"),
        ("千元", "元", "1000"),
        ("角", "元", "1/10"),
        ("‰", "%", "1/10"),
        ("百分比", "％", "1"),
        ("成", "%", "10"),
        ("人次", "万人次", "1/10000"),
        ("千人次", "人次", "1000"),
        ("名", "人", "1"),
        ("万人", "人", "10000"),
        ("小时", "分钟", "60"),
        ("天", "小时", "24"),
        ("日", "天", "1"),
        ("周", "天", "7"),
        ("年", "个月", "12"),
        ("季度", "月", "3"),
        ("公里", "千米", "1"),
        ("公里", "米", "1000"),
        ("厘米", "米", "1/100"),
        ("亩", "平方米", "2000/3"),
        ("公顷", "亩", "15"),
        ("平方公里", "公顷", "100"),
        ("万平方米", "㎡", "10000"),
        ("吨", "公斤", "1000"),
        ("斤", "千克", "1/2"),
        ("万户", "户", "10000"),
        ("百户", "户", "100"),
        ("亿株", "万株", "10000"),
        ("万", "", "10000"),
        ("元/亩", "万元/亩", "1/10000"),
        ("元/亩", "元/公顷", "15"),
        ("元/人*月", "元/人·月", "1"),
        ("元/月·人", "元/人·月", "1"),
        ("元/人·月", "元/人·年", "12"),
        ("次/月", "次/季度", "3"),
        ("公里/小时", "米/秒", "5/18"),
        ("/株", "/万株", "10000"),
        ("", "", "1"),
        ("鸡蛋", "鸡蛋", "1"),
    ],
)
def test_units_of_one_family_convert_exactly(unit: str, other: str, factor: str) -> None:
    assert compare(unit, other) == Factor(Fraction(factor))
    assert compare(other, unit) == Factor(1 / Fraction(factor))


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        ("场", "次"),
        ("场次", "次"),
        ("个", "件"),
        ("人", "人次"),
        ("名", "人次"),
        ("天", "个工作日"),
        ("小时", "工作日"),
        ("月", "天"),
        ("年", "天"),
        ("%", "百分点"),
        ("倍", "%"),
        ("分", "分钟"),
        ("台", "套"),
        ("户", "人"),
        ("%", ""),
        ("次", ""),
        ("万", "万元"),
        ("元", "元/户"),
        ("次/年", "次"),
        ("场/月", "次/月"),
        ("元/人", "元/人次"),
    ],
)
def test_units_often_written_for_one_another_ask(unit: str, other: str) -> None:
    assert compare(unit, other) == Asks()
    assert compare(other, unit) == Asks()


@pytest.mark.parametrize(
    ("unit", "other"),
    [
        ("元", "%"),
        ("亩", "次"),
        ("万元", "人"),
        ("公里", "亩"),
        ("次", "公里"),
        ("吨", "立方米"),
        ("只", "公里"),
        ("元/亩", "元/户"),
        ("元/亩", "次/亩"),
        ("%", "次"),
        ("天", "次"),
        ("鸡蛋", "次"),
    ],
)
def test_units_of_different_families_differ(unit: str, other: str) -> None:
    assert compare(unit, other) == Differs()
    assert compare(other, unit) == Differs()


@pytest.mark.parametrize(
    ("printed", "usual"),
    [
        ("％", "%"),
        ("百分比", "%"),
        ("个百分点", "百分点"),
        ("元/人*月", "元/人·月"),
        ("元/人/月", "元/人·月"),
        ("元每人每月", "元/人·月"),
        ("元/(人·月)", "元/人·月"),
        ("元 / 亩", "元/亩"),
        ("㎡", "平方米"),
        ("公里", "公里"),
        ("千米", "千米"),
        ("/株", "/株"),
        ("", ""),
    ],
)
def test_a_unit_has_one_spelling(printed: str, usual: str) -> None:
    assert canonical(printed) == usual


def test_durations_are_units_of_time_months_and_workdays() -> None:
    assert {"小时", "天", "个月", "年", "个工作日"} <= set(DURATIONS)
    assert not {"次", "分", "%"} & set(DURATIONS)


@given(COMPOUNDS)
def test_a_unit_is_the_same_as_itself(unit: str) -> None:
    assert compare(unit, unit) == Factor(Fraction(1))
    assert canonical(canonical(unit)) == canonical(unit)


@given(COMPOUNDS, COMPOUNDS)
def test_there_and_back_again_is_one(unit: str, other: str) -> None:
    there, back = compare(unit, other), compare(other, unit)

    if isinstance(there, Factor):
        assert back == Factor(1 / there.value)
    else:
        assert back == there


@given(UNITS, UNITS, UNITS)
def test_a_way_round_is_the_same_way(first: str, second: str, third: str) -> None:
    one, two, whole = compare(first, second), compare(second, third), compare(first, third)

    if isinstance(one, Factor) and isinstance(two, Factor):
        assert whole == Factor(one.value * two.value)


@given(st.text(), st.text())
def test_no_text_raises(unit: str, other: str) -> None:
    assert isinstance(compare(unit, other), Factor | Asks | Differs)
    assert isinstance(canonical(unit), str)

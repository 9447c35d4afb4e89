"""What the screen for declaring says and offers, without a screen."""

from __future__ import annotations

from decimal import Decimal

import pytest

from evaltool.operations.points import Points
from evaltool.tui.declare_levels import SECOND, chosen, offered
from evaltool.tui.declare_rows import index_of, place_of, places_of, rows_of
from evaltool.tui.declare_words import points_words, removed_words, year_of
from scoring.model import OVERALL, Department, Indicator, Key, Objective, Project, Sense, Subject, Target
from scoring.rulebook import load

NATIONAL, CORE = load(), load("core-2021")
LINE = Indicator(Key("P", "", "产出指标", "数量指标", "次数"), Target(Sense.AT_LEAST, Decimal(4)))
CLAUSE = Indicator(Key("", "目标一", "", "", "率"), Target(Sense.AT_LEAST, Decimal(95)))
OWN = Indicator(Key("", OVERALL, "", "", "总"), Target(Sense.AT_LEAST, Decimal(95)))
DEPARTMENT = Department(
    "D",
    "某局",
    2025,
    objective_indicators=(OWN,),
    objectives=(Objective("目标一", indicators=(CLAUSE,)),),
    projects=(Project("P", "项目", indicators=(LINE,)),),
)


def points(given: str, left: str, *, to: int = 6) -> Points:
    return Points(Decimal(10), Decimal(given), Decimal(left), to, 6)


@pytest.mark.parametrize(
    ("now", "words"),
    [
        (points("90", "0"), "已满 100 分  指标 90 分，预算执行率 10 分"),
        (points("77.5", "12.5"), "距 100 分还差 12.5 分  指标 77.5 分，预算执行率 10 分"),
        (points("95", "-5"), "超出 5 分，请调减  指标 95 分，预算执行率 10 分"),
        (
            points("30", "60", to=2),
            "距 100 分还差 60 分  指标 30 分，预算执行率 10 分  4 个指标没有分值",
        ),
        (
            points("0", "90", to=0),
            "距 100 分还差 90 分  指标 0 分，预算执行率 10 分  未设分值的，按评分规则分配",
        ),
    ],
)
def test_the_remainder_to_100_comes_first_and_turns_into_words(now: Points, words: str):
    assert points_words(now) == words


def test_a_digit_chooses_a_level_and_anything_else_is_itself():
    assert chosen("level1", LINE, NATIONAL, "2") == "效益指标"
    assert chosen("level2", LINE, NATIONAL, " 3 ") == "时效指标"
    assert chosen("level2", LINE, NATIONAL, "9") == "9"
    assert chosen("level1", LINE, NATIONAL, "产出") == "产出"


def test_the_first_levels_are_those_of_the_rulebook():
    assert list(offered("level1", LINE, NATIONAL)) == ["产出指标", "效益指标", "满意度指标"]
    assert "成本指标" in offered("level1", LINE, CORE)


def test_every_first_level_of_a_shipped_rulebook_has_second_ones():
    for rulebook in (NATIONAL, CORE):
        assert set(offered("level1", LINE, rulebook)) <= set(SECOND)


def test_places_are_the_department_its_objectives_and_its_projects():
    assert places_of(DEPARTMENT) == (Subject(), Subject(field="title:目标一"), Subject("P"))


@pytest.mark.parametrize(
    ("subject", "place"),
    [
        (Subject("P", LINE.key, "target"), Subject("P")),
        (Subject("", CLAUSE.key, "name"), Subject(field="title:目标一")),
        (Subject("", OWN.key, "name"), Subject()),
        (Subject(field="text:目标一"), Subject(field="title:目标一")),
        (Subject("gone"), Subject()),
        (Subject(field="title:gone"), Subject()),
    ],
)
def test_every_subject_is_seen_in_a_place_that_there_is(subject: Subject, place: Subject):
    assert place_of(DEPARTMENT, subject) == place


def test_every_row_is_found_by_each_of_its_fields():
    for place in places_of(DEPARTMENT):
        rows = rows_of(DEPARTMENT, place)
        assert rows[-1].indicator in (OWN, CLAUSE, LINE)
        for index, row in enumerate(rows):
            assert [index_of(rows, row.at(field)) for field in row.fields] == [index] * len(row.fields)


def test_what_removing_means_is_a_question():
    assert removed_words(Subject("P"), "项目", 6, 0) == "删除“项目”和它的 6 个指标？"
    assert removed_words(Subject("P", LINE.key), "次数", 0, 2).startswith("删除“次数”？已录入的 2 项内容")


@pytest.mark.parametrize(("text", "year"), [("2025", 2025), ("２０２５年", 2025), ("25", None), ("", None)])
def test_a_year_is_four_digits(text: str, year: int | None):
    assert year_of(text) == year

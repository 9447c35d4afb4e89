"""Whether a spending plan holds amounts or percentages is read from its figures; both come out."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from document_samples import PROSE, found, project

from scoring.findings import Severity

if TYPE_CHECKING:
    from document_samples import Read

PERCENT = "资金支出计划（%） | 3月底 | 6月底 | 10月底 | 12月底"
MONEY = "资金支出计划（万元） | 3月底 | 6月底 | 10月底 | 12月底"


def budget(amount: str) -> str:
    return f"预算规模及资金用途 | 预算数 | {amount} | 其中：财政资金 | {amount} | 其他资金 | "


@pytest.mark.parametrize(
    ("header", "whole", "spending", "amounts", "percents", "said"),
    [
        (PERCENT, "143", "35.75 | 71.50 | 119 | 143", "35.75 71.5 119 143", "25 50 83.22 100", True),
        (PERCENT, "2", "25 | 50 | 75 | 100", "0.5 1 1.5 2", "25 50 75 100", False),
        (PERCENT, "100", "25 | 50 | 75 | 100", "25 50 75 100", "25 50 75 100", False),
        (PERCENT, "40", "10 | 20 | 30 | 40", "10 20 30 40", "25 50 75 100", True),
        (PERCENT, "40", "20 | 40 | 60 | 80", "8 16 24 32", "20 40 60 80", False),
        (PERCENT, "150", "30 | 60 | 90 | 120", "30 60 90 120", "20 40 60 80", True),
        (PERCENT, "40", "10% | 20% | 30% | 40%", "4 8 12 16", "10 20 30 40", False),
        (PERCENT, "40", "5万元 | 6万元 | 7万元 | 8万元", "5 6 7 8", "12.5 15 17.5 20", True),
        (MONEY, "3", "1 | 2 | 2.5 | 3", "1 2 2.5 3", "33.33 66.67 83.33 100", False),
        (MONEY, "40", "25% | 50% | 75% | 100%", "10 20 30 40", "25 50 75 100", False),
    ],
)
def test_a_plan_gives_amounts_and_percents(
    header: str, whole: str, spending: str, amounts: str, percents: str, said: bool, read_it: Read
):
    reading = read_it(PROSE + project(money=budget(whole), months=header, spending=f" | {spending}"))
    plan = reading.department.projects[0].plan
    assert [point.month for point in plan] == [3, 6, 10, 12]
    assert [point.amount for point in plan] == [Decimal(amount) for amount in amounts.split()]
    assert [point.percent for point in plan] == [Decimal(percent) for percent in percents.split()]
    assert bool(found(reading, "plan.amounts_under_percent")) is said


def test_without_a_budget_percentages_have_no_amount(read_it: Read):
    plan = read_it(PROSE + project(money=budget("")))
    assert [(point.amount, point.percent) for point in plan.department.projects[0].plan] == [
        (None, 25),
        (None, 50),
        (None, 75),
        (None, 100),
    ]


def test_with_a_budget_of_nothing_amounts_have_no_percent(read_it: Read):
    reading = read_it(PROSE + project(money=budget("0"), months=MONEY, spending=" | 1 | 2 | 3 | 4"))
    assert [point.percent for point in reading.department.projects[0].plan] == [None] * 4


def test_a_month_without_a_figure_is_said_and_the_others_keep_their_month(read_it: Read):
    reading = read_it(PROSE + project(spending=" | 25 |  | 75 | 100"))
    assert [(point.month, point.percent) for point in reading.department.projects[0].plan] == [
        (3, 25),
        (10, 75),
        (12, 100),
    ]
    assert [finding.facts["month"] for finding in found(reading, "plan.blank")] == ["6"]


def test_a_figure_too_many_is_reported(read_it: Read):
    reading = read_it(PROSE + project(spending=" | 25 | 50 | 75 | 100 | 120"))
    assert [finding.facts["text"] for finding in found(reading, "table.extra_cell")] == ["120"]
    assert len(reading.department.projects[0].plan) == 4


def test_a_figure_that_cannot_be_read_keeps_its_text_and_is_an_error(read_it: Read):
    reading = read_it(PROSE + project(spending=" | 25 | 过半 | 75 | 100"))
    point = reading.department.projects[0].plan[1]
    assert (point.text, point.amount, point.percent) == ("过半", None, None)
    (error,) = [finding for finding in reading.findings if finding.severity is Severity.ERROR]
    assert error.subject.field == "plan"

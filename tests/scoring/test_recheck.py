"""Scoring again what somebody scored: the verdict on each line, and what does not add up."""

from __future__ import annotations

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from case_files import changed
from hypothesis import given
from hypothesis import strategies as st

from scoring.recheck import PublishedLine, Recheck, Verdict, recheck
from scoring.recheck.figures import points_of
from scoring.rulebook import load

DATA = Path(__file__).parent.parent / "data/recheck"
CELLS = ("document", "project", "level1", "level2", "indicator", "target", "actual", "weight", "score")
RULES = load()

Rows = list[dict[str, str]]


def read(name: str) -> Rows:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def lines(rows: Rows) -> list[PublishedLine]:
    return [PublishedLine(**{cell: row[cell] for cell in CELLS}) for row in rows]


def line(
    target: str = "", actual: str = "", weight: str = "10", score: str = "10", **more: str
) -> PublishedLine:
    said = dict.fromkeys(CELLS, "") | {"level1": "产出指标", "level2": "数量指标", "indicator": "完成数量"}
    figures = {"target": target, "actual": actual, "weight": weight, "score": score}
    return PublishedLine(**{**said, **figures, **more})  # type: ignore[arg-type]


def verdict(*args: str, **more: str) -> tuple[str, str | None]:
    (checked,) = recheck([line(*args, **more)], RULES).lines
    return checked.verdict.value, None if checked.expected is None else str(checked.expected)


def doubts(*table: PublishedLine) -> list[str]:
    return [odd.code for odd in recheck(table, RULES).findings if odd.code != "recheck.all_full"]


@pytest.mark.parametrize(("name", "count"), [("rechecked.csv", 145), ("further.csv", 127)])
def test_published_lines_get_the_verdict_and_the_score_that_a_person_gave(name, count):
    rows = read(name)
    assert len(rows) == count
    different = []
    for row, checked in zip(rows, recheck(lines(rows), RULES).lines, strict=True):
        person = (row["verdict"], row["expected"])
        found = (checked.verdict.value, "" if checked.expected is None else str(checked.expected))
        if person != found:
            different.append((row["document"], row["indicator"], row["target"], row["actual"], person, found))
    assert different == []


def test_verdicts_stand_in_the_order_they_are_tried():
    order = "not_checkable agrees met_but_deducted missed_but_full rounded lower higher"
    assert [one.value for one in Verdict] == order.split()


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        ("8.62", "agrees"),
        ("8.63", "agrees"),
        ("8.61", "agrees"),
        ("8.6", "rounded"),
        ("8", "rounded"),
        ("9", "rounded"),
        ("8.64", "higher"),
        ("8.7", "higher"),
        ("8.5", "lower"),
        ("7", "lower"),
        ("10", "missed_but_full"),
        ("12", "missed_but_full"),
    ],
)
def test_a_score_beside_the_exact_one(score, expected):
    assert verdict("43.2", "37.24", "10", score) == (expected, "8.62")


def test_cutting_goes_by_the_exact_points_and_not_by_those_already_rounded():
    assert verdict("214人", "203人", "2", "1.8") == ("rounded", "1.90")


@pytest.mark.parametrize("score", ["9.99", "10", "10.01"])
def test_a_met_target_with_all_points_to_a_hundredth_agrees(score):
    assert verdict("≥95%", "96%", "10", score) == ("agrees", "10.00")


def test_the_rulebook_in_force_scores():
    by_ratio = line("≤10次", "15次", "10", "5")
    linear = recheck([by_ratio], load("integrated-system")).lines[0]
    assert (linear.verdict, str(linear.expected)) == (Verdict.AGREES, "5.00")
    assert verdict("≤10次", "15次", "10", "5") == ("lower", "6.67")


def test_a_checked_line_keeps_the_rule_and_the_working():
    (checked,) = recheck([line("≥95%", "90%", "10", "9.47")], RULES).lines
    assert checked.rule == "forward"
    assert checked.working[0].code == "forward.short"


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("10", "10"),
        (" 10 ", "10"),
        ("１０", "10"),
        ("10分", "10"),
        ("9.50", "9.50"),
        ("25%", "25"),
        ("1,000", "1000"),
        ("-3", "-3"),
        ("", None),
        ("-", None),
        ("10/10", None),
        ("优", None),
        ("1e5", None),
        ("9" * 50, None),
    ],
)
def test_points_are_read_as_they_are_printed(text, points):
    assert points_of(text) == (None if points is None else Decimal(points))


ODD = ["", "≥95%", "95%", "0", "-5", "10", "100", "是", "已完成100%", "★", "达成预期指标", "12月底前", "±10%"]
text = st.text(max_size=30) | st.sampled_from([*ODD, "290$", "其中:", "总分", "预算执行率", "(≥**人)"])


@given(st.lists(st.builds(PublishedLine, *[text] * 9, rate=text, converted=text), max_size=6))
def test_any_text_in_any_cell_gives_a_verdict_and_no_fault(table):
    found = recheck(table, RULES)
    assert len(found.lines) == len(table)
    for checked in found.lines:
        if checked.verdict in (Verdict.AGREES, Verdict.ROUNDED):
            assert checked.expected is not None
            assert checked.score is not None
        if checked.verdict is Verdict.AGREES:
            assert abs(checked.score - checked.expected) <= Decimal("0.01")


@given(st.integers(1, 1000), st.integers(0, 2000), st.integers(1, 40), st.integers(0, 4000))
def test_the_verdict_says_on_which_side_of_the_rule_a_score_lies(target, actual, weight, cents):
    score = Decimal(cents) / 100
    (checked,) = recheck([line(f"≥{target}次", f"{actual}次", str(weight), f"{score:f}")], RULES).lines
    above = {Verdict.MISSED_BUT_FULL, Verdict.HIGHER, Verdict.ROUNDED}
    below = {Verdict.MET_BUT_DEDUCTED, Verdict.LOWER, Verdict.ROUNDED}
    if checked.verdict is not Verdict.AGREES:
        assert checked.verdict in (above if score > checked.expected else below)
    assert (checked.verdict is Verdict.MET_BUT_DEDUCTED) <= (actual >= target)
    assert (checked.verdict is Verdict.MISSED_BUT_FULL) <= (actual < target)


def whole(*scores: str, total: str = "", **more: str) -> list[PublishedLine]:
    """A project whose lines are all there: 10 + 50 + 30 + 10 points."""
    named = {"预算执行率": "10", "产出指标": "50", "效益指标": "30", "满意度指标": "10"}
    table = [
        line("100", "100", weight, score, level1=level, indicator=level, **more)
        for (level, weight), score in zip(named.items(), scores, strict=True)
    ]
    return [*table, total_row(total)] if total else table


def total_row(score: str) -> PublishedLine:
    return line("", "", "100", score, level1="", level2="", indicator="总分")


def test_a_table_that_adds_up_has_no_doubts():
    assert doubts(*whole("10", "50", "30", "10", total="100")) == []
    assert doubts(*whole("10", "50", "30", "10")) == []


def test_a_total_that_is_not_the_sum_of_its_lines_is_an_error():
    assert doubts(*whole("10", "50", "30", "10", total="99")) == ["recheck.total_differs"]
    last = recheck(whole("10", "50", "30", "10", total="99"), RULES).lines[-1]
    assert (last.verdict, str(last.expected), last.rule) == (Verdict.LOWER, "100.00", "total")


def test_a_total_may_be_printed_with_fewer_decimals():
    assert doubts(*whole("8.62", "50", "30", "10", total="98.6")) == []
    assert doubts(*whole("8.62", "50", "30", "10", total="99")) == []


def test_a_total_of_scores_taken_as_percent_of_their_weights_is_told_apart():
    shrunk = Decimal(1) + Decimal(25) + Decimal(9) + Decimal(1)
    assert doubts(*whole("10", "50", "30", "10", total=f"{shrunk:f}")) == ["recheck.shrunk_total"]


def test_a_converted_score_that_applied_the_weight_twice_is_an_error():
    assert doubts(line(">=98%", "100%", "25.00", "25.00", converted="6.25")) == ["recheck.shrunk"]


def test_a_score_out_of_100_counts_by_what_it_was_converted_to():
    (checked,) = recheck([line(">=98%", "100%", "25.00", "100", converted="25.00")], RULES).lines
    assert (checked.verdict, checked.score) == (Verdict.AGREES, Decimal("25.00"))


def test_weights_that_add_to_110_are_an_error_also_in_an_excerpt():
    assert doubts(*[line("1", "1", "55", "55", indicator=name) for name in "甲乙"]) == ["recheck.weights_sum"]


def test_weights_of_an_excerpt_may_add_to_less():
    assert doubts(line("1", "1"), line("1", "1", indicator="乙")) == []
    short = whole("10", "50", "30", "10")
    assert doubts(*short[:3]) == []


def test_weights_of_a_whole_table_add_to_100():
    table = whole("10", "50", "30", "5")
    table[-1] = line("1", "1", "5", "5", level1="满意度指标", indicator="满意度")
    assert doubts(*table) == ["recheck.weights_sum"]


def test_a_printed_total_of_weights_that_the_lines_do_not_have_is_an_error():
    table = [line("1", "1", "60", "60"), line("1", "1", "50", "50", indicator="乙")]
    total = line("", "", "100", "110", level1="", indicator="合计")
    assert doubts(*table, total) == ["recheck.weights_sum"]
    assert doubts(*table, replace(total, weight="90")) == ["recheck.weights_sum", "recheck.weights_total"]


def ahead(weight: str, score: str, lines: str = "90") -> Recheck:
    """A total that stands before the row of the execution rate, which is worth 10."""
    total = line("", "", weight, score, level1="", indicator="合计")
    return recheck([line("1", "1", lines, lines), total, line("9", "9", "10", "10", **MONEY)], RULES)


@pytest.mark.parametrize(("weight", "score"), [("90", "90"), ("100", "100"), ("", "90"), ("", "100")])
def test_a_total_ahead_of_the_execution_rate_may_hold_it_or_not(weight, score):
    done = ahead(weight, score)
    assert (done.findings, done.lines[1].verdict) == ((), Verdict.AGREES)


def test_a_total_ahead_of_the_execution_rate_is_held_against_one_sum_only():
    done = ahead("100", "100", "140")
    assert [(odd.code, odd.facts["sum"]) for odd in done.findings] == [
        ("recheck.weights_sum", "150"),
        ("recheck.total_differs", "150.00"),
    ]
    assert str(done.lines[1].expected) == "150.00"


def test_points_that_a_level_states_are_those_of_its_lines():
    assert doubts(line("1", "1", "60", "60", level1="产出指标(50分)")) == ["recheck.level_sum"]
    assert doubts(line("1", "1", "40", "40", level1="产出指标(50分)")) == []


def test_a_total_may_hold_the_execution_rate_that_is_shown_elsewhere():
    table = [line("1", "1", "90", "90")]
    assert doubts(*table, total_row("98.6")) == []


MONEY = {"level1": "预算执行率", "level2": "", "indicator": "年度资金总额"}


@pytest.mark.parametrize("rate", ["86%", "86.2%", "86.20%", "86.2", "0.862", "0.86", "", "-"])
def test_a_printed_rate_may_be_rounded(rate):
    assert doubts(line("43.2", "37.24", "10", "8.62", rate=rate, **MONEY)) == []


@pytest.mark.parametrize("rate", ["100%", "80%", "0.95"])
def test_a_printed_rate_that_its_amounts_do_not_give_is_an_error(rate):
    assert doubts(line("43.2", "37.24", "10", "8.62", rate=rate, **MONEY)) == ["recheck.rate_differs"]


def test_a_budget_of_0_gives_no_rate():
    assert verdict("0", "0", "10", "0", **MONEY) == ("not_checkable", None)
    part = line("90", "89.974", "", "", **{**MONEY, "indicator": "其中:本年财政拨款"})
    assert doubts(line("0", "0", "10", "0", **MONEY), part) == [
        "execution.zero_budget",
        "recheck.parts_differ",
        "recheck.parts_differ",
    ]


def test_parts_of_the_money_are_shown_and_add_up_to_the_whole():
    parts = [
        line("40", "37", "10", "10", **{**MONEY, "indicator": "其中：当年财政拨款"}),
        line("3.2", "0.24", "—", "", **{**MONEY, "indicator": "其他资金"}),
    ]
    table = [line("43.2", "37.24", "10", "8.62", **MONEY), *parts]
    assert doubts(*table) == []
    assert [checked.rule for checked in recheck(table, RULES).lines] == ["execution", "part", "part"]


LEVELS = [("其中：当年财政拨款", "60"), ("中央资金", "40"), ("市县资金", "20"), ("其他资金", "10")]


def money_of(parts: list[tuple[str, str]], whole: str = "70", unit: str = "") -> list[PublishedLine]:
    rows = [("年度资金总额", whole), *parts]
    return [line(text, text, "", "", **{**MONEY, "indicator": name, "unit": unit}) for name, text in rows]


def test_levels_of_government_below_all_fiscal_money_are_not_added_to_it():
    assert doubts(*money_of(LEVELS)) == []
    done = recheck(money_of(LEVELS, "80"), RULES)
    assert [(odd.code, odd.facts["parts"]) for odd in done.findings] == [("recheck.parts_differ", "70")] * 2


def test_levels_of_government_that_stand_beside_the_fiscal_money_are_added():
    assert doubts(*money_of([("财政拨款", "50"), ("中央补助", "20")])) == []
    assert doubts(*money_of([("中央补助", "20"), ("市县本级财政拨款", "50")])) == []


def test_an_amount_with_its_own_unit_is_converted_into_that_of_the_form():
    assert doubts(*money_of([("财政拨款", "60万元"), ("其他资金", "100000")], "700000", "元")) == []
    assert doubts(*money_of([("财政拨款", "600000元"), ("其他资金", "10")], "70万元")) == []
    done = recheck(money_of([("财政拨款", "50万元"), ("其他资金", "100000")], "700000", "元"), RULES)
    assert (done.findings[0].facts["total"], done.findings[0].facts["parts"]) == ("700000", "600000")


def test_an_execution_rate_is_that_of_amounts_in_one_unit():
    (done,) = recheck([line("70万元", "630000", "10", "9", rate="90%", unit="元", **MONEY)], RULES).lines
    assert (done.verdict.value, str(done.expected)) == ("agrees", "9.00")
    odd = recheck([line("70万元", "630000", "10", "9", rate="80%", unit="元", **MONEY)], RULES).findings[0]
    assert (odd.code, odd.facts["budget"], odd.facts["spent"]) == ("recheck.rate_differs", "700000", "630000")


def test_parts_of_an_indicator_are_no_money():
    part = line("1.5", "1.5", "", "", indicator="其中桃树种植面积")
    assert doubts(line("43.2", "37.24", "10", "8.62", **MONEY), line("3", "3"), part) == []


def test_a_score_above_its_weight_is_an_error():
    assert doubts(line("1", "1", "10", "11")) == ["recheck.above_weight"]


def test_a_blank_actual_with_all_points_is_a_doubt():
    assert doubts(line("≥95%", "", "10", "10")) == ["recheck.blank_but_full"]


def test_five_lines_that_all_score_full_are_noted():
    table = [line("1", "1", indicator=name) for name in "甲乙丙丁戊"]
    assert [odd.code for odd in recheck(table, RULES).findings] == ["recheck.all_full"]


def test_a_score_below_zero_is_an_error():
    assert doubts(line("≥10个", "0", "10", "-1")) == ["recheck.below_zero"]


RATE = {"level1": "预算执行率", "level2": "", "indicator": "预算执行率"}


def subtotal(score: str) -> PublishedLine:
    return line("", "", "", score, level1="", level2="", indicator="小计")


@pytest.mark.parametrize(
    ("printed", "verdict_of_it"), [("48.42", "agrees"), ("57.92", "agrees"), ("50", "higher")]
)
def test_a_subtotal_of_indicators_may_leave_the_execution_rate_above_them_out(printed, verdict_of_it):
    table = [
        line("10", "9.5", "10", "9.5", **MONEY),
        line("1", "1", "20", "20"),
        line("1", "1", "30", "28.42"),
    ]
    done = recheck([*table, subtotal(printed)], RULES).lines[-1]
    assert (done.verdict.value, done.rule) == (verdict_of_it, "total")
    assert str(done.expected) == ("57.92" if printed == "57.92" else "48.42")


def test_a_subtotal_may_leave_out_an_execution_rate_that_stands_as_a_row_beside_100_percent():
    rate = line("100%", "95%", "10", "9.5", **RATE)
    done = recheck([rate, line("1", "1", "20", "20"), line("1", "1", "30", "30"), subtotal("50")], RULES)
    assert (done.lines[-1].verdict.value, str(done.lines[-1].expected)) == ("agrees", "50.00")


def test_a_subtotal_of_the_execution_rate_alone_is_that_rate():
    done = recheck([line("10", "9.5", "10", "9.5", **MONEY), subtotal("9.5")], RULES).lines[-1]
    assert (done.verdict.value, str(done.expected)) == ("agrees", "9.50")


@pytest.mark.parametrize("figures", [("43.2", "37.24"), ("100%", "86.2%")])
@pytest.mark.parametrize("place", ["预算执行率(10分)", ""])
def test_an_execution_rate_printed_with_the_money_and_again_as_a_row_counts_once(figures, place):
    again = line(*figures, "10", "8.62", **{**RATE, "level1": place})
    money = line("43.2", "37.24", "10", "8.62", **MONEY)
    table = [money, *whole("8.62", "50", "30", "10", total="98.62")[1:]]
    assert doubts(*table[:-1], again, table[-1]) == []
    assert doubts(money, again, *table[1:]) == []
    assert doubts(replace(money, score=""), again, *table[1:]) == []


def test_the_rates_of_two_parts_of_the_money_both_count():
    parts = [
        line("100%", "100%", "5", "5", **{**RATE, "indicator": name})
        for name in ("基本支出执行率", "项目支出执行率")
    ]
    assert doubts(*parts, *whole("10", "50", "30", "10", total="100")[1:]) == []
    as_amounts = [replace(part, target="10", actual="10") for part in parts]
    assert doubts(*as_amounts, *whole("10", "50", "30", "10", total="100")[1:]) == []


def test_a_total_is_capped_and_rounded_as_its_rulebook_says():
    capped = changed(**{"total.caps": "[[80, 89]]"})
    table = [line("100", "70", "10", "7", **MONEY), *whole("7", "50", "30", "10", total="89")[1:]]
    (total,) = [row for row in recheck(table, capped).lines if row.rule == "total"]
    assert (total.verdict, total.expected) == (Verdict.AGREES, Decimal(89))
    assert "recheck.total_differs" not in {odd.code for odd in recheck(table, capped).findings}
    assert "recheck.total_differs" in {odd.code for odd in recheck(table, RULES).findings}


@pytest.mark.parametrize(("printed", "verdict"), [("94", "agrees"), ("95", "agrees"), ("99", "higher")])
def test_a_total_rounded_once_may_differ_from_its_rounded_lines_by_their_rounding(printed, verdict):
    once = changed(**{"rounding.point": '"total"', "rounding.places": "0", "rounding.mode": '"cut"'})
    table = [line("100", "99", "10", "9", **MONEY), *whole("9", "47", "28", "9", total=printed)[1:]]
    done = recheck(table, once)
    assert done.lines[-1].verdict.value == verdict
    assert ("recheck.total_differs" in {odd.code for odd in done.findings}) == (verdict == "higher")


@pytest.mark.parametrize(("zero_budget", "total"), [("zero", "59"), ("no_data", "90")])
def test_a_budget_of_nothing_caps_a_total_where_its_rate_counts_as_nothing(zero_budget, total):
    rules = changed(**{"total.caps": "[[50, 59]]", "execution.zero_budget": f'"{zero_budget}"'})
    table = [line("0", "0", "10", "0", **MONEY), *whole("0", "50", "30", "10", total=total)[1:]]
    assert recheck(table, rules).lines[-1].verdict is Verdict.AGREES


def test_a_rate_that_does_not_apply_caps_no_total():
    rules = changed(**{"total.caps": "[[50, 59]]"})
    money = line("100", "10", "—", "不适用", **MONEY)
    table = [money, *whole("0", "50", "30", "10", total="90")[1:]]
    assert recheck(table, rules).lines[-1].verdict is Verdict.AGREES

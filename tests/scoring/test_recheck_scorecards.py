"""What scorecards of our own print beside a figure, scored again: shares, points put aside, totals."""

from __future__ import annotations

from decimal import Decimal

import pytest

from scoring.notation import read_share
from scoring.recheck import PublishedLine, Verdict, recheck
from scoring.recheck.figures import points_in_brackets
from scoring.rulebook import load

RULES = load()


def line(
    target: str, actual: str, weight: str, score: str, *, name: str = "完成数量", level1: str = "产出指标"
) -> PublishedLine:
    return PublishedLine("某县", "某项目", level1, "", name, target, actual, weight, score)


def total(name: str, weight: str, score: str) -> PublishedLine:
    return line("", "", weight, score, name=name, level1="")


@pytest.mark.parametrize(
    ("text", "words", "share"),
    [
        ("达成（得分比例 90%）", "达成", "90"),
        ("部分达成(得分比例65.5%)", "部分达成", "65.5"),
        ("达成", "达成", None),
        ("达成（已验收）", "达成（已验收）", None),
        ("（得分比例 90%）", "（得分比例 90%）", None),
    ],
)
def test_a_share_stands_in_brackets_behind_the_band(text: str, words: str, share: str | None) -> None:
    assert read_share(text) == (words, None if share is None else Decimal(share))


def test_words_with_a_share_are_scored_by_it() -> None:
    (right, wrong, without) = recheck(
        [
            line("有效提高", "达成（得分比例 90%）", "30", "27"),
            line("有效提高", "达成（得分比例 90%）", "30", "30"),
            line("有效提高", "达成", "30", "27"),
        ],
        RULES,
    ).lines
    assert (right.verdict, right.expected) == (Verdict.AGREES, Decimal("27.00"))
    assert (wrong.verdict, wrong.expected) == (Verdict.MISSED_BUT_FULL, Decimal("27.00"))
    assert without.verdict is Verdict.NOT_CHECKABLE


@pytest.mark.parametrize(
    ("text", "points"), [("（12.5）", "12.5"), ("(10)", "10"), ("12.5", None), ("（无）", None), ("", None)]
)
def test_points_in_brackets_do_not_count(text: str, points: str | None) -> None:
    assert points_in_brackets(text) == (None if points is None else Decimal(points))


RESCALED = (
    line("143", "143", "10", "10", name="年度资金总额", level1="预算执行率"),
    line("≥95%", "95%", "50", "50"),
    line("≥95%", "不适用", "（20）", "不适用"),
    line("≥95%", "57%", "20", "12", level1="效益指标"),
)


def test_a_total_below_the_points_that_count_is_that_sum_out_of_a_hundred() -> None:
    done = recheck([*RESCALED, total("合计（可计分）", "80", "72"), total("总分", "100", "90")], RULES)
    assert [line.verdict for line in done.lines[-2:]] == [Verdict.AGREES, Verdict.AGREES]
    assert not done.findings


def test_a_wrong_total_below_the_points_that_count_is_told() -> None:
    done = recheck([*RESCALED, total("合计（可计分）", "80", "72"), total("总分", "100", "92")], RULES)
    assert (done.lines[-1].verdict, done.lines[-1].expected) == (Verdict.HIGHER, Decimal("90.00"))
    assert "recheck.total_differs" in {odd.code for odd in done.findings}


def test_all_points_of_a_budget_not_used_up_are_right_where_a_finished_project_has_them() -> None:
    finished = [line("100", "70", "10", "10", name="年度资金总额", level1="预算执行率")]
    assert recheck(finished, load("core-2021")).lines[0].verdict is Verdict.AGREES
    assert recheck(finished, RULES).lines[0].verdict is Verdict.MISSED_BUT_FULL


def test_amounts_that_are_only_shown_have_nothing_to_be_scored() -> None:
    (shown,) = recheck([line("100", "70", "", "", name="预算数", level1="预算执行率")], RULES).lines
    assert (shown.verdict, shown.said.code) == (Verdict.NOT_CHECKABLE, "recheck.shown")

"""Bars: as wide as they say, the mark at the target, longer for more, and of signs that stand in line."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from evaltool.tui import bars
from scoring.compared import reach
from scoring.lines import score_line
from scoring.model import Actual, Indicator, Key, Outcome, Sense, Target
from scoring.rulebook import load

WIDTHS = st.integers(1, 400).map(bars.width_for)
REACHED = st.fractions(-1, 4) | st.fractions()
FIGURES = st.decimals("0.01", 500, places=2)


@given(REACHED, WIDTHS)
def test_a_bar_is_exactly_as_wide_as_it_says_and_its_mark_stands_at_the_target(reached: Fraction, width: int):
    bar = bars.target_bar(reached, width)
    assert len(bar) == cell_len(bar) == width
    assert bar.index(bars.MARK) == bars.mark_at(width)
    assert bar.count(bars.MARK) == 1


@given(REACHED, REACHED, WIDTHS)
def test_more_is_never_drawn_shorter(one: Fraction, other: Fraction, width: int):
    def length(reached: Fraction) -> int:
        bar = bars.target_bar(reached, width)
        return bar.count(bars.DONE) + 2 * bar.count(bars.MORE)

    less, more = sorted((one, other))
    assert length(less) <= length(more)


@given(REACHED, WIDTHS)
def test_what_is_missing_and_what_goes_beyond_is_always_to_be_seen(reached: Fraction, width: int):
    bar = bars.target_bar(reached, width)
    assert (bars.MISSING in bar) == (reached < 1)
    behind = bar[bars.mark_at(width) + 1 :]
    assert bool(behind.strip()) == (reached > 1)
    assert (bars.MORE in bar) == (reached > bars.BEYOND)


@given(st.fractions(-1, 2), st.integers(0, 80))
def test_an_amount_is_as_long_as_its_part_and_what_is_there_shows(part: Fraction, width: int):
    bar = bars.amount_bar(part, width, bars.ON)
    filled = bar.count(bars.ON)
    assert len(bar) == width
    assert (filled > 0) == (part > 0 and width > 0)
    assert abs(filled - min(max(part, 0), 1) * width) <= 1


def test_no_sign_of_a_bar_is_of_ambiguous_width():
    assert {unicodedata.east_asian_width(sign) for sign in bars.SIGNS} == {"Na"}


@given(FIGURES, FIGURES, FIGURES, WIDTHS)
def test_where_less_is_better_less_stands_further_right(
    target: Decimal, one: Decimal, other: Decimal, width: int
):
    def drawn(actual: Decimal) -> str:
        key = Key("P", "", "产出指标", "成本指标", "经费")
        declared = Indicator(key, Target(Sense.AT_MOST, target, unit="万元"))
        line, _ = score_line(declared, Outcome(Actual(actual, "万元")), Decimal(10), load())
        ratio = reach(line).ratio
        assert ratio is not None
        return bars.target_bar(ratio, width)

    less, more = sorted((one, other))
    assert drawn(less).count(bars.DONE) + drawn(less).count(bars.MORE) >= drawn(more).count(bars.DONE)
    assert (bars.MISSING in drawn(more)) == (more > target)


@pytest.mark.parametrize(
    ("reached", "drawn"),
    [
        ("0", "------------|      "),
        ("1/100", "=-----------|      "),
        ("1/2", "======------|      "),
        ("999/1000", "===========-|      "),
        ("1", "============|      "),
        ("1001/1000", "============|=     "),
        ("5/4", "============|===   "),
        ("3/2", "============|======"),
        ("8", "============|=====>"),
    ],
)
def test_bars_look_like_this(reached: str, drawn: str):
    assert bars.target_bar(Fraction(reached), 19) == drawn

"""Widths and heights of Chinese texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaltool.sheets.measure import height, lines, room, width


@pytest.mark.parametrize(("text", "halves"), [("", 0), ("95%", 3), ("绩效", 4), ("≥95%", 5), ("（含）", 6)])
def test_a_chinese_sign_is_two_halves_wide(text: str, halves: int) -> None:
    assert width(text) == halves


@pytest.mark.parametrize(
    ("text", "available", "count"),
    [
        ("", 10, 1),
        ("五个汉字啊", 10, 1),
        ("六个汉字啊啊", 10, 2),
        ("一\n二\n\n四", 10, 4),
        ("五个汉字啊。", 10, 2),  # the full stop takes its sign along to the next line
        ("共 138.6 万元", 10, 2),
        ("完成 evaluation", 10, 2),
        ("A" * 25, 10, 3),
        ("汉" + "A" * 25, 10, 4),
    ],
)
def test_lines_break_as_spreadsheets_break_them(text: str, available: int, count: int) -> None:
    assert lines(text, available) == count


@given(st.text(st.sampled_from("汉字，。（）a1% \n"), max_size=80), st.integers(4, 60))
def test_there_are_never_fewer_lines_than_the_width_needs(text: str, available: int) -> None:
    # A space at the end of a line takes no room.
    needed = sum(max(1, -(-width(part.replace(" ", "")) // available)) for part in text.split("\n"))
    assert lines(text, available) >= needed


def test_a_wider_column_never_needs_more_height() -> None:
    text = "受客观条件影响，部分工作推迟到下一年度开展（2023年），完成率 90%。" * 5
    heights = [height(text, units, 10) for units in range(5, 100)]
    assert heights == sorted(heights, reverse=True)


def test_a_larger_font_leaves_less_room() -> None:
    assert room(20, 16) < room(20, 10)

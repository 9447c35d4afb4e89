"""Texts in cells: nothing is counted with `len`, no character is halved, no figure is torn."""

from __future__ import annotations

import re
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaltool.tui import words
from evaltool.tui.cells import CUT, cells, cut, cut_at_word, cut_middle, fold, pad
from evaltool.tui.commands import key_name
from evaltool.tui.screens.dialog import typed_path
from scoring.model import Actual, Band, Sense, Target
from scoring.scores import Score

TEXTS = st.text(st.sampled_from("中国会议abc123%≥（）。，. /"), max_size=60)
ROOMS = st.integers(0, 70)


@given(TEXTS, ROOMS)
def test_a_cut_text_fits_and_says_that_it_was_cut(text: str, room: int):
    for short in (cut(text, room), cut_at_word(text, room), cut_middle(text, room)):
        assert cells(short) <= room
        assert short == text or CUT in short or room == 0


@given(TEXTS, ROOMS, st.booleans())
def test_a_padded_text_takes_exactly_its_room(text: str, room: int, right: bool):
    assert cells(pad(text, room, right=right)) == room


@given(TEXTS, st.integers(2, 70))
def test_folding_loses_no_character_and_keeps_to_the_width(text: str, room: int):
    lines = fold(text, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= room for line in lines)


@given(TEXTS, ROOMS)
def test_a_sentence_is_cut_between_two_words(text: str, room: int):
    kept = cut_at_word(text, room).removesuffix(CUT)
    assert "".join(text.split()).startswith("".join(kept.split()))
    rest = text[len(kept) :]
    torn = text.startswith(kept) and kept[-1:].isascii() and kept[-1:].isalnum() and rest[:1].isascii()
    words = [word for word in re.split(r"[^!-~]", text) if word]
    assert not (torn and rest[:1].isalnum()) or max(map(len, words)) * 2 >= room - 1


def test_the_ends_of_names_are_kept_because_offices_differ_there():
    assert cut_middle("中国人民政治协商会议巨鹿县委员会", 16) == "中国人…县委员会"


def test_a_figure_is_not_torn_and_a_closing_sign_does_not_begin_a_line():
    assert fold("金额为 143.00 万元", 12) == ["金额为", "143.00 万元"]
    assert fold("四个汉字。", 8) == ["四个汉", "字。"]


@pytest.mark.parametrize(
    ("key", "name"), [("ctrl+z", "Ctrl+Z"), ("f2", "F2"), ("escape", "Esc"), ("shift+tab", "Shift+Tab")]
)
def test_keys_are_called_as_people_call_them(key: str, name: str):
    assert key_name(key) == name


@pytest.mark.parametrize(
    ("value", "target", "text"),
    [
        (None, None, "空"),
        (Actual(Decimal("12.5"), text="12。5"), Target(Sense.AT_LEAST, Decimal(95), unit="%"), "12.5%"),
        (Actual(Decimal(8), "元", text="8元"), Target(Sense.AT_MOST, Decimal(9), unit="万元"), "8元"),
        (Actual(band=Band.PARTLY, text="部分达成"), Target(Sense.QUALITATIVE), "部分达成"),
        (Decimal("143.00"), None, "143.00"),
        ("第一行\n第二行", None, "第一行 第二行"),
    ],
)
def test_values_are_written_as_people_write_them(value: object, target: Target | None, text: str):
    assert words.value_text(value, target) == text


def test_a_score_in_a_column_has_only_signs_of_a_known_width():
    assert words.table_score(Score.settled(Decimal("9.38"))) == "9.38"
    assert words.table_score(Score.open(Decimal("24.00"), Decimal("29.97"))) == "24~29.97"
    assert words.table_score(None) == ""
    assert words.percent(Fraction(90, 95)) == "94.74%"


def test_a_path_may_be_dropped_with_its_quotes():
    assert str(typed_path(" '绩效/文本 1.txt' ")) == "绩效/文本 1.txt"
    assert str(typed_path("~nobody-known-here/x.txt")) == "~nobody-known-here/x.txt"


def test_the_package_loads_no_textual_before_it_is_run():
    code = (
        "import sys, evaltool.tui; print([name for name in sys.modules if name.split('.')[0] == 'textual'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

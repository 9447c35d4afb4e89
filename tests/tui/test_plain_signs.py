"""With plain signs on, nothing is drawn that a console may give another width than is reckoned with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from tui_bench import Start

from evaltool import settings
from evaltool.tui.cells import cells, cut, cut_middle, fold, pad, use_plain_signs
from evaltool.tui.plain_lines import PLAIN_LINES
from evaltool.tui.signs import SPELLINGS, spelled

TEXT = st.text(st.sampled_from([*SPELLINGS, "中", "。", "a", "5", "%", " ", "　"]), max_size=30)

SCREENS = ("f1", "f3", "f4", "f5", "f6", "f7", "f8", "f10", "ctrl+d", "ctrl+f", "ctrl+l", "ctrl+o", "ctrl+p")
"""The keys that open another screen."""


@pytest.fixture(autouse=True)
def _signs_afterwards() -> Iterator[None]:
    yield
    use_plain_signs(on=False)


@pytest.mark.parametrize("sign", SPELLINGS)
def test_a_spelling_is_ascii_and_never_narrower_than_its_sign(sign: str):
    assert SPELLINGS[sign].isascii()
    assert cell_len(SPELLINGS[sign]) >= cell_len(sign)
    assert east_asian_width(sign) in "AN"  # wide ones stand in line already


def test_signs_mean_the_same_when_they_are_spelled():
    assert spelled("≥95% ≤5 ±1 2×3 “好”…→ ─·—") == '>=95% <=5 +-1 2x3 "好"..-> -.-'
    assert spelled("①完成；⑳") == "(1)完成；(20)"
    assert spelled("九十五％，（）") == "九十五％，（）"


@given(TEXT, st.integers(0, 40))
def test_what_is_cut_filled_up_and_folded_has_the_width_that_is_reckoned_with(text: str, room: int):
    use_plain_signs(on=True)
    assert cell_len(cut(text, room)) <= room
    assert cell_len(cut_middle(text, room)) <= room
    assert cell_len(pad(text, room)) == room
    assert cells(text) == cell_len(spelled(text)) == cells(spelled(text))
    if cells(text) <= room:
        assert cut(text, room) == cut_middle(text, room) == spelled(text)
    if room >= 4:
        assert all(cell_len(line) <= room for line in fold(text, room))
    drawn = "".join([cut(text, room), cut_middle(text, room), pad(text, room), *fold(text, max(room, 4))])
    assert not set(drawn) & set(SPELLINGS)


@given(st.lists(TEXT, max_size=5))
def test_a_line_that_is_spelled_last_keeps_its_width(texts: list[str]):
    line = [Segment(text) for text in texts]
    drawn = PLAIN_LINES.apply(line, Color(0, 0, 0))
    assert sum(one.cell_length for one in drawn) == sum(one.cell_length for one in line)
    assert not set("".join(one.text for one in drawn)) & set(SPELLINGS)


def test_blanks_give_way_to_what_grew():
    (drawn,) = PLAIN_LINES.apply([Segment("≥95%   ≤5%  |")], Color(0, 0, 0))
    assert drawn.text == ">=95%  <=5% |"
    whole = [Segment("≥95%"), Segment(" |")]
    assert "".join(one.text for one in PLAIN_LINES.apply(whole, Color(0, 0, 0))) == ">=95% "


@pytest.fixture
def _plain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    file = tmp_path / "plain.toml"
    file.write_text("plain_signs = true\n", "utf-8")
    monkeypatch.setenv("EVALTOOL_CONFIG", str(file))
    settings.load()
    yield
    monkeypatch.undo()
    settings.load()


@pytest.mark.usefixtures("_plain")
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 48)], ids=str)
async def test_no_screen_draws_a_sign_of_doubtful_width(known: Path, start: Start, size: tuple[int, int]):
    async with start(known, size) as bench:
        await bench.press("enter", "down", "down")
        await bench.type("≥3…")
        assert _doubtful(bench.screen) == set()
        await bench.press("escape")
        for key in SCREENS:
            await bench.press(key)
            assert _doubtful(bench.screen) == set(), key
            assert {cell_len(line) for line in bench.lines} == {size[0]}, key
            await bench.press("escape")


def _doubtful(screen: str) -> set[str]:
    return {sign for sign in screen if east_asian_width(sign) == "A"}

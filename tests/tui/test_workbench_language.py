"""Every word on every screen goes through the catalogue, Textual's own included, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest
from every_screen import EVERYWHERE
from one_tongue import CHINESE, ENGLISH, Office
from textual import events
from tui_bench import Bench, Start

from evaltool import language
from evaltool import operations as ops
from evaltool.tui.cells import CUT, cells, one_line
from evaltool.tui.widgets.key_line import KeyLine
from evaltool.tui.widgets.message_line import MessageLine

HAN = re.compile(r"[㐀-鿿]+")
LATIN = re.compile(r"[A-Za-z]{2,}")

KEYS = "Ctrl Shift Esc Enter Tab Down Up PageDown PageUp Backspace Left Right Home End Space"
UNITS = ("万元", "亿元", "元", "万")
"""Units of money are typed and printed in Chinese in every language; the last one is a 万元 cut short."""

NAMES = "evaltool Excel Word PDF WPS LibreOffice SHA OSC TOML UTF ASCII ansi xlsx docx html pdf csv json"
NOT_WORDS = re.compile(
    r"evaltool( [a-z]+)*"  # a command of the other front
    r"|--[a-z]+"  # and an option of it
    r"|\b[0-9a-f]{8}\b"  # the sign of a sitting in the journal
    rf"|[0-9a-f]{{12}}|\b[0-9a-f]{{1,11}}{CUT}"  # what a rulebook is found by
    r"|\S*[/.]\S*"  # a file
)
"""What a Chinese sentence names as it is."""


@pytest.fixture
def office(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Office:
    """An office whose texts are in the language that its workbench speaks."""
    monkeypatch.chdir(tmp_path)
    texts = {"zh": CHINESE, "en": ENGLISH}[request.param]
    office = Office(texts)
    office.settle_in()
    monkeypatch.setattr(ops, "read", office.reading)
    language.use(request.param)
    return office


def _cited() -> str:
    """What rulebooks bring themselves, in the words of those who made them."""
    books = ops.rulebooks()
    said = (f"{one.cite}{one.note}{one.text}" for book in books for one in book.clauses())
    return " ".join([*(f"{book.id} {book.title} {book.hash}" for book in books), *said])


def _foreign(bench: Bench, tongue: str) -> list[str]:
    """The words on the screen that are of another language than the one in use."""
    cited = _cited()
    if tongue == "en":
        found = HAN.findall(bench.screen.replace("指标", ""))
        return [word for word in found if word not in UNITS and word not in cited.replace("指标", "")]
    known = {*KEYS.split(), *NAMES.split(), *LATIN.findall(cited)}
    return [word for word in LATIN.findall(NOT_WORDS.sub(" ", bench.screen)) if word not in known]


def _torn(bench: Bench) -> list[str]:
    """What the last lines say where it is too wide, or cut inside a word."""
    room = bench.app.size.width - 2
    lines = [
        str(line.content) for line in bench.app.screen.query(f"{KeyLine.__name__}, {MessageLine.__name__}")
    ]
    whole = "\n".join(
        [
            *(one._text for one in bench.app.screen.query(KeyLine)),
            *(one_line(said) for one in bench.app.screen.query(MessageLine) for said in one.said),
        ]
    )
    cut = (line.removesuffix(CUT) for line in lines if line.endswith(CUT))
    inside = [line for line in cut if re.search(rf"{re.escape(line)}(?<=[A-Za-z0-9])[A-Za-z0-9]", whole)]
    return [*inside, *(line for line in lines if cells(line) > room)]


async def _go(bench: Bench, keys: Iterable[str]) -> None:
    """To a project of the second year, the cursor on its main figure, and on from there."""
    await bench.press("ctrl+n", "enter", "down", "down", *keys)


in_both = pytest.mark.parametrize(
    ("office", "tongue"), [(one, one) for one in language.LANGUAGES], indirect=["office"]
)


@in_both
@pytest.mark.parametrize("name", EVERYWHERE)
async def test_no_word_of_another_language_is_left_and_lines_are_cut_between_words(
    office: Office, start: Start, name: str, tongue: str
):
    async with start(office.desk, (120, 40)) as bench:
        await _go(bench, EVERYWHERE[name])
        assert _foreign(bench, tongue) == []
        await bench.resize(60, 20)
        assert _foreign(bench, tongue) == []
        assert _torn(bench) == []


@in_both
async def test_a_pasted_column_is_said_in_the_language_in_use(office: Office, start: Start, tongue: str):
    async with start(office.desk) as bench:
        await _go(bench, ())
        bench.app.post_message(events.Paste("3\n?\n"))
        await bench.settle()
        assert _foreign(bench, tongue) == []
        await bench.press("enter")
        assert _foreign(bench, tongue) == []


@in_both
async def test_an_empty_workspace_speaks_the_language_in_use(office: Office, start: Start, tongue: str):
    async with start(partial(office.desk, "0.db")) as bench:
        for keys in ((), ("f3",), ("f5",), ("f6",), ("f10",), ("escape", "f1"), ("escape", "ctrl+d")):
            await bench.press(*keys)
            assert _foreign(bench, tongue) == []

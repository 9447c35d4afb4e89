"""Every word on every screen goes through the catalogue, Textual's own included."""

from __future__ import annotations

import re
from decimal import Decimal
from gettext import NullTranslations
from pathlib import Path

import pytest
from tui_bench import Bench, Start, open_desk

from evaltool import language
from evaltool import operations as ops
from scoring.model import Department, Indicator, Key, Project, Reading, Sense, Target

HAN = re.compile(r"[㐀-鿿]+")


class Everything(NullTranslations):
    """A catalogue that knows a foreign word for every Chinese one."""

    def gettext(self, message: str) -> str:
        return HAN.sub("word", message)


@pytest.fixture(autouse=True)
def _foreign(_chinese: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_catalogue", Everything())


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A workspace without a Chinese word in its data or its name."""
    db = tmp_path / "office.db"
    four = Target(Sense.AT_LEAST, Decimal(4), unit="x", text="4x")
    figure = Indicator(Key("P1", "", "output", "number", "meetings"), four)
    band = Indicator(Key("P1", "", "effect", "social", "esteem"), Target(Sense.QUALITATIVE, text="better"))
    project = Project("P1", "Running costs", indicators=(figure, band))
    with open_desk(db) as desk:
        desk.adopt(Reading(Department("D1", "Office", 2022, projects=(project,)))).result()
    return db


def _chinese_left(bench: Bench) -> list[str]:
    return HAN.findall(bench.screen)


async def test_no_chinese_is_left_on_the_working_screen(plain: Path, start: Start):
    async with start(plain, (160, 40)) as bench:
        assert _chinese_left(bench) == []
        await bench.press("enter")
        for _row in bench.app.work.rows:
            assert _chinese_left(bench) == []
            await bench.type("9")
            assert _chinese_left(bench) == []
            await bench.press("enter", "ctrl+z", "tab")
            assert _chinese_left(bench) == []
            await bench.press("down")
        await bench.press("f9")
        assert _chinese_left(bench) == []
        await bench.press("escape", "up")
        assert _chinese_left(bench) == []


@pytest.mark.parametrize("key", ["f1", "f3", "f4", "f5", "f7", "f8", "ctrl+f", "ctrl+o", "ctrl+p"])
async def test_no_chinese_but_citations_is_left_on_a_dialog(
    plain: Path, start: Start, key: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(plain.parent)
    async with start(plain, (160, 60)) as bench:
        await bench.press("enter", "down", "down", key)
        book = bench.app.work.book
        assert book is not None
        rulebook = book.dossier.rulebook
        said = (
            f"{clause.cite}{clause.note}{clause.text}" for clause in rulebook.clauses()
        )  # what it brings itself
        cited = "".join([*(one.title for one in ops.rulebooks()), *said])
        assert [word for word in _chinese_left(bench) if word not in cited] == []


async def test_no_chinese_is_left_on_an_empty_workspace(tmp_path: Path, start: Start):
    async with start(tmp_path / "empty.db") as bench:
        assert _chinese_left(bench) == []

"""Whatever stands in a document or is typed by a person is shown on every screen, and does nothing."""

from __future__ import annotations

import asyncio
import tempfile
import unicodedata
from decimal import Decimal
from pathlib import Path
from typing import Any

from every_screen import SCREENS, torn
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from tui_bench import NOW, Bench, open_desk

from evaltool.tui.app import Workbench
from scoring.model import (
    Actual,
    Department,
    Indicator,
    Key,
    Objective,
    Project,
    Reading,
    Sense,
    Subject,
    Target,
)
from scoring.record import Entry

PARTS = (
    "[",
    "]",
    "[/]",
    "[/b",
    "[red]",
    "[@click=app.quit]",
    "[link=file:///]",
    "\\[",
    "{name}",
    "{0}",
    "%s",
)
PARTS += ("\x1b[2J", "\x1b]52;c;eA==\x07", "\x07", "\x00", "\u202e", "\u200b", "\t", "\n", "\r", "\u2028")
PARTS += ("指标", "①", "👍🏽", "e\u0301", "\ufe0f", "=1+1", "‘’“”", "𠮷", " ")

texts = st.lists(st.sampled_from(PARTS), min_size=1, max_size=6).map(lambda parts: "名" + "".join(parts))


# Not made smaller where it fails: each example opens every screen.
@settings(max_examples=3, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(name=texts, other=texts, reason=texts, unit=texts)
def test_no_text_of_people_or_files_acts_on_any_screen(name: str, other: str, reason: str, unit: str):
    key = Key("P1", "", "产出指标", "数量指标", name)
    indicator = Indicator(key, Target(Sense.AT_LEAST, Decimal(3), unit=unit, text=other), other, other)
    own = Indicator(Key("", other, "", "", name), Target(Sense.AT_LEAST, Decimal(3), text="3"))
    project = Project("P1", other, indicators=(indicator,), purpose=other)
    department = Department(
        "D1", name, 2022, other, objectives=(Objective(other, other, (own,)),), projects=(project,)
    )
    said = [
        Entry(Subject("P1", key, "actual"), Actual(Decimal(1), text=other)),
        *(Entry(Subject("P1", key, field), reason) for field in ("reason", "action", "evidence")),
        Entry(Subject("P1", field="achieved"), reason),
        Entry(Subject(field="people.preparer"), reason),
    ]
    with tempfile.TemporaryDirectory() as folder:
        db = Path(folder) / "office.db"
        with open_desk(db) as desk:
            desk.adopt(Reading(department)).result()
            desk.record("D1", 2022, said, "record")
        asyncio.run(_look_everywhere(db))


async def _look_everywhere(db: Path) -> None:
    app = Workbench(lambda: open_desk(db), clock=lambda: NOW)
    async with app.run_test(size=(100, 30)) as pilot:
        bench = Bench(app, pilot)
        await bench.settle()
        _check(bench)
        await bench.press("enter", "down", "down")
        _check(bench)
        for keys in SCREENS.values():
            await bench.press(*keys)
            _check(bench)
            while app.screen is not app.work:
                await bench.press("escape")
        await bench.press("f9")
        _check(bench)
        assert app.work.session is not None
        app.work.session.desk.close()


def _check(bench: Bench) -> None:
    screen: Any = bench.app.screen
    assert torn(screen) == []
    signs = {sign for line in bench.lines for sign in line}
    turning = ("RLO", "LRO", "RLE", "LRE", "RLI", "LRI")
    assert [sign for sign in signs if unicodedata.category(sign) in ("Cc", "Zl", "Zp")] == []
    assert [sign for sign in signs if unicodedata.bidirectional(sign) in turning] == []

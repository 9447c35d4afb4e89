"""The main screens as text, small enough to read. `EVALTOOL_GOLDEN=1` writes them anew, to be looked at."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tui_bench import WHO, Start, open_desk

from evaltool import language
from evaltool import operations as ops

GOLDEN = Path(__file__).parent / "golden"

SCREENS = [
    ("empty", (80, 24), "zh", ()),
    ("home", (80, 24), "zh", ("f10",)),
    ("entry", (80, 24), "zh", ("enter", *["down"] * 4, "8", "0")),
    ("entry", (160, 40), "zh", ("enter", *["down"] * 4, "8", "0")),
    ("entry", (80, 24), "en", ("enter", *["down"] * 4, "8", "0")),
    ("money", (80, 24), "zh", ("enter", "f9", *["down"] * 12)),
    ("compare", (80, 24), "zh", ("f3",)),
    ("why", (80, 24), "zh", ("enter", *["down"] * 4, "f4")),
    ("findings", (80, 24), "zh", ("f5",)),
    ("hand-in", (80, 24), "zh", ("f6",)),
    ("declare", (80, 24), "zh", ("ctrl+d", "enter")),
    ("journal", (80, 24), "zh", ("ctrl+l",)),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the workspace lies: named in the pictures, so without a path of this machine."""
    monkeypatch.chdir(tmp_path)
    return Path("evaltool.db")


@pytest.mark.parametrize(("name", "size", "tongue", "keys"), SCREENS)
async def test_a_screen_is_as_it_was_looked_at(
    start: Start, folder: Path, name: str, size: tuple[int, int], tongue: str, keys: tuple[str, ...]
):
    if name != "empty":
        with open_desk(folder) as desk:
            ops.take_in_examples(desk, WHO)
    language.use(tongue)
    async with start(folder, size) as bench:
        await bench.press(*keys)
        shown = "\n".join(line.rstrip() for line in bench.lines) + "\n"
    golden = GOLDEN / f"{name}-{tongue}-{size[0]}x{size[1]}.txt"
    if os.environ.get("EVALTOOL_GOLDEN"):
        golden.write_text(shown, "utf-8")
    assert shown == golden.read_text("utf-8")

"""The workbench in a terminal of our own: from the start to the first picture, and from key to picture.

What a person sees is measured: the bytes of a picture have arrived and been drawn on a screen.
"""

from __future__ import annotations

import random
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kept_office import LONG_PROJECT
from speed_table import SpeedTable, percentile

pytest.importorskip("termios", reason="a terminal of our own needs POSIX")
from pseudo_terminal import Terminal

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SIZES = [(80, 24), (160, 48)]
STARTS = 9
PAIRS, CYCLES = 5, 10
"""Of a workbench and a bare input, for no two processes are equally quick; and of eight keys for each."""

Lines = list[str]


def workbench(office: Path, size: tuple[int, int]) -> Terminal:
    return Terminal([sys.executable, "-m", "evaltool", "--db", office], *size, ROOT)


def is_drawn(lines: Lines) -> bool:
    """The first frame: all panes, and the message that the workspace is being opened."""
    return any("正在打开工作区" in line for line in lines) and "F1" in lines[-1]


def is_filled(lines: Lines) -> bool:
    """The tree with its departments to the last line, and the first project's table."""
    listed = [line for line in lines if line.startswith("+ 2022 第")]
    return len(listed) >= len(lines) // 3 and any("│ 产出" in line for line in lines)


@pytest.mark.usefixtures("measuring")
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}×{size[1]}")
def test_first_frame_tree_and_table_with_500_departments(
    speed: SpeedTable, office: Path, size: tuple[int, int]
) -> None:
    drawn, filled, held = [], [], []
    for _ in range(STARTS):
        with workbench(office, size) as terminal:
            drawn.append(terminal.wait_for(is_drawn) - terminal.started)
            filled.append(terminal.wait_for(is_filled) - terminal.started)
            if sys.platform == "linux":
                held.append(terminal.resident_bytes() / 1e6)
    name = f"{size[0]}×{size[1]}"
    # The first start writes the bytecode.
    speed.put(f"frame {name}", statistics.median(drawn[1:]))
    speed.put(f"filled {name}", statistics.median(filled[1:]))
    if held:
        speed.put("memory", statistics.median(held))


def figures() -> Iterator[tuple[str, str]]:
    """Keys, one after the other, and the text that stands there after each: 1 12 123 … and back."""
    yield "1", "1"
    for _ in range(CYCLES):
        for length in (2, 3, 4, 5):
            yield "12345"[length - 1], "12345"[:length]
        for length in (4, 3, 2, 1):
            yield "\x7f", "12345"[:length]


def is_typed(text: str) -> Callable[[Lines], bool]:
    """In the bare program: the text stands in the input."""
    return lambda lines: any(line.strip(" ▊▎") == text for line in lines)


def is_understood(text: str) -> Callable[[Lines], bool]:
    """In the workbench: the text stands in the edit bar, and under it what was understood."""

    def seen(lines: Lines) -> bool:
        at = next((number for number, line in enumerate(lines) if line.strip() == f"> {text}"), None)
        return at is not None and lines[at + 1].strip().startswith(f"{text}%") and "得分" in lines[at + 1]

    return seen


def typing(office: Path, size: tuple[int, int], pauses: random.Random) -> tuple[list[float], list[float]]:
    """Seconds from key to picture, of a workbench and of a bare input that run side by side."""
    with (
        workbench(office, size) as ours,
        Terminal([sys.executable, HERE / "bare_input.py"], *size, ROOT) as bare,
    ):
        ours.wait_for(is_filled)
        go_to_the_long_project(ours)
        bare.wait_for(lambda lines: any("▊" in line for line in lines))
        took: tuple[list[float], list[float]] = ([], [])
        for key, text in figures():
            # In turns, each at a moment of its own, as a typist's keys come.
            for times, terminal, seen in zip(took, (ours, bare), (is_understood, is_typed), strict=True):
                time.sleep(pauses.uniform(0.02, 0.05))
                pressed = terminal.type(key)
                times.append(terminal.wait_for(seen(text)) - pressed)
    return took


@pytest.mark.usefixtures("measuring")
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}×{size[1]}")
def test_from_key_to_repainted_edit_bar_beside_a_bare_input(
    speed: SpeedTable, office: Path, size: tuple[int, int]
) -> None:
    pauses = random.Random(1)  # noqa: S311 - a typist, not a secret
    pairs = [typing(office, size, pauses) for _ in range(PAIRS)]
    ratio = statistics.median(statistics.median(ours) / statistics.median(bare) for ours, bare in pairs)
    ours, bare = ([seconds * 1000 for pair in pairs for seconds in pair[kind]] for kind in (0, 1))
    speed.put(
        f"key {size[0]}×{size[1]}",
        ratio,
        f"{statistics.median(ours):.1f} beside {statistics.median(bare):.1f} ms; "
        f"of a hundred the slowest {percentile(ours, 99):.0f} beside {percentile(bare, 99):.0f} ms",
    )


def go_to_the_long_project(terminal: Terminal) -> None:
    """To the first indicator in percent of the project with 60 of them."""
    steps = {
        f"│ {LONG_PROJECT[:2]}": "\x1b[B",
        "Enter 保存": "\r",
        "【全年执行数】": "\x1b[B",
        "指标值 ≥4次": "\x1b[B",
        "指标值 ≥95%": "\x1b[B",
    }
    for seen, key in steps.items():
        terminal.type(key)
        terminal.wait_for(lambda lines, seen=seen: any(seen in line for line in lines))

"""A monkey before the workbench: a number says what it does, so that it can do the same again."""

from __future__ import annotations

import asyncio
import os
import random
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unicodedata import category

from every_screen import SCREENS, lost, torn
from hostile_office import LONG, ODD
from textual import events
from textual.keys import _character_to_key
from tui_bench import BEIDAIHE, JULU, NOW, Bench, open_desk

from evaltool.tui.app import Workbench
from evaltool.tui.commands import STANDARD
from evaltool.workspace import Workspace

STEPS = int(os.environ.get("EVALTOOL_FUZZ", "40"))
"""How many steps a monkey goes: a few in the suite, as many as EVALTOOL_FUZZ says in a long run."""

PATIENCE = 120
"""Seconds after which a step has got stuck."""

_KEYS = """
up down left right tab shift+tab enter escape space delete backspace home end pageup pagedown insert f11
ctrl+home ctrl+end ctrl+left ctrl+right shift+end ctrl+a ctrl+c ctrl+k ctrl+u ctrl+v ctrl+w ctrl+x
"""
_WORDS = """
1 0 95 100 138.6万元 12。5 -3 1e400 ９５％ ≥90% 95%；冀财〔2022〕1号 2022年3月 优 x ? [ ] 50；领导批示
完成 是 否 不适用：没有开展 受疫情影响 测试项目 新指标
"""
_COLUMNS = ("1\n2\n3", "95%\r\n90%\r\n\r\n是", "a\tb\tc\n1\t2\t3", "=1+1\n'x", "1\n" * 200, f"{JULU}\n")
_JUNK = ("", "\n", "\u2028\u2029", "\ud800", "\x00\x1b]52;c;eA==\x07\n\x9b", ODD, LONG, "很" * 5000)
MOVES = tuple(_KEYS.split())
COMMANDS = tuple(sorted({key for command in STANDARD for key in command.keys} - {"ctrl+q"}))
TYPED = (*_WORDS.split(), "部分达成 80", str(JULU), str(BEIDAIHE), "a" * 300, "很" * 200)
PASTED = (*_COLUMNS, *_JUNK)


@dataclass(frozen=True)
class Step:
    """One thing that the monkey does."""

    kind: str
    what: Any


def steps(seed: int, count: int = STEPS) -> Iterator[Step]:
    """What a monkey does, by its number."""
    chance = random.Random(seed)  # noqa: S311 - nothing secret
    for _ in range(count):
        yield Step(*_any(chance))


def _any(chance: random.Random) -> tuple[str, Any]:
    kind = chance.choices(
        ("move", "command", "open", "type", "paste", "click", "resize", "burst"), (30, 15, 12, 18, 5, 8, 4, 8)
    )[0]
    if kind == "open":
        return "press", ("escape", "escape", *chance.choice((*sorted(SCREENS.values()), ("enter", "down"))))
    if kind == "burst":
        return kind, tuple(_key(chance) for _ in range(chance.randint(2, 9)))
    if kind == "click":
        return kind, (chance.random(), chance.random(), chance.choice((1, 1, 1, 2)))
    if kind == "resize":
        return kind, (chance.randint(60, 200), chance.randint(20, 60))
    if kind in ("type", "paste"):
        return kind, chance.choice(TYPED if kind == "type" else PASTED)
    return "press", (chance.choice(MOVES if kind == "move" else COMMANDS),)


def _key(chance: random.Random) -> str:
    keys: tuple[str, ...] = (chance.choice(MOVES), chance.choice(COMMANDS), *"123很[ ")
    return chance.choice(keys)


class Monkey:
    """Works at one workspace, and looks at everything after each step."""

    def __init__(self, db: Path) -> None:
        self._db = db
        self.done: list[Step] = []

    async def work(self, steps: Iterable[Step]) -> None:
        """Do the steps; where the workbench is left on the way, open it again. At the end leave it."""
        ahead = deque(steps)
        while ahead:
            await self._sit_down(ahead)
        with Workspace.open(self._db, who="", session="", clock=lambda: NOW) as workspace:
            assert workspace.verify() is None

    async def _sit_down(self, ahead: deque[Step]) -> None:
        app = Workbench(lambda: open_desk(self._db), clock=lambda: NOW)
        async with app.run_test(size=(80, 24)) as pilot:
            bench = Bench(app, pilot)
            await bench.settle()
            while ahead and app.is_running:
                self.done.append(ahead.popleft())
                async with asyncio.timeout(PATIENCE):
                    await _do(bench, self.done[-1])
                if app.is_running:
                    self._look(bench)
            async with asyncio.timeout(PATIENCE):
                await _leave(bench)
        if app.work.session is not None:
            app.work.session.desk.close()

    def _look(self, bench: Bench) -> None:
        """What stands on the screen is whole and harmless, and what the books show is what is recorded."""
        screen: Any = bench.app.screen
        assert bench.app._exception is None
        assert torn(screen) == []
        assert lost(screen) == []
        assert [sign for sign in {*bench.screen} - {"\n"} if category(sign) in ("Cc", "Cs", "Zl", "Zp")] == []
        session = bench.app.work.session
        assert session is not None
        if screen is not bench.app.work:
            return
        for one in session.desk.departments():
            book = session.fresh_book((one.code, one.year))
            if book is not None and not book.unsaved:
                assert book.recorded.outcomes == session.desk.dossier(*book.id).outcomes


async def _do(bench: Bench, step: Step) -> None:
    app, what = bench.app, step.what
    if step.kind == "press":
        await bench.press(*what)
    elif step.kind == "burst":
        for key in what:
            app.post_message(events.Key(*_sent(key)))
        await bench.settle()
    elif step.kind == "type":
        await bench.type(what)
    elif step.kind == "paste":
        app.post_message(events.Paste(what))
        await bench.settle()
    elif step.kind == "click":
        width, height = app.screen.size
        x, y, times = what
        await bench.pilot.click(offset=(int(x * width), int(y * height)), times=times)
        await bench.settle()
    else:
        await bench.resize(*what)
        await bench.settle()


def _sent(key: str) -> tuple[str, str | None]:
    """A key as the terminal's driver sends it: its name, and the character it types."""
    if len(key) > 1:
        return key, {"enter": "\r", "tab": "\t", "space": " ", "escape": "\x1b"}.get(key)
    return _character_to_key(key), key


async def _leave(bench: Bench) -> None:
    """Ctrl+Q, and again where it says what is given up; a text that cannot be kept is given up before."""
    for _ in range(2):
        if bench.app.is_running:
            await bench.press("ctrl+q")
    if bench.app.is_running:
        await bench.press("escape", "ctrl+q", "ctrl+q")
    assert not bench.app.is_running, bench.screen

"""A program in a terminal of our own: what it writes is drawn on a screen, with the moment it came.

POSIX only. Knows as much of a terminal as Textual uses: moving, writing, clearing, and two questions.
"""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

from rich.cells import cell_len
from surroundings import settings

PATIENCE = 60.0
"""Seconds after which a picture that was waited for will not come any more."""

ANSWERS = {"\x1b[?2026$p": b"\x1b[?2026;2$y", "\x1b[?2048$p": b"\x1b[?2048;0$y"}
"""What a terminal says that draws whole frames at once and does not report its size by itself."""

TOKEN = re.compile(
    r"\x1b\[(?P<args>[0-?]*)[ -/]*(?P<final>[@-~])"  # an order, such as to move the cursor
    r"|\x1b[\]P_^X].*?(?:\x07|\x1b\\)"  # a text for the terminal itself, such as a window's title
    r"|\x1b[ -/]*[0-Z\\^-~]"
    r"|[\x00-\x1f]"
    r"|(?P<text>[^\x00-\x1f]+)",
    re.DOTALL,
)
OPEN_END = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[\]P_^X][^\x07]*|[ -/]*)?$", re.DOTALL)
"""An order whose end has not arrived yet."""


class Screen:
    """Cells, as a terminal shows them. A wide character stands in its first cell, the second is empty."""

    def __init__(self, columns: int, rows: int) -> None:
        self._cells = [[" "] * columns for _ in range(rows)]
        self._row = self._column = 0
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._rest = ""

    @property
    def lines(self) -> list[str]:
        """What is read on the screen, line by line."""
        return ["".join(row) for row in self._cells]

    def feed(self, written: bytes) -> list[bytes]:
        """Draw what a program wrote; what a terminal would answer to it."""
        text = self._rest + self._decoder.decode(written)
        end = OPEN_END.search(text)
        text, self._rest = (text[: end.start()], text[end.start() :]) if end else (text, "")
        answers = []
        for token in TOKEN.finditer(text):
            if token["text"]:
                self._write(token["text"])
            elif token["final"]:
                self._order(token["final"], token["args"])
                answers += [ANSWERS[token[0]]] if token[0] in ANSWERS else []
            elif token[0] == "\n":
                self._row += 1
            elif token[0] == "\r":
                self._column = 0
        return answers

    def _write(self, text: str) -> None:
        row = self._cells[min(self._row, len(self._cells) - 1)]
        for character in text:
            width = cell_len(character)
            row[self._column : self._column + width] = [character, ""][:width]
            self._column += width

    def _order(self, final: str, args: str) -> None:
        if final == "H":
            row, column = (int(number) for number in (args or "1;1").split(";"))
            self._row, self._column = row - 1, column - 1
        elif final == "J":
            self._cells = [[" "] * len(row) for row in self._cells]


class Terminal:
    """A program running in a terminal. Moments are those of `time.perf_counter`."""

    def __init__(self, command: Sequence[str | Path], columns: int, rows: int, folder: Path) -> None:
        self.screen = Screen(columns, rows)
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env=settings() | {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
            start_new_session=True,
        )
        os.close(theirs)

    def type(self, keys: str) -> float:
        """Send keys; the moment before."""
        moment = time.perf_counter()
        os.write(self._ours, keys.encode())
        return moment

    def wait_for(self, seen: Callable[[list[str]], bool]) -> float:
        """Look until the screen's lines are as wanted; the moment when the last of it arrived."""
        moment = time.perf_counter()
        while not seen(self.screen.lines):
            if not select.select([self._ours], [], [], PATIENCE)[0]:
                raise TimeoutError("\n".join(self.screen.lines))
            try:
                written = os.read(self._ours, 1 << 16)
            except OSError:
                raise EOFError("\n".join(self.screen.lines)) from None
            moment = time.perf_counter()
            for answer in self.screen.feed(written):
                os.write(self._ours, answer)
        return moment

    def resident_bytes(self) -> int:
        """Memory that the program holds now. Linux only."""
        pages = Path(f"/proc/{self._process.pid}/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

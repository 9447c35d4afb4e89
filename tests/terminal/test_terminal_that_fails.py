"""A terminal that sends what it should not is lived through; one that is gone ends the workbench.

A pseudo-terminal of the test's own stands here for the terminal, so that the test can be rude with it.
"""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest

from evaltool import operations as ops

pytest.importorskip("termios")
import pty

ROOT = Path(ops.__file__).parents[2]
NOW = datetime(2023, 1, 15, 9, 30, tzinfo=UTC)
PATIENCE = 60.0
JULU = ops.examples()[0]


class Line:
    """The workbench at the other end of a line; `deaf`: a hangup is not said to it."""

    def __init__(self, folder: Path, *, encoding: str = "utf-8", deaf: bool = False) -> None:
        self._encoding = encoding
        self._end, other = pty.openpty()
        os.set_blocking(self._end, False)
        around = os.environ | {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24", "LANG": "C.UTF-8"}
        around |= {
            "PYTHONIOENCODING": encoding,
            "PYTHONPATH": str(ROOT),
            "EVALTOOL_CONFIG": str(folder / "none"),
        }
        heeded = signal.signal(signal.SIGHUP, signal.SIG_IGN) if deaf else None
        self.process = subprocess.Popen(
            [sys.executable, "-m", "evaltool", "--db", str(folder / "工作区.db")],
            stdin=other,
            stdout=other,
            stderr=other,
            env=around,
            start_new_session=True,
        )
        if deaf:
            signal.signal(signal.SIGHUP, heeded)
        os.close(other)
        self._seen = ""

    def wait_for(self, text: str) -> None:
        """Read until something was drawn since it was asked last."""
        while text not in self._seen:
            assert select.select([self._end], [], [], PATIENCE)[0], self._seen
            self._seen += os.read(self._end, 1 << 16).decode(self._encoding, "replace")
        self._seen = ""

    def send(self, sent: bytes) -> None:
        """Type."""
        os.write(self._end, sent)

    def hang_up(self) -> None:
        """Take the terminal away."""
        os.close(self._end)
        self._end = -1

    def end(self) -> None:
        """Leave nothing behind."""
        self.process.kill()
        self.process.wait()
        if self._end >= 0:
            self.hang_up()


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Callable[..., Line]]:
    """Open the workbench on a workspace with one document, at the end of a line."""
    with ops.Desk.open(tmp_path / "工作区.db", who="张三", clock=lambda: NOW) as desk:
        desk.adopt(ops.read(JULU.document)).result()
    with ExitStack() as lines:

        def opened(**how: str | bool) -> Line:
            begun = Line(tmp_path, **how)  # type: ignore[arg-type]
            lines.callback(begun.end)
            begun.wait_for("预算 143.00")
            return begun

        yield opened


@pytest.mark.parametrize(
    "rude",
    [b"\xb0\xa1", b"\xff\xfe", b"\xed\xa0\x80", b"\x1b[97:65;2u", b"\x1b[1114112u", b"\x1b[;:u"],
    ids=ascii,
)
def test_what_no_terminal_should_send_does_not_end_the_workbench(line: Callable[..., Line], rude: bytes):
    here = line()
    here.send(rude)
    here.send(b"\x1b[19~")
    here.wait_for("评分规则")
    here.send(b"\x1b")
    here.wait_for("专项运转保障经费")
    here.send(b"\x11")
    assert here.process.wait(PATIENCE) == 0


def test_chinese_typed_in_a_terminal_of_another_encoding_is_read(line: Callable[..., Line]):
    here = line(encoding="gbk")
    here.send(b"\x06")
    here.wait_for("个")
    here.send("会议培训".encode("gbk"))
    here.wait_for("会议培训次数")
    here.send(b"\x1b\x11")


@pytest.mark.parametrize("deaf", [True, False], ids=["without a signal", "with a signal"])
def test_a_terminal_that_is_gone_ends_the_workbench(line: Callable[..., Line], deaf: bool):
    here = line(deaf=deaf)
    here.hang_up()
    assert here.process.wait(PATIENCE) is not None

"""A program in a real terminal: a tmux server of its own, one pane, keys in and screen text out.

Nothing here waits for a while: what the pane writes also goes into a pipe, and the screen is looked at when
something came through it.
"""

from __future__ import annotations

import itertools
import os
import select
import shlex
import signal
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol, Self

PATIENCE = 60.0
"""Seconds without a word after which a screen that was waited for will not come any more."""

KEYS = {
    "enter": "Enter",
    "escape": "Escape",
    "tab": "Tab",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "space": "Space",
}


_NUMBERS = itertools.count(1)


class Pane:
    """One program in a pane of so many columns and rows."""

    def __init__(
        self, command: Sequence[str | Path], columns: int, rows: int, folder: Path, env: Mapping[str, str]
    ) -> None:
        self._server = f"evaltool-test-{os.getpid()}-{next(_NUMBERS)}"
        self._pipe = folder / self._server
        os.mkfifo(self._pipe)
        # Opened for both ends, so that neither opening nor reading waits for the other side.
        self._seen = os.open(self._pipe, os.O_RDWR | os.O_NONBLOCK)
        said = [arg for name, value in env.items() for arg in ("-e", f"{name}={value}")]
        size = ("-x", str(columns), "-y", str(rows))
        begun = shlex.join(["read", "-r", "go"]) + "; exec " + shlex.join(map(str, command))
        self._tmux("-f", "/dev/null", "new-session", "-d", *size, *said, "-c", str(folder), begun)
        self._tmux("set-option", "-g", "status", "off")
        self._tmux("set-option", "-g", "remain-on-exit", "on")
        self._tmux("resize-window", *size)
        self._tmux("pipe-pane", f"cat > {shlex.quote(str(self._pipe))}")
        self._pid = int(self._tmux("display-message", "-p", "#{pane_pid}"))
        self._tmux("send-keys", "Enter")

    def press(self, *keys: str) -> None:
        """Press keys by the names that the table of commands has: f6, ctrl+z, enter."""
        self._tmux("send-keys", *(KEYS.get(key, _key(key)) for key in keys))

    def type(self, text: str) -> None:
        """Type a text."""
        self._tmux("send-keys", "-l", text)

    @property
    def screen(self) -> str:
        """What stands on the screen, line by line."""
        return self._tmux("capture-pane", "-p")

    def wait_for(self, *texts: str, gone: Sequence[str] = ()) -> str:
        """Look until all `texts` stand on the screen and none of `gone`; the screen then."""
        return self.wait_until(
            lambda shown: all(text in shown for text in texts) and not any(text in shown for text in gone),
            f"wanted {texts}, without {tuple(gone)}",
        )

    def wait_until(self, seen: Callable[[str], bool], wanted: str) -> str:
        """Look until the screen is as wanted; the screen then. TimeoutError shows what there is instead."""
        until = time.monotonic() + PATIENCE
        while not seen(shown := self.screen):
            left = until - time.monotonic()
            if left <= 0 or not select.select([self._seen], [], [], left)[0]:
                raise TimeoutError(f"{wanted}:\n{shown}")
            os.read(self._seen, 1 << 16)
        return shown

    def kill(self) -> None:
        """End the program as a failing machine does: at once, with nothing said."""
        os.kill(self._pid, signal.SIGKILL)
        self.wait_for_end()

    def wait_for_end(self) -> None:
        """Wait until the program has ended. Linux only."""
        try:
            process = os.pidfd_open(self._pid)
        except ProcessLookupError:
            return
        ended, _, _ = select.select([process], [], [], PATIENCE)
        os.close(process)
        if not ended:
            raise TimeoutError(f"wanted the end:\n{self.screen}")

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal."""
        self._tmux("resize-window", "-x", str(columns), "-y", str(rows))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._tmux("kill-server")
        os.close(self._seen)

    def _tmux(self, *args: str) -> str:
        done = subprocess.run(
            ("tmux", "-u", "-L", self._server, *args), check=True, capture_output=True, text=True
        )
        return done.stdout


def _key(key: str) -> str:
    """A key as tmux calls it: C-z, F6."""
    return key.replace("ctrl+", "C-") if "+" in key else key.upper()


class Open(Protocol):
    """Runs evaltool with some arguments in a terminal of a size."""

    def __call__(self, *args: str, size: tuple[int, int] = (80, 24)) -> Pane: ...

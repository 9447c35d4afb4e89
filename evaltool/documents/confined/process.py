"""One process that reads for this one, from its start to its end."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any

from evaltool.documents.confined.exchange import packed, receive, send

_START = "import sys; sys.path[:] = {path!a}; from evaltool.documents.confined.serving import serve; serve()"


class Died(Exception):  # noqa: N818 - it names what happened to the process
    """The process ended in the middle of a call."""


class TooSlow(Exception):  # noqa: N818 - same
    """The process took more than its time and was ended."""


class ReadingProcess:
    """A process of this very program, wherever it runs from: it looks for modules where this one does.

    It has a session of its own, so that an interruption at the keyboard is ours to pass on, and so that it
    is killed with whatever it has started.
    """

    def __init__(self) -> None:
        flags = 0
        if sys.platform == "win32":
            flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
        self.calls = 0
        """How many calls it has answered."""
        self._late = False
        self._lock = threading.Lock()
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter, our own line
            [sys.executable, "-c", _START.format(path=list(map(str, sys.path)))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=flags,
        )

    def call(self, function: Callable[..., object], arguments: tuple[Any, ...], seconds: float) -> Any:
        """The answer to a call, as `serving.serve` gives it. Raises `Died` or `TooSlow`: it has ended."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None  # noqa: S101 - both are pipes
        assert stdout is not None  # noqa: S101
        content = packed((function, arguments, int(seconds) + 1))
        timer = threading.Timer(seconds, self._stop)
        timer.daemon = True
        timer.start()
        try:
            send(stdin, content)
            answer = receive(stdout)
        except (OSError, EOFError, ValueError):  # the last where another thread has ended it
            self.end()
            raise (TooSlow if self._late else Died) from None
        except BaseException:  # interrupted: the answer to come would be taken for the next one's
            self.end()
            raise
        finally:
            timer.cancel()
        self.calls += 1
        return answer

    @property
    def ended(self) -> bool:
        """Whether `end` was called, or a call did it."""
        return self._process.returncode is not None

    def end(self) -> None:
        """End it, whatever it is doing; again is no harm."""
        self._kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                pipe.close()  # type: ignore[union-attr] # both are pipes
        with self._lock:
            self._process.wait()

    def _stop(self) -> None:
        self._late = True
        self._kill()

    def _kill(self) -> None:
        with self._lock:  # a process that was waited for has given its number back
            if self._process.returncode is not None:
                return
            if sys.platform == "win32":
                self._process.kill()
            else:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(self._process.pid, signal.SIGKILL)

"""The process that reads files for another one: limited in memory, and gone as soon as that one is gone."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from typing import IO, Any

from evaltool.documents.confined.exchange import packed, receive, send
from evaltool.documents.unreadable import Unreadable

MEGABYTES = 500
"""Memory that a reader may take."""

_MAPPED = 3 * MEGABYTES
"""Libraries and files that are mapped without being loaded count here as well."""

_GRACE = 5
"""Seconds after its limit that a call nobody stopped stops itself: its starter was killed meanwhile."""

Call = tuple[Callable[..., object], tuple[Any, ...], int]
"""A function at the top of a module, its arguments, and the seconds it may take."""


def serve() -> None:
    """Do one call after another until the pipe closes. Answers are `(True, result)` or `(False, why)`.

    What a library prints goes nowhere: the answer's pipe is known to nobody else.
    """
    calls, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "r+b", buffering=0) as nothing:  # noqa: PTH123 - it is no file of a folder
        os.dup2(nothing.fileno(), 0)
        os.dup2(nothing.fileno(), 1)
    _limit()
    waiting: queue.SimpleQueue[Call] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(calls, waiting), daemon=True).start()
    while True:
        function, arguments, seconds = waiting.get()
        _alarm(seconds + _GRACE)
        send(answers, _answer(function, arguments))
        _alarm(0)


def _answer(function: Callable[..., object], arguments: tuple[Any, ...]) -> bytes:
    try:
        return packed((True, function(*arguments)))
    except Unreadable as why:
        return packed((False, why))
    except MemoryError:
        raise  # whatever was being built is in pieces: the process ends and another takes its place
    except Exception:  # noqa: BLE001 - a broken file may bring up anything in a library
        return packed((False, traceback.format_exc()))


def _listen(calls: IO[bytes], waiting: queue.SimpleQueue[Call]) -> None:
    """Take calls, in a thread of its own: the end of the pipe must be seen while a file is being read."""
    with contextlib.suppress(EOFError, MemoryError):
        while True:
            waiting.put(receive(calls))
    if os.name == "posix":
        os.killpg(0, signal.SIGKILL)  # with all that a reader has started
    os._exit(0)


def _limit() -> None:
    """Limit the memory of this process; where the system cannot (Windows), the time alone is limited."""
    if sys.platform != "win32":
        import resource

        for kind, megabytes in ((resource.RLIMIT_DATA, MEGABYTES), (resource.RLIMIT_AS, _MAPPED)):
            _soft, hard = resource.getrlimit(kind)
            with contextlib.suppress(ValueError, OSError):  # a stricter limit is there already
                resource.setrlimit(kind, (megabytes * 1_000_000, hard))


def _alarm(seconds: int) -> None:
    """End this process after so many seconds, even inside a library that never returns; 0 for never."""
    if sys.platform != "win32":
        signal.alarm(seconds)

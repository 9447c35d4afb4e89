"""Reading in another process: a file that eats memory, loops or crashes a library ends that one, not ours.

A process reads many files, one after another; one that died or had to be ended is replaced.
"""

from __future__ import annotations

import atexit
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self, TypeVar, cast

from evaltool.documents.confined.process import Died, ReadingProcess, TooSlow
from evaltool.documents.unreadable import Unreadable

SECONDS = 10
"""What a file may take, the start of its process included."""

Result = TypeVar("Result")


class Readers:
    """Processes that read: as many as there are calls at the same time, waiting here in between."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[ReadingProcess] = []
        self._busy: set[ReadingProcess] = set()
        self._closed = False
        self._stops = 0

    def run(
        self,
        function: Callable[..., Result],
        *arguments: object,
        file: str,
        kind: str,
        seconds: int = SECONDS,
    ) -> Result:
        """What a function at the top of a module gives for arguments that can be pickled.

        Raises the `Unreadable` that it raises, "document.died" where it ended its process, by an exception
        of any other kind too, and "document.too_slow".
        """
        end, stops = time.monotonic() + seconds, self._stops
        while True:
            try:
                process = self._take()
            except OSError as fault:  # no memory, or too many processes already
                raise Unreadable("document.died", file, format=kind) from fault
            first = process.calls == 0
            try:
                good, answer = process.call(function, arguments, end - time.monotonic())
            except TooSlow:
                raise Unreadable("document.too_slow", file, seconds=seconds) from None
            except Died:
                if first or self._stops != stops:
                    raise Unreadable("document.died", file, format=kind) from None
                continue  # what files before it have left behind may not be blamed on this one
            finally:
                self._give_back(process)
            break
        if good:
            return cast("Result", answer)
        if isinstance(answer, Unreadable):
            raise answer
        raise Unreadable("document.died", file, format=kind) from RuntimeError(answer)

    def stop(self) -> None:
        """End all processes, at once; calls that are under way have died."""
        with self._lock:
            self._stops += 1
            ending = [*self._idle, *self._busy]
            self._idle.clear()
        for process in ending:
            process.end()

    def close(self) -> None:
        """Stop, and start nothing any more."""
        self._closed = True
        self.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _take(self) -> ReadingProcess:
        with self._lock:
            if self._closed:
                raise OSError("closed")
            process = self._idle.pop() if self._idle else ReadingProcess()
            self._busy.add(process)
            return process

    def _give_back(self, process: ReadingProcess) -> None:
        with self._lock:
            self._busy.discard(process)
            if process.ended:
                return
            if not self._closed:
                self._idle.append(process)
                return
        process.end()


READERS = Readers()
"""The processes of this program."""

atexit.register(READERS.close)

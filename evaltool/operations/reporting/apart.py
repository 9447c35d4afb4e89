"""Departments made in processes of their own, each of which opens the workspace to read.

What comes back are finished files; they are put on the disk here, so that whoever ends a process ends no
file half-way.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from evaltool import language
from evaltool.documents.confined.process import Died, ReadingProcess, TooSlow
from evaltool.operations.errors import REFUSALS, Refused
from evaltool.operations.reporting.contents import Order
from evaltool.operations.reporting.making import Made, made
from scoring.rulebook import Rulebook

SECONDS = 1200
"""What a department may take, its print included."""

_AHEAD = 2
"""Departments for each process that are made, or wait to be, while the one before is being put away."""

_GLANCE = 0.1
"""Seconds between two looks at whether somebody wants to stop."""


@dataclass(frozen=True, slots=True)
class Task:
    """A department to make: the workspace it is in, whose its files are, and how it is made."""

    where: Path
    code: str
    year: int | None
    whose: str
    order: Order
    rulebook: Rulebook | None
    language: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal on its way from another process: its kind and what it knows."""

    kind: type[Exception]
    known: dict[str, object]

    def again(self) -> Exception:
        """The refusal itself."""
        error = self.kind.__new__(self.kind)
        error.__dict__.update(self.known)
        return error


def make_here(task: Task) -> Made | Refusal:
    """Make a department, in whichever process this is."""
    from evaltool.operations.desk import Desk

    language.use(task.language)
    scratch = task.order.scratch / str(os.getpid())
    scratch.mkdir(exist_ok=True)
    order = replace(task.order, scratch=scratch)
    try:
        with Desk.open(task.where, who="", clock=_no_clock, rulebook=task.rulebook, must_exist=True) as desk:
            card = desk.scorecard(task.code, task.year, order.made_on)
            return made(card, task.whose, order)
    except REFUSALS as error:
        return Refusal(type(error), dict(error.__dict__))


class Processes:
    """The processes of one run: as many as there are departments at the same time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[ReadingProcess] = []
        self._all: list[ReadingProcess] = []
        self._closed = False

    def make(self, task: Task) -> Made | Exception:
        """What a task gives, or why it gave nothing."""
        with self._lock:
            if self._closed:
                return Refused("report.died", {"name": task.whose})
            if not self._idle:
                self._idle.append(ReadingProcess())
                self._all.append(self._idle[-1])
            process = self._idle.pop()
        try:
            good, answer = process.call(make_here, (task,), SECONDS)
        except (Died, TooSlow):
            return Refused("report.died", {"name": task.whose})
        self._idle.append(process)
        if not good:
            return RuntimeError(answer)
        return answer.again() if isinstance(answer, Refusal) else answer

    def end(self) -> None:
        """End them all, whatever they are doing."""
        with self._lock:
            self._closed = True
            for process in self._all:
                process.end()


def make_apart(
    tasks: Sequence[Task], jobs: int, is_stopped: Callable[[], bool]
) -> Generator[Made | Exception]:
    """What each task gives or why it gave nothing, in their order; it ends early once `is_stopped`."""
    rest, begun, processes = iter(tasks), deque[Future[Made | Exception]](), Processes()
    with ThreadPoolExecutor(jobs) as threads:
        try:
            while True:
                ahead = islice(rest, jobs * _AHEAD - len(begun))
                begun.extend(threads.submit(processes.make, one) for one in ahead)
                if not begun or not _waited(begun[0], is_stopped):
                    return
                yield begun.popleft().result()
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            processes.end()


def _waited(future: Future[Made | Exception], is_stopped: Callable[[], bool]) -> bool:
    """Wait for a result; False where somebody wanted to stop before it was there."""
    while not is_stopped():
        with suppress(TimeoutError):
            future.exception(_GLANCE)
            return True
    return False


def _no_clock() -> datetime:
    raise AssertionError  # whoever only reads signs nothing

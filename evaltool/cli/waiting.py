"""What a person sees while many files are read or written, what is asked in between, and how to stop."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, TypeVar

from evaltool.cli.streams import narrate, visible
from evaltool.language import _

if TYPE_CHECKING:
    from rich.progress import Progress

    from evaltool.operations.reporting import Step

Result = TypeVar("Result")

YES = frozenset({"y", "yes", "是", "ｙ", "好"})
"""What counts as yes, typed with an input method or without. Everything else is no."""


def has_person() -> bool:
    """Whether there is somebody to ask: who reads the narration and can answer."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def asked(question: str) -> bool:
    """Whether a person says yes."""
    said = visible(_("{question} [y/N] ").format(question=question))
    print(said, end="", file=sys.stderr, flush=True)  # noqa: T201
    return sys.stdin.readline().strip().lower() in YES


def steps(results: Iterator[Result], paths: Sequence[Path]) -> Iterator[Result]:
    """The results of `paths`, with a bar on a terminal where they are many, else with a line for each."""
    if len(paths) > 1 and sys.stderr.isatty():
        yield from _with_bar(results, len(paths))
        return
    for number, path in enumerate(paths, 1):
        narrate(f"[{number}/{len(paths)}] {' '.join(path.name.splitlines())}")
        yield next(results)


@contextmanager
def stoppable() -> Iterator[Callable[[], bool]]:
    """Something to ask whether somebody wants to stop; who wants it twice is not waited for any more."""
    wanted = Event()

    def ask(_signal: int, _frame: object) -> None:
        if wanted.is_set():
            raise KeyboardInterrupt
        wanted.set()

    before = {one: signal.signal(one, ask) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield wanted.is_set
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


@contextmanager
def watched(departments: int) -> Iterator[Callable[[Step], None]]:
    """Something to tell how far writing is: a bar on a terminal, else a line for each of several."""
    if not sys.stderr.isatty():
        yield _Lines(departments).tell if departments > 1 else lambda _: None
        return
    with _bar(_("写出")) as bar:
        task = bar.add_task("", total=None)
        yield lambda step: bar.update(task, completed=step.done, total=step.total)


class _Lines:
    """A line for each department as it is begun."""

    def __init__(self, departments: int) -> None:
        self._departments = departments
        self._said = 0

    def tell(self, step: Step) -> None:
        """Say which one it is, once."""
        if step.number > self._said and step.name:
            self._said = step.number
            narrate(f"[{step.number}/{self._departments}] {' '.join(step.name.splitlines())}")


def _with_bar(results: Iterator[Result], total: int) -> Iterator[Result]:
    with _bar(_("读取")) as bar:
        yield from bar.track(results, total=total)


def _bar(said: str) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn(said), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    return Progress(*columns, console=Console(stderr=True), transient=True)

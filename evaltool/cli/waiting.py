"""What a person sees while many files are read, and what is asked in between."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from evaltool.cli.streams import narrate, visible
from evaltool.language import _

if TYPE_CHECKING:
    from rich.progress import Progress

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
def counted(total: int) -> Iterator[Callable[[int], None]]:
    """Something to tell how many of `total` steps are done; on a terminal a bar shows it."""
    if not sys.stderr.isatty():
        yield lambda _done: None
        return
    with _bar(_("写出")) as bar:
        task = bar.add_task("", total=total)
        yield lambda done: bar.update(task, completed=done)


def _with_bar(results: Iterator[Result], total: int) -> Iterator[Result]:
    with _bar(_("读取")) as bar:
        yield from bar.track(results, total=total)


def _bar(said: str) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn(said), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    return Progress(*columns, console=Console(stderr=True), transient=True)

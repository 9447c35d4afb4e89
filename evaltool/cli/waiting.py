"""What a person sees while many files are read, and what is asked in between."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from evaltool.cli.streams import narrate, visible
from evaltool.language import _

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


def _with_bar(results: Iterator[Result], total: int) -> Iterator[Result]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = TextColumn(_("读取")), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield from bar.track(results, total=total)

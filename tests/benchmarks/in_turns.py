"""Two ways of reading the same bytes, timed in turns, so that a busy moment falls on both."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable


def seconds(read: Callable[[], object]) -> float:
    begun = time.perf_counter()
    read()
    return time.perf_counter() - begun


def beside(own: Callable[[], object], bare: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The median of `own` in seconds, and how many times that of `bare` it is."""
    pairs = [(seconds(own), seconds(bare)) for _ in range(rounds)]
    ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
    return ours, ours / theirs

"""A working as a tree of short texts, and as plain text to paste elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

INSIDE = "  "
"""What a branch is moved in by, on the screen and when it is copied."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One statement and what it rests on."""

    text: str
    under: tuple[Branch, ...] = ()


def lines(branch: Branch, depth: int = 0) -> Iterator[str]:
    """A branch and everything under it, a line each, moved in by depth."""
    yield INSIDE * depth + branch.text
    for one in branch.under:
        yield from lines(one, depth + 1)

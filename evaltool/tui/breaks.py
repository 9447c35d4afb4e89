"""Line breaks of a text in the one line of the edit bar: a sign stands for each, and they survive."""

from __future__ import annotations

BREAK = "↵"
"""One cell wide in every terminal, and on no keyboard."""


def in_one_line(text: str) -> str:
    """A text with a sign for each line break."""
    return BREAK.join(text.splitlines())


def with_breaks(text: str) -> str:
    """What is meant by a line that has such signs."""
    return text.replace(BREAK, "\n")

"""Text in terminal cells: a Chinese character takes two, so nothing here counts with `len`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len

CUT = "…"
"""Stands where a text was cut short."""


def cells(text: str) -> int:
    """How many cells a text takes."""
    return cell_len(text)


def cut(text: str, room: int) -> str:
    """`text` in at most `room` cells, its end left out where it is longer; never half a character."""
    if cell_len(text) <= room:
        return text
    return _head(text, room - 1) + CUT if room > 0 else ""


def cut_middle(text: str, room: int) -> str:
    """`text` in at most `room` cells, its middle left out: the names of offices differ at their ends."""
    if cell_len(text) <= room:
        return text
    if room <= 0:
        return ""
    head = _head(text, (room - 1) // 2)
    tail = _head(text[::-1], room - 1 - cell_len(head))[::-1]
    return f"{head}{CUT}{tail}"


def pad(text: str, room: int, *, right: bool = False) -> str:
    """`text` cut to `room` cells and filled up to exactly that, at its left where `right` aligned."""
    short = cut(text, room)
    blank = " " * (room - cell_len(short))
    return blank + short if right else short + blank


def one_line(text: str) -> str:
    """`text` without line breaks and tabs, which would tear a row."""
    return " ".join(text.split())


def _head(text: str, room: int) -> str:
    """As many characters from the start as fit."""
    taken = 0
    for index, character in enumerate(text):
        taken += cell_len(character)
        if taken > room:
            return text[:index]
    return text


def fold(text: str, room: int) -> list[str]:
    """`text` in lines of at most `room` cells.

    Chinese breaks anywhere but before a closing sign; a word or a figure of Latin characters stays whole.
    """
    lines: list[list[str]] = [[]]
    left = room
    for token in _tokens(one_line(text), room):
        if lines[-1] and cell_len(token.rstrip()) > left:
            together = cell_len(lines[-1][-1]) + cell_len(token.rstrip())
            sticks = token[0] in CLOSING and len(lines[-1]) > 1 and together <= room
            carried = [lines[-1].pop()] if sticks else []
            lines.append(carried)
            left = room - sum(map(cell_len, carried))
        lines[-1].append(token)
        left -= cell_len(token)
    return ["".join(line).strip() for line in lines]


def _tokens(text: str, room: int) -> Iterator[str]:
    """What is not to be torn, except where it is longer than a line."""
    for token in TOKENS.findall(text):
        while cell_len(token) > room > 0:
            head = _head(token, room) or token[0]
            yield head
            token = token[len(head) :]  # noqa: PLW2901 - what is left of it
        if token:
            yield token


CLOSING = frozenset("，。；：、！？）】》”’…,.;:!?)]}%")
"""Signs that never begin a line."""

TOKENS = re.compile(r"[!-~]+ *|.")

"""Text in terminal cells: a Chinese character takes two, so nothing here counts with `len`."""

from __future__ import annotations

import re

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


def fold(text: str, room: int, indent: int = 0) -> list[str]:
    """`text` in lines of at most `room` cells, all but the first indented.

    Chinese breaks anywhere but before a closing sign; a word or a figure of Latin characters stays whole.
    """
    lines: list[str] = []
    line = ""
    for token in TOKENS.findall(one_line(text)):
        if line.strip() and cell_len(line) + cell_len(token.rstrip()) > room:
            kept, carried = (line[:-1], line[-1]) if token[0] in CLOSING else (line, "")
            lines.append(kept.rstrip())
            line = " " * indent + carried
        line += token.lstrip() if not line.strip() else token
        while cell_len(line) > room > indent + 2:
            head = _head(line, room)
            lines.append(head)
            line = " " * indent + line[len(head) :]
    return [*lines, line.rstrip()]


CLOSING = frozenset("，。；：、！？）】》”’…,.;:!?)]}%")
"""Signs that never begin a line."""

TOKENS = re.compile(r"[!-~]+ *|.")

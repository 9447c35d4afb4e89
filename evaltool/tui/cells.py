"""Text in terminal cells: a Chinese character takes two, so nothing here counts with `len`.

With plain signs on, every text that is measured, cut, filled up or folded is spelled first: its width is that
of what is drawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len

from evaltool.tui.signs import spelled

CUT = "…"
"""Stands where a text was cut short."""

_LEFT_OUT = dict.fromkeys(map(ord, "\a\b")) | dict.fromkeys(map(ord, "\v\f\r"), " ")
"""What Textual leaves out of a text itself, after it has counted where in the text a style begins."""

_spelled = False
"""Whether signs that some consoles draw badly are spelled in ASCII."""


def use_plain_signs(on: bool) -> None:
    """Spell signs in ASCII from now on, or draw them as they are."""
    global _spelled  # noqa: PLW0603 - the one place that holds how this process draws signs
    _spelled = on


def signs_are_plain() -> bool:
    """Whether signs are spelled in ASCII."""
    return _spelled


def drawn_as(text: str) -> str:
    """`text` as it is drawn."""
    if not text.isprintable():  # as nearly every text is
        text = text.translate(_LEFT_OUT)
    return spelled(text) if _spelled else text


def cells(text: str) -> int:
    """How many cells a text takes."""
    return cell_len(drawn_as(text))


def cut(text: str, room: int) -> str:
    """`text` in at most `room` cells, its end left out where it is longer; never half a character."""
    text, mark = drawn_as(text), drawn_as(CUT)
    if cell_len(text) <= room:
        return text
    return _head(text, room - len(mark)) + mark[:room] if room > 0 else ""


def cut_at_word(text: str, room: int) -> str:
    """A sentence in at most `room` cells, its end left out between two words.

    A word that is itself longer than half of the room is cut.
    """
    if cells(text) <= room:
        return drawn_as(text)
    mark = drawn_as(CUT)
    left = room - len(mark)
    whole = fold(text, left)[0] if left > 0 else ""
    return f"{whole}{mark}" if 2 * left >= 2 * cell_len(whole) > left else cut(text, room)


def cut_middle(text: str, room: int) -> str:
    """`text` in at most `room` cells, its middle left out: the names of offices differ at their ends."""
    text, mark = drawn_as(text), drawn_as(CUT)
    if cell_len(text) <= room:
        return text
    if room <= len(mark):
        return mark[: max(room, 0)]
    head = _head(text, (room - len(mark)) // 2)
    tail = _head(text[::-1], room - len(mark) - cell_len(head))[::-1]
    return f"{head}{mark}{tail}"


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
    for token in _tokens(one_line(drawn_as(text)), room):
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

"""Bars of signs that are one cell wide in every terminal; each says no more than the figure beside it.

Of a target the mark `|` stands two thirds along, so that half as much again still has room: `=` is what was
achieved, `-` what is missing up to the mark, and `>` at the end that it goes on beyond.
"""

from __future__ import annotations

from fractions import Fraction

DONE, MISSING, MARK, ON, MORE = "=", "-", "|", "#", ">"
SIGNS = DONE + MISSING + MARK + ON + MORE

BEYOND = Fraction(3, 2)
"""The attainment at the end of a bar."""


def width_for(room: int) -> int:
    """The cells of a bar in a line of `room` cells: two parts before the mark and one after it."""
    return 3 * max(min(room // 8, 16), 6) + 1


def mark_at(width: int) -> int:
    """The cell of the mark in a bar of `width` cells."""
    return (width - 1) * 2 // 3


def target_bar(reached: Fraction, width: int) -> str:
    """What was reached against its target (1), in exactly `width` cells.

    What falls short never fills the last cell before the mark, and what goes beyond always shows behind it.
    """
    mark = mark_at(width)
    after = width - mark - 1
    if reached < 1:
        done = _cells(reached, mark)
        return DONE * done + MISSING * (mark - done) + MARK + " " * after
    more = min(-((1 - reached) * after * 2 // 1), after)  # rounded up: a half is the whole of it
    tail = DONE * (after - 1) + MORE if reached > BEYOND else DONE * more + " " * (after - more)
    return DONE * mark + MARK + tail


def amount_bar(part: Fraction, width: int, sign: str) -> str:
    """A share of the scale (1: its full length), in exactly `width` cells; what is there shows."""
    filled = min(_cells(part, width), width)
    return sign * filled + " " * (width - filled)


def _cells(part: Fraction, width: int) -> int:
    """Cells filled of `width`, rounded down; at least one where there is anything at all."""
    return max(int(part * width), 1) if part > 0 else 0

"""The columns of the department form: those of its indicator block, in which all its blocks are laid out."""

from __future__ import annotations

from dataclasses import replace

from evaltool.reports.sheet import Box, Sheet
from evaltool.sheets.looks import HEAD, STACKED, UPWARDS

UNITS = (5, 17, 8, 8, 17, 11, 11, 8, 10, 17)
"""Widths of the columns, as named in the next line."""

SIDE, GOAL, LEVEL1, LEVEL2, NAME, TARGET, ACTUAL, POINT, SCORE, REASON = range(1, 11)


def side(sheet: Sheet, first_row: int, heading: str) -> None:
    """A block's heading in the narrow first column: Chinese a sign a line, Latin turned on its side."""
    look = replace(HEAD, turn=UPWARDS if heading.isascii() else STACKED)
    sheet.span(first_row, Box(SIDE, SIDE, heading, look))

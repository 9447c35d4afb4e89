"""The columns of the Hebei form: those of its indicators, in which all its sections are laid out."""

from __future__ import annotations

from dataclasses import replace

from evaltool.reports.sheet import Box, Sheet
from evaltool.sheets.looks import CENTRE, HEAD, STACKED, UPWARDS

UNITS = (5, 10, 11, 18, 9, 6, 9, 11, 14, 12, 12, 9, 12, 34)
"""Widths of the columns, as named in the next lines."""

SIDE, LEVEL1, LEVEL2, INDICATOR, POINT, SIGN, VALUE, UNIT = range(1, 9)
ACTUAL, DONE, OF_HUNDRED, SHARE, SCORE, REASON = range(9, 15)

FIGURE = replace(CENTRE, format="0.00####")
"""A figure with two decimals, or as many as it needs: cut ones would not give the next column again."""

SUM = replace(FIGURE, bold=True)


def section(sheet: Sheet, first_row: int, heading: str) -> None:
    """A section's title in the narrow first column: Chinese a sign a line, Latin turned on its side."""
    look = replace(HEAD, turn=UPWARDS if heading.isascii() else STACKED)
    sheet.span(first_row, Box(SIDE, SIDE, heading, look))

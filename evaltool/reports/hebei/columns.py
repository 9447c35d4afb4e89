"""The columns of the Hebei form: those of its indicators, in which all its sections are laid out."""

from __future__ import annotations

from dataclasses import replace

from evaltool.reports.form_parts import SIDE
from evaltool.sheets.looks import CENTRE

UNITS = (5, 10, 11, 18, 9, 6, 9, 11, 14, 12, 12, 9, 12, 34)
"""Widths of the columns: the narrow one of the blocks' headings, then those named in the next lines."""

LEVEL1, LEVEL2, INDICATOR, POINT, SIGN, VALUE, UNIT = range(SIDE + 1, SIDE + 8)
ACTUAL, DONE, OF_HUNDRED, SHARE, SCORE, REASON = range(UNIT + 1, UNIT + 7)

FIGURE = replace(CENTRE, format="0.00####")
"""A figure with two decimals, or as many as it needs: cut ones would not give the next column again."""

SUM = replace(FIGURE, bold=True)

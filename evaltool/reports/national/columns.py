"""The columns of the national form: those of its indicator block, in which all its blocks are laid out."""

from __future__ import annotations

from evaltool.reports.form_parts import SIDE

UNITS = (5, 9, 11, 17, 13, 13, 8, 10, 20)
"""Widths of the columns: the narrow one of the blocks' headings, then those named in the next line."""

LEVEL1, LEVEL2, INDICATOR, TARGET, ACTUAL, POINT, SCORE, REASON = range(SIDE + 1, SIDE + 9)

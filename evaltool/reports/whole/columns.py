"""The columns of the department form: those of its indicator block, in which all its blocks are laid out."""

from __future__ import annotations

from evaltool.reports.form_parts import SIDE

UNITS = (5, 17, 8, 8, 17, 11, 11, 8, 10, 17)
"""Widths of the columns: the narrow one of the blocks' headings, then those named in the next line."""

GOAL, LEVEL1, LEVEL2, NAME, TARGET, ACTUAL, POINT, SCORE, REASON = range(SIDE + 1, SIDE + 10)

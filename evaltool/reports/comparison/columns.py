"""The columns of the sheet: figures on the left, and beside them the picture drawn from them."""

from __future__ import annotations

UNITS = (5, 20, 12, 12, 10, 10, 10, 10, 10, 10, 17, 11)
"""Widths of the columns; all of them fit across A4 landscape without being made smaller."""

PICTURE = 6, len(UNITS)
"""First and last column of what a picture covers; the rows beside its figures are empty there."""

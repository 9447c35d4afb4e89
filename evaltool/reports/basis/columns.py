"""The columns that all tables of the sheet share."""

from __future__ import annotations

UNITS = (32, 12, 12, 16, 18, 52)
"""Widths of the columns."""

LAST = len(UNITS)

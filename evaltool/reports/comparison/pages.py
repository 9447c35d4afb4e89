"""Where printed pages end: before a block that would not fit on what is left of one."""

from __future__ import annotations

from openpyxl.worksheet.pagebreak import Break

from evaltool.reports.page_setup import page_height, print_scale
from evaltool.reports.sheet import Sheet

LEAST_LEFT = 60
"""Points that a heading and a row below it take."""


class Pages:
    """The printed pages of a sheet as it is written; the row `repeat` stands again at the head of each."""

    def __init__(self, sheet: Sheet, *, repeat: int) -> None:
        self._sheet = sheet
        self._room = page_height(landscape=True) / print_scale(sum(sheet.units), landscape=True)
        self._head = sheet.points(repeat) - sheet.points(repeat + 1)
        self._first = 1

    def keep(self, first_row: int) -> None:
        """Begin a new page at `first_row` where what stands from there on runs over the end of this one."""
        if first_row > self._first and self._used() > self._room:
            self._turn(first_row)

    def is_new(self) -> bool:
        """Begin a new page where hardly another row fits on this one, and say whether one was begun."""
        is_full = self._used() + LEAST_LEFT > self._room
        if is_full:
            self._turn(self._sheet.row)
        return is_full

    def _used(self) -> int:
        head = self._head if self._first > 1 else 0
        return head + self._sheet.points(self._first)

    def _turn(self, row: int) -> None:
        self._sheet.worksheet.row_breaks.append(Break(id=row - 1))
        self._first = row

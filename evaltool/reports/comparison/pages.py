"""Where printed pages end: before a block that would not fit on what is left of one."""

from __future__ import annotations

from openpyxl.worksheet.pagebreak import Break

from evaltool.reports.page_setup import page_height
from evaltool.reports.sheet import Sheet


class Pages:
    """The printed pages of a sheet as it is written; the row `repeat` stands again at the head of each."""

    def __init__(self, sheet: Sheet, *, repeat: int) -> None:
        self._sheet = sheet
        self._room = page_height(landscape=True)
        self._head = sheet.points(repeat) - sheet.points(repeat + 1)
        self._first = 1

    def keep(self, first_row: int) -> None:
        """Begin a new page at `first_row` where what stands from there on runs over the end of this one."""
        head = self._head if self._first > 1 else 0
        if first_row > self._first and head + self._sheet.points(self._first) > self._room:
            self._sheet.worksheet.row_breaks.append(Break(id=first_row - 1))
            self._first = first_row

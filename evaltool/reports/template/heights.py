"""Rows as high as their texts need: spreadsheets grow no merged rows, and none with a height of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from openpyxl.utils.cell import column_index_from_string

from evaltool.reports.template.grow import merged
from evaltool.reports.template.package import Element, local
from evaltool.reports.template.styles import Styles
from evaltool.reports.template.survey import rows_of
from evaltool.sheets import measure
from evaltool.sheets.looks import STACKED

_USUAL_WIDTH, _USUAL_HEIGHT = 8, 15
_HIGHEST = 409


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell and the text that it shows; of a number none."""

    cell: Element
    text: str

    @property
    def place(self) -> tuple[int, int]:
        """Row and column."""
        address = self.cell.get("r", "")
        letters = address.rstrip("0123456789")
        return int(address[len(letters) :]), column_index_from_string(letters)

    @property
    def style(self) -> int:
        """The number of the cell's style."""
        return int(self.cell.get("s", "0"))


def fit(sheet: Element, styles: Styles, shown: Iterable[Shown]) -> None:
    """Make room for texts: long ones are broken into lines, and rows grow; of merged ones, all alike."""
    room = _Room(sheet, styles)
    texts = [one for one in shown if one.text and not styles.shrinks(one.style)]
    for one in texts:
        if not (styles.wraps(one.style) or styles.turn(one.style) or room.fits_one_line(one)):
            one.cell.set("s", str(styles.wrapped(one.style)))
    room.grow(one for one in texts if styles.wraps(one.style) or styles.turn(one.style))


class _Room:
    """A sheet's widths and heights, and which of its cells are one."""

    def __init__(self, sheet: Element, styles: Styles) -> None:
        self._styles = styles
        self._rows = {int(row.get("r", "0")): row for row in rows_of(sheet)}
        self._merged = merged(sheet)
        places = [Shown(cell, "").place for row in self._rows.values() for cell in row if len(cell)]
        self._taken = {*places, *self._merged}
        self._last = max((column for _row, column in places), default=1)
        self._usual = next((one for one in sheet if local(one) == "sheetFormatPr"), None)
        self._widths = [
            (int(one.get("min", "1")), int(one.get("max", "1")), int(Decimal(one.get("width", "8"))))
            for group in sheet
            if local(group) == "cols"
            for one in group
        ]

    def fits_one_line(self, shown: Shown) -> bool:
        """Whether a text needs no second line; alone in its cell it may run over empty ones beside it."""
        left, _top, right, _bottom = self._edges(shown)
        row, _column = shown.place
        if left == right:
            while right < self._last and (row, right + 1) not in self._taken:
                right += 1
        size = self._styles.font_size(shown.style)
        wide = sum(self._column(column) for column in range(left, right + 1))
        return measure.lines(shown.text, measure.room(wide, size)) == 1

    def grow(self, texts: Iterable[Shown]) -> None:
        """Make rows higher where a text needs it; of several that are merged, all alike."""
        for shown in sorted(texts, key=self._rows_high):
            _left, top, _right, bottom = self._edges(shown)
            rows = range(top, bottom + 1)
            missing = self._need(shown) - sum(self._height(row) for row in rows)
            if missing > 0:
                for row in rows:
                    self._set(row, self._height(row) - (-missing // len(rows)))

    def _need(self, shown: Shown) -> int:
        size, turn = self._styles.font_size(shown.style), self._styles.turn(shown.style)
        if turn:
            return measure.length(shown.text, size, stacked=turn == STACKED)
        return measure.height(shown.text, self._width(shown), size)

    def _edges(self, shown: Shown) -> tuple[int, int, int, int]:
        row, column = shown.place
        return self._merged.get((row, column), (column, row, column, row))

    def _rows_high(self, shown: Shown) -> int:
        _left, top, _right, bottom = self._edges(shown)
        return bottom - top

    def _width(self, shown: Shown) -> int:
        left, _top, right, _bottom = self._edges(shown)
        return sum(self._column(column) for column in range(left, right + 1))

    def _column(self, column: int) -> int:
        usual = self._said("defaultColWidth", _USUAL_WIDTH)
        return next((wide for first, last, wide in self._widths if first <= column <= last), usual)

    def _height(self, row: int) -> int:
        own = self._rows[row].get("ht") if row in self._rows else None
        return int(Decimal(own)) if own else self._said("defaultRowHeight", _USUAL_HEIGHT)

    def _set(self, row: int, height: int) -> None:
        if row in self._rows:
            self._rows[row].set("ht", str(min(_HIGHEST, height)))
            self._rows[row].set("customHeight", "1")

    def _said(self, name: str, otherwise: int) -> int:
        said: Mapping[str, str] | Element = {} if self._usual is None else self._usual
        return int(Decimal(said.get(name) or otherwise))

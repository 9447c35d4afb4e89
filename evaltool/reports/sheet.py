"""A thin layer over openpyxl: boxes that span columns, heights that fit.

It is here for two reasons. Every value passes one gate, so that no text can become a formula. And openpyxl's
own ways to style and to merge cost several times what a cell itself costs.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from openpyxl.cell.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from evaltool.language import _
from evaltool.reports.page_setup import fits_one_page, page_ends, set_up
from evaltool.sheets import measure
from evaltool.sheets.looks import BODY, HEAD, PLAIN, SECTION, STACKED, Look, Looks
from evaltool.sheets.safe import cell_text, starts_formula
from scoring.model import Subject

EXACT_DIGITS = 15
"""Digits that a spreadsheet keeps of a number. A longer figure is written as text, so that none is lost."""

HIGHEST_ROW = 400
"""Points; a row cannot be higher than 409. What needs more takes several rows, merged."""

LEAST_ROW = 20


@dataclass(frozen=True, slots=True)
class Formula:
    """A live formula without the = before it. Nothing that a person typed may stand in one unquoted."""

    text: str


Value = str | Decimal | Formula | None

Columns = tuple[tuple[int, int, str], ...]
"""Of a table: first column, last column and heading, in the source language."""


@dataclass(frozen=True, slots=True)
class Box:
    """A value over the columns `first` to `last`, counted from 1."""

    first: int
    last: int
    value: Value
    look: Look = BODY


class Sheet:
    """A worksheet written from top to bottom: `row` is the next one, `units` are the columns' widths."""

    def __init__(self, worksheet: Worksheet, looks: Looks, units: Sequence[int]) -> None:
        self.row = 1
        self._worksheet = worksheet
        self._looks = looks
        self.units = tuple(units)
        self._heights: dict[int, int] = {}
        # openpyxl's own store, because its ways to add a cell look at each once more.
        self._cells = worksheet._cells  # noqa: SLF001
        self._spans: list[tuple[int, int, Box]] = []
        self._held: set[int] = set()
        self.noted: dict[Subject, str] = {}

    @property
    def title(self) -> str:
        """The sheet's name."""
        return self._worksheet.title

    @property
    def worksheet(self) -> Worksheet:
        """The worksheet itself, for what is drawn over its cells; cells are written through here alone."""
        return self._worksheet

    @property
    def columns(self) -> int:
        """How many columns the sheet has."""
        return len(self.units)

    def add(self, *boxes: Box, least: int = LEAST_ROW) -> int:
        """Write a row of boxes, as high as its texts need; gives the number of its first row."""
        need = max(least, *(self._need(box) for box in boxes))
        rows = -(-need // HIGHEST_ROW)
        first = self.row
        self.row += rows
        for row in range(first, self.row):
            self._heights[row] = -(-need // rows)
        for box in boxes:
            self._put(first, self.row - 1, box)
        return first

    def fill(self, row: int, *boxes: Box) -> None:
        """Write boxes into a row that is there already, such as a count of what stands below it."""
        for box in boxes:
            self._put(row, row, box)

    def line(self, value: Value, look: Look = PLAIN, least: int = LEAST_ROW) -> int:
        """Write one value over the whole width."""
        return self.add(Box(1, self.columns, value, look), least=least)

    def table(self, title: str, columns: Columns) -> None:
        """Begin a table: a title and its headings, after a gap; on paper they stay with its first row."""
        first = self.row
        self.gap()
        self.line(title, SECTION)
        self.headings(columns)
        self.hold(first, self.row)

    def headings(self, columns: Columns) -> None:
        """Write the headings of a table, again where it goes on on another page."""
        self.add(*(Box(first, last, _(heading), HEAD) for first, last, heading in columns))

    def note(self, subject: Subject, row: int, column: int) -> None:
        """Remember where something stands, as a formula of another sheet names it."""
        name = self.title.replace("'", "''")
        self.noted[subject] = f"'{name}'!${get_column_letter(column)}${row}"

    def points(self, first_row: int) -> int:
        """How high the rows from `first_row` on are together, as they are written so far."""
        return sum(self._heights[row] for row in range(first_row, self.row))

    def gap(self, points: int = 8) -> None:
        """Leave an empty row."""
        self._heights[self.row] = points
        self.row += 1

    def span(self, first_row: int, box: Box) -> None:
        """Write a box over the rows from `first_row` on; they grow, all alike, where its text needs it."""
        rows = range(first_row, self.row)
        missing = self._need(box) - sum(self._heights[row] for row in rows)
        if missing > 0:
            for row in rows:
                self._heights[row] = min(HIGHEST_ROW, self._heights[row] - (-missing // len(rows)))
        self._spans.append((first_row, self.row - 1, box))

    def hold(self, first_row: int, last_row: int) -> None:
        """Keep rows on one page."""
        self._held.update(range(first_row, last_row))

    def end_pages(self, *, repeat: int) -> None:
        """Say where pages end, so that no table is parted from its headings; `repeat` as for `finish`."""
        heights = [self._heights[row] for row in range(1, self.row)]
        for row in page_ends(heights, self._held, self._heights[repeat], sum(self.units)):
            self._worksheet.row_breaks.append(Break(id=row))

    def finish(self, *, landscape: bool, repeat: int, mark: str, heads: int = 1) -> None:
        """Hand over what was written, and set up printing.

        The row `repeat` stands at the head of every later page, or as many as `heads` from it on; `mark` at
        the foot of each.
        """
        sheet = self._worksheet
        is_one_page = fits_one_page(sum(self.units), sum(self._heights.values()), landscape=landscape)
        for top, end, box in self._spans:
            # In the middle of its rows a text may be cut by the end of a page; at their top it is not.
            may_be_cut = not is_one_page and end > top != repeat
            self._put(top, end, replace(box, look=replace(box.look, down="top")) if may_be_cut else box)
        for column, wide in enumerate(self.units, 1):
            sheet.column_dimensions[get_column_letter(column)].width = wide
        # Rows of one height share what says so: openpyxl's note of a row costs as much as several cells.
        heights = {height: RowDimension(sheet, ht=height) for height in set(self._heights.values())}
        for row in range(1, self.row):
            sheet.row_dimensions[row] = heights[self._heights[row]]
        sheet._current_row = self.row - 1  # type: ignore[attr-defined]  # noqa: SLF001
        set_up(
            sheet,
            (self.columns, self.row - 1),
            mark=mark,
            repeat=(repeat, repeat + heads - 1),
            landscape=landscape,
            one_page=is_one_page,
        )

    def _need(self, box: Box) -> int:
        if not box.value or not isinstance(box.value, str):
            return 0
        if box.look.turn:
            return measure.length(box.value, box.look.size, stacked=box.look.turn == STACKED)
        return measure.height(box.value, sum(self.units[box.first - 1 : box.last]), box.look.size)

    def _put(self, first_row: int, last_row: int, box: Box) -> None:
        text, kind = _stored(box.value)
        style = self._looks.of(box.look, quoted=kind == "s" and starts_formula(text))
        for row in range(first_row, last_row + 1):
            for column in range(box.first, box.last + 1):
                self._cells[row, column] = cell = Cell(self._worksheet, row, column)
                cell._style = style  # type: ignore[attr-defined]  # noqa: SLF001 - shared; given, it is copied
        if text:
            head = self._cells[first_row, box.first]
            # Said outright, because openpyxl takes "=…" for a formula and "#N/A" for an error; and past its
            # look at every sign: the gate has had that already, and it costs more than the cell.
            head._value = text  # type: ignore[union-attr]  # noqa: SLF001
            head.data_type = kind
        if (first_row, box.first) != (last_row, box.last):
            merged = CellRange(min_row=first_row, min_col=box.first, max_row=last_row, max_col=box.last)
            self._worksheet.merged_cells.ranges.add(merged)


def _stored(value: Value) -> tuple[str, str]:
    """A value as it stands in the file, and its kind: "n" a number as given, "s" a text, "f" a formula."""
    if value is None:
        return "", "n"
    if isinstance(value, Formula):
        return f"={value.text}", "f"
    if isinstance(value, Decimal):
        return format(value, "f"), "n" if len(value.as_tuple().digits) <= EXACT_DIGITS else "s"
    return cell_text(value), "s"

"""A sheet of a form as it is written: fixed texts, formulas, cells to fill, each noted for its identity."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from openpyxl.cell.cell import Cell
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from evaltool.forms.identity import Fill, Fixed, Kind, text_of
from evaltool.forms.layout import WIDTHS, Column
from evaltool.forms.prefill import Shown
from evaltool.formulas.columns import at
from evaltool.sheets import measure
from evaltool.sheets.looks import BODY, CENTRE, HEAD, Look, Looks
from evaltool.sheets.safe import cell_text, starts_formula
from scoring.model import Subject

TO_FILL = "FFF8D6"
"""The colour of a cell to fill."""

FILLED = {
    Kind.FIGURE: replace(CENTRE, fill=TO_FILL, locked=False),
    Kind.DATE: replace(CENTRE, fill=TO_FILL, locked=False, format="yyyy-mm-dd"),
    Kind.ANSWER: replace(CENTRE, fill=TO_FILL, locked=False),
    Kind.BAND: replace(CENTRE, fill=TO_FILL, locked=False),
    Kind.SHARE: replace(CENTRE, fill=TO_FILL, locked=False),
    Kind.AMOUNT: replace(CENTRE, fill=TO_FILL, locked=False),
    Kind.CHOICE: replace(CENTRE, fill=TO_FILL, locked=False),
    # As text, so that what begins with = stays one, and a telephone number keeps its zeros.
    Kind.TEXT: replace(BODY, fill=TO_FILL, locked=False, format="@"),
}
UNSEEN = Look(border=False, format=";;;")
"""A cell that is only computed with: some programs print what stands in a hidden column beside it."""

LEAST_ROW = 24
HIGHEST_ROW = 400
HEADING_ROW = 30


class Page:
    """One sheet, written row by row; `project` is empty for the department's own."""

    def __init__(self, worksheet: Worksheet, looks: Looks, project: str) -> None:
        self.worksheet = worksheet
        self.project = project
        self.row = 1
        self.fills: list[Fill] = []
        self.fixed: list[Fixed] = []
        self._looks = looks
        self._heights: dict[int, int] = {}

    @property
    def title(self) -> str:
        """The sheet's name."""
        return self.worksheet.title

    def next(self, least: int = LEAST_ROW) -> int:
        """Begin the next row; gives its number."""
        row = self.row
        self._heights[row] = max(least, self._heights.get(row, 0))
        self.row += 1
        return row

    def fix(
        self, row: int, first: Column, value: Shown, look: Look = BODY, last: Column | None = None
    ) -> None:
        """Write what nobody may change, over the columns from `first` to `last`."""
        self._put(row, first, last or first, value, look)
        if text := text_of(self.worksheet[at(first, row)].value):
            self.fixed.append(Fixed(self.title, at(first, row), text))

    def heads(self, row: int, texts: dict[Column, str]) -> None:
        """Write headings."""
        for column, text in texts.items():
            self.fix(row, column, text, HEAD)

    def compute(self, cell: str, formula: str, look: Look = CENTRE) -> None:
        """Write a formula, given without its =."""
        made = self.worksheet[cell]
        made.value = f"={formula}"
        made._style = self._looks.of(look)  # noqa: SLF001 - see Looks

    def fill(
        self, row: int, first: Column, subject: Subject, kind: Kind, value: Shown, last: Column | None = None
    ) -> str:
        """Write a cell to fill with what is recorded; gives its name."""
        self._put(row, first, last or first, value, FILLED[kind])
        cell = at(first, row)
        before = text_of(self.worksheet[cell].value)
        self.fills.append(Fill(self.title, cell, subject, kind, before))
        return cell

    def finish(self) -> None:
        """Set the height of each row."""
        for row, height in self._heights.items():
            self.worksheet.row_dimensions[row].height = min(HIGHEST_ROW, height)

    def _put(self, row: int, first: Column, last: Column, value: Shown, look: Look) -> None:
        text, kind = _stored(value)
        style = self._looks.of(look, quoted=kind == "s" and starts_formula(str(text)))
        for column in range(first, last + 1):
            self._cell(row, column)._style = style  # type: ignore[attr-defined]  # noqa: SLF001
        cell = self._cell(row, first)
        if text is not None:
            cell.value = text
            # Said outright, because openpyxl takes "=…" for a formula.
            cell.data_type = kind
        if kind == "s":
            wide = sum(WIDTHS[Column(column)] for column in range(first, last + 1))
            need = measure.height(str(text), wide, look.size)
            self._heights[row] = max(need, self._heights.get(row, 0))
        if last > first:
            # openpyxl's own way looks at the borders of every cell anew, and costs more than all else.
            merged = CellRange(min_row=row, min_col=first, max_row=row, max_col=last)
            self.worksheet.merged_cells.ranges.add(merged)

    def _cell(self, row: int, column: int) -> Cell:
        cell = self.worksheet.cell(row, column)
        assert isinstance(cell, Cell)  # noqa: S101 - nothing is merged yet where a cell is written
        return cell


def _stored(value: Shown) -> tuple[str | Decimal | date | None, str]:
    match value:
        case None | "":
            return None, "n"
        case Decimal():
            return value, "n"
        case date():
            return value, "d"
    return cell_text(value), "s"

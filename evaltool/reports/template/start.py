"""A template to begin with: one of our own forms, with placeholders in its cells.

The form is written by its own code for the department of `sample`, so that form and template cannot drift
apart; what stands for a placeholder is then replaced by it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from types import MappingProxyType

from openpyxl.workbook import Workbook
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

from evaltool.language import N_, _
from evaltool.reports.national import form as national
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Sheet
from evaltool.reports.template.marks import marks_in, written
from evaltool.reports.template.names import PLACEHOLDERS, Group
from evaltool.reports.template.sample import NOTES, STANDS_FOR, YEAR, sample
from evaltool.reports.whole import form as whole
from evaltool.sheets.archive import saved
from evaltool.sheets.looks import Looks
from evaltool.sheets.safe import sheet_names

_UNDATED = datetime(1980, 1, 1)  # noqa: DTZ001 - a workbook's times have no zone
_LEAST_ROW = 30
"""Points of an indicator's row; it grows with its text."""


@dataclass(frozen=True, slots=True)
class _Start:
    """A form to begin with: its sheet's name, the widths of its columns, and what writes it.

    `named` are the placeholders that the department is known by, `notes` the one of the notes.
    """

    title: str
    units: Sequence[int]
    write: Callable[[Sheet, Scorecard], None]
    named: tuple[str, str]
    notes: str


def _write_national(sheet: Sheet, card: Scorecard) -> None:
    national.write(sheet, card, card.department.projects[0], card.score.projects[0])


STARTS: Mapping[str, _Start] = MappingProxyType(
    {
        "national": _Start(
            N_("项目支出绩效自评表"), national.UNITS, _write_national, ("实施单位", "部门编码"), "评分说明"
        ),
        "department": _Start(
            N_("部门整体支出绩效自评表"),
            whole.UNITS,
            partial(whole.write, listed=False),
            ("部门名称及编码", "部门名称及编码"),
            "部门评分说明",
        ),
    }
)
"""The forms that a template can begin with, by the name that the command line knows them by."""


def starting_point(name: str) -> bytes:
    """The content of a template in the form of that name, ready to be changed and filled."""
    start = STARTS[name]
    card = sample(*start.named)
    book = Workbook()
    worksheet = book.worksheets[0]
    (worksheet.title,) = sheet_names([_(start.title)])
    start.write(Sheet(worksheet, Looks(book), start.units), card)
    _put_placeholders(worksheet, card, start.notes)
    # One page for one indicator is no promise for many.
    worksheet.page_setup.fitToHeight = 0
    book.properties.created = book.properties.modified = _UNDATED
    book.properties.creator = "evaltool"
    return saved(book)


def _put_placeholders(worksheet: Worksheet, card: Scorecard, notes: str) -> None:
    what = f"{card.score.headline}.what"
    for row in worksheet.iter_rows():
        for cell in row:
            text = str(cell.value or "")
            if cell.data_type == "n" and text in STANDS_FOR:
                text, cell.data_type = written(STANDS_FOR[text]), "s"
            elif NOTES in text:
                text = written(notes)
            elif text == what:
                text = written("部门得分说明")
            else:
                text = text.replace(str(YEAR), written("年度"))
            if marks_in(text):
                cell.value = text
            if any(PLACEHOLDERS[mark.name][0] is Group.LINE for mark in marks_in(text)):
                worksheet.row_dimensions[int(cell.row or 1)] = RowDimension(worksheet, ht=_LEAST_ROW)
    foot = worksheet.oddFooter
    if foot is not None and foot.left.text == card.mark:
        foot.left.text = written("页脚标识")

"""What people wrote into a form where nothing is collected: it is said, so that it is not lost in silence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from evaltool.forms.identity import SHEET, Fill, Fixed, Identity
from scoring.findings import Finding, finding
from scoring.model import Source

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

MOST_COLUMNS = 200
"""Of any sheet of a form; ours have far fewer."""

BELOW = 100
"""Rows below a form, and of a sheet that is not ours, that are looked at."""

Place = tuple[str, str]
"""A sheet's name and a cell's."""


def elsewhere(identity: Identity, texts: Mapping[Place, str], file: str) -> Iterator[Finding]:
    """The first cell of each sheet that holds a text and is none to fill, and how many there are."""
    named: Iterable[Fill | Fixed] = (*identity.fills, *identity.fixed)
    known = {(each.sheet, each.cell) for each in named}
    strange: dict[str, list[str]] = defaultdict(list)
    for (title, cell), text in texts.items():
        if text and (title, cell) not in known:
            strange[title].append(cell)
    for title, cells in strange.items():
        source = Source(file, sheet=title, cell=cells[0])
        facts = {"found": texts[title, cells[0]], "count": len(cells)}
        yield finding("form.elsewhere", None, source, **facts)


def other_sheets(book: Workbook, identity: Identity, file: str) -> Iterator[Finding]:
    """Sheets that somebody added, copies of our own too. Hidden ones are a program's."""
    ours = {title for title, _project in identity.sheets} | {identity.instructions, SHEET}
    for sheet in book.worksheets:
        if sheet.title not in ours and sheet.sheet_state == "visible":
            sheet.reset_dimensions()
            rows = sheet.iter_rows(max_row=BELOW, max_col=MOST_COLUMNS, values_only=True)
            if any(value is not None for row in rows for value in row):
                yield finding("form.other_sheet", None, Source(file, sheet=sheet.title), sheet=sheet.title)

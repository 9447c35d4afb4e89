"""A returned form: what it says of itself, and what was put into its cells since it went out.

A workbook from outside may be anything, so this runs in a process of its own, limited in memory and time.
"""

from __future__ import annotations

import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum, auto
from itertools import islice
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from evaltool.forms.elsewhere import BELOW, MOST_COLUMNS, Place, elsewhere, other_sheets
from evaltool.forms.identity import (
    SHEET,
    AlteredError,
    Fill,
    Fixed,
    Identity,
    NotOursError,
    read_rows,
    text_of,
)
from evaltool.formulas.words import NO, YES
from scoring.findings import Finding, finding
from scoring.model import Source

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

MOST_MEGABYTES = 100
"""What a workbook may unpack to, all parts together."""

MOST_ROWS = 100_000
"""Of any sheet of a form, the hidden one included; ours have far fewer."""

_QUOTED = re.compile(r'"[^"]*"|\\.')


class Given(Enum):
    """What a cell was found to hold."""

    TEXT = auto()
    FIGURE = auto()
    DAY = auto()
    FORMULA = auto()
    """Its result is not looked at: what it refers to stays behind, and a figure is asked for."""
    FAULT = auto()
    """#REF! and the like."""


_OF_PEOPLE = (Given.TEXT, Given.FIGURE, Given.DAY)
"""What people write into cells that are none to fill: formulas stand there anyway, and their faults."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A cell that holds something else than when the form went out.

    `text` is what a person would type for it, `plain` what it is compared by (see `identity.text_of`).
    """

    fill: Fill
    text: str
    plain: str
    given: Given


@dataclass(frozen=True, slots=True)
class Returned:
    """A returned workbook. Where `findings` are not empty it is no form, or one that was altered."""

    identity: Identity | None
    answers: tuple[Answer, ...]
    findings: tuple[Finding, ...]
    beside: tuple[Finding, ...] = ()
    """What was written where nothing is collected."""


def read_form(data: bytes, file: str) -> Returned:
    """What a workbook says, in whatever program it was saved; never raises for what stands in it."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_MEGABYTES * 1_000_000:
                return _no_form("document.unpacks_too_large", file, limit=MOST_MEGABYTES)
        return _read(data, file)
    except NotOursError:
        return _no_form("form.not_ours", file)
    except AlteredError:
        return _no_form("form.altered_identity", file)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - a broken part may bring up anything in a library
        return _no_form("document.broken", file, format="xlsx")


def _no_form(code: str, file: str, **facts: object) -> Returned:
    return Returned(None, (), (finding(code, None, Source(file), **facts),))


def _read(data: bytes, file: str) -> Returned:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    try:
        if SHEET not in book.sheetnames:
            raise NotOursError(SHEET)
        identity = _identity(book)
        missing = [title for title, _project in identity.sheets if title not in book.sheetnames]
        if missing:
            odd = finding("form.no_sheet", None, Source(file), sheet=missing[0])
            return Returned(identity, (), (odd,))
        cells = _cells(book, identity)
        strange = {place: plain for place, (plain, _typed, given) in cells.items() if given in _OF_PEOPLE}
        beside = (*elsewhere(identity, strange, file), *other_sheets(book, identity, file))
    finally:
        book.close()
    altered = tuple(_altered(identity, cells, file))
    answers = () if altered else tuple(_answers(identity, cells))
    return Returned(identity, answers, altered, beside)


def _identity(book: Workbook) -> Identity:
    sheet: Any = book[SHEET]
    sheet.reset_dimensions()
    rows = list(islice(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), MOST_ROWS + 1))
    if len(rows) > MOST_ROWS:
        raise AlteredError(MOST_ROWS)
    try:
        return read_rows(rows)
    except (NotOursError, AlteredError):
        raise
    except (ValueError, LookupError, TypeError) as fault:  # a checksum can be made for any nonsense
        raise AlteredError(str(fault)) from None


def _cells(book: Workbook, identity: Identity) -> Mapping[Place, tuple[str, str, Given]]:
    """Of each cell that holds something: its plain text, the text as typed, and what it is."""
    from openpyxl.utils.cell import coordinate_to_tuple, get_column_letter

    last: dict[str, int] = defaultdict(int)
    named: Iterable[Fill | Fixed] = (*identity.fills, *identity.fixed)
    for each in named:
        row, column = coordinate_to_tuple(each.cell)
        if row > MOST_ROWS or column > MOST_COLUMNS:
            raise AlteredError(each.cell)
        last[each.sheet] = max(row, last[each.sheet])
    found: dict[Place, tuple[str, str, Given]] = {}
    for title in last.keys() & set(book.sheetnames):
        sheet: Any = book[title]
        sheet.reset_dimensions()
        for row, cells in enumerate(sheet.iter_rows(max_row=last[title] + BELOW, max_col=MOST_COLUMNS), 1):
            for column, cell in enumerate(cells, 1):
                if cell.value is not None:
                    found[title, f"{get_column_letter(column)}{row}"] = _held(cell)
    return found


def _held(cell: Any) -> tuple[str, str, Given]:
    value = cell.value
    if cell.data_type == "f":
        formula = str(getattr(value, "text", value) or "=")
        return formula, formula, Given.FORMULA
    plain = text_of(value)
    match value:
        case bool():
            return plain, YES if value else NO, Given.TEXT
        case int() | float():
            percent = "%" in _QUOTED.sub("", cell.number_format or "")
            typed = f"{text_of(Decimal(str(value)) * 100)}%" if percent else plain
            return plain, typed, Given.FIGURE
        case datetime() | date() | time() | timedelta():
            return plain, plain, Given.DAY
    return plain, plain, Given.FAULT if cell.data_type == "e" else Given.TEXT


def _altered(
    identity: Identity, cells: Mapping[Place, tuple[str, str, Given]], file: str
) -> Iterator[Finding]:
    """The first fixed cell of each sheet that does not say what it did: rows or columns may have moved."""
    seen: set[str] = set()
    for fixed in identity.fixed:
        found = cells.get((fixed.sheet, fixed.cell), ("", "", Given.TEXT))[0]
        if found != fixed.text and fixed.sheet not in seen:
            seen.add(fixed.sheet)
            place = Source(file, sheet=fixed.sheet, cell=fixed.cell)
            yield finding("form.altered", None, place, found=found, expected=fixed.text)


def _answers(identity: Identity, cells: Mapping[Place, tuple[str, str, Given]]) -> Iterable[Answer]:
    for fill in identity.fills:
        plain, typed, given = cells.get((fill.sheet, fill.cell), ("", "", Given.TEXT))
        if plain != fill.before:
            yield Answer(fill, typed, plain, given)

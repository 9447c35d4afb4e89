"""The cells of a workbook's sheets that hold anything, as they are shown, within limits of size.

The file is read part by part, so that neither a used range without end nor a part that unpacks to hundreds of
megabytes costs more than a look.
"""

from __future__ import annotations

import io
import posixpath
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from evaltool.documents.readers.cell_text import Styles, shown
from evaltool.documents.readers.sheet_parts import SheetPart, StringsPart, feed
from evaltool.documents.unreadable import Unreadable

MOST_ROWS = 100_000
"""A department has thousands of lines at most; more is not a table of actuals."""
MOST_CELLS = 2_000_000
"""Twenty columns in each of the most rows; empty ones before the last that is filled count too."""
MOST_MEGABYTES = 100
"""What a workbook may unpack to, all parts together."""
_MOST_ABOUT = 16_000_000
"""Bytes of a part that says something about the others; it is held as a whole."""


class Place(NamedTuple):
    """One row of a sheet by its number, its texts up to the last one, and the formulas without a result."""

    row: int
    texts: list[str]
    pending: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Book:
    archive: ZipFile
    strings: Sequence[str]
    styles: Styles


class WorkbookCells:
    """The sheets of a workbook in their order. Raises `Unreadable` where it is broken or too large."""

    def __init__(self, data: bytes, file: str) -> None:
        self.data = data
        self.file = file
        self._left = MOST_CELLS

    def sheets(self) -> Iterator[tuple[str, list[Place]]]:
        """Each sheet's name and its rows that hold anything."""
        try:
            with ZipFile(io.BytesIO(self.data)) as archive:
                self._unpacks_to_little(archive)
                yield from self._sheets(archive)
        except Unreadable:
            raise
        except Exception:  # noqa: BLE001 - a broken archive or part may fail in any way at all
            raise Unreadable("table.unreadable", self.file) from None

    def _unpacks_to_little(self, archive: ZipFile) -> None:
        if sum(part.file_size for part in archive.infolist()) > MOST_MEGABYTES * 1_000_000:
            raise Unreadable("table.too_large", self.file, limit=MOST_MEGABYTES)

    def _sheets(self, archive: ZipFile) -> Iterator[tuple[str, list[Place]]]:
        main = next(target for kind, target in _relations(archive, "").values() if kind == "officeDocument")
        related = _relations(archive, main)
        parts = dict(related.values())
        workbook = ET.fromstring(_about(archive, main))  # noqa: S314 - expat refuses texts that expand
        is_1904 = any(_name(one) == "workbookPr" and _is_true(one.get("date1904")) for one in workbook)
        styles = Styles.of(_about(archive, parts["styles"]) if "styles" in parts else b"", is_1904=is_1904)
        book = _Book(archive, self._strings(archive, parts.get("sharedStrings", "")), styles)
        for sheet in (one for one in workbook.iter() if _name(one) == "sheet"):
            number = next(value for name, value in sheet.attrib.items() if name.endswith("}id"))
            kind, target = related.get(number, ("", ""))
            if kind == "worksheet" and target in archive.namelist():
                yield sheet.get("name", ""), self._sheet(book, target)

    def _strings(self, archive: ZipFile, name: str) -> Sequence[str]:
        part = StringsPart()
        if name in archive.namelist():
            with archive.open(name) as stream:
                for _piece in feed(stream, part):
                    self._within(len(part.strings) <= MOST_CELLS)
        return part.strings

    def _sheet(self, book: _Book, name: str) -> list[Place]:
        rows: dict[int, dict[int, str]] = {}
        pending: dict[int, set[int]] = {}
        part = SheetPart()
        count = 0
        with book.archive.open(name) as stream:
            for _piece in feed(stream, part):
                for cell in part.cells:
                    text, has_result = shown(cell, book.strings, book.styles)
                    if text:
                        rows.setdefault(cell.row, {})[cell.column] = text
                        count += 1
                    if not has_result:
                        pending.setdefault(cell.row, set()).add(cell.column - 1)
                part.cells.clear()
                if len(rows) > MOST_ROWS:
                    raise Unreadable("document.too_many_lines", self.file, limit=MOST_ROWS)
                self._within(count <= self._left)
        self._clear_merged(rows, part.merged)
        return [self._place(row, cells, pending.get(row, set())) for row, cells in sorted(rows.items())]

    def _place(self, row: int, cells: Mapping[int, str], pending: set[int]) -> Place:
        width = max(cells, default=0)
        self._left -= width
        self._within(self._left >= 0)
        return Place(row, [cells.get(column, "") for column in range(1, width + 1)], frozenset(pending))

    def _clear_merged(self, rows: dict[int, dict[int, str]], ranges: Sequence[str]) -> None:
        """Take away what lies hidden below a merged cell: only its first cell is shown."""
        from openpyxl.worksheet.cell_range import CellRange

        numbers, looked = sorted(rows), 0
        for reference in ranges:
            left, top, right, bottom = CellRange(reference).bounds
            for row in numbers[bisect_left(numbers, top) : bisect_left(numbers, bottom + 1)]:
                looked += 1
                hidden = [column for column in rows[row] if left <= column <= right]
                for column in hidden:
                    if (row, column) != (top, left):
                        del rows[row][column]
            self._within(looked <= MOST_CELLS)

    def _within(self, is_within: bool) -> None:
        if not is_within:
            raise Unreadable("table.too_many_cells", self.file, limit=MOST_CELLS)


def _about(archive: ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > _MOST_ABOUT:
        raise ValueError(name)
    return archive.read(name)


def _relations(archive: ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """By its id, the kind and the name of each part that a part refers to."""
    folder, name = posixpath.split(part)
    found = _about(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    return {
        one.get("Id", ""): (
            one.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/"),
        )
        for one in ET.fromstring(found)  # noqa: S314 - expat refuses texts that expand
    }


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _is_true(text: str | None) -> bool:
    return text in {"1", "true"}

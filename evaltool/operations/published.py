"""Tables that already carry scores, read as they are printed: forms, or one indicator a row.

A form may stand anywhere in a sheet: titles, a block of money with the execution rate, then the indicators.
What a merged cell says once holds for the rows below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from evaltool.documents import Unreadable
from evaltool.documents.readers.sheets import SheetRow, read_sheets
from evaltool.operations.published_headers import (
    indicator_header,
    is_column,
    money_header,
    named_twice,
    plain,
)
from evaltool.operations.published_names import (
    COLUMNS,
    EXECUTION,
    MONEY_LINE,
    PROJECT_LABELS,
    SIGN,
    WHOLE_TOTAL,
    YEAR,
)
from scoring.findings import Finding, finding
from scoring.notation import is_blank, normalise
from scoring.recheck import PublishedLine
from scoring.recheck.figures import points_of
from scoring.recheck.rows import Kind, kinds_of
from scoring.recheck.sums import WHOLE

_FIGURE = re.compile("[0-9]")


class Printed(NamedTuple):
    """A line, and the row and the column of its score, counted from 1 in its sheet."""

    line: PublishedLine
    row: int
    column: int


class Place(NamedTuple):
    """A row of a file: its sheet, empty for a text, its number in it from 1, and the text of each cell."""

    sheet: str
    row: int
    cells: tuple[str, ...]


class Published(NamedTuple):
    """The lines of a file, all its rows, and what is odd about how the table is made."""

    printed: tuple[Printed, ...]
    rows: tuple[Place, ...]
    findings: tuple[Finding, ...]


def read_published(path: Path) -> Published:
    """The lines of a table that carries scores. Raises `Unreadable` where the file holds none."""
    printed: list[Printed] = []
    findings: list[Finding] = []
    has_header = False
    sheets = read_sheets(path, is_column)
    for rows in sheets:
        sheet = _Sheet(path.stem)
        printed += sheet.read(rows)
        findings += sheet.findings
        has_header = has_header or sheet.has_header
    if not has_header:
        raise Unreadable("recheck.no_header", path.name)
    return Published(tuple(printed), tuple(_places(sheets)), tuple(findings))


def _places(sheets: Sequence[Sequence[SheetRow]]) -> Iterator[Place]:
    for rows in sheets:
        for place, row in enumerate(rows, 1):
            yield Place(row.source.sheet, row.source.row or place, row.cells)


class _Sheet:
    """Reads one sheet from top to bottom, and knows what the rows above said."""

    def __init__(self, document: str) -> None:
        self.has_header = False
        self.findings: list[Finding] = []
        self.columns: Sequence[str] = ()
        self.is_money = False
        self.score_column = 1
        self.above = {"document": document, "project": "", "level1": "", "level2": ""}
        self.year: int | None = None

    def read(self, rows: Sequence[SheetRow]) -> Iterator[Printed]:
        """The lines of the sheet in their order."""
        skip = False
        for place, row in enumerate(rows):
            if skip:
                skip = False
                continue
            below = rows[place + 1].cells if place + 1 < len(rows) else ()
            if columns := indicator_header(row.cells, below):
                self._begin(columns[0], is_money=False)
                self.findings += [
                    finding("recheck.header_twice", source=row.source, header=name)
                    for name in named_twice(row.cells)
                ]
                skip, self.has_header = columns[1], True
            elif columns_of_money := money_header(row.cells):
                self._begin(columns_of_money, is_money=True)
            elif (line := self._line(row)) is not None:
                yield Printed(line, row.source.row or place + 1, self.score_column)
                self._extra(row, line)
            else:
                self._title(row.cells)

    def _begin(self, columns: Sequence[str], *, is_money: bool) -> None:
        self.columns, self.is_money = columns, is_money
        self.score_column = columns.index("score") + 1 if "score" in columns else 1
        self.above |= {"level1": "", "level2": ""}

    def _extra(self, row: SheetRow, line: PublishedLine) -> None:
        """A cell of a text beyond its header: those before it may have moved. In a workbook none can."""
        extra = next(filter(None, row.cells[len(self.columns) :]), None)
        if extra is not None and self.columns and not row.source.sheet:
            self.findings.append(
                finding("table.extra_cell", source=row.source, text=extra, row=line.indicator)
            )

    def _title(self, cells: Sequence[str]) -> None:
        """A row outside of the tables: it may name the project or the year."""
        said = [cell for cell in cells if cell]
        for label, value in pairwise(said):
            if plain(label) in PROJECT_LABELS and plain(value) not in COLUMNS:
                self.above["project"], self.columns = value, ()
        if not self.columns and (found := YEAR.search(normalise("".join(said)))):
            self.year = int(found[1])

    def _line(self, row: SheetRow) -> PublishedLine | None:
        cells = {column: cell for column, cell in zip(self.columns, row.cells, strict=False) if column}
        if self.is_money:
            return self._money(row, cells)
        if "document" in self.columns:
            return self._listed(row, cells)
        return self._indicator(row, cells) if self.columns else None

    def _money(self, row: SheetRow, cells: Mapping[str, str]) -> PublishedLine | None:
        """A line of money; the first row that is none ends the block."""
        labels = self._labels(row)
        label = plain(labels[-1]) if labels else ""
        if not MONEY_LINE.fullmatch(label):
            self.columns = ()
            return None
        if not (cells.get("target") or cells.get("actual")):
            return None
        return self._made(row, cells, EXECUTION, "", label)

    def _labels(self, row: SheetRow) -> list[str]:
        """The texts of a row that stand in no column."""
        columns = [*self.columns, *[""] * len(row.cells)]
        return [cell for cell, column in zip(row.cells, columns, strict=False) if cell and not column]

    def _listed(self, row: SheetRow, cells: Mapping[str, str]) -> PublishedLine:
        """A row of a list that names its document: each of its cells speaks for itself."""
        self.above |= {column: cells.get(column, "") for column in ("document", "project")}
        level1, level2, name = (cells.get(column, "") for column in ("level1", "level2", "indicator"))
        return self._made(row, cells, level1, level2, name)

    def _indicator(self, row: SheetRow, cells: Mapping[str, str]) -> PublishedLine | None:
        level1, level2 = (_joined(cells.get(column, "")) for column in ("level1", "level2"))
        name = cells.get("indicator", "")
        has_values = any(cells.get(column) for column in ("target", "actual", "weight", "score"))
        if not has_values and is_blank(name):
            return None
        project = cells.get("project") or self.above["project"]
        if project != self.above["project"]:
            self.above |= {"project": project, "level1": "", "level2": ""}
        if is_blank(name):
            name = level2 or level1 or next(iter(self._labels(row)), name)
        line = self._made(row, cells, level1, level2, name)
        kind = kinds_of([line])[0]
        if kind is Kind.TOTAL:
            self._end(line)
            return line
        if kind is Kind.EXECUTION or level1:
            levels = {"level1": level1, "level2": level2}
        else:
            levels = {"level1": self.above["level1"], "level2": level2 or self.above["level2"]}
        self.above |= levels if kind is not Kind.EXECUTION else {"level1": "", "level2": ""}
        return self._made(row, cells, levels["level1"], levels["level2"], name)

    def _end(self, total: PublishedLine) -> None:
        """A form ends with its total; a list that names the project in each row goes on."""
        is_last = WHOLE_TOTAL in total.indicator or points_of(total.weight) == WHOLE
        if is_last and "project" not in self.columns:
            self.columns = ()

    def _made(
        self, row: SheetRow, cells: Mapping[str, str], level1: str, level2: str, name: str
    ) -> PublishedLine:
        return PublishedLine(
            self.above["document"],
            self.above["project"],
            level1,
            level2,
            name,
            _target(cells),
            cells.get("actual", ""),
            cells.get("weight", ""),
            cells.get("score", ""),
            row.source,
            rate=cells.get("rate", ""),
            converted=cells.get("converted", ""),
            year=self.year,
            pending=frozenset(
                column for place, column in enumerate(self.columns) if column and place in row.pending
            ),
        )


def _target(cells: Mapping[str, str]) -> str:
    """The target with the sign and the unit that some forms print in columns of their own."""
    target, sign, unit = (cells.get(column, "") for column in ("target", "sign", "unit"))
    if not _FIGURE.search(target):
        return target
    if SIGN.fullmatch(plain(sign)) and not target.startswith(sign):
        target = sign + target
    return target + unit if unit and target[-1:].isdigit() else target


def _joined(text: str) -> str:
    """A level's name that a narrow column breaks into lines."""
    return "".join(text.split())

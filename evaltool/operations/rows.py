"""The rows of a table of actuals by their columns, wherever its header stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from evaltool.operations.names import HEADERS, is_line
from scoring.findings import Finding, finding
from scoring.model import Source
from scoring.notation import normalise

if TYPE_CHECKING:
    from evaltool.documents.tables import SheetRow

HEADER_WITHIN = 10
"""Titles and remarks may stand above the header, in so many rows at most."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row by its columns. What says whose figures these are stands first, the figures and texts after."""

    source: Source
    project: str = ""
    name: str = ""
    level1: str = ""
    level2: str = ""
    objective: str = ""
    ordinal: str = ""
    actual: str = ""
    share: str = ""
    reason: str = ""
    action: str = ""
    evidence: str = ""
    adjusted: str = ""
    approval: str = ""
    override: str = ""
    override_reason: str = ""
    steps: str = ""
    weight: str = ""

    def values(self) -> Iterator[tuple[str, str]]:
        """The cells that are to be recorded and are not empty, each with its column."""
        for column in _RECORDED:
            text = getattr(self, column)
            if text:
                yield column, text

    @property
    def says_something(self) -> bool:
        """Whether there is anything to record."""
        return any(True for _ in self.values())


_RECORDED = tuple(column.name for column in fields(Row))[7:]


def rows_of(path: Path) -> tuple[list[Row], list[Finding]]:
    """The rows under the header, and what is odd about the table. Raises `documents.Unreadable`."""
    from evaltool.documents import Unreadable
    from evaltool.documents.tables import read_rows

    table = read_rows(path, lambda cell: _column(cell) != "")
    headers = [_header(row.cells) for row in table[:HEADER_WITHIN]]
    at = next((i for i, columns in enumerate(headers) if _is_header(columns)), None)
    if at is None:
        raise Unreadable("actuals.no_header", path.name)
    row, header = table[at], headers[at]
    findings = [
        finding(
            "actuals.line_as_column" if is_line(cell) else "actuals.unknown_column",
            source=row.source,
            column=cell,
        )
        for cell, column in zip(row.cells, header, strict=True)
        if cell and not column
    ]
    rows = []
    for line in table[at + 1 :]:
        odd = _misread(header, line)
        if odd is None:
            rows.append(Row(line.source, **_by_column(header, line.cells)))
        else:
            findings.append(odd)
    return rows, findings


def _misread(header: Sequence[str], line: SheetRow) -> Finding | None:
    """Why the cells of a row are not what they seem: one too many, or a formula that was never calculated.

    In a workbook no cell can move; what stands beside the table is none of its business.
    """
    extra = next(filter(None, line.cells[len(header) :]), None)
    if extra is not None and not line.source.sheet:
        return finding("actuals.extra_cell", source=line.source, text=extra)
    for place, (column, cell) in enumerate(zip(header, line.cells, strict=False)):
        if column and place in line.pending:
            return finding("actuals.no_result", source=line.source, text=cell)
    return None


def _is_header(columns: Sequence[str]) -> bool:
    """Whether columns name indicators and something to record of them."""
    return "name" in columns and not set(_RECORDED).isdisjoint(columns)


def _header(cells: Sequence[str]) -> list[str]:
    """The column that each cell names; empty where it names none, or one that stood before."""
    columns: list[str] = []
    for cell in cells:
        column = _column(cell)
        columns.append("" if column in columns else column)
    return columns


def _column(cell: str) -> str:
    return HEADERS.get(normalise(cell).replace(" ", "").lower(), "")


def _by_column(header: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    return {column: cell for column, cell in zip(header, cells, strict=False) if column}

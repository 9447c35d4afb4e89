"""An indicator table as it stands: columns by their headers, levels carried down through merged cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evaltool.documents.blocks import Cell, Row, one_line, shown
from evaltool.documents.recognition.doubts import Doubt, doubt, extra_cells
from evaltool.documents.recognition.labels import COLUMN_OF, Column, label
from scoring.model import Source, level_name
from scoring.notation import is_blank


@dataclass(frozen=True, slots=True)
class Line:
    """A row with an indicator. `missing` are the headers of columns that the row does not reach."""

    level1: str
    level2: str
    cells: Mapping[Column, Cell]
    missing: str = ""

    def text(self, column: Column) -> str:
        """What the row says in a column; empty where there is no such column or nothing in it."""
        cell = self.cells.get(column)
        return cell.text if cell else ""

    def place(self, column: Column) -> Source:
        """Where the row says it; the place of the indicator's name where the row does not."""
        return self.cells.get(column, self.cells[Column.NAME]).source


class IndicatorTable:
    """The rows below one row of headers. A row's cells mean what the header at the same place says."""

    def __init__(self, headers: Row) -> None:
        self.headers = tuple(one_line(cell.text) for cell in headers.cells)
        roles = [COLUMN_OF.get(label(cell.text)) for cell in headers.cells]
        self._roles = [role if role not in roles[:place] else None for place, role in enumerate(roles)]
        self._level1 = self._level2 = ""
        self.doubts = [
            doubt("table.unknown_column", cell, header=shown(cell.text))
            for cell, role in zip(headers.cells, self._roles, strict=True)
            if cell.text and not role
        ]

    @staticmethod
    def begins_at(row: Row) -> bool:
        """Whether `row` holds the headers of an indicator table: at least the indicator's name and target."""
        roles = {COLUMN_OF.get(label(cell.text)) for cell in row.filled}
        return {Column.NAME, Column.TARGET} <= roles

    def read(self, row: Row) -> tuple[Line | None, list[Doubt]]:
        """The indicator in a row, or None where it names none (a stroke, ……), and what is odd about the row.

        A row that is too short to reach its name says nothing about the levels of the rows below.
        """
        doubts = self._extra(row)
        cells = {role: cell for role, cell in zip(self._roles, row.cells, strict=False) if role and cell.text}
        missing = self._beyond(row)
        if is_blank(cells[Column.NAME].text if Column.NAME in cells else ""):
            said = [cell for role, cell in cells.items() if role not in _LEVELS and not is_blank(cell.text)]
            if missing or said:
                doubts.append(doubt("indicator.no_name", row.filled[0], text=row.text))
            else:
                doubts.extend(self._carry(cells))
            return None, doubts
        doubts.extend(self._carry(cells))
        name = cells[Column.NAME]
        if missing:
            doubts.append(doubt("table.short_row", name, row=row.text, missing=missing))
        if Column.LEVEL1 in self._roles and not self._level1:
            doubts.append(doubt("indicator.no_level", name, name=shown(name.text)))
        return Line(self._level1, self._level2, cells, missing), doubts

    def _extra(self, row: Row) -> list[Doubt]:
        """Cells that stand under no header."""
        width = len(self.headers)
        stray = (place for place in range(len(row.cells)) if place >= width or not self.headers[place])
        return extra_cells([row.cells[place] for place in stray], row)

    def _carry(self, cells: Mapping[Column, Cell]) -> list[Doubt]:
        """Keep the levels for the rows below, which leave a merged level empty."""
        level1, level2 = (level_name(cells[role].text) if role in cells else "" for role in _LEVELS)
        changed = level1 not in ("", self._level1)
        if changed:
            self._level1, self._level2 = level1, ""
        self._level2 = level2 or self._level2
        if not changed:
            return []
        said = one_line(cells[Column.LEVEL1].text)
        if level1.removesuffix("指标") == "".join(said.split()).removesuffix("指标"):
            return []
        return [doubt("level.renamed", cells[Column.LEVEL1], "level1", text=shown(said), read=shown(level1))]

    def _beyond(self, row: Row) -> str:
        """The headers, of columns that are read, that the row does not reach."""
        places = range(len(row.cells), len(self.headers))
        return "、".join(self.headers[place] for place in places if self._roles[place])


_LEVELS = (Column.LEVEL1, Column.LEVEL2)

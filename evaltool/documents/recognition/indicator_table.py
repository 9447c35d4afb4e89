"""An indicator table as it stands: columns by their headers, levels carried down through merged cells."""

from __future__ import annotations

from collections.abc import Mapping

from evaltool.documents.blocks import Cell, Row, one_line, shown
from evaltool.documents.recognition.columns import Column, is_column, named_twice
from evaltool.documents.recognition.doubts import Doubt, doubt, extra_cells
from evaltool.documents.recognition.headers import Header
from evaltool.documents.recognition.levels import LEVELS, Levels, goal_as_level
from evaltool.documents.recognition.line import Line, is_nothing, without_marks
from evaltool.documents.recognition.sums import is_last, is_sum
from scoring.notation import is_blank

_PART = "其中"
_INDICATORS = "指标"
"""What the title merged down left of the levels says: 专项年度绩效指标."""


class IndicatorTable:
    """The rows below a header. A row's cells mean what the header at the same place says."""

    def __init__(self, header: Header[Column], row: Row) -> None:
        self.header = header
        self._levels = Levels()
        later = header.place(Column.LATER)
        self._later = "" if later is None else one_line(header.texts[later])
        twice = set(named_twice(header.texts))
        level1 = header.place(Column.LEVEL1) or 0
        self.doubts = [
            doubt("table.unknown_column", row.cells[min(place, len(row.cells) - 1)], header=shown(text))
            for place, (text, role) in enumerate(zip(header.texts, header.columns, strict=True))
            if text and not role and (text in twice or not is_column(text))
            if place >= level1 or _INDICATORS not in text
        ]

    def has(self, *columns: Column) -> bool:
        """Whether the table has one of these columns."""
        return any(column in self.header.columns for column in columns)

    def cells(self, row: Row) -> dict[Column, Cell]:
        """The cells of a row that say something, by what they mean."""
        pairs = zip(self.header.columns, row.cells, strict=False)
        return {role: cell for role, cell in pairs if role and cell.text}

    def forget_levels(self) -> None:
        """Another project's rows begin: nothing is carried down into them."""
        self._levels = Levels()

    def read(self, row: Row) -> tuple[Line | None, list[Doubt]]:
        """The indicator in a row, or None where it names none (a stroke, ……), and what is odd about the row.

        A row that is too short to reach its name says nothing about the levels of the rows below.
        """
        cells = self.cells(row)
        if self.has(Column.GOAL) and len(row.filled) == 1 and Column.GOAL in cells:
            return None, self._levels.carry(goal_as_level(cells[Column.GOAL]))
        doubts = self._extra(row)
        missing = self._beyond(row)
        name = self._name(cells)
        if not name:
            said = [cell for role, cell in cells.items() if role in _SAYING and not is_nothing(cell.text)]
            if missing or said:
                doubts.append(doubt("indicator.no_name", row.filled[0], text=row.text))
            else:
                doubts.extend(self._levels.carry(cells))
            return None, doubts
        if self.part(row):
            return None, [*doubts, doubt("indicator.sub_row", cells[Column.NAME], text=row.text)]
        doubts.extend(self._levels.carry(cells))
        cell = cells.get(Column.NAME, row.filled[0])
        if missing:
            doubts.append(doubt("table.short_row", cell, row=row.text, missing=missing))
        if self.has(Column.LEVEL1) and not self._levels.first:
            doubts.append(doubt("indicator.no_level", cell, name=shown(name)))
        return Line(self._levels.first, self._levels.second, name, cells, missing, self._later), doubts

    def _name(self, cells: Mapping[Column, Cell]) -> str:
        """The indicator's name without list numbers and stars.

        Where results are printed for a level that has no third level, the level is what was judged.
        """
        cell = cells.get(Column.NAME)
        text = one_line(cell.text) if cell else ""
        text = text.partition("=")[0] if self.has(Column.GOAL) else text
        name = without_marks(text)
        name = "" if is_blank(text) or is_nothing(name) else name
        if name or any(is_nothing(self._text(cells, column)) for column in (Column.ACTUAL, Column.SCORE)):
            return name
        level = cells.get(Column.LEVEL2) or cells.get(Column.LEVEL1)
        return one_line(level.text) if level else ""

    @staticmethod
    def _text(cells: Mapping[Column, Cell], column: Column) -> str:
        return one_line(cells[column].text) if column in cells else ""

    def is_sum(self, row: Row) -> bool:
        """Whether a row is a total, or the row of money that some forms print below the indicators."""
        return is_sum(self.cells(row), row.filled[0].text)

    def is_last(self, row: Row) -> bool:
        """Whether a total ends the table. A list goes on."""
        return is_last(self.cells(row), row.filled[0].text) and not self.has(Column.PROJECT, Column.CODE)

    def part(self, row: Row) -> str:
        """What a row says that is a part of the indicator above it and has no points of its own."""
        cells = self.cells(row)
        name = without_marks(one_line(cells[Column.NAME].text)) if Column.NAME in cells else ""
        if not name.startswith(_PART) or not self.has(Column.WEIGHT) or Column.WEIGHT in cells:
            return ""
        target = cells.get(Column.TARGET)
        return f"{name}：{one_line(target.text)}" if target else name

    def _extra(self, row: Row) -> list[Doubt]:
        """Cells that stand under no header. A sheet has notes beside its table; they belong to nobody."""
        texts = self.header.texts
        sheet = bool(row.cells[0].source.sheet)
        first = next((place for place, text in enumerate(texts) if text), 0)
        stray = (
            place
            for place in range(first, len(row.cells))
            if (not sheet if place >= len(texts) else not texts[place])
        )
        return extra_cells([row.cells[place] for place in stray], row)

    def _beyond(self, row: Row) -> str:
        """The headers, of columns that are read, that the row does not reach."""
        texts, columns = self.header.texts, self.header.columns
        places = range(len(row.cells), len(texts))
        return "、".join(
            texts[place] for place in places if columns[place] and columns[place] not in _OPTIONAL
        )


_SAYING = frozenset(Column) - {*LEVELS, Column.NAME, Column.ASIDE, Column.PROJECT, Column.DOCUMENT}
_OPTIONAL = frozenset({Column.ASIDE, Column.REASON})

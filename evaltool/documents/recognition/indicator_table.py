"""An indicator table as it stands: columns by their headers, levels carried down through merged cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from evaltool.documents.blocks import Cell, CellState, Row, one_line, shown
from evaltool.documents.recognition.columns import Column, is_column, named_twice
from evaltool.documents.recognition.doubts import Doubt, doubt, extra_cells
from evaltool.documents.recognition.headers import Header
from scoring.model import Source
from scoring.notation import is_blank
from scoring.notation.lexicon import bare_name
from scoring.recheck.rows import bare, is_total_name, level_of

_LEVELS = (Column.LEVEL1, Column.LEVEL2)
_PART = "其中"
_EXECUTION = re.compile("(?:预算|资金)执行率?")


@dataclass(frozen=True, slots=True)
class Line:
    """A row with an indicator. `missing` are the headers of columns that the row does not reach."""

    level1: str
    level2: str
    name: str
    cells: Mapping[Column, Cell]
    missing: str = ""

    def text(self, column: Column) -> str:
        """What the row says in a column; empty where there is no such column or no result."""
        cell = self.cells.get(column)
        return cell.text if cell and cell.state is not CellState.PENDING else ""

    def place(self, column: Column) -> Source:
        """Where the row says it; the place of the row's first cell where the row does not."""
        cell = self.cells.get(column) or self.cells.get(Column.NAME) or next(iter(self.cells.values()))
        return cell.source


class IndicatorTable:
    """The rows below a header. A row's cells mean what the header at the same place says."""

    def __init__(self, header: Header[Column], row: Row) -> None:
        self.header = header
        self._level1 = self._level2 = ""
        twice = set(named_twice(header.texts))
        self.doubts = [
            doubt("table.unknown_column", row.cells[min(place, len(row.cells) - 1)], header=shown(text))
            for place, (text, role) in enumerate(zip(header.texts, header.columns, strict=True))
            if text and not role and (text in twice or not is_column(text))
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
        self._level1 = self._level2 = ""

    def read(self, row: Row) -> tuple[Line | None, list[Doubt]]:
        """The indicator in a row, or None where it names none (a stroke, ……), and what is odd about the row.

        A row that is too short to reach its name says nothing about the levels of the rows below.
        """
        cells = self.cells(row)
        if self._is_sum(cells):
            return None, []
        doubts = self._extra(row)
        missing = self._beyond(row)
        name = self._name(cells)
        if not name:
            said = [cell for role, cell in cells.items() if role in _SAYING and not is_blank(cell.text)]
            if missing or said:
                doubts.append(doubt("indicator.no_name", row.filled[0], text=row.text))
            else:
                doubts.extend(self._carry(cells))
            return None, doubts
        if name.startswith(_PART) and Column.WEIGHT in self.header.columns and Column.WEIGHT not in cells:
            return None, [*doubts, doubt("indicator.sub_row", cells[Column.NAME], text=row.text)]
        doubts.extend(self._carry(cells))
        cell = cells.get(Column.NAME, row.filled[0])
        if missing:
            doubts.append(doubt("table.short_row", cell, row=row.text, missing=missing))
        if self.has(Column.LEVEL1) and not self._level1:
            doubts.append(doubt("indicator.no_level", cell, name=shown(name)))
        return Line(self._level1, self._level2, name, cells, missing), doubts

    def _name(self, cells: Mapping[Column, Cell]) -> str:
        """The indicator's name without list numbers and stars.

        Where results are printed for a level that has no third level, the level is what was judged.
        """
        cell = cells.get(Column.NAME)
        text = one_line(cell.text) if cell else ""
        name = "" if is_blank(text) else _without_marks(text)
        if name or not (Column.ACTUAL in cells and Column.SCORE in cells):
            return name
        level = cells.get(Column.LEVEL2) or cells.get(Column.LEVEL1)
        return one_line(level.text) if level else ""

    def _is_sum(self, cells: Mapping[Column, Cell]) -> bool:
        """Whether the row is a total, or the row of money that some forms print below the indicators."""
        texts = [cells[column].text if column in cells else "" for column in (*_LEVELS, Column.NAME)]
        first = next(filter(None, texts), "")
        money = _EXECUTION.fullmatch(bare(first).removesuffix("指标")) is not None
        return is_total_name(*texts) or (money and not cells.keys() & {Column.TARGET})

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

    def _carry(self, cells: Mapping[Column, Cell]) -> list[Doubt]:
        """Keep the levels for the rows below, which leave a merged level empty."""
        level1, level2 = (level_of(cells[role].text) if role in cells else "" for role in _LEVELS)
        changed = level1 not in ("", self._level1)
        if changed:
            self._level1, self._level2 = level1, ""
        self._level2 = level2 or self._level2
        if not changed:
            return []
        said = one_line(cells[Column.LEVEL1].text)
        if level1.removesuffix("指标") == bare_name(bare(said)).removesuffix("指标"):
            return []
        return [doubt("level.renamed", cells[Column.LEVEL1], "level1", text=shown(said), read=shown(level1))]

    def _beyond(self, row: Row) -> str:
        """The headers, of columns that are read, that the row does not reach."""
        texts, columns = self.header.texts, self.header.columns
        places = range(len(row.cells), len(texts))
        return "、".join(
            texts[place] for place in places if columns[place] and columns[place] not in _OPTIONAL
        )


_SAYING = frozenset(Column) - {*_LEVELS, Column.NAME, Column.ASIDE, Column.PROJECT, Column.DOCUMENT}
_OPTIONAL = frozenset({Column.ASIDE, Column.REASON})
_MARKS = re.compile(r"^(?:[★☆*※▲△●○◆◇■□·\s]+|(?:指标|目标)\s?[0-9]{1,2}\s?[:：、.．]?)+")


def _without_marks(name: str) -> str:
    """A name without the stars and 「指标1：」 before it."""
    return _MARKS.sub("", name, count=1).strip()

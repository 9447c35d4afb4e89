"""An indicator table as it stands: columns by their headers, levels carried down through merged cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from evaltool.documents.blocks import Cell, CellState, Row, one_line, shown
from evaltool.documents.recognition.columns import Column, is_column, named_twice
from evaltool.documents.recognition.doubts import Doubt, doubt, extra_cells
from evaltool.documents.recognition.headers import Header
from scoring.model import Source
from scoring.notation import is_blank
from scoring.notation.lexicon import bare_name
from scoring.recheck.figures import points_of
from scoring.recheck.rows import bare, is_total_name, level_of
from scoring.recheck.sums import WHOLE

_LEVELS = (Column.LEVEL1, Column.LEVEL2)
_PART = "其中"
_INDICATORS = "指标"
"""What the title merged down left of the levels says: 专项年度绩效指标."""
_WHOLE = "总"
_LONGEST_SUM = 20
_HAN_NUMBERS = "一二三四五六七八九十"
_EXECUTION = re.compile("(?:预算|资金)执行率?")


@dataclass(frozen=True, slots=True)
class Line:
    """A row with an indicator. `missing` are the headers of columns that the row does not reach.

    `later` is how the value for the whole period is called, `parts` what the rows of its parts below it say.
    """

    level1: str
    level2: str
    name: str
    cells: Mapping[Column, Cell]
    missing: str = ""
    later: str = ""
    parts: tuple[str, ...] = ()

    def with_part(self, part: str) -> Line:
        """The line with one more of its parts: 其中苹果树种植面积：5亩."""
        return replace(self, parts=(*self.parts, part))

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
        self._level1 = self._level2 = ""

    def read(self, row: Row) -> tuple[Line | None, list[Doubt]]:
        """The indicator in a row, or None where it names none (a stroke, ……), and what is odd about the row.

        A row that is too short to reach its name says nothing about the levels of the rows below.
        """
        cells = self.cells(row)
        if self.has(Column.GOAL) and len(row.filled) == 1 and Column.GOAL in cells:
            return None, self._carry(self._goal_as_level(cells[Column.GOAL]))
        doubts = self._extra(row)
        missing = self._beyond(row)
        name = self._name(cells)
        if not name:
            said = [cell for role, cell in cells.items() if role in _SAYING and not _is_nothing(cell.text)]
            if missing or said:
                doubts.append(doubt("indicator.no_name", row.filled[0], text=row.text))
            else:
                doubts.extend(self._carry(cells))
            return None, doubts
        if self.part(row):
            return None, [*doubts, doubt("indicator.sub_row", cells[Column.NAME], text=row.text)]
        doubts.extend(self._carry(cells))
        cell = cells.get(Column.NAME, row.filled[0])
        if missing:
            doubts.append(doubt("table.short_row", cell, row=row.text, missing=missing))
        if self.has(Column.LEVEL1) and not self._level1:
            doubts.append(doubt("indicator.no_level", cell, name=shown(name)))
        return Line(self._level1, self._level2, name, cells, missing, self._later), doubts

    def _goal_as_level(self, cell: Cell) -> dict[Column, Cell]:
        """A goal alone in its row is a level: 一、投入目标 a first one, 1.数量目标 a second one."""
        is_first = cell.text.strip()[:1] in _HAN_NUMBERS
        return {Column.LEVEL1 if is_first else Column.LEVEL2: cell}

    def _name(self, cells: Mapping[Column, Cell]) -> str:
        """The indicator's name without list numbers and stars.

        Where results are printed for a level that has no third level, the level is what was judged.
        """
        cell = cells.get(Column.NAME)
        text = one_line(cell.text) if cell else ""
        text = text.partition("=")[0] if self.has(Column.GOAL) else text
        name = _without_marks(text)
        name = "" if is_blank(text) or _is_nothing(name) else name
        if name or any(_is_nothing(self._text(cells, column)) for column in (Column.ACTUAL, Column.SCORE)):
            return name
        level = cells.get(Column.LEVEL2) or cells.get(Column.LEVEL1)
        return one_line(level.text) if level else ""

    @staticmethod
    def _text(cells: Mapping[Column, Cell], column: Column) -> str:
        return one_line(cells[column].text) if column in cells else ""

    def is_sum(self, row: Row) -> bool:
        """Whether a row is a total, or the row of money that some forms print below the indicators."""
        cells = self.cells(row)
        texts = [cells[column].text if column in cells else "" for column in (*_LEVELS, Column.NAME)]
        first = row.filled[0].text
        said = [bare_name(bare(text)).removesuffix("指标") for text in texts if text]
        money = bool(said) and _EXECUTION.fullmatch(said[0]) is not None
        if money and cells.keys() & set(_LEVELS):
            return all(_EXECUTION.fullmatch(text) for text in said) or Column.TARGET not in cells
        is_total = is_total_name(*texts) or (len(first) < _LONGEST_SUM and is_total_name(first, "", ""))
        return is_total or (money and Column.TARGET not in cells)

    def is_last(self, row: Row) -> bool:
        """Whether a total ends the table: 总分, or the whole 100 points. A list goes on."""
        cells = self.cells(row)
        weight = cells[Column.WEIGHT].text if Column.WEIGHT in cells else ""
        is_whole = _WHOLE in row.filled[0].text or points_of(weight) == WHOLE
        return is_whole and not self.has(Column.PROJECT, Column.CODE)

    def part(self, row: Row) -> str:
        """What a row says that is a part of the indicator above it and has no points of its own."""
        cells = self.cells(row)
        name = _without_marks(one_line(cells[Column.NAME].text)) if Column.NAME in cells else ""
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

    def _carry(self, cells: Mapping[Column, Cell]) -> list[Doubt]:
        """Keep the levels for the rows below, which leave a merged level empty."""
        texts = (cells[role].text if role in cells else "" for role in _LEVELS)
        level1, level2 = ("" if is_blank(text) else _level(text) for text in texts)
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


_NOTHING = frozenset({"无", "暂无", "不涉及", "不适用"})
_SAYING = frozenset(Column) - {*_LEVELS, Column.NAME, Column.ASIDE, Column.PROJECT, Column.DOCUMENT}
_OPTIONAL = frozenset({Column.ASIDE, Column.REASON})
_MARKS = re.compile(r"^(?:[★☆*※▲△●○◆◇■□·\s]+|(?:指标|目标)\s?[0-9]{1,2}\s?[:：、.．]?)+")


_NO_LEVEL = frozenset({"项目目标", "绩效目标"})
"""Without 目标 at their end these say nothing."""

_LEVEL_CALLED = {
    "项目完成指标": "产出指标",
    "项目产出指标": "产出指标",
    "项目效益指标": "效益指标",
    "项目效果指标": "效益指标",
}
"""How forms of some places call the first levels; a finding says so."""


def _level(text: str) -> str:
    """A level's usual name; 一、投入目标 is 投入指标."""
    said = bare(text).lstrip(_HAN_NUMBERS).lstrip("、.") if text.rstrip().endswith("目标") else text
    level = level_of(said if said in _NO_LEVEL else said.removesuffix("目标"))
    return _LEVEL_CALLED.get(level, level)


def _is_nothing(text: str) -> bool:
    """Whether a text fills a cell and says that there is nothing."""
    return is_blank(text) or text.strip() in _NOTHING


def _without_marks(name: str) -> str:
    """A name without the stars and 「指标1：」 before it."""
    return _MARKS.sub("", name, count=1).strip()

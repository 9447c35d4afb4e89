"""A row with an indicator, as it stands in a table: what its cells say, nothing read yet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from evaltool.documents.blocks import Cell, CellState
from evaltool.documents.recognition.columns import Column
from scoring.model import Source
from scoring.notation import is_blank

_NOTHING = frozenset({"无", "暂无", "不涉及", "不适用"})
_MARKS = re.compile(r"^(?:[★☆*※▲△●○◆◇■□·\s]+|(?:指标|目标)\s?[0-9]{1,2}\s?[:：、.．]?)+")


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


def is_nothing(text: str) -> bool:
    """Whether a text fills a cell and says that there is nothing."""
    return is_blank(text) or text.strip() in _NOTHING


def without_marks(name: str) -> str:
    """A name without the stars and 「指标1：」 before it."""
    return _MARKS.sub("", name, count=1).strip()

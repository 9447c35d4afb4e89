"""The levels of a table of indicators, carried down through merged cells, under their usual names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evaltool.documents.blocks import Cell, one_line, shown
from evaltool.documents.recognition.columns import Column
from evaltool.documents.recognition.doubts import Doubt, doubt
from scoring.notation import is_blank
from scoring.notation.lexicon import bare_name
from scoring.recheck.rows import bare, level_of

LEVELS = (Column.LEVEL1, Column.LEVEL2)

_HAN_NUMBERS = "一二三四五六七八九十"
_NO_LEVEL = frozenset({"项目目标", "绩效目标"})
"""Without 目标 at their end these say nothing."""

_LEVEL_CALLED = {
    "项目完成指标": "产出指标",
    "项目产出指标": "产出指标",
    "项目效益指标": "效益指标",
    "项目效果指标": "效益指标",
}
"""How forms of some places call the first levels; a finding says so."""


@dataclass(slots=True)
class Levels:
    """The first and the second level of the row in hand."""

    first: str = ""
    second: str = ""

    def carry(self, cells: Mapping[Column, Cell]) -> list[Doubt]:
        """Keep the levels for the rows below, which leave a merged level empty."""
        texts = (cells[role].text if role in cells else "" for role in LEVELS)
        level1, level2 = ("" if is_blank(text) else _level(text) for text in texts)
        changed = level1 not in ("", self.first)
        if changed:
            self.first, self.second = level1, ""
        self.second = level2 or self.second
        if not changed:
            return []
        said = one_line(cells[Column.LEVEL1].text)
        if level1.removesuffix("指标") == bare_name(bare(said)).removesuffix("指标"):
            return []
        return [doubt("level.renamed", cells[Column.LEVEL1], "level1", text=shown(said), read=shown(level1))]


def goal_as_level(cell: Cell) -> dict[Column, Cell]:
    """A goal alone in its row is a level: 一、投入目标 a first one, 1.数量目标 a second one."""
    is_first = cell.text.strip()[:1] in _HAN_NUMBERS
    return {Column.LEVEL1 if is_first else Column.LEVEL2: cell}


def _level(text: str) -> str:
    """A level's usual name; 一、投入目标 is 投入指标."""
    said = bare(text).lstrip(_HAN_NUMBERS).lstrip("、.") if text.rstrip().endswith("目标") else text
    level = level_of(said if said in _NO_LEVEL else said.removesuffix("目标"))
    return _LEVEL_CALLED.get(level, level)

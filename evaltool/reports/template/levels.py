"""The cells of levels, merged over the neighbours that say the same; a heading before them over all rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from openpyxl.utils.cell import get_column_letter

from evaltool.reports.template import grow
from evaltool.reports.template.cells import empty
from evaltool.reports.template.names import Line
from evaltool.reports.template.package import Element
from evaltool.reports.template.references import Growth
from evaltool.reports.template.survey import TEXTS, Marked, rows_of

_DEPTHS = MappingProxyType({"所属目标": 1, "一级指标": 2, "二级指标": 3})
"""Placeholders that are merged, and how many levels have to be equal for that."""


def merge_levels(sheet: Element, growth: Growth, repeated: Sequence[Marked], lines: Sequence[Line]) -> None:
    """Merge the cells of each level whose lines stand together; only the first of them says it."""
    cells = {cell.get("r", ""): cell for row in rows_of(sheet) for cell in row}
    merged = grow.merged(sheet)
    added, dropped = [], []
    for column, depth in _depths(cells, growth, repeated).items():
        letter = get_column_letter(column)
        for first, last in _groups(lines, depth):
            top, bottom = growth.row + first, growth.row + last
            _left, _top, right, _bottom = merged.get((top, column), (column, top, column, top))
            end = get_column_letter(right)
            if right > column:
                dropped += [f"{letter}{row}:{end}{row}" for row in range(top, bottom + 1)]
            added.append(f"{letter}{top}:{end}{bottom}")
            for row in range(top + 1, bottom + 1):
                empty(cells[f"{letter}{row}"])
    grow.merge(sheet, added, dropped)


def _depths(cells: Mapping[str, Element], growth: Growth, repeated: Sequence[Marked]) -> dict[int, int]:
    """The columns that are merged, and how many levels of two lines have to be equal for that.

    What stands before the first placeholder is a heading of all the lines.
    """
    depths = {}
    for column in range(1, min((one.column for one in repeated), default=1)):
        cell = cells.get(f"{get_column_letter(column)}{growth.row}")
        if cell is not None and cell.get("t") in TEXTS:
            depths[column] = 0
    for one in repeated:
        names = {mark.name for mark in one.marks}
        if len(names) == 1 and names <= _DEPTHS.keys():
            depths[one.column] = _DEPTHS[names.pop()]
    return depths


def _groups(lines: Sequence[Line], depth: int) -> Iterator[tuple[int, int]]:
    """First and last, from 0, of lines that stand together and are alike in their upper levels."""
    first = 0
    for same, group in groupby(lines, key=lambda line: _levels(line)[:depth]):
        last = first + len(list(group)) - 1
        if last > first and all(same[-1:]):
            yield first, last
        first = last + 1


def _levels(line: Line) -> tuple[str, str, str]:
    key = line.score.indicator.key
    return key.objective, line.score.indicator.level1, line.score.indicator.level2

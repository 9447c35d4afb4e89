"""Which rows of a table of indicators are sums: totals, and the money that some forms print below them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from evaltool.documents.blocks import Cell
from evaltool.documents.recognition.columns import Column
from evaltool.documents.recognition.levels import LEVELS
from scoring.notation.lexicon import bare_name
from scoring.recheck.figures import points_of
from scoring.recheck.rows import bare, is_total_name
from scoring.recheck.sums import WHOLE

_WHOLE = "总"
_LONGEST_SUM = 20
_EXECUTION = re.compile("(?:预算|资金)执行率?")

Cells = Mapping[Column, Cell]


def is_sum(cells: Cells, first: str) -> bool:
    """Whether a row, given the first of its texts, is a total or that row of money."""
    texts = [cells[column].text if column in cells else "" for column in (*LEVELS, Column.NAME)]
    said = [bare_name(bare(text)).removesuffix("指标") for text in texts if text]
    money = bool(said) and _EXECUTION.fullmatch(said[0]) is not None
    if money and cells.keys() & set(LEVELS):
        return all(_EXECUTION.fullmatch(text) for text in said) or Column.TARGET not in cells
    is_total = is_total_name(*texts) or (len(first) < _LONGEST_SUM and is_total_name(first, "", ""))
    return is_total or (money and Column.TARGET not in cells)


def is_last(cells: Cells, first: str) -> bool:
    """Whether a total is the whole table's: 总分, or the whole 100 points."""
    weight = cells[Column.WEIGHT].text if Column.WEIGHT in cells else ""
    return _WHOLE in first or points_of(weight) == WHOLE

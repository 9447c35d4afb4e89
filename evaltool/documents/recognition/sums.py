"""Which rows of a table of indicators are sums: totals, and the money that some forms print below them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from evaltool.documents.blocks import Cell, one_line
from evaltool.documents.recognition.columns import Column, Money
from evaltool.documents.recognition.funds import Amount
from evaltool.documents.recognition.levels import LEVELS
from scoring.notation import is_blank, read_amount
from scoring.notation.lexicon import bare_name
from scoring.recheck.figures import points_of
from scoring.recheck.rows import bare, is_total_name
from scoring.recheck.table import WHOLE

_NAMES = (*LEVELS, Column.NAME)
_WHOLE = "总"
_LONGEST_SUM = 20
_EXECUTION = re.compile("(?:预算|资金)执行率?")
_WHOLE_RATES = (1, 100)
"""Figures without a unit that are rather all of something than an amount."""

Cells = Mapping[Column, Cell]


def is_sum(cells: Cells, first: str) -> bool:
    """Whether a row, given the first of its texts, is a total or that row of money."""
    texts = [cells[column].text if column in cells else "" for column in _NAMES]
    said = _said(cells)
    money = is_execution(cells)
    if money and cells.keys() & set(LEVELS):
        return all(_EXECUTION.fullmatch(text) for text in said) or Column.TARGET not in cells
    is_total = is_total_name(*texts) or (len(first) < _LONGEST_SUM and is_total_name(first, "", ""))
    return is_total or (money and Column.TARGET not in cells)


def is_execution(cells: Cells) -> bool:
    """Whether the first words of a row are those of the execution rate."""
    said = _said(cells)
    return bool(said) and _EXECUTION.fullmatch(said[0]) is not None


def says_money(cells: Cells) -> bool:
    """Whether such a row says a budget or what was spent, and not only that there is none yet."""
    return any(
        column in cells and not is_blank(cells[column].text) for column in (Column.TARGET, Column.ACTUAL)
    )


def execution_amounts(cells: Cells) -> list[Amount]:
    """The budget and the spending of such a row; none where it holds rates, or only one of both."""
    pairs = ((Money.ADJUSTED, Column.TARGET), (Money.SPENT, Column.ACTUAL))
    if not all(column in cells and _is_amount(one_line(cells[column].text)) for _kind, column in pairs):
        return []
    return [Amount(kind, "total", cells[column]) for kind, column in pairs]


def _is_amount(text: str) -> bool:
    amount, doubts = read_amount(text)
    return amount is not None and not doubts and not (text[-1:].isdigit() and amount in _WHOLE_RATES)


def _said(cells: Cells) -> list[str]:
    texts = [cells[column].text for column in _NAMES if column in cells]
    return [bare_name(bare(text)).removesuffix("指标") for text in texts if text]


def is_last(cells: Cells, first: str) -> bool:
    """Whether a total is the whole table's: 总分, or the whole 100 points."""
    weight = cells[Column.WEIGHT].text if Column.WEIGHT in cells else ""
    return _WHOLE in first or points_of(weight) == WHOLE

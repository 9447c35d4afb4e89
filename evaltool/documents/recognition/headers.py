"""Which rows of a table are headers, and what their columns hold. A header may take two rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from evaltool.documents.blocks import Row
from evaltool.documents.recognition.columns import (
    GOAL_OF,
    Column,
    Goal,
    Money,
    columns_of,
    is_column,
    monies_of,
    role_of,
)

_FIGURE = re.compile("[0-9０-９]")
_ONLY_FIGURE = re.compile("[0-9.,]+%?")
_C = TypeVar("_C", Column, Money, Goal)


@dataclass(frozen=True, slots=True)
class Header(Generic[_C]):
    """The role and the text of each column; `rows` is how many rows the header takes."""

    columns: tuple[_C | None, ...]
    texts: tuple[str, ...]
    rows: int = 1

    def place(self, column: _C) -> int | None:
        """Where a column stands, from 0."""
        return self.columns.index(column) if column in self.columns else None


def indicator_header(row: Row, below: Row | None, *, is_year_last: bool = False) -> Header[Column] | None:
    """The header of a table of indicators: it names them, and a target or both an actual and a score.

    Where two levels are all that it has, the second one names the indicators.
    """
    above = [cell.text for cell in row.cells]
    columns = columns_of(above, is_year_last=is_year_last)
    if Column.NAME not in columns and Column.LEVEL1 in columns and Column.LEVEL2 in columns:
        columns[columns.index(Column.LEVEL2)] = Column.NAME
    if Column.NAME not in columns:
        return None
    second = _second(below)
    if second:
        columns, texts = _joined(columns, above, second)
    else:
        texts = above
    roles = set(columns)
    has_target = bool(roles & {Column.TARGET, Column.BEST})
    if not (has_target or {Column.ACTUAL, Column.SCORE} <= roles):
        return None
    return Header(tuple(columns), tuple(texts), 2 if second else 1)


def _second(below: Row | None) -> list[str]:
    """The texts of a second row of headers: at least two columns, no indicator and no figure."""
    texts = [cell.text for cell in below.cells] if below else []
    columns = columns_of(texts)
    known = [column for column in columns if column]
    is_header = len(known) > 1 and Column.NAME not in known and not _FIGURE.search("".join(texts))
    return texts if is_header and all(map(is_column, filter(None, texts))) else []


def _joined(
    columns: Sequence[Column | None], above: Sequence[str], second: Sequence[str]
) -> tuple[list[Column | None], list[str]]:
    """Two rows as one: where the lower one says something it counts."""
    length = max(len(above), len(second))
    upper = [*above, *[""] * (length - len(above))]
    lower = [*second, *[""] * (length - len(second))]
    own = columns_of(lower)
    kept = [None if column in own else column for column in [*columns, *[None] * (length - len(columns))]]
    return (
        [
            mine or (None if lower[place] else theirs)
            for place, (mine, theirs) in enumerate(zip(own, kept, strict=True))
        ],
        [mine or theirs for mine, theirs in zip(lower, upper, strict=True)],
    )


def money_header(row: Row, *, has_figures: bool = False) -> Header[Money] | None:
    """The header of a table of money: a budget and what was spent of it.

    With `has_figures` it may be a row that has both beside their names: 预算数 | 100 | 执行数 | 95.
    """
    texts = [cell.text for cell in row.cells]
    if not has_figures and any(_ONLY_FIGURE.fullmatch(text.strip()) for text in texts):
        return None
    columns = monies_of(texts)
    budget = {Money.INITIAL, Money.ADJUSTED} & set(columns)
    return Header(tuple(columns), tuple(texts)) if budget and Money.SPENT in columns else None


def is_list_of_projects(row: Row) -> bool:
    """Whether a row heads a list of projects with their money and totals, which is no form of any of them."""
    texts = [cell.text for cell in row.cells]
    is_money = {Money.SPENT} <= set(monies_of(texts)) and not any(map(_FIGURE.search, texts))
    return is_money and not indicator_header(row, None) and Column.PROJECT in columns_of(texts)


def goal_header(row: Row) -> Header[Goal] | None:
    """The header above the objectives: what was expected, and to the right of it what was achieved."""
    texts = [cell.text for cell in row.cells]
    found = [role_of(GOAL_OF, text) or (Goal.ASIDE if text else None) for text in texts]
    if Goal.EXPECTED not in found or Goal.ACHIEVED not in found[found.index(Goal.EXPECTED) :]:
        return None
    first = found.index(Goal.EXPECTED)
    return Header((*[None] * first, *found[first:]), tuple(texts))

"""The table of money above a form's indicators: budget and spending, by source, as printed.

The kinds stand as columns with a label before each row, or side by side with a label before each figure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from evaltool.documents.blocks import Cell, Row, one_line
from evaltool.documents.recognition.columns import Money, plain
from evaltool.documents.recognition.headers import Header
from scoring.notation import is_blank

MONEY_LINE = re.compile(
    r"(?:.*(?:总额|合计|总计|资金|拨款|收入|结转|结余|支出|其他|其它|预算数|到位数|执行数|补助|公共预算)[^一-鿿]*|其中.*)"
)
"""A row of money by its label: 年度资金总额, 其中：当年财政拨款, 其他."""

_BY_KIND = re.compile(r"(?:其中[:：])?(?P<kind>基本支出|项目支出)[:：](?P<amount>.*[0-9].*)")
_FIGURE = re.compile("[0-9０-９]")
_LABEL = re.compile("[一-鿿]{2}")
_SOURCES = (
    ("carried", re.compile("结转|结余")),
    ("other", re.compile("其他|其它|自筹|社会")),
    ("total", re.compile("总额|合计|总计|预算数|到位数|执行数|^资金$")),
    ("fiscal", re.compile("财政|拨款|公共预算|补助|中央|省级|市级|县级|地方")),
)

KINDS = (Money.INITIAL, Money.ADJUSTED, Money.RECEIVED, Money.SPENT)


class Amount(NamedTuple):
    """One figure of the table: the kind of money, its source, its cell.

    Sources are total, fiscal, carried, other; of a department also basic and project (基本支出, 项目支出).
    """

    kind: Money
    source: str
    cell: Cell


@dataclass(slots=True)
class FundsTable:
    """The rows below a header of money. The first row that is none of money ends it."""

    header: Header[Money]

    def is_row(self, row: Row) -> bool:
        """Whether the row belongs to the table: a label of money stands in it."""
        labels = list(map(plain, self._labels(row)))
        by_kind = any(_BY_KIND.fullmatch(one_line(cell.text)) for cell in row.filled)
        return by_kind or any(MONEY_LINE.fullmatch(label) for label in labels)

    def _labels(self, row: Row) -> list[str]:
        first = min(place for place, kind in enumerate(self.header.columns) if kind)
        return [
            cell.text
            for place, cell in enumerate(row.cells)
            if cell.text and (place < first or (_LABEL.search(cell.text) and not _FIGURE.search(cell.text)))
        ]

    def read(self, row: Row) -> list[Amount]:
        """The figures of a row. A label before a figure says of which source it is."""
        amounts: list[Amount] = []
        label, kind = "", None
        for place, cell in enumerate(row.cells):
            if place < len(self.header.columns) and self.header.columns[place]:
                kind = self.header.columns[place]
            if is_blank(cell.text):
                continue
            if by_kind := _BY_KIND.fullmatch(one_line(cell.text)):
                source = {"基本支出": "basic", "项目支出": "project"}[by_kind["kind"]]
                amounts.append(Amount(Money.ADJUSTED, source, Cell(by_kind["amount"], cell.source)))
                continue
            if _LABEL.search(cell.text) and not _FIGURE.search(cell.text):
                label = plain(cell.text)
            elif kind in KINDS and label and (source := source_of(label)):
                amounts.append(Amount(kind, source, Cell(one_line(cell.text), cell.source, cell.state)))
        return amounts


def source_of(label: str) -> str:
    """Of which source a row of money is, by its label; empty where the label does not say."""
    return next((source for source, words in _SOURCES if words.search(label)), "")

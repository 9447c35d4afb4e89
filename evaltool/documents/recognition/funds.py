"""The table of money above a form's indicators: budget and spending, by source, as printed.

The kinds stand as columns with a label before each row, or side by side with a label before each figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from evaltool.documents.blocks import Cell, Row, one_line
from evaltool.documents.recognition.columns import MONEY_OF, Money, plain, role_of
from evaltool.documents.recognition.headers import Header
from evaltool.documents.recognition.labels import money_unit_in
from scoring.notation import is_blank

MONEY_LINE = re.compile(
    r"(?:.*(?:总额|合计|总计|资金|拨款|收入|结转|结余|支出|其他|其它|预算数|到位数|执行数|补助|公共预算|基金)"
    r"[^一-鿿]*(?:\([亿万千]?元\))?|其中.*)"
)
"""A row of money by its label: 年度资金总额, 其中：当年财政拨款, 其他."""

_BY_KIND = re.compile(r"(?:其中[:：])?(?P<kind>基本支出|项目支出)[:：](?P<amount>.*[0-9].*)")
_FIGURE = re.compile("[0-9０-９]")
_LABEL = re.compile("[一-鿿]{2}")
_WHOLE_FISCAL = re.compile("财政(?:拨款|资金)")
_LEVEL_OF_GOVERNMENT = re.compile("中央|[省市县区镇乡]|地方|本级|公共预算|基金")
_NO_AMOUNT = "无"
_SOURCES = (
    ("carried", re.compile("结转|结余")),
    ("other", re.compile("其他|其它|自筹|社会|单位资金")),
    ("total", re.compile("总额|合计|总计|预算数|到位数|执行数|^资金$")),
    ("fiscal", re.compile("财政|拨款|公共预算|补助|中央|省级|市级|县级|市县|地方|本级|自治区|政府性基金")),
)

PART = "part"
"""The source of an amount that is a part of one that stands above it."""

KINDS = (Money.INITIAL, Money.ADJUSTED, Money.RECEIVED, Money.SPENT)


class Amount(NamedTuple):
    """One figure of the table: the kind of money, its source, its cell.

    Sources are total, fiscal, carried, other, part; of a department basic and project (基本支出, 项目支出).
    """

    kind: Money
    source: str
    cell: Cell


@dataclass(slots=True)
class FundsTable:
    """The rows below a header of money. The first row that is none of money ends it."""

    header: Header[Money]
    _has_fiscal: bool = False

    def is_row(self, row: Row) -> bool:
        """Whether the row belongs to the table: a label of money stands in it."""
        by_kind = any(_BY_KIND.fullmatch(one_line(cell.text)) for cell in row.filled)
        return by_kind or any(MONEY_LINE.fullmatch(label) for label in self._labels(row))

    def label(self, row: Row) -> str:
        """The label that stands nearest before the row's first figures; empty where there is none."""
        before = [plain(cell.text) for cell in row.cells[: self._first()] if cell.text]
        return before[-1] if before else next(iter(self._labels(row)), "")

    def figures(self, row: Row) -> dict[Money, Cell]:
        """The first figure of each kind in a row."""
        found: dict[Money, Cell] = {}
        for kind, _label, cell in self._cells(row):
            found.setdefault(kind, cell)
        return found

    def read(self, row: Row) -> list[Amount]:
        """The amounts of a row. A label before a figure says of which source it is.

        A unit in the label, or in the column's header, goes before the form's. Below a row of all fiscal
        money the levels of government are parts of it and no money beside it.
        """
        by_kind = [_amount_by_kind(cell) for cell in row.filled]
        amounts = [amount for amount in by_kind if amount]
        for kind, label, cell in self._cells(row):
            text = one_line(cell.text)
            if (
                kind in KINDS
                and (source := self._source(label))
                and not (is_blank(text) or text == _NO_AMOUNT)
            ):
                unit = money_unit_in(label) or self._unit(kind)
                with_unit = text + unit if text[-1:].isdigit() else text
                amounts.append(Amount(kind, source, Cell(with_unit, cell.source, cell.state)))
        self._has_fiscal = self._has_fiscal or any(map(_is_whole_fiscal, self._labels(row)))
        return amounts

    def _source(self, label: str) -> str:
        source = source_of(label)
        is_part = source == "fiscal" and self._has_fiscal and _LEVEL_OF_GOVERNMENT.search(label)
        return PART if is_part else source

    def _unit(self, kind: Money) -> str:
        """The unit in the header of a column."""
        place = self.header.place(kind)
        return "" if place is None else money_unit_in(self.header.texts[place])

    def _first(self) -> int:
        return min(place for place, kind in enumerate(self.header.columns) if kind)

    def _labels(self, row: Row) -> list[str]:
        first = self._first()
        cells = enumerate(row.cells)
        return [plain(cell.text) for place, cell in cells if cell.text and (place < first or _is_label(cell))]

    def _cells(self, row: Row) -> Iterator[tuple[Money, str, Cell]]:
        """Each cell that is no label, with its kind and the label before it.

        A row that begins with 年初预算数, where no column is headed so, is all of that kind.
        """
        label, kind = "", None
        first = role_of(MONEY_OF, row.filled[0].text)
        whole = first if first is Money.INITIAL and first not in self.header.columns else None
        for place, cell in enumerate(row.cells):
            if place < len(self.header.columns) and self.header.columns[place]:
                kind = self.header.columns[place]
            if _is_label(cell):
                label = plain(cell.text)
            elif kind and cell.text and not _BY_KIND.fullmatch(one_line(cell.text)):
                yield whole or kind, label, cell


def _is_whole_fiscal(label: str) -> bool:
    return bool(_WHOLE_FISCAL.search(label)) and not _LEVEL_OF_GOVERNMENT.search(label)


def _is_label(cell: Cell) -> bool:
    return bool(_LABEL.search(cell.text)) and not _FIGURE.search(cell.text)


def _amount_by_kind(cell: Cell) -> Amount | None:
    """An amount of 基本支出 or 项目支出, which stands in one cell with its name."""
    found = _BY_KIND.fullmatch(one_line(cell.text))
    if not found:
        return None
    source = {"基本支出": "basic", "项目支出": "project"}[found["kind"]]
    return Amount(Money.ADJUSTED, source, Cell(found["amount"], cell.source))


def source_of(label: str) -> str:
    """Of which source a row of money is, by its label; empty where the label does not say."""
    return next((source for source, words in _SOURCES if words.search(label)), "")

"""Tables that already carry scores, line by line as they are printed: forms, or one indicator a row.

A form may stand anywhere: titles, a block of money with the execution rate, then the indicators. What a
merged cell says once holds for the rows below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from evaltool.documents.blocks import Cell, CellState, Row
from evaltool.documents.recognition.columns import Column, Money, named_twice
from evaltool.documents.recognition.funds import MONEY_LINE, FundsTable
from evaltool.documents.recognition.headers import Header, indicator_header, money_header
from evaltool.documents.recognition.indicators import assembled
from evaltool.documents.recognition.labels import Field, money_unit_in
from evaltool.documents.recognition.line import is_nothing
from evaltool.documents.recognition.pairs import pair_in
from evaltool.documents.recognition.remarks import remark_in, targets_in
from scoring.findings import Finding, finding
from scoring.notation import is_blank, normalise
from scoring.recheck import PublishedLine
from scoring.recheck.figures import points_of
from scoring.recheck.rows import Kind, kinds_of
from scoring.recheck.table import WHOLE

EXECUTION = "预算执行率"

_SCORED = frozenset({Column.ACTUAL, Column.SCORE})
_VALUES = frozenset({Column.TARGET, Column.ACTUAL, Column.WEIGHT, Column.SCORE})
_BESIDE = frozenset({Column.OBJECTIVE, Column.ASIDE})
_WHOLE_TOTAL = "总"
"""What the name of a whole table's total holds: 总分, 总计; 小计 and 合计 may stand in its middle."""
_FIGURE = re.compile("[0-9０-９]")
_YEAR = re.compile(r"(20[0-9]{2})年")

Cells = Mapping[Column, Cell]


class PublishedReader:
    """Reads rows from top to bottom, and knows what the rows above said."""

    def __init__(self, document: str) -> None:
        self.has_header = False
        self.findings: list[Finding] = []
        self.score_column = 1
        self._header: Header[Column] | None = None
        self._funds: FundsTable | None = None
        self._above = {"document": document, "project": "", "level1": "", "level2": ""}
        self._year: int | None = None
        self._unit = ""

    def read(self, rows: Sequence[Row]) -> Iterator[tuple[int, PublishedLine]]:
        """The lines in their order, each with the place of its row, from 0."""
        place = 0
        while place < len(rows):
            row, below = rows[place], rows[place + 1] if place + 1 < len(rows) else None
            header = indicator_header(row, below)
            if header and set(header.columns) >= _SCORED:
                self._begin(header, row)
                place += header.rows
                continue
            if money := money_header(row):
                self._begin_money(FundsTable(money), row)
            elif (line := self._line(row)) is not None:
                yield place, line
                self._note_extra(row, line)
            else:
                self._take_title(row)
            place += 1

    def _begin(self, header: Header[Column], row: Row) -> None:
        self._header, self._funds, self.has_header = header, None, True
        self.score_column = header.columns.index(Column.SCORE) + 1
        self._above |= {"level1": "", "level2": ""}
        source = row.cells[0].source
        twice = named_twice([cell.text for cell in row.cells])
        self.findings += [finding("recheck.header_twice", source=source, header=name) for name in twice]

    def _begin_money(self, funds: FundsTable, row: Row) -> None:
        self._header, self._funds = None, funds
        self._take_unit(row)
        score = funds.header.place(Money.SCORE)
        self.score_column = 1 if score is None else score + 1
        self._above |= {"level1": "", "level2": ""}

    def _take_unit(self, row: Row) -> None:
        """The unit of money that a row names in brackets or behind 单位."""
        self._unit = next(filter(None, (money_unit_in(cell.text) for cell in row.filled)), self._unit)

    def _note_extra(self, row: Row, line: PublishedLine) -> None:
        """A cell of a text beyond its header: those before it may have moved. In a workbook none can."""
        source = row.cells[0].source
        width = len(self._header.columns) if self._header else len(row.cells)
        extra = next((cell.text for cell in row.cells[width:] if cell.text), None)
        if extra is not None and not source.sheet:
            self.findings.append(finding("table.extra_cell", source=source, text=extra, row=line.indicator))

    def _take_title(self, row: Row) -> None:
        """A row outside of the tables: it may name the project or the year."""
        named = ""
        for cell, beside in pairwise([*row.filled, Cell("", row.cells[0].source)]):
            field, text = pair_in(cell)
            if field is Field.NAME:
                named = text or beside.text or named
        if named and not indicator_header(row, None):
            self._above["project"] = named
            self._header = self._funds = None
        if not self._header and not self._funds:
            self._take_unit(row)
            said = normalise("".join(cell.text for cell in row.filled))
            if found := _YEAR.search(said):
                self._year = int(found[1])

    def _line(self, row: Row) -> PublishedLine | None:
        if self._funds:
            return self._money(row, self._funds)
        if not self._header:
            return None
        pairs = zip(self._header.columns, row.cells, strict=False)
        cells = {column: cell for column, cell in pairs if column and cell.text}
        if Column.DOCUMENT in self._header.columns:
            return self._listed(row, cells)
        return self._indicator(row, cells, self._header)

    def _money(self, row: Row, funds: FundsTable) -> PublishedLine | None:
        """A line of money; the first row that is none ends the block."""
        label = funds.label(row)
        if not MONEY_LINE.fullmatch(label):
            self._funds = None
            return None
        figures = funds.figures(row)
        budget = figures.get(Money.ADJUSTED) or figures.get(Money.INITIAL)
        said = {
            Column.TARGET: budget,
            Column.ACTUAL: figures.get(Money.SPENT),
            Column.WEIGHT: figures.get(Money.WEIGHT),
            Column.SCORE: figures.get(Money.SCORE),
            Column.RATE: figures.get(Money.RATE),
        }
        cells = {column: cell for column, cell in said.items() if cell}
        if not cells.keys() & {Column.TARGET, Column.ACTUAL} or not _says(cells):
            return None
        line = self._made(row, cells, EXECUTION, "", label)
        return replace(line, unit=money_unit_in(label) or self._unit)

    def _listed(self, row: Row, cells: Cells) -> PublishedLine:
        """A row of a list that names its document: each of its cells speaks for itself."""
        document, project = _text(cells, Column.DOCUMENT), _text(cells, Column.PROJECT)
        self._above |= {"document": document, "project": project}
        levels = _text(cells, Column.LEVEL1), _text(cells, Column.LEVEL2)
        return self._made(row, cells, *levels, _text(cells, Column.NAME))

    def _indicator(self, row: Row, cells: Cells, header: Header[Column]) -> PublishedLine | None:
        level1, level2 = ("".join(_text(cells, one).split()) for one in (Column.LEVEL1, Column.LEVEL2))
        name = _text(cells, Column.NAME)
        if is_nothing(name) and not _says(cells):
            if not is_nothing(level1):
                self._above |= {"level1": level1, "level2": level2}
            elif not is_nothing(level2):
                self._above["level2"] = level2
            return None
        project = _text(cells, Column.PROJECT) or self._above["project"]
        if project != self._above["project"]:
            self._above |= {"project": project, "level1": "", "level2": ""}
        if is_blank(name):
            name = level2 or level1 or next(iter(_unnamed(row, header)), name)
        line = self._made(row, cells, level1, level2, name)
        kind = kinds_of([line])[0]
        if kind is Kind.TOTAL:
            self._end(line, header)
            return line
        if kind is Kind.EXECUTION or level1:
            levels = {"level1": level1, "level2": level2}
        else:
            levels = {"level1": self._above["level1"], "level2": level2 or self._above["level2"]}
        self._above |= levels if kind is not Kind.EXECUTION else {"level1": "", "level2": ""}
        return self._made(row, cells, levels["level1"], levels["level2"], name)

    def _end(self, total: PublishedLine, header: Header[Column]) -> None:
        """A form ends with its total; a list that names the project in each row goes on."""
        is_last = _WHOLE_TOTAL in total.indicator or points_of(total.weight) == WHOLE
        if is_last and Column.PROJECT not in header.columns:
            self._header = None

    def _made(self, row: Row, cells: Cells, level1: str, level2: str, name: str) -> PublishedLine:
        declared, adjusted = targets_in(_text(cells, Column.TARGET))
        adjusted = adjusted or remark_in(_text(cells, Column.REASON)).adjusted
        target = assembled(
            declared,
            (_text(cells, Column.SIGN), _text(cells, Column.NATURE)),
            _text(cells, Column.UNIT),
        )
        return PublishedLine(
            self._above["document"],
            self._above["project"],
            level1,
            level2,
            name,
            adjusted.text if adjusted else target,
            _text(cells, Column.ACTUAL),
            _weight(cells),
            _text(cells, Column.SCORE),
            row.cells[0].source,
            rate=_text(cells, Column.RATE),
            converted=_text(cells, Column.CONVERTED),
            year=self._year,
            pending=frozenset(
                str(column) for column, cell in cells.items() if cell.state is CellState.PENDING
            ),
            unit=self._unit,
        )


def _text(cells: Cells, column: Column) -> str:
    return cells[column].text if column in cells else ""


def _says(cells: Cells) -> bool:
    """Whether one of the values is more than a stroke or a word for nothing."""
    return any(column in _VALUES and not is_nothing(cell.text) for column, cell in cells.items())


def _weight(cells: Cells) -> str:
    """The points: 分值, or 权重占比 where words stand there instead."""
    weight = _text(cells, Column.WEIGHT)
    return weight if _FIGURE.search(weight) else _text(cells, Column.SHARE) or weight


def _unnamed(row: Row, header: Header[Column]) -> Iterator[str]:
    """The texts of a row that stand in no column of its values."""
    columns = [*header.columns, *[None] * len(row.cells)]
    pairs = zip(row.cells, columns, strict=False)
    return (cell.text for cell, column in pairs if cell.text and (not column or column in _BESIDE))

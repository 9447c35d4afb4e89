"""What was found of one project in a document's tables: cells by what they are about, nothing read yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from evaltool.documents.blocks import Cell, CellState, Row
from evaltool.documents.recognition.columns import Column, Goal, Money
from evaltool.documents.recognition.doubts import Doubt, doubt
from evaltool.documents.recognition.funds import Amount
from evaltool.documents.recognition.headers import Header
from evaltool.documents.recognition.labels import Field, money_unit_in
from evaltool.documents.recognition.line import Line
from scoring.model import Source
from scoring.notation import is_blank

CODE_AND_NAME = re.compile(r"[\[（(【]?(?P<code>\d{3,12})(?!年)[\]）)】]?[\s—-]*(?P<name>[^\x00-\x7f].{2,})")
CODED_PROJECT = re.compile(r"(?P<code>[0-9A-Za-z]{10,})[\s—-]+(?P<name>.{2,})")


_OF_THE_YEAR = frozenset({Field.BUDGET, Field.OBJECTIVE})


@dataclass(slots=True)
class Form:
    """What was found of one project. `labels` are the ones seen, with or without a text beside them.

    `year_from` is the place from which a form with a whole period beside the year speaks of the year.
    `common` is what lines above the tables said for every form below them; `is_closed` once a total below the
    indicators shows that nothing of them was cut off.
    """

    name: str = ""
    source: Source | None = None
    department: Cell | None = None
    labels: set[Field] = field(default_factory=set)
    year_from: int = 0
    fields: dict[Field, list[Cell]] = field(default_factory=dict)
    common: Mapping[Field, Cell] = field(default_factory=dict)
    plan: Row | None = None
    spending: Row | None = None
    amounts: dict[tuple[Money, str], list[Cell]] = field(default_factory=dict)
    achieved: list[Cell] = field(default_factory=list)
    has_indicators: bool = False
    is_titled_whole: bool = False
    is_closed: bool = False
    is_listed: bool = False
    lines: list[Line] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def is_whole(self) -> bool:
        """Whether the form speaks of the department as a whole, as its title says, and of no project."""
        return self.is_titled_whole and not (self.name or self.labels & {Field.CODE, Field.NAME})

    @property
    def is_begun(self) -> bool:
        """Whether a table has spoken of the project."""
        return bool(self.department or self.labels or self.has_indicators or self.amounts)

    @property
    def is_result(self) -> bool:
        """Whether the form says what was achieved."""
        return bool(self.amounts or self.achieved) or any(
            line.text(column) for line in self.lines for column in (Column.ACTUAL, Column.SCORE)
        )

    def text(self, field: Field) -> str:
        """What stands beside a label; empty where nothing does, or a stroke."""
        cells = self.fields.get(field) or ([self.common[field]] if field in self.common else [])
        text = "\n".join(cell.text for cell in cells if cell.state is not CellState.PENDING)
        return "" if is_blank(text) else text

    def place(self, field: Field) -> Source | None:
        """Where that stands; the form's own place where nothing does."""
        cells = self.fields.get(field)
        return cells[0].source if cells else self.source

    def take_label(self, field: Field, cell: Cell, place: int = 0) -> None:
        """Note a label, and the unit of money that it names in brackets. `place` is its column, from 0."""
        if Field.PERIOD in self.labels and field in _OF_THE_YEAR:
            self.year_from = self.year_from or place
        self.labels.add(field)
        self.take_unit(cell)

    def take_unit(self, cell: Cell) -> None:
        """Note the unit of money in a label: 项目资金（万元）."""
        if Field.UNIT not in self.fields and (unit := money_unit_in(cell.text)):
            self.fields[Field.UNIT] = [Cell(unit, cell.source)]

    def take_amounts(self, amounts: Iterable[Amount]) -> None:
        """Note figures of money. A second one of the same kind and source stands beside the first."""
        for amount in amounts:
            self.amounts.setdefault((amount.kind, amount.source), []).append(amount.cell)

    def take_execution(self, amounts: Sequence[Amount], row: Row) -> None:
        """Note the money of a row among the indicators; a row that holds no amounts is told of."""
        self.take_amounts(amounts)
        if not amounts:
            self.doubts.append(doubt("table.unread_row", row.filled[0], text=row.text))

    def take_goals(self, header: Header[Goal], row: Row) -> None:
        """Note what was expected and what was achieved: the texts below the two headers."""
        about: Goal | None = None
        first = row.cells.index(row.filled[0])
        if header.columns[first : first + 1] == (None,):
            self.doubts.append(doubt("table.unread_row", row.filled[0], text=row.text))
            return
        for place, cell in enumerate(row.cells):
            about = (header.columns[place] if place < len(header.columns) else None) or about
            if cell.text and about is Goal.EXPECTED:
                self.fields.setdefault(Field.OBJECTIVE, []).append(cell)
            elif cell.text and about is Goal.ACHIEVED:
                self.achieved.append(cell)

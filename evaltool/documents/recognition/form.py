"""What was found of one project in a document's tables: cells by what they are about, nothing read yet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from evaltool.documents.blocks import Cell, CellState, Row
from evaltool.documents.recognition.columns import Column, Goal, Money
from evaltool.documents.recognition.doubts import Doubt, doubt
from evaltool.documents.recognition.funds import Amount
from evaltool.documents.recognition.headers import Header
from evaltool.documents.recognition.indicator_table import Line
from evaltool.documents.recognition.labels import Field, money_unit_in
from scoring.model import Source
from scoring.notation import is_blank

CODE_AND_NAME = re.compile(r"(?P<code>\d{3,12})[\s—-]*(?P<name>[^\x00-\x7f].{2,})")


@dataclass(slots=True)
class Form:
    """What was found of one project. `labels` are the ones seen, with or without a text beside them.

    `common` is what lines above the tables said for every form below them.
    """

    name: str = ""
    source: Source | None = None
    department: Cell | None = None
    labels: set[Field] = field(default_factory=set)
    fields: dict[Field, list[Cell]] = field(default_factory=dict)
    common: Mapping[Field, Cell] = field(default_factory=dict)
    plan: Row | None = None
    spending: Row | None = None
    amounts: dict[tuple[Money, str], list[Cell]] = field(default_factory=dict)
    achieved: list[Cell] = field(default_factory=list)
    has_indicators: bool = False
    is_listed: bool = False
    lines: list[Line] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

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

    def take_label(self, field: Field, cell: Cell) -> None:
        """Note a label, and the unit of money that it names in brackets."""
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

    def take_goals(self, header: Header[Goal], row: Row) -> None:
        """Note what was expected and what was achieved: the texts below the two headers."""
        first, second = header.place(Goal.EXPECTED), header.place(Goal.ACHIEVED)
        end = header.place(Goal.ASIDE)
        for place, cell in enumerate(row.cells):
            if not cell.text or first is None or second is None or (end is not None and place >= end):
                continue
            if first <= place < second:
                self.fields.setdefault(Field.OBJECTIVE, []).append(cell)
            elif place >= second:
                self.achieved.append(cell)
            else:
                self.doubts.append(doubt("table.extra_cell", cell, text=cell.text, row=row.text))

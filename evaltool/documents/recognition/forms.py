"""Projects' forms as they stand in tables: which cell says what, before anything is read as a figure.

A row is known by its first words: the headers of an indicator table, a label, a department, or else by what
the row above it left open. The tables of one project may be one table or several.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from evaltool.documents.blocks import Cell, Paragraph, Row, Table, one_line
from evaltool.documents.recognition.doubts import Doubt, doubt, extra_cells
from evaltool.documents.recognition.indicator_table import IndicatorTable, Line
from evaltool.documents.recognition.labels import FIELD_OF, Field, label
from scoring.model import Source
from scoring.notation import is_blank

CODE_AND_NAME = re.compile(r"(?P<code>\d{3,12})[\s—-]*(?P<name>[^\x00-\x7f].{2,})")

_OPENS = {Field.MONEY: Field.PURPOSE, Field.PLAN: Field.PLAN, Field.OBJECTIVE: Field.OBJECTIVE}
"""What a row without a label is about, by the label that heads the row above it."""


@dataclass(slots=True)
class Form:
    """What was found of one project. `labels` are the ones seen, with or without a text beside them."""

    name: str = ""
    source: Source | None = None
    department: Cell | None = None
    labels: set[Field] = field(default_factory=set)
    fields: dict[Field, list[Cell]] = field(default_factory=dict)
    plan: Row | None = None
    spending: Row | None = None
    has_indicators: bool = False
    lines: list[Line] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    @property
    def is_begun(self) -> bool:
        """Whether a table has spoken of the project."""
        return bool(self.department or self.labels or self.has_indicators)

    def text(self, field: Field) -> str:
        """What stands beside a label; empty where nothing does, or a stroke."""
        text = "\n".join(cell.text for cell in self.fields.get(field, ()))
        return "" if is_blank(text) else text

    def place(self, field: Field) -> Source | None:
        """Where that stands; the form's own place where nothing does."""
        cells = self.fields.get(field)
        return cells[0].source if cells else self.source


class FormReader:
    """Goes through tables row by row and gathers `forms`."""

    def __init__(self) -> None:
        self.forms: list[Form] = []
        self._open: Field | None = None
        self._table: IndicatorTable | None = None

    def begin(self, heading: Paragraph | None = None, name: str = "") -> None:
        """A new project begins: at its heading, or where a table starts to speak of another one."""
        self.forms.append(Form(name, heading.source if heading else None))
        self._open = self._table = None

    def read(self, table: Table) -> None:
        """Take the rows of a table into the forms they belong to."""
        for row in table.rows:
            if row.filled:
                self._read_row(row)

    def _read_row(self, row: Row) -> None:
        fields = [_field_of(cell)[0] for cell in row.filled]
        if IndicatorTable.begins_at(row):
            self._begin_indicators(row)
        elif fields[0]:
            self._read_labels(row, fields)
        elif self._names_department(row, fields):
            self._read_department(row)
        elif self._table:
            self._read_line(row, self._table)
        elif self._open:
            self._continue(row, self._open)
        elif self.forms:
            self.forms[-1].doubts.append(doubt("table.unread_row", row.filled[0], text=row.text))

    def _names_department(self, row: Row, fields: list[Field | None]) -> bool:
        """「131002…委员会 | 单位：万元」, or the first of the two alone where nothing else is expected."""
        has_code = bool(CODE_AND_NAME.fullmatch(one_line(row.filled[0].text)))
        if len(fields) > 1:
            return Field.UNIT in fields and (has_code or not self._table)
        return has_code and not (self._table or self._open) and self._is_announced()

    def _read_department(self, row: Row) -> None:
        form = self._form(row)
        if form.is_begun:
            self.begin()
            form = self._form(row)
        form.department, *others = row.filled
        if others:
            self._pair(form, Row(tuple(others)))

    def _is_announced(self) -> bool:
        """Whether a heading has named a project of which no table has spoken yet."""
        return bool(self.forms) and not self.forms[-1].is_begun

    def _read_labels(self, row: Row, fields: list[Field | None]) -> None:
        form = self._form(row)
        if Field.CODE in fields and Field.CODE in form.labels:
            self.begin()
            form = self._form(row)
        self._open = _OPENS.get(fields[0]) if fields[0] else None
        self._table = None
        if fields[0] is Field.PLAN:
            form.labels.add(Field.PLAN)
            form.plan = row
        else:
            self._pair(form, row)

    def _pair(self, form: Form, row: Row) -> None:
        """Labels, each followed by its text, in one cell or in the next one."""
        waiting: Field | None = None
        extra: list[Cell] = []
        for cell in row.filled:
            found, text = _field_of(cell)
            if found:
                form.labels.add(found)
                waiting = found
            if text and waiting and waiting is not Field.MONEY and waiting not in form.fields:
                form.fields[waiting] = [Cell(text, cell.source)]
                waiting = None
            elif text:
                extra.append(cell)
        form.doubts.extend(extra_cells(extra, row))

    def _continue(self, row: Row, about: Field) -> None:
        """A row without a label, about what the row above it left open."""
        form = self.forms[-1]
        if about is Field.PLAN:
            form.spending, self._open = row, None
        else:
            first, *others = row.filled
            form.fields.setdefault(about, []).append(first)
            form.doubts.extend(extra_cells(others, row))

    def _begin_indicators(self, row: Row) -> None:
        """Headers repeated after a page break change nothing."""
        form = self._form(row)
        form.has_indicators = True
        table = IndicatorTable(row)
        if not self._table or self._table.headers != table.headers:
            self._table = table
            form.doubts.extend(table.doubts)
        self._open = None

    def _read_line(self, row: Row, table: IndicatorTable) -> None:
        line, doubts = table.read(row)
        if line:
            self.forms[-1].lines.append(line)
        self.forms[-1].doubts.extend(doubts)

    def _form(self, row: Row) -> Form:
        """The form in hand; where none was announced, a table begins one."""
        if not self.forms:
            self.begin()
        form = self.forms[-1]
        form.source = form.source or row.cells[0].source
        return form


def _field_of(cell: Cell) -> tuple[Field | None, str]:
    """The label that a cell is, or begins with before a colon, and the text that is left beside it."""
    whole = FIELD_OF.get(label(cell.text))
    if whole:
        return whole, ""
    head, _, tail = cell.text.replace("：", ":").partition(":")
    found = FIELD_OF.get(label(head)) if tail else None
    return (found, cell.text[len(head) + 1 :].strip()) if found else (None, cell.text)

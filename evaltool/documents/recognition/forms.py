"""Projects' forms as they stand in tables: which cell says what, before anything is read as a figure.

A row is known by its own words, the headers of a table, a label, a department, or else by what the row above
it left open. The tables of one project may be one table or several, and one table may hold several projects.
"""

from __future__ import annotations

import re

from evaltool.documents.blocks import Cell, Paragraph, Row, one_line
from evaltool.documents.recognition.columns import Column, Goal
from evaltool.documents.recognition.doubts import doubt, extra_cells
from evaltool.documents.recognition.form import CODE_AND_NAME, Form
from evaltool.documents.recognition.funds import KINDS, FundsTable
from evaltool.documents.recognition.headers import (
    Header,
    goal_header,
    indicator_header,
    is_list_of_projects,
    money_header,
)
from evaltool.documents.recognition.indicator_table import IndicatorTable
from evaltool.documents.recognition.labels import PART_TITLE, Field, money_unit_in
from evaltool.documents.recognition.listed import KEYS, names_another, take_listed
from evaltool.documents.recognition.pairs import OF_ALL, Heads, heads_of, pair_in, read_pairs, take_below
from evaltool.documents.recognition.sums import execution_amounts, is_execution, says_money
from scoring.recheck.rows import is_total_name

_OPENS = {Field.MONEY: Field.PURPOSE, Field.PLAN: Field.PLAN, Field.OBJECTIVE: Field.OBJECTIVE}
"""What a row without a label is about, by the label that heads the row above it."""

_LOWEST = frozenset({Column.NAME, Column.TARGET, Column.WEIGHT})

_BESIDE = re.compile("^(?:注|说明|备注|附件|附表|填报说明)|表$|[0-9]年度?")
"""Titles and notes that stand between forms and belong to none."""

_LEVEL_SCORES = re.compile("各级(?:指标)?得分")
"""The title beside a table that adds up what stands above it; nothing in it is new."""

_MORE_THAN_ZERO = re.compile("[1-9１-９]")

_WHOLE = re.compile("(?:部门|单位)整体.{0,12}(?:表|目标)(?:[(（][^()（）]*[)）])?$")
"""How the title of a form ends that is about the department as a whole."""


class FormReader:
    """Goes through tables row by row and gathers `forms`."""

    def __init__(self) -> None:
        self.forms: list[Form] = []
        self._common: dict[Field, Cell] = {}
        self._open: Field | None = None
        self._table: IndicatorTable | None = None
        self._funds: FundsTable | None = None
        self._goals: Header[Goal] | None = None
        self._heads: Heads = ()
        self._titled_whole = False
        self._is_aside = False

    @property
    def is_inside(self) -> bool:
        """Whether the rows above left something open that a row with a single text may continue."""
        return bool(self._open or self._table or self._funds or self._goals or self._heads)

    def begin(self, heading: Paragraph | None = None, name: str = "") -> None:
        """A new project begins: at its heading, or where a table starts to speak of another one."""
        form = Form(name, heading.source if heading else None, common=self._common)
        form.is_titled_whole = self._titled_whole
        self.forms.append(form)
        self._close()

    def _close(self) -> None:
        self._open = self._table = self._funds = self._goals = None
        self._heads = ()
        self._is_aside = False

    def note(self, paragraph: Paragraph) -> None:
        """A line outside of tables that says something for the forms below it: 单位：万元."""
        found, text = pair_in(Cell(paragraph.text, paragraph.source))
        self._titled_whole = self._titled_whole or bool(_WHOLE.search(paragraph.text))
        if found in OF_ALL and text:
            self._common = {**self._common, found: Cell(text.split("  ")[0], paragraph.source)}
        if found is not Field.UNIT and (unit := money_unit_in(paragraph.text)):
            self._common = {**self._common, Field.UNIT: Cell(unit, paragraph.source)}

    def take(self, row: Row, below: Row | None) -> int:
        """Take a row into the form it belongs to; how many rows were taken, 0 where it is no form's."""
        if is_list_of_projects(row):
            self._close()
            return self._take_other(row)
        is_year_last = bool(self.forms and self.forms[-1].year_from)
        if header := indicator_header(row, below, is_year_last=is_year_last):
            self._begin_indicators(header, row)
            return header.rows
        if not self._begin_another(row) and not self._take_labelled(row):
            return self._take_other(row)
        return 1

    def _begin_another(self, row: Row) -> bool:
        """Whether the row heads a table of money or of objectives, or goes on with one of money."""
        if money := money_header(row, has_figures=not self._funds):
            self._begin_money(FundsTable(money), row)
            self._read_money(row, FundsTable(money))
        elif goals := goal_header(row):
            self._form(row).labels.add(Field.OBJECTIVE)
            self._close()
            self._goals = goals
        elif self._funds and self._funds.is_row(row):
            self._read_money(row, self._funds)
        else:
            return False
        return True

    def _read_money(self, row: Row, funds: FundsTable) -> None:
        """A row of money; one whose label says no source is told of where it holds more than zeros."""
        for cell in row.filled:
            self.forms[-1].take_unit(cell)
        amounts = funds.read(row)
        self.forms[-1].take_amounts(amounts)
        said = (cell.text for kind, cell in funds.figures(row).items() if kind in KINDS)
        if not amounts and any(_MORE_THAN_ZERO.search(text) for text in said):
            self.forms[-1].doubts.append(doubt("table.unread_row", row.filled[0], text=row.text))

    def _take_labelled(self, row: Row) -> bool:
        """Whether the row has labels of its own. Beside a title merged down, the label is the second text."""
        fields = [pair_in(cell)[0] for cell in row.filled]
        if self._is_line(row, fields):
            return False
        if not fields[0] and self._names_department(row, fields):
            self._read_department(row)
        elif fields[0] or (any(fields) and not self._table):
            self._read_labels(row, fields)
        else:
            return False
        return True

    def _is_line(self, row: Row, fields: list[Field | None]) -> bool:
        """Whether what looks like a label is a level: 项目年度绩效目标 before a name with its target."""
        if not self._table or fields[0] is not Field.OBJECTIVE or any(fields[1:]):
            return False
        cells = self._table.cells(row)
        return Column.LEVEL1 in cells and Column.NAME in cells and len(cells.keys() & _LOWEST) > 1

    def _take_other(self, row: Row) -> int:
        """A row that only what stands above it can explain."""
        if len(row.filled) == 1 and PART_TITLE.fullmatch(one_line(row.filled[0].text)):
            self._close()
            return 1
        if _LEVEL_SCORES.fullmatch(one_line(row.filled[0].text)):
            self._close()
            self._is_aside = True
        if self._is_aside:
            return 1
        if self._table:
            self._read_line(row, self._table)
        elif self._goals:
            self.forms[-1].take_goals(self._goals, row)
        elif self._heads:
            take_below(self.forms[-1], self._heads, row)
        elif self._open:
            self._continue(row, self._open)
        elif len(row.filled) == 1 and (not self.forms or _BESIDE.search(row.filled[0].text)):
            return 0
        elif self.forms:
            self.forms[-1].doubts.append(doubt("table.unread_row", row.filled[0], text=row.text))
        return 1

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
            read_pairs(form, Row(tuple(others)))

    def _is_announced(self) -> bool:
        """Whether a heading has named a project of which no table has spoken yet."""
        return bool(self.forms) and not self.forms[-1].is_begun

    def _read_labels(self, row: Row, fields: list[Field | None]) -> None:
        form = self._form(row)
        if any(field in form.labels for field in fields if field in {Field.CODE, Field.NAME}):
            self.begin()
            form = self._form(row)
        self._close()
        first = next(field for field in fields if field)
        heads = heads_of(row)
        self._open = None if any(field is Field.PERIOD for _place, field in heads) else _OPENS.get(first)
        if first is Field.PLAN:
            form.labels.add(Field.PLAN)
            form.plan = row
        else:
            read_pairs(form, row)
            self._heads = heads if not self._open else ()

    def _continue(self, row: Row, about: Field) -> None:
        """A row without a label, about what the row above it left open."""
        form = self.forms[-1]
        if about is Field.PLAN:
            form.spending, self._open = row, None
        else:
            first, *others = row.filled
            form.fields.setdefault(about, []).append(first)
            form.doubts.extend(extra_cells(others, row))

    def _begin_money(self, funds: FundsTable, row: Row) -> None:
        form = self._form(row)
        for cell in row.filled:
            form.take_unit(cell)
        self._close()
        self._funds = funds

    def _begin_indicators(self, header: Header[Column], row: Row) -> None:
        """Headers repeated after a page break change nothing."""
        table = IndicatorTable(header, row)
        form = self._form(row) if not table.has(*KEYS) else None
        if form:
            form.has_indicators = True
            form.labels.update(field for cell in row.filled if (field := pair_in(cell)[0]))
        if not self._table or self._table.header != header:
            self._close()
            self._table = table
            if self.forms:
                self.forms[-1].doubts.extend(table.doubts)
        self._open = None

    def _read_line(self, row: Row, table: IndicatorTable) -> None:
        cells = table.cells(row)
        if table.has(*KEYS) and is_total_name(one_line(row.filled[0].text), "", ""):
            return
        if table.has(*KEYS) and names_another(self.forms[-1:], cells):
            self.begin()
            table.forget_levels()
            self._table = table
            take_listed(self._form(row), cells)
        if not self.forms:
            self.begin()
        form = self.forms[-1]
        form.has_indicators = True
        if table.is_sum(row):
            form.is_closed = True
            if is_execution(cells) and not form.amounts and says_money(cells):
                form.take_execution(execution_amounts(cells), row)
            if table.is_last(row):
                self._close()
            return
        if (part := table.part(row)) and form.lines:
            form.lines[-1] = form.lines[-1].with_part(part)
        line, doubts = table.read(row)
        if line:
            form.lines.append(line)
        form.doubts.extend(doubts)

    def _form(self, row: Row) -> Form:
        """The form in hand; where none was announced, a table begins one."""
        if not self.forms:
            self.begin()
        form = self.forms[-1]
        form.source = form.source or row.cells[0].source
        return form

"""The proof of a workbook computed by the evaluator of formulas, and read as a reviewer would."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
from by_hand import MADE_ON
from formula_evaluator import Sheet, round_exactly
from openpyxl.utils import column_index_from_string
from openpyxl.workbook import Workbook

from evaltool.reports import Scorecard, workbook
from evaltool.reports.proof.columns import CHECK, SCORE
from evaltool.sheets.kinds import Form
from scoring.evaluate import evaluate
from scoring.model import Dossier

AGREES, DIFFERS, UNPROVED = "一致", "不一致", "无法复算"
REFERENCE = re.compile(r"'((?:[^']|'')*)'!\$([A-Z]+)\$([0-9]+)")


def written(dossier: Dossier, form: Form = Form.NATIONAL) -> Workbook:
    """The workbook of a dossier, read back."""
    content = workbook(Scorecard(dossier, evaluate(dossier), MADE_ON), form)
    return openpyxl.load_workbook(BytesIO(content))


def computed(book: Workbook, rounding: Callable[[float, float], float] = round_exactly) -> list[list[Any]]:
    """The rows of the proof with the value of every cell; references to forms take what these have now."""
    sheet = book["复算"]
    cells: dict[str, Any] = {}

    def taken(found: re.Match[str]) -> str:
        title, column, row = found.groups()
        value = book[title.replace("''", "'")].cell(int(row), column_index_from_string(column)).value
        name = f"ZZ{len(cells)}"
        cells[name] = value
        return name

    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                cells[cell.coordinate] = REFERENCE.sub(taken, str(cell.value))
            else:
                # A text may begin with = and is none the less no formula.
                cells[cell.coordinate] = (
                    f"'{cell.value}" if cell.data_type == "s" and "=" in cell.value[:1] else cell.value
                )
    values = Sheet({name: value for name, value in cells.items() if value is not None}, rounding)
    return [[values.value(cell.coordinate) for cell in row] for row in sheet.iter_rows()]


def checks(rows: list[list[Any]]) -> Counter[str]:
    """How often each answer stands in the column of checks."""
    return Counter(row[CHECK - 1] for row in rows if row[CHECK - 1] in (AGREES, DIFFERS, UNPROVED))


def differing(rows: list[list[Any]]) -> list[list[Any]]:
    """The rows that do not agree."""
    return [row for row in rows if row[CHECK - 1] == DIFFERS]


def row_of(rows: list[list[Any]], name: str) -> list[Any]:
    """The first row of that name."""
    return next(row for row in rows if row[0] == name)


def score_cell(book: Workbook, value: float) -> Any:
    """The cell of the first project's form that has this score."""
    form = book.worksheets[1]
    return next(cell for row in form.iter_rows(min_col=SCORE) for cell in row if cell.value == value)

"""The rows as CSV: UTF-8 with a mark at its start and CRLF, so that Excel and WPS open it as it is.

A text that a spreadsheet would take for a formula gets an apostrophe before it, and so does one that has an
apostrophe there already. A program that reads the table takes away one wherever one stands: nothing is lost.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from io import StringIO

from evaltool.reports.rows.columns import COLUMNS
from evaltool.reports.rows.lines import Value, rows
from evaltool.reports.scorecard import Scorecard
from evaltool.sheets.safe import REPLACEMENT, starts_formula
from evaltool.sheets.seals import ROW_SEAL
from evaltool.wording.clauses import CLAUSES
from evaltool.wording.rules import RULES
from evaltool.wording.terms import TERMS

SEAL = "文件校验"
"""The last column, the same in every row: whether a table is as it was written can be seen by it."""

KINDS = {"indicator": "指标", "execution": "预算执行率"}

WORDS: Mapping[str, Mapping[str, str]] = {
    "kind": KINDS,
    "sense": TERMS,
    "band": TERMS,
    "status": TERMS,
    "headline": TERMS,
    "rule": {code: name for code, (name, _formula) in RULES.items()},
}
"""Columns whose codes are said in words. The words are those of the source: no language changes them."""

# Controls other than tab and line feed, and halves of characters, which UTF-8 does not know.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")

MARK = b"\xef\xbb\xbf"


def csv_file(card: Scorecard) -> bytes:
    """The table of one department."""
    return csv_table([csv_rows(card)])


def csv_rows(card: Scorecard) -> bytes:
    """The rows of a department, without the headings."""
    return _lines([*map(_cell, row.items()), ROW_SEAL] for row in rows(card))


def csv_table(parts: Iterable[bytes]) -> bytes:
    """The whole table of one department's rows or of several."""
    return b"".join((MARK, _lines([[*COLUMNS.values(), SEAL]]), *parts))


def _lines(table: Iterable[list[str]]) -> bytes:
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(table)
    return text.getvalue().encode()


def _cell(item: tuple[str, Value]) -> str:
    column, value = item
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, int | date):
        return str(value)
    if column == "clauses":
        return "；".join(CLAUSES.get(key, key) for key in value.split("；"))
    return guarded(WORDS[column].get(value, value) if column in WORDS else value)


def guarded(text: str) -> str:
    """A text as it stands in a cell: line feeds only, signs that no file of text should hold shown as �."""
    text = _UNFIT.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))
    return f"'{text}" if text.startswith("'") or starts_formula(text) else text

"""Formulas after a row has become several: each reference points at what it pointed at before.

A range that holds the repeated row grows with it, and so does a single cell of that row where a function such
as SUM takes it alone. A formula inside the row speaks, in each copy, of its own row.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl.formula.tokenizer import Token, Tokenizer, TokenizerError
from openpyxl.formula.translate import Translator

_SHEET = r"(?P<sheet>(?:'(?:[^']|'')+'|[^'!:\[\]]+)!)?"
_CELL = r"(?P<column{0}>\$?[A-Za-z]{{1,3}})(?P<fixed{0}>\$?)(?P<row{0}>[1-9][0-9]{{0,6}})"
_CELLS = re.compile(f"{_SHEET}{_CELL.format(1)}(?::{_CELL.format(2)})?(?P<rest>#?)")
_ROWS = re.compile(
    _SHEET + r"(?P<fixed1>\$?)(?P<row1>[1-9][0-9]{0,6}):(?P<fixed2>\$?)(?P<row2>[1-9][0-9]{0,6})"
)
_GATHERING = re.compile(
    r"(?:_xlfn\.)?(?:SUM|AVERAGE|COUNT|COUNTA|COUNTBLANK|MAX|MIN|PRODUCT|SUBTOTAL|AGGREGATE|MEDIAN|SUMPRODUCT"
    r"|COUNTIFS?|SUMIFS?|AVERAGEIFS?|CONCAT|TEXTJOIN|STDEV|VAR|LARGE|SMALL)\(",
    re.IGNORECASE,
)
"""Functions that make one figure of many cells."""


@dataclass(frozen=True, slots=True)
class Growth:
    """A row that has become `count` rows, those below it moved down; a row of 0 is none."""

    row: int = 0
    count: int = 1

    def first(self, row: int) -> int:
        """Where a row stands now: of the repeated one the first copy."""
        return row + self.count - 1 if self.row and row > self.row else row

    def last(self, row: int) -> int:
        """Where a row stands now: of the repeated one the last copy."""
        return row + self.count - 1 if self.row and row >= self.row else row


NONE = Growth()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a formula stands: the sheet's name, and which copy of its repeated row, from 0, if any."""

    sheet: str
    copy: int | None = None


def moved(formula: str, place: Place, growths: Mapping[str, Growth], *, drawn: bool = False) -> str:
    """A formula without the = before it, every reference where it belongs; one that nobody can read stays.

    `growths` are by the sheet's name in lower case. `drawn`: a chart draws one cell, then all its copies.
    """
    try:
        tokens = Tokenizer(f"={formula}").items
    except (TokenizerError, IndexError):
        return formula
    said = []
    for number, token in enumerate(tokens):
        if token.type == Token.OPERAND and token.subtype == Token.RANGE:
            said.append(
                _reference(token.value, place, growths, gathered=drawn or _is_gathered(tokens, number))
            )
        else:
            said.append(token.value)
    return "".join(said)


def moved_ranges(ranges: str, growth: Growth) -> str:
    """Addresses on one sheet with blanks between them, each grown and moved."""
    here = {"": growth}
    return " ".join(_reference(one, Place(""), here, gathered=True) for one in ranges.split())


def translated(formula: str, origin: str, to: str) -> str:
    """A formula that cells share, as the cell `to` has it."""
    said: str = Translator(f"={formula}", origin).translate_formula(to)
    return said.removeprefix("=")


def _is_gathered(tokens: Sequence[Token], number: int) -> bool:
    """Whether a reference is all of an argument of a function that takes many cells."""
    shown = [(index, one) for index, one in enumerate(tokens) if one.type != Token.WSPACE]
    at = next(index for index, (where, _one) in enumerate(shown) if where == number)
    around = [shown[index][1] if 0 <= index < len(shown) else None for index in (at - 1, at + 1)]
    if any(one is None or one.type not in (Token.FUNC, Token.SEP) for one in around):
        return False
    depth = 0
    for _where, one in reversed(shown[:at]):
        depth += (one.subtype == Token.CLOSE) - (one.subtype == Token.OPEN)
        if depth < 0:
            return _GATHERING.fullmatch(one.value) is not None
    return False


def _reference(text: str, place: Place, growths: Mapping[str, Growth], *, gathered: bool) -> str:
    parts = _CELLS.fullmatch(text) or _ROWS.fullmatch(text)
    if parts is None:
        return text
    said = parts.groupdict(default="")
    title = said["sheet"][:-1].strip("'").replace("''", "'") or place.sheet
    growth = growths.get(title.casefold(), NONE)
    copy = place.copy if title.casefold() == place.sheet.casefold() else None
    begin, end = int(said["row1"]), int(said.get("row2") or said["row1"])
    first, last = growth.first(begin), growth.last(end)
    is_own = copy is not None and begin <= growth.row <= end
    if is_own and begin == growth.row and not said["fixed1"]:
        first = growth.row + (copy or 0)
    if is_own and end == growth.row and not said.get("fixed2", said["fixed1"]):
        last = growth.row + (copy or 0)
    head = f"{said['sheet']}{said.get('column1', '')}{said['fixed1']}"
    if said.get("row2"):
        return f"{head}{first}:{said.get('column2', '')}{said['fixed2']}{last}{said.get('rest', '')}"
    if gathered and last > first and not is_own:
        return f"{head}{first}:{said['column1']}{said['fixed1']}{last}{said['rest']}"
    return f"{head}{first}{said['rest']}"

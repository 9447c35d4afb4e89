"""What a cell of a workbook shows: a text, a day, a figure with the sign and unit of its number format."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import NamedTuple
from xml.etree import ElementTree as ET

from evaltool.documents.blocks import CellState
from evaltool.documents.readers.sheet_parts import RawCell

_NO_SUCH_NAME = "#NAME?"
_SIGNED_FIGURE = re.compile(r"=[0-9][0-9.,]*[^0-9!-~]*%?")
_GENERAL = "General"
_ESCAPED = re.compile("_x(0[0-9A-Fa-f]{3}|[1-9A-CE-Fa-ce-f][0-9A-Fa-f]{3})_")
"""A sign that XML cannot hold, such as a line break of Windows: _x000D_."""

_PIECES = re.compile(
    r'"([^"]*)"|[\\!](.)|_.|\*.|\[[^\]]*\]|(General|G/通用格式)|([0#?.,]+)|(%)|([一-鿿])|.', re.DOTALL
)
"""A number format piece by piece: quoted text, an escaped sign, padding, a condition, places of digits."""
_SIGNS = re.compile("[≥≤<>=]+")
_UNIT = re.compile(r"[%‰°℃A-Za-z一-鿿/²³0-9]*[%‰°℃A-Za-z一-鿿²³]")
_THOUSAND = 3


class _Format(NamedTuple):
    """What a number format puts around a figure, and the power of ten it moves the point by."""

    before: str
    after: str
    power: int


@dataclass(frozen=True, slots=True)
class Styles:
    """The number format of each style of a workbook, and where its dates begin."""

    formats: Sequence[str]
    is_1904: bool

    @classmethod
    def of(cls, part: bytes, *, is_1904: bool) -> Styles:
        """The styles that a part states; none for an empty one."""
        from openpyxl.styles.numbers import BUILTIN_FORMATS

        root = ET.fromstring(part) if part else ET.Element("none")  # noqa: S314 - expat refuses what expands
        known = dict(BUILTIN_FORMATS)
        formats: list[str] = []
        for element in root.iter():
            name = element.tag.rpartition("}")[2]
            if name == "numFmt" and "numFmtId" in element.attrib:
                known[int(element.attrib["numFmtId"])] = element.get("formatCode", "")
            elif name == "cellXfs":
                formats = [known.get(int(one.get("numFmtId", 0)), _GENERAL) for one in element]
        return cls(formats, is_1904)

    def of_cell(self, cell: RawCell) -> str:
        """The number format of a cell."""
        return self.formats[cell.style] if cell.style < len(self.formats) else _GENERAL


def shown(cell: RawCell, strings: Sequence[str], styles: Styles) -> tuple[str, CellState]:
    """A cell's text, and whether it is the cell's result: a formula that was never calculated has none."""
    if cell.formula is not None:
        odd = unfinished(f"={cell.formula}", cell.value, may_be_empty=cell.kind == "str")
        if odd:
            return odd
    return _text(cell, strings, styles) if cell.value else "", CellState.SHOWN


def unfinished(formula: str, value: str, *, may_be_empty: bool = False) -> tuple[str, CellState] | None:
    """What stands in a cell whose formula has no result; None where it has one.

    A figure with a sign that was taken for a formula, =8个, is shown as it was typed.
    """
    if value in {"", _NO_SUCH_NAME} and _SIGNED_FIGURE.fullmatch(formula):
        return formula, CellState.SHOWN
    return None if value or may_be_empty else (formula, CellState.PENDING)


def _text(cell: RawCell, strings: Sequence[str], styles: Styles) -> str:
    if cell.kind == "s":
        return _ESCAPED.sub(_unescaped, strings[int(cell.value)])
    if cell.kind == "b":
        return yes_or_no(int(cell.value) != 0)
    if cell.kind == "n":
        return _figure(cell.value, styles.of_cell(cell), is_1904=styles.is_1904)
    if cell.kind == "d":
        return cell.value.partition("T")[0]
    return _ESCAPED.sub(_unescaped, cell.value)


def _unescaped(sign: re.Match[str]) -> str:
    said = chr(int(sign[1], 16))
    return said if said.isprintable() or said in "\t\n\r" else ""


def yes_or_no(is_true: bool) -> str:
    """A truth value as people write it."""
    return "是" if is_true else "否"


def plain_figure(value: str, power: int = 0) -> str:
    """A number, times ten to a power, with all its decimals and none that only the computer made."""
    if value.isdecimal() and not power:
        return value
    # Through float, because a workbook writes 0.95 as 0.94999999999999996.
    figure = Decimal(repr(float(value)))
    return f"{figure.scaleb(power).normalize():f}" if figure.is_finite() else value


def _figure(value: str, number_format: str, *, is_1904: bool) -> str:
    """A number as its format shows it, with all its decimals: 95 % is "95%" and not 0.95."""
    if _is_date(number_format):
        return _date(value, number_format, is_1904=is_1904)
    around = _around(number_format)
    return f"{around.before}{plain_figure(value, around.power)}{around.after}"


@cache
def _is_date(number_format: str) -> bool:
    from openpyxl.styles.numbers import is_date_format

    return bool(is_date_format(number_format))


def _date(value: str, number_format: str, *, is_1904: bool) -> str:
    from openpyxl.styles.numbers import is_timedelta_format
    from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

    epoch = MAC_EPOCH if is_1904 else WINDOWS_EPOCH
    try:
        return day(from_excel(float(value), epoch, timedelta=is_timedelta_format(number_format)))
    except (OverflowError, ValueError):
        return "#VALUE!"


def day(value: object) -> str:
    """A date, or a moment of it, as 2022-11-30; a time alone as it is."""
    return value.strftime("%Y-%m-%d") if isinstance(value, datetime | date) else str(value)


@cache
def _around(number_format: str) -> _Format:
    """What stands around the digits of a format's first section: 0"人", 0.0%, "≥"0, 0!.0,"万元"."""
    before, after, digits, power = "", "", "", 0
    for quoted, escaped, general, places, percent, sign in _PIECES.findall(_first_section(number_format)):
        said = quoted or escaped or percent or sign
        if general or places:
            digits += general or places
        elif said == "." and digits:
            digits += "!"
        elif digits:
            after += said
        else:
            before += said
        power += 2 if percent else 0
    whole, _point, decimals = digits.partition("!")
    if decimals:  # a point that is only painted between the digits, as in 0!.0
        power -= len(decimals.rstrip(","))
    power -= _THOUSAND * (len(digits) - len(digits.rstrip(",")))
    return _Format(sign_in(before), unit_in(after), power if whole else 0)


def sign_in(before: str) -> str:
    """The sign that stands before a figure: ≥ of "≥ "; a currency's sign says nothing that we need."""
    said = before.strip()
    return said if _SIGNS.fullmatch(said) else ""


def unit_in(after: str) -> str:
    """The unit that stands after a figure: 万元 of " 万元"."""
    said = after.strip()
    return said if _UNIT.fullmatch(said) else ""


def _first_section(number_format: str) -> str:
    return re.match(r'(?:"[^"]*"|[\\!_*].|[^;])*', number_format, re.DOTALL)[0]  # type: ignore[index]

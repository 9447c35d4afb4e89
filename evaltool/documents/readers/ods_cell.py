"""What a cell of an ods workbook shows: the figure that it keeps, with the sign and unit that it displays.

The text that the file displays may be rounded, and the figure has neither sign nor unit: each gives its half.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from evaltool.documents.blocks import CellState
from evaltool.documents.readers.cell_text import plain_figure, sign_in, unfinished, unit_in, yes_or_no

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_NAMES = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
OFFICE, STYLE, TABLE, TEXT = (_NAMES.format(name) for name in ("office", "style", "table", "text"))
"""What names of elements and attributes begin with."""

KIND, FORMULA = f"{OFFICE}value-type", f"{TABLE}formula"
"""Attributes; a cell with neither of them shows nothing but text."""
_VALUE = f"{OFFICE}value"
_DATE, _STRING, _TRUTH = f"{OFFICE}date-value", f"{OFFICE}string-value", f"{OFFICE}boolean-value"
_PARAGRAPH, _SPACES, _COUNT = f"{TEXT}p", f"{TEXT}s", f"{TEXT}c"
_SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
_INLINE = frozenset({f"{TEXT}span", f"{TEXT}a", f"{TEXT}ruby", f"{TEXT}ruby-base", f"{TEXT}meta"})
_MOST_SPACES = 100
_SHOWN = CellState.SHOWN

_FIGURES = frozenset({"float", "percentage", "currency"})
_DISPLAYED = re.compile(r"([^0-9]*)([0-9][0-9,]*(?:\.[0-9]+)?)(.*)", re.DOTALL)
_TRUTHS = {"TRUE": True, "FALSE": False}
_NEARLY = Decimal("1.0001")
_POWERS = (0, -3, -4, -6, -8)
"""Of ten, by which formats show money smaller: in 千元, 万元, 百万元, 亿元."""


def shown(cell: _Element) -> tuple[str, CellState]:
    """A cell's text, and whether it is the cell's result. Comments (annotations) are no text."""
    said = "\n".join([_said(one) for one in cell if one.tag == _PARAGRAPH])
    kind, formula = cell.get(KIND), cell.get(FORMULA)
    if formula is not None:
        kept = said or cell.get(_VALUE) or cell.get(_DATE) or cell.get(_TRUTH) or ""
        odd = unfinished(f"={formula.partition('=')[2]}", kept, may_be_empty=kind == "string")
        if odd:
            return odd
    return said if kind == "string" and said else _result(kind, cell, said), _SHOWN


def _result(kind: str | None, cell: _Element, said: str) -> str:
    value = cell.get(_VALUE)
    if kind in _FIGURES and value is not None:
        return _figure(value, said.strip(), is_percentage=kind == "percentage")
    if kind == "date":
        return cell.get(_DATE, said).partition("T")[0]
    if kind == "boolean":
        return yes_or_no(cell.get(_TRUTH) == "true")
    return said or cell.get(_STRING, "")


def _figure(value: str, said: str, *, is_percentage: bool) -> str:
    """A figure with all its decimals between the sign and the unit that are displayed: 95 % is "95%"."""
    if said in _TRUTHS:
        return yes_or_no(_TRUTHS[said])
    found = _DISPLAYED.fullmatch(said)
    if found is None:
        return f"{plain_figure(value, 2)}%" if is_percentage else plain_figure(value)
    sign, unit = sign_in(found[1].removesuffix("-")), unit_in(found[3])
    if not unit:
        return f"{sign}{plain_figure(value)}"
    digits = Decimal(found[2].replace(",", ""))
    power = _power(abs(Decimal(value)), digits, is_percentage=is_percentage)
    return said if power is None else f"{sign}{plain_figure(value, power)}{unit}"


def _power(value: Decimal, digits: Decimal, *, is_percentage: bool) -> int | None:
    """The power of ten between the figure that is kept and the one that is displayed, maybe rounded."""
    half = Decimal(5).scaleb(int(digits.as_tuple().exponent) - 1)
    tried = (2,) if is_percentage else _POWERS
    # A little more than half, because 2.675 may be kept as 2.67499999999999.
    return next((power for power in tried if abs(value.scaleb(power) - digits) <= half * _NEARLY), None)


def _said(paragraph: _Element) -> str:
    """The text of a paragraph without what floats above it: notes, pictures, comments."""
    text = paragraph.text or ""
    return text + "".join(_parts(paragraph)) if len(paragraph) else text


def _parts(paragraph: _Element) -> Iterator[str]:
    for one in paragraph:
        if one.tag == _SPACES:
            yield " " * min(int(one.get(_COUNT, "1")), _MOST_SPACES)
        elif one.tag in _INLINE:
            yield _said(one)
        else:
            yield _SIGNS.get(str(one.tag), "")
        yield one.tail or ""

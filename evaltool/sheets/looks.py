"""How cells look: a few named looks, and each made once for a workbook, because making one is what costs."""

from __future__ import annotations

from dataclasses import dataclass, replace

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.workbook import Workbook

FONT = "宋体"
"""The font of official forms. Windows has it for WPS and Excel; LibreOffice takes another serif."""

GB2312 = 134
"""The character set that makes a system without the font choose a Chinese one."""

UPWARDS, STACKED = 90, 255
"""Turns of a text: on its side, or a sign a line."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks. `turn` is 0, `UPWARDS` or `STACKED`; `format` is the number format.

    `locked`: nobody may change it where the sheet is protected.
    """

    size: int = 10
    bold: bool = False
    across: str = "left"
    down: str = "center"
    border: bool = True
    turn: int = 0
    fill: str = ""
    format: str = "General"
    locked: bool = True


BODY = Look()
CENTRE = Look(across="center")
HEAD = Look(across="center", bold=True, fill="F2F2F2")
BAND = Look(bold=True, fill="F2F2F2")
TITLE = Look(size=16, bold=True, across="center", border=False)
SUBTITLE = Look(size=11, across="center", border=False)
SECTION = Look(size=11, bold=True, border=False)
PLAIN = Look(border=False)
TOP = Look(down="top")
POINTS = replace(CENTRE, format="0.00")
TOTAL = replace(POINTS, bold=True)
MONEY = replace(CENTRE, format="0.00####")
PERCENT = replace(CENTRE, format="0.00%")


class Looks:
    """The looks of one workbook as openpyxl keeps them, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._scratch = workbook.worksheets[0]
        self._made: dict[tuple[Look, bool], StyleArray] = {}

    def of(self, look: Look, *, quoted: bool = False) -> StyleArray:
        """The look as openpyxl keeps it. `quoted`: the value stays a text when a person edits the cell."""
        key = look, quoted
        if key not in self._made:
            self._made[key] = self._make(look, quoted=quoted)
        return self._made[key]

    def _make(self, look: Look, *, quoted: bool) -> StyleArray:
        cell = Cell(self._scratch, row=1, column=1, style_array=StyleArray())
        cell.font = Font(name=FONT, charset=GB2312, size=look.size, bold=look.bold)
        cell.alignment = Alignment(look.across, look.down, textRotation=look.turn, wrap_text=not look.turn)
        cell.number_format = look.format
        if look.border:
            side = Side(style="thin", color="000000")
            cell.border = Border(left=side, right=side, top=side, bottom=side)
        if look.fill:
            cell.fill = PatternFill("solid", start_color=look.fill)
        if not look.locked:
            cell.protection = Protection(locked=False)
        cell.quotePrefix = quoted
        style: StyleArray = cell._style  # type: ignore[attr-defined]  # noqa: SLF001 - no public way to share it
        return style

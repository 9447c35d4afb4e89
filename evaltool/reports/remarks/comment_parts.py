"""The two parts that a sheet's comments are made of: their texts, and the boxes they are shown in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter

from evaltool.sheets.safe import cell_text

AUTHOR = "evaltool"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

_NO_COMMENTS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<comments xmlns="{_MAIN}"><authors></authors><commentList></commentList></comments>'
)
_NO_BOXES = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel">'
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_BOX = (
    '<v:shape id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" '
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/>'
    "<x:SizeWithCells/><x:Anchor>{left}, 15, {top}, 2, {right}, 15, {bottom}, 2</x:Anchor>"
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_CELLS_WIDE, _LINES_HIGH = 5, 8


class Remark(NamedTuple):
    """A text at a cell. `sheet` is the sheet's name, empty for the first; row and column count from 1."""

    sheet: str
    row: int
    column: int
    text: str

    @property
    def cell(self) -> str:
        """The cell's address."""
        return f"{get_column_letter(self.column)}{self.row}"


def with_comments(part: str, remarks: Iterable[Remark]) -> str:
    """A part of comments with these added; a cell that has one keeps it and gets the remark below."""
    part = part or _NO_COMMENTS
    prefix = _prefix(part, "comments")
    part = re.sub(rf"<({prefix}(?:authors|commentList))\s*/>", r"<\1></\1>", part)
    author = len(re.findall(rf"<{prefix}author(?:\s[^>]*)?(?:/>|>)", part))
    part = part.replace(
        f"</{prefix}authors>", f"<{prefix}author>{AUTHOR}</{prefix}author></{prefix}authors>", 1
    )
    new = []
    for remark in remarks:
        text = escape(cell_text(remark.text))
        there = re.search(
            rf'<{prefix}comment\s[^>]*ref="{remark.cell}"[^>]*>.*?(?=</{prefix}text>)', part, re.DOTALL
        )
        run = f'<{prefix}r><{prefix}t xml:space="preserve">{{}}</{prefix}t></{prefix}r>'
        if there:
            part = part[: there.end()] + run.format(f"\n{text}") + part[there.end() :]
        else:
            box = f'<{prefix}comment ref="{remark.cell}" authorId="{author}"><{prefix}text>{run.format(text)}'
            new.append(f"{box}</{prefix}text></{prefix}comment>")
    end = f"</{prefix}commentList>"
    return part.replace(end, "".join(new) + end, 1)


def with_boxes(part: str, remarks: Iterable[Remark]) -> str:
    """A drawing part with a hidden box for each remark whose cell has none yet."""
    part = part or _NO_BOXES
    taken = set(re.findall(r"<x:Row>\s*([0-9]+)\s*</x:Row>\s*<x:Column>\s*([0-9]+)\s*</x:Column>", part))
    number = max([1024, *map(int, re.findall(r'id="_x0000_s([0-9]{1,9})"', part))])
    boxes = []
    for remark in remarks:
        row, column = remark.row - 1, remark.column - 1
        if (str(row), str(column)) not in taken:
            number += 1
            edges = {
                "left": column + 1,
                "right": column + 1 + _CELLS_WIDE,
                "top": row,
                "bottom": row + _LINES_HIGH,
            }
            boxes.append(_BOX.format(number=number, row=row, column=column, **edges))
    return part.replace("</xml>", "".join(boxes) + "</xml>", 1)


def _prefix(part: str, root: str) -> str:
    """The prefix that a part writes before its elements: x: or none."""
    found = re.search(rf"<(\w+:)?{root}[\s>]", part)
    return (found[1] or "") if found else ""

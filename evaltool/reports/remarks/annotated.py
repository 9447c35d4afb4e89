"""Comments put on the cells of a workbook that somebody else made; all else in it stays as it is.

A workbook read and written again by a library loses what the library does not know: pictures, charts, the
values that its formulas had. So the file's parts are copied byte by byte, and the comments are added to them.
"""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import groupby
from typing import cast
from xml.etree import ElementTree as ET
from xml.sax.saxutils import quoteattr
from zipfile import ZipFile

from openpyxl.cell import Cell
from openpyxl.workbook import Workbook

from evaltool.reports.remarks.comment_parts import Remark, with_boxes, with_comments
from evaltool.sheets.archive import packed, saved
from evaltool.sheets.safe import cell_text, starts_formula

_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_BOXES_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_AFTER_DRAWING = re.compile(
    r"<(?:\w+:)?(?:legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst"
    r"|AlternateContent)\b|</(?:\w+:)?worksheet>"
)
"""What may stand behind a sheet's reference to the boxes of its comments."""

_UNDATED = datetime(1980, 1, 1)  # noqa: DTZ001 - a workbook's times have no zone
"""The same table gives the same bytes, so its making carries no time."""

Parts = dict[str, bytes]


def annotated(workbook: bytes, remarks: Iterable[Remark]) -> bytes:
    """A copy of a workbook with a comment at each remark's cell. Raises `ValueError` for a broken one."""
    try:
        with ZipFile(io.BytesIO(workbook)) as archive:
            parts = {info.filename: archive.read(info) for info in archive.infolist()}
        for sheet, group in groupby(sorted(remarks), key=lambda remark: remark.sheet):
            _annotate(parts, _sheet_part(parts, sheet), tuple(group))
    except Exception as fault:  # noqa: BLE001 - parts that nobody has read yet may be broken in any way at all
        raise ValueError(str(fault)) from None
    return packed(parts)


def plain_workbook(rows: Iterable[tuple[str, int, Sequence[str]]]) -> bytes:
    """A workbook that holds rows as text, each given as its sheet's name, its number and its cells.

    A text has one sheet without a name. Raises `ValueError` for a name that no sheet can have.
    """
    workbook = Workbook()
    sheets = {"": workbook.worksheets[0]}
    for title, row, cells in rows:
        if title not in sheets:
            sheets[title] = workbook.create_sheet(title)
        for column, text in enumerate(cells, 1):
            if text:
                cell = cast("Cell", sheets[title].cell(row, column))
                cell.value = cell_text(text)
                # Said outright, because openpyxl takes "=…" for a formula.
                cell.data_type = "s"
                cell.quotePrefix = starts_formula(text)
    if len(sheets) > 1:
        workbook.remove(sheets[""])
    workbook.properties.created = workbook.properties.modified = _UNDATED
    return saved(workbook)


def _annotate(parts: Parts, sheet: str, remarks: Sequence[Remark]) -> None:
    comments = _related(parts, sheet, "/comments")
    if not comments:
        comments = _free(parts, "xl/comments{}.xml")
        _relate(parts, sheet, "comments", comments)
        _declare(parts, f'<Override PartName="/{comments}" ContentType="{_COMMENTS_TYPE}"/>')
    parts[comments] = with_comments(parts.get(comments, b"").decode(), remarks).encode()
    boxes = _related(parts, sheet, "/vmlDrawing", named_in=parts[sheet].decode())
    if not boxes:
        boxes = _free(parts, "xl/drawings/vmlDrawing{}.vml")
        number = _relate(parts, sheet, "vmlDrawing", boxes)
        _declare(parts, f'<Default Extension="vml" ContentType="{_BOXES_TYPE}"/>')
        parts[sheet] = _with_reference(parts[sheet].decode(), number).encode()
    parts[boxes] = with_boxes(parts.get(boxes, b"").decode(), remarks).encode()


def _sheet_part(parts: Parts, title: str) -> str:
    """The part that holds the sheet of this name, the first sheet for none."""
    workbook = next(target for _id, kind, target in _relations(parts, "") if kind.endswith("/officeDocument"))
    number = next(
        next(value for name, value in element.attrib.items() if name.endswith("}id"))
        for element in ET.fromstring(parts[workbook]).iter()  # noqa: S314 - openpyxl has read it before
        if element.tag.endswith("}sheet") and title in ("", element.get("name"))
    )
    return next(target for each, _kind, target in _relations(parts, workbook) if each == number)


def _relations(parts: Parts, part: str) -> list[tuple[str, str, str]]:
    """Id, kind and target of each part that a part refers to."""
    found = parts.get(_relations_part(part))
    if found is None:
        return []
    folder = posixpath.dirname(part)
    return [
        (
            element.get("Id", ""),
            element.get("Type", ""),
            posixpath.normpath(posixpath.join("/", folder, element.get("Target", ""))).lstrip("/"),
        )
        for element in ET.fromstring(found)  # noqa: S314 - openpyxl has read it before
    ]


def _relations_part(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _related(parts: Parts, sheet: str, kind: str, named_in: str | None = None) -> str:
    """The part of a kind that a sheet refers to; of boxes only the one that the sheet shows itself."""
    for number, each, target in _relations(parts, sheet):
        if each.endswith(kind) and (
            named_in is None or re.search(rf'<(?:\w+:)?legacyDrawing\s[^>]*"{re.escape(number)}"', named_in)
        ):
            return target
    return ""


def _relate(parts: Parts, part: str, kind: str, target: str) -> str:
    """Have a part refer to another; give the reference's id."""
    name = _relations_part(part)
    said = parts.get(name, f'<Relationships xmlns="{_PACKAGE}"></Relationships>'.encode()).decode()
    said = re.sub(r"<(Relationships\s[^>]*)/>", r"<\1></Relationships>", said)
    known = {number for number, _kind, _target in _relations(parts, part)}
    number = next(each for each in (f"rId{count}" for count in range(1, len(known) + 2)) if each not in known)
    new = f'<Relationship Id="{number}" Type="{_RELATION}/{kind}" Target={quoteattr("/" + target)}/>'
    parts[name] = said.replace("</Relationships>", f"{new}</Relationships>", 1).encode()
    return number


def _declare(parts: Parts, declaration: str) -> None:
    types = parts["[Content_Types].xml"].decode()
    if declaration.startswith("<Default") and re.search(r'Extension="vml"', types, re.IGNORECASE):
        return
    parts["[Content_Types].xml"] = types.replace("</Types>", f"{declaration}</Types>", 1).encode()


def _with_reference(sheet: str, number: str) -> str:
    """The sheet with a reference to its boxes, at the place where the format wants it."""
    prefix = re.search(r"<(\w+:)?worksheet[\s>]", sheet)
    name = (prefix[1] or "") if prefix else ""
    data = re.search(r"<(?:\w+:)?sheetData\s*/>|</(?:\w+:)?sheetData>", sheet)
    place = _AFTER_DRAWING.search(sheet, data.end() if data else 0)
    if place is None:
        raise KeyError("worksheet")
    reference = f'<{name}legacyDrawing xmlns:r="{_RELATION}" r:id="{number}"/>'
    return sheet[: place.start()] + reference + sheet[place.start() :]


def _free(parts: Parts, pattern: str) -> str:
    """The first part's name of a pattern that is not taken."""
    count = 1
    while pattern.format(count) in parts:
        count += 1
    return pattern.format(count)

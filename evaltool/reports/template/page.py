"""What a filled template says outside its cells: head and foot of its pages, and what it was made from."""

from __future__ import annotations

import re

from evaltool.reports import titles
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.template.cells import Said
from evaltool.reports.template.marks import marks_in
from evaltool.reports.template.names.kinds import in_words
from evaltool.reports.template.package import TYPES, Element, Package, content, local, relations_part, tree
from evaltool.sheets.safe import cell_text

_LONGEST = 255
"""Signs that the head or the foot of a page may have in Excel, with its commands."""

_CORE = "docProps/core.xml"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_DESCRIPTION = "{http://purl.org/dc/elements/1.1/}description"
_EMPTY_CORE = (
    b'<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    b'xmlns:dc="http://purl.org/dc/elements/1.1/"/>'
)


def fill_page(sheet: Element, said: Said) -> bool:
    """Fill placeholders in the head and the foot of a sheet's pages; whether there were any."""
    is_filled = False
    for one in (part for head in sheet if local(head) == "headerFooter" for part in head):
        text, marks = one.text or "", marks_in(one.text or "")
        if not marks:
            continue
        is_filled = True
        room = (_LONGEST - len(text)) // len(marks)
        for mark in reversed(marks):
            value = _one_line(in_words(*said(mark.name)), room + mark.end - mark.start)
            if value[:1].isdigit() and re.search(r"&[0-9]*$", text[: mark.start]):
                value = f" {value}"  # else it would be read as the size of the signs
            text = text[: mark.start] + value + text[mark.end :]
        one.text = text
    return is_filled


def name_origin(package: Package, card: Scorecard) -> None:
    """Say in the file's properties by which rulebook, from which inputs and by which version it was made."""
    part = next((one for one in package.related("", "core-properties")), "")
    if not part:
        part = _CORE
        package.parts[part] = _EMPTY_CORE
        _add(package, relations_part(""), "Relationship", Id="evaltool", Type=_CORE_KIND, Target=_CORE)
        _add(package, TYPES, "Override", PartName=f"/{_CORE}", ContentType=_CORE_TYPE)
    root = tree(package.parts[part])
    description = root.find(_DESCRIPTION)
    if description is None:
        description = root.makeelement(_DESCRIPTION, {})
        root.append(description)
    own = (description.text or "").strip()
    made = cell_text(f"{titles.rulebook(card.rulebook)}\n{card.made}")
    description.text = f"{own}\n{made}".strip()
    package.parts[part] = content(root)


def _add(package: Package, part: str, name: str, **attributes: str) -> None:
    root = tree(package.parts[part])
    namespace = str(root.tag).rpartition("}")[0] + "}"
    root.append(root.makeelement(f"{namespace}{name}", attributes))
    package.parts[part] = content(root)


def _one_line(text: str, room: int) -> str:
    line = " ".join(cell_text(text).split()).replace("&", "＆")
    return line if len(line) <= room else f"{line[: max(0, room - 1)]}…"

"""The parts of a workbook that say what its sheets are, and the way to them, within limits of size.

The file is read part by part, so that a part that unpacks to hundreds of megabytes costs no more than a look.
Links to other files are parts nobody opens, and so are macros.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from evaltool.documents.readers.cell_text import Styles
from evaltool.documents.readers.grid import MOST_CELLS, MOST_MEGABYTES
from evaltool.documents.readers.sheet_parts import StringsPart, feed
from evaltool.documents.unreadable import Unreadable

_MOST_ABOUT = 16_000_000
"""Bytes of a part that says something about the others; it is held as a whole."""
_HIDDEN = frozenset({"hidden", "veryHidden"})


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet as the workbook lists it: its name, whether people see it, and the part with its cells."""

    title: str
    is_hidden: bool
    part: str


@dataclass(frozen=True, slots=True)
class Workbook:
    """What the cells of all sheets refer to, and the sheets in their order."""

    strings: Sequence[str]
    styles: Styles
    sheets: Sequence[SheetEntry]

    @classmethod
    def of(cls, archive: ZipFile, file: str) -> Workbook:
        """The workbook in an archive; any exception at all where it is broken."""
        main = next(target for kind, target in _relations(archive, "").values() if kind == "officeDocument")
        related = _relations(archive, main)
        parts = dict(related.values())
        root = ET.fromstring(_about(archive, main))  # noqa: S314 - expat refuses texts that expand
        is_1904 = any(_name(one) == "workbookPr" and _is_true(one.get("date1904")) for one in root)
        styles = Styles.of(_about(archive, parts["styles"]) if "styles" in parts else b"", is_1904=is_1904)
        strings = _strings(archive, parts.get("sharedStrings", ""), file)
        return cls(strings, styles, tuple(_sheets(archive, root, related)))


def unpacks_to_little(archive: ZipFile, file: str) -> None:
    """Raises `Unreadable` for an archive, of any format, that would fill the memory."""
    if sum(part.file_size for part in archive.infolist()) > MOST_MEGABYTES * 1_000_000:
        raise Unreadable("document.unpacks_too_large", file, limit=MOST_MEGABYTES)


def _sheets(archive: ZipFile, root: ET.Element, related: dict[str, tuple[str, str]]) -> Iterator[SheetEntry]:
    names = frozenset(archive.namelist())
    for sheet in (one for one in root.iter() if _name(one) == "sheet"):
        number = next(value for name, value in sheet.attrib.items() if name.endswith("}id"))
        kind, target = related.get(number, ("", ""))
        if kind == "worksheet" and target in names:
            yield SheetEntry(sheet.get("name", ""), sheet.get("state") in _HIDDEN, target)


def _strings(archive: ZipFile, name: str, file: str) -> Sequence[str]:
    part = StringsPart()
    if name in archive.namelist():
        with archive.open(name) as stream:
            for _piece in feed(stream, part):
                if len(part.strings) > MOST_CELLS:
                    raise Unreadable("document.too_many_cells", file, limit=MOST_CELLS)
    return part.strings


def _about(archive: ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > _MOST_ABOUT:
        raise ValueError(name)
    return archive.read(name)


def _relations(archive: ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """By its id, the kind and the name of each part that a part refers to."""
    folder, name = posixpath.split(part)
    found = _about(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    return {
        one.get("Id", ""): (
            one.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/"),
        )
        for one in ET.fromstring(found)  # noqa: S314 - expat refuses texts that expand
    }


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _is_true(text: str | None) -> bool:
    return text in {"1", "true"}

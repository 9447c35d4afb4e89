"""A workbook as the package it is: parts by name, and what refers to what; none is interpreted here."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeAlias
from zipfile import ZipFile

from lxml import etree

from evaltool.sheets.archive import packed

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml's public name for it is a function

MOST_MEGABYTES = 64
"""What a template may unpack to, all parts together."""

TYPES = "[Content_Types].xml"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MACROS, _BLUEPRINT, _WORKBOOK = (
    b"macroEnabled",
    b"spreadsheetml.template.main+xml",
    b"spreadsheetml.sheet.main+xml",
)


class RefusedError(Exception):
    """A workbook that is not opened: a code of the catalogue and its facts."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: of which kind, by the last word of its name, and the part's name."""

    number: str
    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet with cells: its name for people and the part that holds it."""

    title: str
    part: str


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a workbook, in the order of its file; `main` is the one that lists the sheets."""

    parts: dict[str, bytes]
    main: str
    sheets: tuple[SheetEntry, ...]

    def related(self, part: str, kind: str) -> list[str]:
        """The parts of a kind that a part refers to and that are there."""
        found = relations(self.parts, part)
        return [one.target for one in found if one.kind == kind and one.target in self.parts]

    def of_kind(self, kind: str) -> str:
        """The one part of a kind that the workbook refers to, such as its styles; empty for none."""
        return next(iter(self.related(self.main, kind)), "")

    def drop(self, part: str) -> None:
        """Take a part away, with whatever says that it is there."""
        del self.parts[part]
        name = relations_part(self.main)
        for known, attribute in ((name, "Target"), (TYPES, "PartName")):
            root = tree(self.parts[known])
            for one in list(root):
                said = one.get(attribute, "")
                if posixpath.normpath(posixpath.join("/", posixpath.dirname(self.main), said)) == f"/{part}":
                    root.remove(one)
            self.parts[known] = content(root)

    def packed(self) -> bytes:
        """The content of a file with these parts."""
        return packed(self.parts)


def opened(data: bytes) -> Package:
    """The package in a file's content. Raises `RefusedError`, or anything at all where it is broken."""
    with ZipFile(io.BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > MOST_MEGABYTES * 1_000_000:
            raise RefusedError("document.unpacks_too_large", limit=str(MOST_MEGABYTES))
        parts = {info.filename: archive.read(info) for info in archive.infolist() if not info.is_dir()}
    if _MACROS in parts[TYPES] or any(name.lower().endswith("vbaproject.bin") for name in parts):
        raise RefusedError("template.macro")
    parts[TYPES] = parts[TYPES].replace(_BLUEPRINT, _WORKBOOK)  # of a file saved as a template (xltx)
    main = next(one.target for one in relations(parts, "") if one.kind == "officeDocument")
    package = Package(parts, main, ())
    return replace(package, sheets=tuple(_sheets(package)))


def tree(part: bytes) -> Element:
    """A part's elements. No entity is replaced, nothing is fetched; a part that declares any is refused."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    root = etree.fromstring(part, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("doctype")
    return root


def content(root: Element) -> bytes:
    """A part of these elements."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def local(element: Element) -> str:
    """An element's name without its namespace; empty for a comment."""
    return _name(element.tag)


@cache
def _name(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def beside(element: Element, name: str) -> str:
    """A name in the namespace of an element: a workbook may be of either edition of the standard."""
    return f"{{{etree.QName(element).namespace}}}{name}"


def relations(parts: dict[str, bytes], part: str) -> list[Relation]:
    """What a part refers to inside the package; "" is the package itself."""
    found = parts.get(relations_part(part))
    if found is None:
        return []
    folder = posixpath.dirname(part)
    return [
        Relation(
            one.get("Id", ""),
            one.get("Type", "").rpartition("/")[2],
            posixpath.normpath(posixpath.join("/", folder, one.get("Target", ""))).lstrip("/"),
        )
        for one in tree(found)
        if one.get("TargetMode") != "External"
    ]


def _sheets(package: Package) -> Iterator[SheetEntry]:
    related = {one.number: one for one in relations(package.parts, package.main)}
    for sheet in tree(package.parts[package.main]).iter(etree.Element):
        if local(sheet) != "sheet":
            continue
        number = next(str(value) for name, value in sheet.attrib.items() if str(name).endswith("}id"))
        one = related.get(number)
        if one is not None and one.kind == "worksheet" and one.target in package.parts:
            yield SheetEntry(sheet.get("name", ""), one.target)


def relations_part(part: str) -> str:
    """The part that says what another refers to."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")

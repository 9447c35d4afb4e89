"""A Word document: python-docx opens it and loads nothing from outside; one pass reads its body."""

from __future__ import annotations

import io
from zipfile import ZipFile

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.oxml.parser import parse_xml
from docx.package import Package

from evaltool.documents.blocks import Blocks
from evaltool.documents.readers.docx_body import Body
from evaltool.documents.readers.docx_numbering import Element, Numbering
from evaltool.documents.readers.flow import Flow
from evaltool.documents.unreadable import Unreadable

MOST_MEGABYTES = 50
"""What a document may unpack to, all parts together. Read, it takes eight times as much memory."""


def read_docx(data: bytes, file: str) -> Blocks:
    """The blocks of a docx. Raises `Unreadable` where it is broken or too large."""
    try:
        _unpacks_to_little(data, file)
        main = Package.open(io.BytesIO(data)).main_document_part
        flow = Flow(file)
        Body(flow, _numbering(main)).read(_root(main))
        return flow.blocks(), ()
    except Unreadable:
        raise
    except Exception:  # noqa: BLE001 - a broken package may fail in any way at all
        raise Unreadable("document.broken", file, format="docx") from None


def _unpacks_to_little(data: bytes, file: str) -> None:
    with ZipFile(io.BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > MOST_MEGABYTES * 1_000_000:
            raise Unreadable("document.unpacks_too_large", file, limit=MOST_MEGABYTES)


def _numbering(main: Part) -> Numbering | None:
    parts = {one.reltype: one.target_part for one in main.rels.values() if not one.is_external}
    lists = parts.get(RELATIONSHIP_TYPE.NUMBERING)
    styles = parts.get(RELATIONSHIP_TYPE.STYLES)
    return Numbering(_root(lists), _root(styles) if styles else ()) if lists else None


def _root(part: Part) -> Element:
    """The part's XML; that of a document with macros is left unread by python-docx.

    Office Open XML has no document types: entities of a file's own only serve to do harm.
    """
    root: Element = part.element if isinstance(part, XmlPart) else parse_xml(part.blob)
    if root.getroottree().docinfo.doctype:
        raise ValueError(part.partname)
    return root

"""A Word document: python-docx opens it and loads nothing from outside; one pass reads its body.

Only the parts that say something are parsed. Styles are the largest part of many documents, and they say
something only where a paragraph takes its number from one.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from zipfile import ZipFile

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PACKAGE_URI
from docx.opc.pkgreader import PackageReader
from docx.oxml.parser import parse_xml

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
        package = _Package.of(data)
        main = package.related[PACKAGE_URI, RELATIONSHIP_TYPE.OFFICE_DOCUMENT]
        flow = Flow(file)
        Body(flow, _numbering(package, main)).read(package.root(main))
        return flow.blocks(), ()
    except Unreadable:
        raise
    except Exception:  # noqa: BLE001 - a broken package may fail in any way at all
        raise Unreadable("document.broken", file, format="docx") from None


def _unpacks_to_little(data: bytes, file: str) -> None:
    with ZipFile(io.BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > MOST_MEGABYTES * 1_000_000:
            raise Unreadable("document.unpacks_too_large", file, limit=MOST_MEGABYTES)


@dataclass(frozen=True, slots=True)
class _Package:
    """The parts of a document by their names, and by a part and a kind the name of the one it refers to."""

    blobs: Mapping[str, bytes]
    related: Mapping[tuple[str, str], str]

    @classmethod
    def of(cls, data: bytes) -> _Package:
        reader: Any = PackageReader.from_file(io.BytesIO(data))  # type: ignore[no-untyped-call]
        blobs = {name: blob for name, _type, _relation, blob in reader.iter_sparts()}
        ours = [(source, one) for source, one in reader.iter_srels() if not one.is_external]
        return cls(blobs, {(source, one.reltype): one.target_partname for source, one in ours})

    def root(self, name: str) -> Element:
        """A part's XML.

        Office Open XML has no document types: entities of a file's own only serve to do harm.
        """
        root: Element = parse_xml(self.blobs[name])
        if root.getroottree().docinfo.doctype:
            raise ValueError(name)
        return root


def _numbering(package: _Package, main: str) -> Numbering | None:
    lists = package.related.get((main, RELATIONSHIP_TYPE.NUMBERING))
    styles = package.related.get((main, RELATIONSHIP_TYPE.STYLES))
    return Numbering(package.root(lists), lambda: package.root(styles) if styles else ()) if lists else None

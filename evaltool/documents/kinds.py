"""Which format a file is, by its content and never by its name."""

from __future__ import annotations

import io
import re
from enum import StrEnum
from zipfile import BadZipFile, ZipFile

from evaltool.documents.compound import names_at_top


class Kind(StrEnum):
    """A format. OFFICE stands for the older ones that an installed LibreOffice turns into docx."""

    TEXT = "txt"
    DOCX = "docx"
    XLSX = "xlsx"
    ODS = "ods"
    XLS = "xls"
    PDF = "pdf"
    HTML = "html"
    OFFICE = "doc"
    LOCKED = "locked"
    """Encrypted with a password; nobody but its owner can read it."""
    UNKNOWN = "unknown"


_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = 1
"""The bit by which a part of an archive says that it has a password."""
_BEGINNING = 4096
_MARKUP = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|table|meta)\b", re.IGNORECASE)


def is_archive(data: bytes) -> bool:
    """Whether a file is a zip archive: its format is known only by what is in it."""
    return data.startswith(_ZIP)


def kind_of(data: bytes) -> Kind:
    """The format of a file's content; TEXT where nothing speaks for another."""
    beginning = data[:_BEGINNING]
    if is_archive(data):
        return _of_archive(data)
    if beginning.startswith(_OLE):
        return _of_compound(data)
    if b"%PDF-" in beginning[:1024]:
        return Kind.PDF
    if beginning.startswith(b"{\\rtf"):
        return Kind.OFFICE
    plain = beginning.replace(b"\0", b"") if beginning[:2] in {b"\xff\xfe", b"\xfe\xff"} else beginning
    return Kind.HTML if _MARKUP.search(plain) else Kind.TEXT


def _of_archive(data: bytes) -> Kind:
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if any(part.flag_bits & _ENCRYPTED for part in archive.infolist()):
                return Kind.LOCKED
            if "word/document.xml" in names:
                return Kind.DOCX
            if "mimetype" in names and archive.getinfo("mimetype").file_size < _BEGINNING:
                said = archive.read("mimetype").decode("ascii", "replace")
                return Kind.ODS if "spreadsheet" in said else Kind.OFFICE
    except (BadZipFile, OSError, RuntimeError, ValueError, NotImplementedError):
        return Kind.UNKNOWN
    return Kind.XLSX if any(name.startswith("xl/") for name in names) else Kind.UNKNOWN


def _of_compound(data: bytes) -> Kind:
    """A workbook, an encrypted package, or a text document, by the stream that is its content."""
    names = names_at_top(data)
    if "EncryptedPackage" in names:
        return Kind.LOCKED
    if not names.isdisjoint({"Workbook", "Book"}):
        return Kind.XLS
    return Kind.OFFICE if "WordDocument" in names else Kind.UNKNOWN

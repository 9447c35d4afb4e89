"""The older word processors' formats (doc, wps, rtf, odt), which an installed LibreOffice turns into docx."""

from __future__ import annotations

import tempfile
from pathlib import Path

from evaltool.documents.blocks import Blocks
from evaltool.documents.readers.docx import read_docx
from evaltool.documents.unreadable import Unreadable
from evaltool.office.program import converted, office_program

LONGEST_SECONDS = 50
"""A first start takes some seconds. This ends before the process that reads is ended (60), and tidies up."""

_OLE = b"\xd0\xcf\x11\xe0"
_WORD = "WordDocument".encode("utf-16-le")
"""What the text is called inside the older binary formats, those of WPS too."""

_NAMES = ((b"{\\rtf", "document.rtf"), (b"PK\x03\x04", "document.odt"))
"""A name tells LibreOffice no more than the content does. The older binary formats are all called doc."""


def read_office(data: bytes, file: str) -> Blocks:
    """The blocks of a document that needs LibreOffice.

    Raises `Unreadable` where none is installed, where it takes too long, and where it gives no document.
    """
    if data.startswith(_OLE) and _WORD not in data:  # LibreOffice would take the bytes themselves for a text
        raise Unreadable("document.office_failed", file)
    program = office_program()
    if program is None:
        raise Unreadable("document.no_office", file)
    name = next((name for beginning, name in _NAMES if data.startswith(beginning)), "document.doc")
    with tempfile.TemporaryDirectory(prefix="evaltool-", ignore_cleanup_errors=True) as folder:
        document = Path(folder) / name
        document.write_bytes(data)
        try:
            docx = converted(program, document, LONGEST_SECONDS)
        except TimeoutError:
            raise Unreadable("document.too_slow", file, seconds=LONGEST_SECONDS) from None
    if docx is None:
        raise Unreadable("document.office_failed", file)
    return read_docx(docx, file)

"""The door of this room: a path goes in, a `Reading` comes out, whatever the file is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from evaltool.documents.files import read_bytes
from evaltool.documents.recognise import recognise
from evaltool.documents.text import read_text
from evaltool.documents.unreadable import Unreadable
from scoring.model import Reading

_OTHER_FORMATS = {
    b"PK\x03\x04": "docx / xlsx / ods",
    b"\xd0\xcf\x11\xe0": "doc / xls / wps / et",
    b"%PDF": "pdf",
    b"{\\rtf": "rtf",
}
"""What a file begins with, and the formats that begin so. None of them can be read yet."""


def read(path: Path) -> Reading:
    """What a document says. Its format is known by its content, never by its name.

    Raises `Unreadable` where there is no document at all; everything else that is odd is in the findings.
    """
    data = read_bytes(path)
    for beginning, formats in _OTHER_FORMATS.items():
        if data.startswith(beginning):
            raise Unreadable("document.other_format", path.name, formats=formats)
    blocks, damage = read_text(data, path.name)
    reading = recognise(blocks, path.name)
    return replace(reading, findings=(*damage, *reading.findings))

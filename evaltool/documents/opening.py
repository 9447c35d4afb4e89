"""The door of this room: a path goes in, a `Reading` comes out, whatever the file is."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path

from evaltool.documents.blocks import Blocks
from evaltool.documents.files import read_bytes
from evaltool.documents.kinds import Kind, kind_of
from evaltool.documents.recognition.recognise import recognise
from evaltool.documents.unreadable import Unreadable
from scoring.model import Reading

_READERS = {
    Kind.TEXT: "text:read_text",
    Kind.DOCX: "docx:read_docx",
    Kind.XLSX: "xlsx:read_xlsx",
    Kind.ODS: "ods:read_ods",
    Kind.XLS: "xls:read_xls",
    Kind.PDF: "pdf:read_pdf",
    Kind.HTML: "html:read_html",
    Kind.OFFICE: "office:read_office",
}
"""Module and function of each reader: bytes and a file's name go in, `Blocks` come out, or `Unreadable`."""


def read(path: Path) -> Reading:
    """What a document says. Its format is known by its content, never by its name.

    Raises `Unreadable` where there is no document at all; everything else that is odd is in the findings.
    """
    data = read_bytes(path)
    blocks, damage = read_blocks(data, path.name)
    reading = recognise(blocks, path.name)
    return replace(reading, findings=(*damage, *reading.findings))


def read_blocks(data: bytes, file: str) -> Blocks:
    """The blocks of a file's content. A reader and its library are loaded when the first file needs them."""
    kind = kind_of(data)
    if kind is Kind.LOCKED:
        raise Unreadable("document.locked", file)
    if kind is Kind.UNKNOWN:
        raise Unreadable("document.unknown", file)
    module, _, function = _READERS[kind].partition(":")
    reader = getattr(import_module(f"evaltool.documents.readers.{module}"), function)
    blocks: Blocks = reader(data, file)
    return blocks

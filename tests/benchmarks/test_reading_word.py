"""Reading a Word file or a web page, beside its library opening it and giving every cell's text.

A Word file takes half of python-docx's time. A web page takes two and a half times lxml.html's: what is
hidden, raised or numbered is known by hearing every tag, and lxml alone takes longer to call a listener
that does nothing than to give the text of the cells of a tree.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import docx
import lxml.html
import pytest
from in_turns import beside
from speed_table import SpeedTable
from word_files import word_file

from evaltool.documents.readers.docx import read_docx
from evaltool.documents.readers.html import read_html
from evaltool.documents.readers.text import read_text

ROOT = Path(__file__).parents[2]
TEXT = ROOT / "examples" / "北戴河区政协-2020.txt"
PAGE = ROOT / "tests" / "data" / "documents" / "北戴河区政协-2020.html"

ROUNDS = 41


def by_docx(data: bytes) -> list[str]:
    tables = docx.Document(io.BytesIO(data)).tables
    return [cell.text for table in tables for row in table.rows for cell in row.cells]


def by_lxml(data: bytes) -> list[str]:
    return [cell.text_content() for cell in lxml.html.document_fromstring(data).iter("td", "th")]


FORMATS: dict[str, tuple[Callable[[bytes, str], object], Callable[[bytes], object]]] = {
    "docx": (read_docx, by_docx),
    "html": (read_html, by_lxml),
}


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.usefixtures("measuring")
def test_reading_a_word_file_or_a_page(speed: SpeedTable, kind: str) -> None:
    read, straight = FORMATS[kind]
    data = word_file(read_text(TEXT.read_bytes(), "")[0]) if kind == "docx" else PAGE.read_bytes()
    figure, ratio = beside(lambda: read(data, TEXT.stem), lambda: straight(data), ROUNDS)
    speed.put(kind, ratio, f"{TEXT.stem}, {figure * 1000:.1f} ms")

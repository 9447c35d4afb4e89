"""A PDF that holds text: its glyphs and ruled lines, page by page, become paragraphs and tables."""

from __future__ import annotations

import io
import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from evaltool.documents.blocks import Blocks
from evaltool.documents.readers.pdf_flow import Page, flow
from evaltool.documents.readers.pdf_lines import UNKNOWN, lines_of
from evaltool.documents.readers.pdf_rules import grids
from evaltool.documents.unreadable import Unreadable
from scoring.findings import Finding, finding
from scoring.model import Source

if TYPE_CHECKING:
    from pdfplumber.pdf import PDF

MOST_PAGES = 300
"""The documents of a whole department have some thirty; more takes longer than anybody waits."""


def read_pdf(data: bytes, file: str) -> Blocks:
    """The blocks of a PDF. Raises `Unreadable` where it is locked, broken, too long or holds no text."""
    try:
        with _silence():
            pages = list(_pages(data, file))
    except (Unreadable, MemoryError):
        raise
    except Exception as fault:  # noqa: BLE001 - damaged files make the library raise whatever it stumbles over
        if isinstance(fault.__context__, MemoryError):  # the library hides it; it says nothing of the file
            raise fault.__context__ from None
        raise Unreadable("document.broken", file, format="PDF") from None
    lines = [line for page in pages for line in _all_lines(page)]
    unknown = [line for line in lines if UNKNOWN in line]
    if sum(line.count(UNKNOWN) for line in unknown) * 2 >= sum(map(len, lines)):
        raise Unreadable("document.no_text", file, pages=len(pages))
    return tuple(flow(pages, file)), tuple(_doubts(pages, len(unknown), file))


def _doubts(pages: Sequence[Page], damaged: int, file: str) -> Iterator[Finding]:
    """What of the file could not be read."""
    if damaged:
        yield finding("document.damaged_text", None, Source(file), lines=damaged)
    pictures = [page.number for page in pages if page.is_picture]
    if pictures:
        place = Source(file, page=pictures[0])
        yield finding("document.picture_pages", None, place, pages="、".join(map(str, pictures)))


@contextmanager
def _silence() -> Iterator[None]:
    """What the library has to say about a file is not for the person who opens it."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)


def _pages(data: bytes, file: str) -> Iterator[Page]:
    """Each page once; nothing of it is kept but its text and where that stands."""
    from pdfminer.pdfpage import PDFPage
    from pdfplumber.page import Page as RawPage

    document = _open(data, file)
    said = _said_pages(document)
    if said > MOST_PAGES:
        raise Unreadable("document.too_many_pages", file, pages=said, limit=MOST_PAGES)
    for number, raw in enumerate(PDFPage.create_pages(document.doc), 1):
        if number > MOST_PAGES:
            raise Unreadable("document.too_many_pages", file, pages=number, limit=MOST_PAGES)
        page = RawPage(document, raw, number)
        yield _page(page, number)
        page.close()


def _open(data: bytes, file: str) -> PDF:
    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        return pdfplumber.open(io.BytesIO(data))
    except PdfminerException as fault:
        if fault.args and isinstance(fault.args[0], (PDFEncryptionError, PDFPasswordIncorrect)):
            raise Unreadable("document.locked", file) from None
        raise


def _said_pages(document: PDF) -> int:
    """How many pages the file says it has; 0 where it says nothing that makes sense."""
    from pdfminer.pdftypes import dict_value, resolve1

    said = resolve1(dict_value(document.doc.catalog.get("Pages")).get("Count"))
    return said if isinstance(said, int) else 0


def _page(page: Any, number: int) -> Page:
    """The lines of a page and its tables; a glyph in the cell of a table is not in a line."""
    found = grids(page)
    outside = [char for char in page.chars if not any(grid.takes(char) for grid in found)]
    tables = tuple(grid.table(number) for grid in found)
    is_picture = bool(page.images) and not page.chars
    return Page(number, float(page.width), float(page.height), tuple(lines_of(outside)), tables, is_picture)


def _all_lines(page: Page) -> Iterator[str]:
    for line in page.lines:
        yield line.text
    for table in page.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from (line.text for line in cell.lines)

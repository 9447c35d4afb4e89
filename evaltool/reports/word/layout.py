"""Parts laid out with python-docx: styles, tables and the foot of every page."""

from __future__ import annotations

from collections.abc import Iterable

import docx
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Length
from docx.table import _Row
from docx.text.paragraph import Paragraph as Written

from evaltool.reports.word.parts import Heading, Part, Table
from evaltool.reports.word.styles import (
    MARK,
    PAGE_NUMBER,
    STYLES,
    TABLE_TEXT,
    TEXT_WIDTH,
    set_page,
    set_styles,
)
from evaltool.sheets.safe import legal

CELL_MARGINS = {"top": 20, "left": 40, "bottom": 20, "right": 40}
"""Of a cell, in twentieths of a point."""

KEPT_TOGETHER = 12
"""Rows up to which a short table is not divided between pages."""


def laid_out(parts: Iterable[Part], mark: str) -> Document:
    """The parts as a document, with page numbers and `mark` at the foot of every page."""
    document = docx.Document()
    set_page(document)
    set_styles(document)
    for part in parts:
        if isinstance(part, Table):
            _table(document, part)
        elif isinstance(part, Heading):
            heading = _styled(document.add_paragraph(legal(part.text)), f"Heading {part.level}")
            heading.paragraph_format.page_break_before = part.starts_page or None
        else:
            _styled(document.add_paragraph(legal(part.text)), STYLES[part.kind])
    _foot(document, mark)
    return document


def _styled(paragraph: Written, name: str) -> Written:
    """Set a paragraph's style by what the file knows it by; python-docx would look for it every time."""
    if name != "Normal":
        paragraph._p.style = name.replace(" ", "")  # noqa: SLF001 - a style by its id has no public way
    return paragraph


def _table(document: Document, part: Table) -> None:
    """A table with fixed widths; its headings come again on every page and no row is torn."""
    table = document.add_table(rows=0, cols=len(part.columns), style="Table Grid")
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _narrow(table._tbl.tblPr)  # noqa: SLF001 - python-docx has no margins of cells
    whole = sum(column.share for column in part.columns)
    widths = [Length(TEXT_WIDTH * column.share // whole) for column in part.columns]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    is_kept = part.is_short and len(part.rows) <= KEPT_TOGETHER
    head = table.add_row()
    _whole(head).append(OxmlElement("w:tblHeader"))
    for cell, column in zip(head.cells, part.columns, strict=True):
        _cell(cell.paragraphs[0], column.heading, is_centred=True).runs[0].bold = True
        cell.paragraphs[0].paragraph_format.keep_with_next = True
    for number, texts in enumerate(part.rows, 1):
        row = table.add_row()
        _whole(row)
        for cell, text, column in zip(row.cells, texts, part.columns, strict=True):
            written = _cell(cell.paragraphs[0], text, is_centred=column.is_centred)
            written.paragraph_format.keep_with_next = (is_kept and number < len(part.rows)) or None
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def _cell(paragraph: Written, text: str, *, is_centred: bool) -> Written:
    _styled(paragraph, TABLE_TEXT).add_run(legal(text))
    if is_centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    return paragraph


def _narrow(properties: BaseOxmlElement) -> None:
    margins = OxmlElement("w:tblCellMar")
    for side, room in CELL_MARGINS.items():
        margins.append(OxmlElement(f"w:{side}", {qn("w:w"): str(room), qn("w:type"): "dxa"}))
    # The schema wants them before the options of the table's look.
    properties.insert(len(properties) - 1, margins)


def _whole(row: _Row) -> BaseOxmlElement:
    """Keep a row on one page; gives the row's properties."""
    properties: BaseOxmlElement = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no such option
    properties.append(OxmlElement("w:cantSplit"))
    return properties


def _foot(document: Document, mark: str) -> None:
    """— 1 — and below it the mark by which two prints can be told apart."""
    footer = document.sections[0].footer
    number = footer.paragraphs[0]
    _styled(number, PAGE_NUMBER)
    number.add_run("— ")
    _page_field(number)
    number.add_run(" —")
    _styled(footer.add_paragraph(legal(mark)), MARK)


def _page_field(paragraph: Written) -> None:
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), (None, "1"), ("end", "")):
        run = paragraph.add_run()._r  # noqa: SLF001 - python-docx has no fields
        if kind:
            run.append(OxmlElement("w:fldChar", {qn("w:fldCharType"): kind}))
        elif kind is None:
            run.text = text
        else:
            instruction = OxmlElement("w:instrText")
            instruction.text = text
            run.append(instruction)

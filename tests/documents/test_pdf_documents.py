"""Whole documents as PDF say what they say as text and in Word, wherever their lines and pages are broken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from block_texts import said
from document_samples import PUBLISHED, ROOT, unspaced
from office_made import made_by_office
from page_breaks import CODE, HEADERS, table_over_pages
from word_files import word_file

from evaltool.documents import read
from evaltool.documents.blocks import Paragraph, Row, Table
from evaltool.documents.readers.docx import read_docx
from evaltool.documents.readers.pdf import read_pdf
from evaltool.documents.readers.text import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from evaltool.documents.blocks import Block

DATA = ROOT / "tests" / "data" / "documents"
OVER_PAGES = DATA / "跨页表格.pdf"


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_a_published_document_as_pdf_gives_the_same_department(path: Path):
    assert unspaced(read(DATA / f"{path.stem}.pdf").department) == unspaced(read(path).department)


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_a_published_document_as_pdf_has_the_same_paragraphs_and_cells(path: Path):
    as_text, _ = read_text(path.read_bytes(), path.name)
    as_pdf, findings = read_pdf((DATA / f"{path.stem}.pdf").read_bytes(), path.name)
    assert said(as_pdf) == said(as_text)
    assert findings == ()


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_a_pdf_made_here_and_now_says_the_same(path: Path, tmp_path: Path):
    as_text, _ = read_text(path.read_bytes(), path.name)
    as_pdf, _ = read_pdf(made_by_office(word_file(as_text), "document.docx", "pdf", tmp_path), path.name)
    assert said(as_pdf) == said(as_text)


def only_table(blocks: Sequence[Block]) -> Table:
    (table,) = (block for block in blocks if isinstance(block, Table))
    return table


def texts(row: Row) -> list[str]:
    return [unspaced(cell.text) for cell in row.cells]


def over_pages() -> tuple[Block, ...]:
    blocks, findings = read_pdf(OVER_PAGES.read_bytes(), OVER_PAGES.name)
    assert findings == ()
    return blocks


def test_a_table_over_many_pages_has_the_rows_that_it_has_in_word():
    as_word, _ = read_docx(table_over_pages(), "跨页表格.docx")
    headers, *rows = map(texts, only_table(as_word).rows)
    assert headers == list(HEADERS)
    assert [row for row in map(texts, only_table(over_pages()).rows) if row != headers] == rows


def test_headers_repeated_on_each_page_say_which_page_they_are_on():
    table = only_table(over_pages())
    pages = [row.cells[0].source.page for row in table.rows if texts(row) == list(HEADERS)]
    assert pages == list(range(1, table.rows[-1].cells[0].source.page + 1))


def test_nothing_of_running_heads_and_page_numbers_is_left():
    assert [block.text for block in over_pages() if isinstance(block, Paragraph)] == ["1.会议活动绩效目标表"]


def test_a_code_that_a_narrow_cell_broke_keeps_all_its_signs():
    cell = only_table(over_pages()).rows[1].cells[0]
    assert "\n" in cell.text
    assert unspaced(cell.text) == CODE

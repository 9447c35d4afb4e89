"""The two published documents in Word and on web pages: the same words, and the same department."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from block_texts import said
from document_samples import JULU, PUBLISHED, ROOT, unspaced
from docx import Document
from office_made import made_by_office
from word_files import word_file

from evaltool.documents import opening, read
from evaltool.documents.blocks import Table
from evaltool.documents.kinds import Kind, kind_of
from evaltool.documents.readers.docx import read_docx
from evaltool.documents.readers.html import read_html
from evaltool.documents.readers.text import read_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from evaltool.documents.blocks import Block

DATA = ROOT / "tests" / "data" / "documents"


def blocks_of(path: Path) -> tuple[Block, ...]:
    return read_text(path.read_bytes(), path.name)[0]


def in_word(path: Path) -> bytes:
    return word_file(blocks_of(path))


FORMS: dict[str, Callable[[Path], bytes]] = {
    "docx": in_word,
    "html in UTF-8": lambda path: (DATA / f"{path.stem}.html").read_bytes(),
    "html in GB18030": lambda path: (DATA / f"{path.stem}-gb18030.html").read_bytes(),
}

in_each_form = pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
published = pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)


@in_each_form
@published
def test_a_published_document_gives_the_same_department(
    path: Path, form: Callable[[Path], bytes], tmp_path: Path
):
    (tmp_path / "目标").write_bytes(form(path))
    assert unspaced(read(tmp_path / "目标").department) == unspaced(read(path).department)


@in_each_form
@published
def test_a_published_document_says_the_same_in_the_same_order(path: Path, form: Callable[[Path], bytes]):
    blocks, findings = opening.read_apart(opening.blocks_of, form(path), "目标")
    assert said(blocks) == said(blocks_of(path))
    assert findings == ()


@published
def test_the_columns_of_an_indicator_table_stay_where_they_are(path: Path):
    tables = [block for block in blocks_of(path) if isinstance(block, Table)]
    for blocks in (read_docx(in_word(path), "")[0], read_html(FORMS["html in UTF-8"](path), "")[0]):
        found = [block for block in blocks if isinstance(block, Table)]
        for table, original in zip(found, tables, strict=True):
            if original.rows[0].text.startswith("一级指标"):
                assert [unspaced(tuple(cell.text for cell in row.cells)) for row in table.rows] == [
                    unspaced(tuple(cell.text for cell in row.cells)) for row in original.rows if row.filled
                ]


def test_the_built_document_has_cells_merged_across_and_down():
    form, indicators = Document(BytesIO(in_word(JULU))).tables
    assert form.cell(0, 1)._tc is form.cell(0, 6)._tc
    assert indicators.cell(1, 0)._tc is indicators.cell(4, 0)._tc


@published
def test_what_libreoffice_makes_today_is_read_like_the_kept_page(path: Path, tmp_path: Path):
    page = made_by_office(in_word(path), f"{path.stem}.docx", "html", tmp_path)
    assert kind_of(page) is Kind.HTML
    kept = (DATA / f"{path.stem}.html").read_bytes()
    assert said(read_html(page, "目标")[0]) == said(read_html(kept, "目标")[0])

"""Each layout of tests/cases/layouts, as the recogniser meets it: given as blocks, in Word, in Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from layout_cases import Layout, as_blocks, layouts
from layout_files import docx_of, xlsx_of
from layout_readings import differences

from evaltool.documents import read
from evaltool.documents.recognition.recognise import recognise

if TYPE_CHECKING:
    from pathlib import Path

    from scoring.model import Reading

each_layout = pytest.mark.parametrize("layout", layouts(), ids=lambda layout: layout.name)


def said_as_expected(layout: Layout, reading: Reading) -> None:
    lines = differences(layout.expected, reading)
    if lines:
        pytest.fail("\n".join(lines), pytrace=False)


@each_layout
def test_a_layout_is_read_as_an_evaluator_reads_it(layout: Layout):
    said_as_expected(layout, recognise(as_blocks(layout.document, layout.name), layout.name))


@each_layout
def test_a_layout_in_a_word_file_is_read_the_same(layout: Layout, tmp_path: Path):
    path = tmp_path / f"{layout.name}.docx"
    path.write_bytes(docx_of(layout.document))
    said_as_expected(layout, read(path))


@each_layout
def test_a_layout_in_an_excel_file_is_read_the_same(layout: Layout, tmp_path: Path):
    path = tmp_path / f"{layout.name}.xlsx"
    path.write_bytes(xlsx_of(layout.document))
    said_as_expected(layout, read(path))

"""Reading a PDF, beside pdfplumber opening it and taking the text of its tables and nothing else."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from in_turns import beside
from speed_table import SpeedTable

from evaltool.documents.readers.pdf import read_pdf

DATA = Path(__file__).parents[1] / "data" / "documents"
DOCUMENTS = (DATA / "跨页表格.pdf", DATA / "北戴河区政协-2020.pdf")
"""One of 19 pages full of a table, one of five with prose."""

ROUNDS = 7


def straight(data: bytes) -> list[Any]:
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [page.extract_tables() for page in document.pages]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
@pytest.mark.usefixtures("measuring")
def test_reading_a_pdf(speed: SpeedTable, path: Path) -> None:
    data = path.read_bytes()
    figure, ratio = beside(lambda: read_pdf(data, path.name), lambda: straight(data), ROUNDS)
    speed.put("pdf", ratio, f"{path.stem}, {figure * 1000:.0f} ms")

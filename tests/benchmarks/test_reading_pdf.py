"""Reading a PDF, beside pdfplumber opening it and taking the text of its tables and nothing else."""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from speed_table import SpeedTable

from evaltool.documents.readers.pdf import read_pdf

DATA = Path(__file__).parents[1] / "data" / "documents"
DOCUMENTS = (DATA / "跨页表格.pdf", DATA / "北戴河区政协-2020.pdf")
"""One of 19 pages full of a table, one of five with prose."""

ROUNDS = 7


def straight(data: bytes) -> list[Any]:
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [page.extract_tables() for page in document.pages]


def seconds(read: Callable[[], object]) -> float:
    begun = time.perf_counter()
    read()
    return time.perf_counter() - begun


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
@pytest.mark.usefixtures("measuring")
def test_reading_a_pdf(speed: SpeedTable, path: Path) -> None:
    data = path.read_bytes()
    own, bare = [], []
    for _ in range(ROUNDS):  # in turns, so that a busy moment falls on both
        own.append(seconds(lambda: read_pdf(data, path.name)))
        bare.append(seconds(lambda: straight(data)))
    figure = statistics.median(own)
    speed.put("pdf", figure / statistics.median(bare), f"{path.stem}, {figure * 1000:.0f} ms")

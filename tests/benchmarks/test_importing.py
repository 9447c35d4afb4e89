"""A folder of a thousand documents, read by two processes for a command line that keeps nothing."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from speed_table import SpeedTable
from surroundings import settings
from word_files import word_file

from evaltool import operations as ops
from evaltool.documents.confined import Readers
from evaltool.documents.kinds import Kind, kind_of
from evaltool.documents.readers.text import read_text

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = 1000
JOBS = 2
STARTS = 7


@pytest.mark.usefixtures("measuring")
def test_a_thousand_documents_of_a_folder(speed: SpeedTable, tmp_path: Path) -> None:
    (example,) = (one.document for one in ops.examples() if "巨鹿" in one.document.name)
    content = word_file(read_text(example.read_bytes(), example.name)[0])
    for number in range(DOCUMENTS):
        (tmp_path / f"{number:04}.docx").write_bytes(content)
    line = ["-m", "evaltool", "import", str(tmp_path), "--jobs", str(JOBS), "--dry-run"]
    start = time.perf_counter()
    done = subprocess.run([sys.executable, *line], cwd=ROOT, env=settings(), capture_output=True, check=True)
    seconds = time.perf_counter() - start
    assert done.stdout.decode().count("新增 17") == DOCUMENTS
    each = seconds / DOCUMENTS * 1000
    speed.put(
        "folder", each, f"{1000 / each:.0f} a second, the start included; {len(content) // 1000} KB each"
    )


@pytest.mark.usefixtures("measuring")
def test_the_start_of_a_process_that_reads(speed: SpeedTable) -> None:
    for number in range(STARTS + 1):
        start = time.perf_counter()
        with Readers() as readers:
            kind = readers.run(kind_of, b"%PDF-1.7", file="a.pdf", kind="pdf")
            seconds = time.perf_counter() - start
        assert kind is Kind.PDF
        if number:  # the first one writes the bytecode
            speed.put("process", seconds * 1000, f"the slowest of {STARTS}")

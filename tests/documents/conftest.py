"""Fixtures of the tests of documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from document_samples import reader

if TYPE_CHECKING:
    from pathlib import Path

    from document_samples import Read


@pytest.fixture
def read_it(tmp_path: Path) -> Read:
    return reader(tmp_path)

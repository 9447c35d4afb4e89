"""Reading one example document, once the program runs."""

from __future__ import annotations

from typing import Any

import pytest
from speed_table import SpeedTable

from evaltool import operations as ops


@pytest.mark.parametrize("example", ops.examples(), ids=lambda example: example.document.stem)
def test_reading_one_example_document(benchmark: Any, speed: SpeedTable, example: ops.Example) -> None:
    reading = benchmark(ops.read, example.document)
    assert reading.department.projects
    speed.put_median("read", benchmark, f"the slower one, {example.document.stem}")

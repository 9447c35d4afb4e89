"""How soon an answer is there: whole processes for the start, one call for a document and a project.

`python -m pytest tests/benchmarks/test_start.py --override-ini addopts= --benchmark-only`
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from evaltool import operations
from scoring.evaluate import evaluate_project

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 21


def start(*line: str) -> None:
    subprocess.run([sys.executable, *line], cwd=ROOT, capture_output=True, check=True)


@pytest.mark.parametrize(
    ("line", "budget"),
    [
        (["-c", "pass"], "the interpreter alone"),
        (["-m", "evaltool", "--version"], "< 150 ms"),
        (["-m", "evaltool", "--help"], "< 150 ms"),
        (["-m", "evaltool", "--lang", "en", "--help"], "< 150 ms"),
        (["-m", "evaltool", "parse", "≥95%"], "none"),
        (["-m", "evaltool", "score", "examples/巨鹿县政协-2022.txt", "--json"], "none"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_a_process_from_start_to_end(benchmark: BenchmarkFixture, line: list[str], budget: str):
    benchmark.extra_info["budget"] = budget
    benchmark.pedantic(start, args=line, rounds=ROUNDS, warmup_rounds=2)


@pytest.mark.parametrize("example", operations.examples(), ids=lambda example: example.document.stem)
def test_reading_one_example_document(benchmark: BenchmarkFixture, example: operations.Example):
    benchmark.extra_info["budget"] = "< 50 ms"
    reading = benchmark(operations.read, example.document)
    assert reading.department.projects


def test_scoring_one_project(benchmark: BenchmarkFixture):
    benchmark.extra_info["budget"] = "< 1 ms"
    example = operations.examples()[0]
    dossier, _ = operations.dossier_of(example.document, example.actuals)
    score, _ = benchmark(evaluate_project, dossier.department.projects[0], dossier)
    assert score.grade == "优"

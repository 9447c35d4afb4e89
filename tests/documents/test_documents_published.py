"""Both documents as published give what tests/cases/documents says, in every encoding they come in."""

from __future__ import annotations

import tomllib
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from document_samples import BEIDAIHE, JULU, PUBLISHED, ROOT, found, lines, text_of, written_out

from evaltool.documents import read
from scoring.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from document_samples import Read

CASES = ROOT / "tests" / "cases" / "documents"


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_a_published_document_is_read_as_its_case_says(path: Path):
    expected = tomllib.loads((CASES / f"{path.stem}.toml").read_text("utf-8"))
    assert written_out(read(path)) == expected


def test_julu_has_the_counts_of_its_document():
    department = read(JULU).department
    assert len(department.objective_indicators) == 4
    assert [len(objective.indicators) for objective in department.objectives] == [2, 2, 1, 1]
    assert len(department.measures) == 8
    assert [len(project.indicators) for project in department.projects] == [6]


def test_beidaihe_has_the_counts_of_its_document():
    department = read(BEIDAIHE).department
    assert len(department.objectives) == 10
    assert not department.own_indicators()
    assert [len(measure.items) for measure in department.measures] == [0, 3, 3]
    assert [len(project.indicators) for project in department.projects] == [3] * 5
    assert sum(project.budget or 0 for project in department.projects) == Decimal("46.50")
    for project in department.projects:
        assert [point.percent for point in project.plan] == [25, 50, 75, 100]


@pytest.mark.parametrize(
    ("path", "code", "expected"),
    [
        (BEIDAIHE, "text.repaired", [78, 85, 92, 149, 156, 163, 218, 225, 232, 287, 294, 301, 355, 362, 369]),
        (BEIDAIHE, "level.renamed", [81, 152, 221, 290, 358]),
        (BEIDAIHE, "level2.mismatch", [76, 147, 154, 216, 285, 292, 353]),
        (BEIDAIHE, "unit.count_in_percent", [223]),
        (BEIDAIHE, "description.differs", [223]),
        (BEIDAIHE, "outputs.incomplete", [29, 100, 169, 238, 306]),
        (BEIDAIHE, "document.no_weights", [76]),
        (JULU, "sense.inferred", [6, 79, 100]),
        (JULU, "cost.equals_budget", [100]),
        (JULU, "plan.amounts_under_percent", [60]),
        (JULU, "targets.conflict", [15]),
        (JULU, "document.year_inferred", [6]),
        (JULU, "level2.mismatch", [86]),
        (JULU, "document.no_weights", [79]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_each_oddity_of_the_documents_is_a_finding_with_its_line(path: Path, code: str, expected: list[int]):
    reading = read(path)
    assert lines(reading, code) == expected
    assert {finding.source.file for finding in found(reading, code) if finding.source} == {path.name}


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_neither_document_has_an_error(path: Path):
    assert [finding for finding in read(path).findings if finding.severity is Severity.ERROR] == []


VARIANTS: dict[str, Callable[[str], bytes]] = {
    "GB18030": lambda text: text.encode("gb18030"),
    "UTF-16, as Windows' editor saves it": lambda text: text.encode("utf-16"),
    "UTF-8 with BOM": lambda text: text.encode("utf-8-sig"),
    "Windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "old Macintosh line ends": lambda text: text.replace("\n", "\r").encode(),
    "no-break spaces on empty lines": lambda text: text.replace("\n \n", "\n\xa0\u3000\n").encode(),
    "zero-width characters": lambda text: text.replace("指标", "指\u200b标").encode(),
    "page breaks": lambda text: text.replace("第二部分", "\f第二部分").encode(),
    "bookmarks everywhere": lambda text: text.replace("\t", "\t[bookmark: _Toc1]").encode(),
}


@pytest.mark.parametrize("variant", VARIANTS.values(), ids=VARIANTS.keys())
@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_a_document_says_the_same_however_it_was_saved(
    path: Path, variant: Callable[[str], bytes], read_it: Read
):
    original, again = read(path), read_it(variant(text_of(path)))
    assert again.department == original.department
    named_alike = [
        replace(finding, source=finding.source and replace(finding.source, file=path.name))
        for finding in again.findings
    ]
    assert list(map(repr, named_alike)) == list(map(repr, original.findings))


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_no_bookmark_and_no_stray_white_space_is_left_in_any_text(path: Path):
    for text in _texts(read(path).department):
        assert "bookmark" not in text
        assert text == text.strip()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))

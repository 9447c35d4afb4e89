"""A number whose format a file does not tell is read as it stands; it may be a percentage, which is said."""

from __future__ import annotations

import pytest

from evaltool.documents.blocks import Cell, CellState, Row, Table
from evaltool.documents.recognition.recognise import recognise
from scoring.findings import Finding
from scoring.model import Reading, Source

HEADER = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"]


def read(target: str, actual: str, state: CellState) -> Reading:
    """A result form of one line, whose target and actual are in cells of a state."""
    place = Source("自评表.xls", sheet="Sheet1", row=2)
    plain = [Cell(text, place) for text in ("产出指标", "质量指标", "合格率")]
    figures = [Cell(text, place, state) for text in (target, actual)]
    line = Row((*plain, *figures, Cell("10", place), Cell("9", place)))
    header = Row(tuple(Cell(text, Source("自评表.xls", sheet="Sheet1", row=1)) for text in HEADER))
    return recognise([Table((header, line))], "自评表.xls")


def doubts(reading: Reading, code: str) -> list[Finding]:
    return [doubt for doubt in reading.findings if doubt.code == code]


def test_a_fraction_without_a_format_may_be_a_percentage():
    reading = read("0.95", "0.9", CellState.BARE)
    found = doubts(reading, "document.bare_fraction")
    assert [(one.facts["text"], one.facts["read"], one.subject.field) for one in found] == [
        ("0.95", "95%", "target"),
        ("0.9", "90%", "actual"),
    ]
    target = reading.department.projects[0].indicators[0].target
    assert (str(target.value), target.unit) == ("0.95", "")


@pytest.mark.parametrize(
    ("target", "actual", "state"),
    [("0.95", "0.9", CellState.SHOWN), ("95", "90", CellState.BARE), ("95%", "90%", CellState.BARE)],
)
def test_what_was_shown_so_or_is_no_fraction_gives_no_doubt(target: str, actual: str, state: CellState):
    assert doubts(read(target, actual, state), "document.bare_fraction") == []


def test_a_formula_that_was_never_calculated_is_no_figure():
    reading = read("=A1", "=A1*2", CellState.PENDING)
    found = doubts(reading, "document.pending_formula")
    assert [(one.facts["text"], one.subject.field) for one in found] == [
        ("=A1", "target"),
        ("=A1*2", "actual"),
    ]
    assert reading.outcomes.indicators == {}

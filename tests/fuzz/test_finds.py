"""What fuzz runs have found, kept small."""

from __future__ import annotations

from typing import TYPE_CHECKING

import layout_files
import pytest
from layout_cases import layouts

from evaltool.documents.blocks import Cell, Row, Table
from evaltool.documents.recognition import published
from evaltool.documents.recognition.headers import indicator_header
from evaltool.documents.recognition.published import PublishedReader
from evaltool.documents.recognition.recognise import recognise
from evaltool.reports.remarks.annotated import annotated
from evaltool.reports.remarks.comment_parts import Remark
from scoring.model import Source

if TYPE_CHECKING:
    from collections.abc import Sequence


def test_a_row_of_thousands_of_names_is_looked_at_once(monkeypatch: pytest.MonkeyPatch):
    asked: list[Sequence[Cell]] = []

    def counted(row: Row, below: Row | None):
        asked.append(row.cells)
        return indicator_header(row, below)

    monkeypatch.setattr(published, "indicator_header", counted)
    row = Row(tuple(Cell("项目名称", Source("表", row=1, sheet="表")) for _ in range(2000)))
    assert list(PublishedReader("表").read([row])) == []
    assert 0 < len(asked) <= 2


def test_a_name_that_is_a_figure_without_end_is_read_once():
    place = Source("文件", table=1, row=1)
    rows = (
        ("项目编码", "P1", "项目名称", "甲"),
        ("一级指标", "二级指标", "三级指标", "指标值"),
        ("产出指标", "数量指标", "1" * 200_000, ""),
    )
    table = Table(tuple(Row(tuple(Cell(text, place) for text in row)) for row in rows))
    (project,) = recognise([table], "文件").department.projects
    assert [len(one.name) for one in project.indicators] == [200_000]


def test_a_workbook_whose_picture_is_broken_takes_no_remark():
    data = bytearray(layout_files.xlsx_of(layouts()[3].document))
    data[data.index(b"PK\x03\x04")] = 0  # the first part holds no cells
    with pytest.raises(ValueError, match="magic"):
        annotated(bytes(data), [Remark("Sheet", 1, 1, "复核")])

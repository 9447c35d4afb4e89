"""What fuzz runs have found, kept small."""

from __future__ import annotations

from typing import TYPE_CHECKING

import layout_files
import pytest
from layout_cases import layouts

from evaltool.documents.blocks import Cell, Row
from evaltool.documents.recognition import published
from evaltool.documents.recognition.headers import indicator_header
from evaltool.documents.recognition.published import PublishedReader
from evaltool.reports.comment_parts import Remark
from evaltool.reports.remarks import annotated
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


def test_a_workbook_whose_picture_is_broken_takes_no_remark():
    data = bytearray(layout_files.xlsx_of(layouts()[3].document))
    data[data.index(b"PK\x03\x04")] = 0  # the first part holds no cells
    with pytest.raises(ValueError, match="magic"):
        annotated(bytes(data), [Remark("Sheet", 1, 1, "复核")])

"""Whatever stands in tables, in whatever order, it is recognised or refused, and never a fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fuzz_calls import check_findings, check_refusal
from fuzzing import often
from grids import documents, mixed_up
from hypothesis import given
from hypothesis import strategies as st

from evaltool.documents.blocks import Table
from evaltool.documents.recognition.published import PublishedReader
from evaltool.documents.recognition.recognise import recognise
from evaltool.documents.unreadable import Unreadable

if TYPE_CHECKING:
    from evaltool.documents.blocks import Block


@pytest.mark.parametrize("made", [documents(), mixed_up()], ids=["by chance", "mixed up"])
@often
@given(data=st.data())
def test_any_tables_are_recognised_or_refused(
    made: st.SearchStrategy[tuple[Block, ...]], data: st.DataObject
):
    blocks = data.draw(made)
    try:
        reading = recognise(blocks, "文件")
    except Unreadable as refusal:
        check_refusal(refusal)
    else:
        check_findings(reading.findings)


@pytest.mark.parametrize("made", [documents(), mixed_up()], ids=["by chance", "mixed up"])
@often
@given(data=st.data())
def test_any_rows_are_read_for_their_scores(made: st.SearchStrategy[tuple[Block, ...]], data: st.DataObject):
    blocks = data.draw(made)
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows if row.filled]
    reader = PublishedReader("文件")
    places = [place for place, _line in reader.read(rows)]
    assert places == sorted(set(places))
    assert set(places) <= set(range(len(rows)))
    check_findings(reader.findings)

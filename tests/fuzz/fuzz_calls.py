"""What the fuzz run has done in the reading process, as functions that it finds by their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaltool.documents.blocks import Cell, Paragraph
from evaltool.documents.opening import blocks_of
from evaltool.documents.recognition.recognise import recognise
from evaltool.documents.scored import _published
from evaltool.documents.unreadable import Unreadable
from evaltool.forms.read import read_form
from evaltool.reports.remarks.annotated import annotated
from evaltool.reports.remarks.comment_parts import Remark
from evaltool.wording import fault, place, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evaltool.documents.blocks import Block
    from evaltool.documents.kinds import Kind
    from scoring.findings import Finding


def read_and_check(kind: Kind, data: bytes, file: str) -> str:
    """Read a file by one reader and see that its blocks keep to what they promise.

    Gives the code of a refusal, which is a good end, or nothing. Whatever else is wrong is raised.
    """
    try:
        blocks, findings = blocks_of(kind, data, file)
        check_blocks(blocks)
        check_findings(findings)
        check_findings(recognise(blocks, file).findings)
    except Unreadable as refusal:
        check_refusal(refusal)
        return refusal.code
    return ""


def read_scores(kind: Kind, data: bytes, file: str) -> str:
    """The same for a file that is read as one that carries scores."""
    try:
        check_findings(_published(kind, data, file).findings)
    except Unreadable as refusal:
        check_refusal(refusal)
        return refusal.code
    return ""


def check_blocks(blocks: Sequence[Block]) -> None:
    """See that texts have no white space around them and can be kept, and that no row is without cells."""
    for block in blocks:
        if isinstance(block, Paragraph):
            assert block.text
            check_cell(Cell(block.text, block.source))
        else:
            assert block.rows
            assert all(row.cells for row in block.rows)
            for cell in {cell for row in block.rows for cell in row.cells}:
                check_cell(cell)


def check_cell(cell: Cell) -> None:
    assert [line.strip() for line in cell.text.split("\n")] == cell.text.split("\n"), repr(cell.text)
    assert cell.text == cell.text.strip(), repr(cell.text)
    cell.text.encode()


def check_findings(findings: Iterable[Finding]) -> None:
    for finding in findings:
        assert say(finding)
        place(finding)


def check_refusal(refusal: Unreadable) -> None:
    assert "\n" not in fault(refusal)


def put_remarks(kind: Kind, data: bytes, file: str) -> str:
    """See that a workbook whose scores were read takes remarks, or is said to be broken."""
    try:
        printed = _published(kind, data, file).printed
        places = [(one.line.source.sheet if one.line.source else "", one.row, one.column) for one in printed]
        assert annotated(data, [Remark(*place, "=1+1\n复核") for place in places])
    except Unreadable as refusal:
        return refusal.code
    except ValueError:
        return "write.failed"
    return ""


def read_returned(_kind: Kind, data: bytes, file: str) -> str:
    """See that a form that comes back is merged or refused, and never raises."""
    returned = read_form(data, file)
    check_findings(returned.findings)
    return returned.findings[0].code if returned.findings else ""

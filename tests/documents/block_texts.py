"""Blocks written so that a test can say in one line what they are to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from evaltool.documents.blocks import Paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evaltool.documents.blocks import Block


def texts(blocks: Sequence[Block]) -> list[str | list[list[str]]]:
    """A paragraph as its text, a table as the texts of its cells by rows."""
    return [
        block.text
        if isinstance(block, Paragraph)
        else [[cell.text for cell in row.cells] for row in block.rows]
        for block in blocks
    ]


def said(blocks: Sequence[Block]) -> list[str]:
    """Everything that is said, in its order and without white space."""
    return [
        "".join(text.split())
        for block in blocks
        for text in (
            [block.text]
            if isinstance(block, Paragraph)
            else [cell.text for row in block.rows for cell in row.filled]
        )
    ]

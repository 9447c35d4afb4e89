"""A workbook that evaltool wrote is read like any other, but for the sheets that only explain its forms.

They repeat what the forms say, as tables that look like forms themselves.
"""

from __future__ import annotations

import re

from evaltool.documents.blocks import Block, Blocks, Table
from evaltool.documents.unreadable import Unreadable

EXPLAINING = frozenset({"部门汇总", "目标与完成对比", "复算", "评分依据"})
"""The names of those sheets."""

_MARK = re.compile(r"评分规则：.+（.+，版本.+，内容校验\s?[0-9a-f]{12}）")
"""What stands on a sheet of such a workbook, in a row of its own; a foreign 部门汇总 has no such row."""

_ENGLISH = re.compile(r"Rulebook: .+ \(.+, version .+, content hash [0-9a-f]{12}\)")


def without_explanations(found: Blocks, file: str) -> Blocks:
    """The blocks of a file without those sheets, where it is such a workbook.

    Raises `Unreadable` where it is one in English, whose headings nothing here knows.
    """
    blocks, notes = found
    if any(_is_marked(block, _ENGLISH) for block in blocks):
        raise Unreadable("document.in_english", file)
    if not any(map(_explains, blocks)) or not any(_is_marked(block, _MARK) for block in blocks):
        return found
    return tuple(block for block in blocks if not _explains(block)), notes


def _explains(block: Block) -> bool:
    return isinstance(block, Table) and block.rows[0].cells[0].source.sheet in EXPLAINING


def _is_marked(block: Block, mark: re.Pattern[str]) -> bool:
    return isinstance(block, Table) and any(
        len(row.filled) == 1 and mark.fullmatch(row.filled[0].text) for row in block.rows
    )

"""What a command is, and where it can be given."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from evaltool.language import N_


class Where(StrEnum):
    """Where a command can be given."""

    ANYWHERE = "anywhere"
    TREE = "tree"
    TABLE = "table"
    REVIEW = "review"
    """The screen that shows what a document says."""
    DECLARE = "declare"
    """The screen for declaring by hand."""


WHERE = {
    Where.ANYWHERE: N_("任何地方"),
    Where.TREE: N_("单位与项目"),
    Where.TABLE: N_("表格与编辑栏"),
    Where.REVIEW: N_("导入时核对"),
    Where.DECLARE: N_("编制绩效目标"),
}

APART = frozenset({Where.REVIEW, Where.DECLARE})
"""Screens with commands of their own; of the other places only the table's keys hold there."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can order. `id` is the action's name.

    `bar` is its rank in the key bar, the smallest most wanted; 0 keeps it out. `listed`: in the palette.
    `trying` is what the key bar calls it while figures are tried, where it then does something else.
    """

    id: str
    keys: tuple[str, ...]
    name: str
    help: str
    where: Where = Where.ANYWHERE
    bar: int = 0
    listed: bool = True
    trying: str = ""

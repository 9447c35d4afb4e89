"""The mark of what is chosen in a list: names stand in one column, marked or not."""

from __future__ import annotations

from evaltool.language import _
from evaltool.tui.cells import cells, pad


def marked(name: str, is_marked: bool) -> str:
    """`name` behind the mark, or behind as many blanks."""
    mark = _("[选定] {name}").format(name="")
    return (mark if is_marked else pad("", cells(mark))) + name

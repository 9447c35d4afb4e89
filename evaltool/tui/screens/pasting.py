"""A pasted column, to be looked at before it is recorded: which row gets what, and what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from evaltool import operations as ops
from evaltool import wording
from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.cells import cut, one_line
from evaltool.tui.pasting import Column, Pasted
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.widgets.grid import Grid
from evaltool.tui.widgets.page import Line, Page, Section
from scoring.findings import Finding
from scoring.record import Entry

LONGEST = 13
"""Cells of a text in a column: four such columns leave room for a name on a screen of 80."""


class PasteScreen(Dialog[Sequence[Entry]]):
    """The rows that a column meets; the result is what to record of it."""

    BINDINGS: ClassVar[list[BindingType]] = [("enter", "record", "")]

    def __init__(self, column: Column) -> None:
        keys = (
            _("Enter 录入，上下翻看，Esc 不录入")
            if column.entries
            else _("没有可录入的内容，上下翻看，Esc 返回")
        )
        super().__init__(_("粘贴一列"), keys)
        self._column = column

    def body(self) -> list[Widget]:
        """The page."""
        return [Page([Section(self._counted(), [*self._warned(), Line(""), self._grid()])])]

    def action_record(self) -> None:
        """Enter."""
        if self._column.entries:
            self.dismiss(self._column.entries)

    def _counted(self) -> str:
        column = self._column
        counts = {
            "lines": len(column.lines) + column.beyond,
            "recorded": column.counted(ops.Fate.RECORDED),
            "same": column.counted(ops.Fate.SAME),
            "left_out": column.counted(ops.Fate.LEFT_OUT),
            "blank": sum(line.filling is None for line in column.lines),
        }
        said = _("粘贴 {lines} 行：录入 {recorded}，与原来相同 {same}，空白 {blank}，不录入 {left_out}")
        return said.format(**counts)

    def _warned(self) -> Iterator[Line]:
        """What of the copied table has no place here."""
        column = self._column
        if column.beyond:
            said = _("从光标所在行往下只有 {rows} 行，最后 {beyond} 行没有对应的行，不录入")
            yield Line(said.format(rows=len(column.lines), beyond=column.beyond))
        if column.columns > 1:
            yield Line(_("粘贴的内容有 {count} 列，只取第一列").format(count=column.columns))

    def _grid(self) -> Grid:
        headings = (_("指标"), _("指标值"), _("粘贴的内容"), _("读作"), _("原来"))
        rows: list[tuple[str, ...] | str] = []
        for line in self._column.lines:
            rows += [_row(line), *_notes(line)]
        return Grid(headings, rows)


def _row(line: Pasted) -> tuple[str, ...]:
    filling, row = line.filling, line.row
    name = words.row_name(row)
    texts = [words.target_text(row), line.text or _("（空）"), "", ""]
    if filling is not None:
        read = {
            ops.Fate.RECORDED: words.value_text(filling.value, row.target),
            ops.Fate.SAME: _("相同"),
            ops.Fate.LEFT_OUT: _("不录入"),
        }
        texts[2:] = [read[filling.fate], words.value_text(filling.old, row.target)]
    return (name, *(cut(one_line(text), LONGEST) for text in texts))


def _notes(line: Pasted) -> list[str]:
    return [_note(found) for found in line.filling.findings] if line.filling else []


def _note(found: Finding) -> str:
    said = [words.doubt_text(found), wording.suggestion(found)]
    return _("。").join(filter(None, said))

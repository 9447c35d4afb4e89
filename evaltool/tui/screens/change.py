"""One change of the journal in full: every field before and after, and what undoing it would do."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import change_words
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.widgets.page import Page


class ChangeScreen(Dialog[bool]):
    """One page; the result is True where the change is to be undone."""

    BINDINGS: ClassVar[list[BindingType]] = [("f8", "undo_it", "")]

    def __init__(self, change: ops.Change, names: change_words.Names) -> None:
        self._is_undoable = change_words.is_undoable(change)
        keys = _("上下翻看，F8 撤销这一项，Esc 返回") if self._is_undoable else _("上下翻看，Esc 返回")
        super().__init__(_("日志"), keys)
        self._change = change
        self._names = names

    def body(self) -> list[Widget]:
        """The page."""
        return [Page(change_words.in_full(self._change, self._names))]

    def action_undo_it(self) -> None:
        """What it would do stands on the page."""
        if self._is_undoable:
            self.dismiss(True)

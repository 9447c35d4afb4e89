"""Pasting a column: from the edit bar over the preview to one change."""

from __future__ import annotations

from collections.abc import Sequence

from evaltool.language import _
from evaltool.tui.screens.quick import QuickScreen
from evaltool.tui.widgets.edit_bar import EditBar
from scoring.record import Entry


class ColumnScreen(QuickScreen):
    """Entering, one field or a column at a time."""

    def paste(self, text: str) -> None:
        """Show what a column would do to the rows from the cursor on; record it once it was looked at."""
        from evaltool.tui.pasting import match
        from evaltool.tui.screens.pasting import PasteScreen

        at = self.query_one(EditBar).at
        if at is None or self.session is None or not self.settle():
            return
        book, session = at.book, self.session

        def record(entries: Sequence[Entry] | None) -> None:
            if entries:
                session.keep(book, *entries, operation="paste")
                self.refresh_place()
                self.query_one(EditBar).restore()
            else:
                self.say(_("没有录入粘贴的内容"))

        self.app.push_screen(PasteScreen(match(book, self.rows[self.index_of(at.row) :], text)), record)

"""Going about in a document under review: from the list into the table, from row to row, to a doubt."""

from __future__ import annotations

from textual import on
from textual.widgets import OptionList

from evaltool.tui.review_book import ReviewRow
from evaltool.tui.screens.review import ReviewPanes, T
from evaltool.tui.widgets.entering import Go
from evaltool.tui.widgets.review_bar import Correcting, ReviewBar
from evaltool.tui.widgets.sheet import Sheet
from scoring.model import Subject


class GoingScreen(ReviewPanes[T]):
    """The panes, and the cursor in them. What is typed is kept before another row or place is shown."""

    @property
    def row(self) -> ReviewRow:
        """The row that the cursor is on."""
        return self.rows[self.query_one(Sheet).cursor_row]

    def go_to(self, subject: Subject) -> None:
        """Put the cursor on what a finding is about."""
        project, row = self.book.way_to(subject)
        self.query_one("#places", OptionList).highlighted = self.book.places.index(project)
        self.show_place(project, self.book.rows(project).index(row), self._field(row, subject.field))
        self.query_one(Correcting).focus()

    def _field(self, row: ReviewRow, field: str) -> str:
        return field if field in row.fields else row.fields[0]

    def settle(self) -> bool:
        """Keep what is in the bar before something else is done. False: it cannot be kept as it is."""
        bar = self.query_one(ReviewBar)
        if bar.is_typing:
            bar.finish(Go.STAY)
        return not bar.is_typing

    @on(OptionList.OptionHighlighted, "#places")
    def _place_chosen(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        project = self.book.places[event.option_index]
        if self.rows and project == self.project:
            return
        if not self.rows or self.settle():
            self.show_place(project)
        else:
            event.option_list.highlighted = self.book.places.index(self.project)

    @on(OptionList.OptionSelected, "#places")
    def _entered(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_enter()

    @on(Sheet.RowClicked)
    def action_enter(self) -> None:
        """From the list into the table."""
        self.query_one(Correcting).focus()

    @on(Sheet.RowChosen)
    def _row_chosen(self) -> None:
        bar = self.query_one(ReviewBar)
        if bar.row is None or bar.row == self.row:
            return
        if self.settle():
            bar.show(self.book, self.row, self.row.fields[0])
        else:
            self.query_one(Sheet).move_cursor(row=self.rows.index(bar.row))

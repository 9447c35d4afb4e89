"""Going about in what is declared: from the list into the table, from field to field and row to row."""

from __future__ import annotations

from textual import on
from textual.widgets import OptionList

from evaltool.language import _
from evaltool.tui.commands import Where, as_bound
from evaltool.tui.declare_rows import index_of, place_of, places_of, rows_of
from evaltool.tui.screens.declare_keeping import KeepingScreen
from evaltool.tui.widgets.declare_bar import DeclareBar, Declaring
from evaltool.tui.widgets.entering import Go
from evaltool.tui.widgets.sheet import Sheet


class GoingScreen(KeepingScreen):
    """The panes, and the cursor in them. What is typed is kept before another row or place is shown."""

    def settle(self) -> bool:
        """Keep what is in the bar before something else is done. False: it cannot be kept as it is."""
        bar = self.query_one(DeclareBar)
        if bar.is_typing:
            bar.finish(Go.STAY)
        return not bar.is_typing and self._settle_pending()

    def _settle_pending(self) -> bool:
        """Give up a new indicator that nobody named; one that holds something already is to be named."""
        book = self.book
        if book is None or book.pending is None:
            return True
        at = index_of(self.rows, book.pending.subject)
        if book.pending_holds_something:
            self.show_row(at, "name")
            self.say(as_bound(_("先输入三级指标的名称；按 Esc 放弃这一行"), Where.TABLE), wrong=True)
            return False
        self._give_up_pending(at)
        return True

    def _give_up_pending(self, at: int) -> None:
        assert self.book is not None  # noqa: S101 - the caller has looked
        self.forget()
        self.book = self.book.without_pending
        self.show_place(self.place, at)

    def leave_field(self, text: str | None, go: Go) -> None:
        """Keep a changed text and go on; one that cannot be kept stays where it is."""
        bar = self.query_one(DeclareBar)
        assert bar.row is not None  # noqa: S101 - a field is left, so there is a row
        index, where = self.rows.index(bar.row), bar.row.fields.index(bar.field)
        if text is not None:
            after = self.keep_text(bar.row, bar.field, text)
            if after is None:
                return
            assert self.book is not None  # noqa: S101 - a field is left, so there is a department
            place = place_of(self.book.department, after)
            field = rows_of(self.book.department, place)[index].fields[where]
            self.show_place(place, index, field)
        self._go_on(go, index, where)

    def _go_on(self, go: Go, index: int, where: int) -> None:
        assert self.book is not None  # noqa: S101 - as above
        fields, is_pending = self.rows[index].fields, self.book.is_pending(self.rows[index])
        if not is_pending:
            self.forget()
        if go is Go.STAY:
            self.show_row(index, fields[where])
        elif go is Go.RESTORE and is_pending:
            self._give_up_pending(index)
        elif go is Go.RESTORE:
            self.query_one("#places").focus()
        elif go is Go.NEXT_FIELD and where + 1 < len(fields):
            self.show_row(index, fields[where + 1])
        elif go is Go.PREVIOUS_FIELD and where > 0:
            self.show_row(index, fields[where - 1])
        elif self._settle_pending():
            steps = {Go.ROW_UP: -1, Go.PREVIOUS_FIELD: -1, Go.PAGE_UP: -self._page, Go.PAGE_DOWN: self._page}
            step = steps.get(go, 1)
            index -= is_pending and step > 0  # the row that nobody named is gone
            keeps_column = go not in (Go.NEXT_FIELD, Go.PREVIOUS_FIELD)
            self.show_row(index + step, fields[where] if keeps_column else "")

    @property
    def _page(self) -> int:
        return self.query_one(Sheet).page

    @on(OptionList.OptionHighlighted, "#places")
    def _place_chosen(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if self.book is None:
            return
        places = places_of(self.book.department)
        place = places[event.option_index] if event.option_index < len(places) else self.place
        if place == self.place:
            return
        if self.settle():
            self.forget()
            self.show_place(place)
        else:
            event.option_list.highlighted = places.index(self.place)

    @on(OptionList.OptionSelected, "#places")
    def _entered(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_enter()

    @on(Sheet.RowClicked)
    def action_enter(self) -> None:
        """From the list into the table."""
        self.forget()
        self.query_one(Declaring).focus()

    @on(Sheet.RowChosen)
    def _row_chosen(self) -> None:
        bar, index = self.query_one(DeclareBar), self.index
        if bar.row is None or index >= len(self.rows) or bar.row == self.rows[index]:
            return
        chosen = self.rows[index]
        if self.settle():
            self.forget()
            self.show_row(index_of(self.rows, chosen.at(chosen.home)))
        else:
            self.query_one(Sheet).move_cursor(row=self.rows.index(bar.row))

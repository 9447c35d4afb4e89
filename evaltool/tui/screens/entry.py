"""Entering figures: from the text that is left in the edit bar to the save."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from textual import on

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.book import Book, DepartmentId
from evaltool.tui.commands import as_bound
from evaltool.tui.filtering import Filter, is_empty
from evaltool.tui.rows import EXPLAINING, Row, rows_of
from evaltool.tui.screens.places import PlacesScreen
from evaltool.tui.trial import raised_elsewhere
from evaltool.tui.widgets.department_tree import DepartmentTree
from evaltool.tui.widgets.edit_bar import EditBar
from evaltool.tui.widgets.entering import Entering, Go
from evaltool.tui.widgets.sheet import Sheet
from scoring.findings import Finding
from scoring.model import Actual, Override, Subject
from scoring.record import Entry


class EntryScreen(PlacesScreen):
    """The edit bar and the table, moving together.

    `gives_up`: the person was told that something is unsaved, and asked to leave all the same. `raised`:
    the doubt that the newest save raises in another row, which nobody sees while typing in this one.
    `explained` are the texts kept last in this sitting, by field. `all_recorded` says, behind a save, that
    nothing is left of what the filter looks for.
    """

    gives_up = False
    raised: Mapping[Subject, Finding] = MappingProxyType({})
    all_recorded = ""

    def __init__(self, open_desk: Callable[[], ops.Desk], clock: Callable[[], datetime]) -> None:
        super().__init__(open_desk, clock)
        self.explained: dict[str, str] = {}

    def keep(self, entry: Entry | None, go: Go) -> None:
        """A field is left: save what was typed, show what it changes, and go on."""
        at = self.query_one(EditBar).at
        self.all_recorded = ""
        if entry is not None and at is not None and self.session is not None:
            before = at.book.score
            if isinstance(entry.value, Override):
                entry = replace(entry, value=replace(entry.value, who=self.session.desk.who))
            if isinstance(entry.value, str) and at.name in EXPLAINING:
                self.explained[at.name] = entry.value
            self.session.keep(at.book, entry)
            ends = replace(entry.subject, field="state")
            if entry.subject.field == "actual" and at.book.value(ends) is not None:
                self.session.keep(at.book, Entry(ends, None))  # a figure ends a state of not applicable
            raised = raised_elsewhere(before, at.book.score, at.row)
            self.raised = {entry.subject: raised} if raised else {}
            self.refresh_place()
        self._go_on(go)
        if entry is None and self.all_recorded:
            self.say(self.all_recorded)

    def refuse(self, why: str) -> None:
        """A text cannot be kept: it stays where it is."""
        self.say(_("没有保存：{why}").format(why=why), wrong=True)

    def settle(self) -> bool:
        """Keep what is in the edit bar before something else is done. False: it cannot be kept as it is."""
        if self.query_one(EditBar).finish(Go.STAY):
            return True
        self.query_one(Entering).focus()
        return False

    def _go_on(self, go: Go) -> None:
        bar = self.query_one(EditBar)
        if bar.at is None or self.book is None:
            return
        index = self.index_of(bar.at.row)
        row = self.rows[index]
        where = row.fields.index(bar.at.name)
        if go is Go.STAY:
            bar.show(self.book, row, bar.at.name)
        elif go is Go.RESTORE:
            self.remove_class("-entering")
            self.query_one(DepartmentTree).focus()
        elif go is Go.NEXT_FIELD and where + 1 < len(row.fields):
            bar.show(self.book, row, row.fields[where + 1])
        elif go is Go.PREVIOUS_FIELD and where > 0:
            bar.show(self.book, row, row.fields[where - 1])
        elif go is Go.COMMIT and bar.at.name == "actual" and _wants_share(self.book, row):
            bar.show(self.book, row, "share")
        elif go is Go.COMMIT and self.filter is Filter.UNRECORDED:
            self._go_to_empty(self.book, index)
        else:
            self._go_to_row(index + self._rows_on(go))

    def _go_to_empty(self, book: Book, index: int) -> None:
        """To the next row that is still to be recorded, from the end to the first; where all are, say so."""
        order = [*range(index + 1, len(self.rows)), *range(index)]
        empty = next((at for at in order if is_empty(self.rows[at], book)), None)
        if empty is None:
            self.all_recorded = as_bound(_("这里的数字都已录入，按 Ctrl+Down 到下一个项目"))
        self._go_to_row(index if empty is None else empty)

    def _rows_on(self, go: Go) -> int:
        page = self.query_one(Sheet).page
        steps = {Go.ROW_UP: -1, Go.PREVIOUS_FIELD: -1, Go.PAGE_UP: -page, Go.PAGE_DOWN: page}
        return steps.get(go, 1)

    def _go_to_row(self, index: int) -> None:
        """The edit bar goes to another row; at the ends it stays."""
        index = max(0, min(index, len(self.rows) - 1))
        self.query_one(Sheet).move_cursor(row=index)
        self.show_row(index)

    @on(Sheet.RowChosen)
    def _row_chosen(self) -> None:
        """The cursor moved in the table. What was being typed is kept first, or the cursor goes back."""
        bar, row = self.query_one(EditBar), self.row
        if row is None or (bar.at is not None and bar.at.row.subject == row.subject):
            return
        if bar.at is not None and bar.is_typing and not self.settle():
            self.query_one(Sheet).move_cursor(row=self.index_of(bar.at.row))
            return
        self.show_row(self.query_one(Sheet).cursor_row)

    @on(DepartmentTree.Chosen)
    def _place_chosen(self, event: DepartmentTree.Chosen) -> None:
        """The cursor moved in the tree, or came after to the line of what is shown already."""
        if self.place is not None and replace(event.place, part=self.place.part) == self.place:
            return
        if self.query_one(EditBar).is_typing and self.place is not None and not self.settle():
            self.query_one(DepartmentTree).go(self.place)
            return
        self.go(event.place)

    @on(DepartmentTree.Entered)
    @on(Sheet.RowClicked)
    def _entered(self) -> None:
        self.query_one(EditBar).entering.focus()

    @on(DepartmentTree.Typed)
    def _typed_in_tree(self) -> None:
        self.say(_("按 Enter 进入表格之后再输入"))

    @on(EditBar.Restored)
    def _restored(self) -> None:
        self.say(_("已还原为原来的内容"))

    @on(Entering.Shortened)
    def _shortened(self, event: Entering.Shortened) -> None:
        self.say(_("粘贴的内容有 {count} 行，只取了第一行").format(count=event.lines))

    def change_text(self, items: Sequence[ops.Item], *, is_undo: bool = False) -> str:
        """What moved, in words."""
        book = self.book_of(items[0].department)
        return words.change_text(items, book.target(items[0].subject) if book else None, is_undo=is_undo)

    def show_subject(self, department: DepartmentId, subject: Subject) -> None:
        """Put cursor and edit bar on a field; where it is not on this page, show the bar's own field anew.

        What the bar shows as recorded may just have moved, and must not be taken for something typed.
        """
        bar = self.query_one(EditBar)
        bar.restore()
        if self.book is None or self.place is None or self.place.department != department:
            return
        if self.filter is not Filter.ALL and not _row_of(subject, self.rows):
            if not _row_of(subject, rows_of(self.book.dossier, self.place)):
                return
            self.filter = Filter.ALL  # it is on this page, and the filter leaves it out
            self.show_place()
        for index, row in enumerate(self.rows):
            if subject in map(row.at, row.fields):
                self.query_one(Sheet).move_cursor(row=index)
                bar.show(self.book, row, subject.field)

    def book_of(self, department: DepartmentId) -> Book | None:
        """The book of a department, where it was loaded."""
        return self.session.book(department) if self.session else None


def _row_of(subject: Subject, rows: Sequence[Row]) -> Row | None:
    """The row that has a field."""
    return next((row for row in rows if subject in map(row.at, row.fields)), None)


def _wants_share(book: Book, row: Row) -> bool:
    """Whether a band was chosen and the share does not fit it yet."""
    actual, share = book.value(row.at("actual")), book.value(row.at("share")) if row.is_band else None
    if not row.is_band or not isinstance(actual, Actual) or actual.band is None:
        return False
    limits = book.dossier.rulebook.other.bands.value[actual.band]
    return share is None or not limits.holds(share)  # type: ignore[arg-type]

"""The edit bar: always at the same place, one line to type in, and at once what comes of it."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from evaltool.tui import hand_in_words, reading, words
from evaltool.tui.book import Book
from evaltool.tui.breaks import in_one_line, with_breaks
from evaltool.tui.field import Field, declared, labels
from evaltool.tui.rows import Row, is_long
from evaltool.tui.trial import try_text
from evaltool.tui.widgets.entering import Entering, Go
from evaltool.tui.widgets.field_bar import FieldBar
from evaltool.tui.widgets.lines import Lines
from scoring.record import Entry


class EditBar(FieldBar):
    """Two lines of what the field is, one to type in, three of what comes of it.

    `keep` is told when a field is left, with the entry to keep or None; `refuse` why it cannot be left;
    `paste` is given a column of texts for the rows from here on. A text that is doubtful in itself is refused
    once with a question, and kept when the same is left again.
    """

    class Restored(Message):
        """What was typed is forgotten."""

    def __init__(
        self,
        keep: Callable[[Entry | None, Go], object],
        refuse: Callable[[str], object],
        paste: Callable[[str], object],
    ) -> None:
        super().__init__(Entering(self.finish, self._read, paste))
        self._keep = keep
        self._refuse = refuse
        self.at: Field | None = None
        self._asked: str | None = None

    @property
    def is_typing(self) -> bool:
        """Whether there is another text than the recorded one."""
        return self.at is not None and self.entering.value != self.at.recorded

    @property
    def held(self) -> tuple[str, str] | None:
        """A field and the text typed into it that cannot be kept, for its place is handed in."""
        if self.at is None or not self.at.version or not self.is_typing:
            return None
        return self.at.name, self.text

    def hold(self, name: str, text: str) -> None:
        """Show a field of the row that is shown, and the text as it was typed into it."""
        if self.at is not None:
            self.show(self.at.book, self.at.row, name)
            self.put(text)

    def show(self, book: Book, row: Row, name: str) -> None:
        """Show a field with what is recorded, all of it selected."""
        entering, at = self.entering, Field(book, row, name)
        self.at = None  # what is put in now is not being typed
        entering.value = at.recorded
        self.at, self._asked = at, None
        entering.disabled = False
        entering.takes_breaks = is_long(name)
        entering.takes_column = name == row.fields[0] and not is_long(name)
        entering.select_all()
        self._draw(at)

    @property
    def text(self) -> str:
        """What stands in the line, with its line breaks."""
        return with_breaks(self.entering.value)

    def put(self, text: str) -> None:
        """Put a text into the line as if it were typed."""
        self.entering.value = in_one_line(text)
        self.entering.action_end()

    def restore(self) -> None:
        """Show what is recorded instead of what is typed."""
        if self.at is not None:
            self.show(self.at.book, self.at.row, self.at.name)

    def clear(self) -> None:
        """Show nothing: there is no row."""
        self.at = None
        self.entering.value = ""
        self.entering.disabled = True
        self.query_one("#edit-title", Static).update("", layout=False)
        self.query_one(Lines).show(())

    def finish(self, go: Go) -> bool:
        """Leave the field with what is typed, or refuse and say why, or ask. Whether it was left.

        Enter also tries again to save what could not be saved; Esc forgets what is typed.
        """
        if self.at is None:
            return True
        if go is Go.RESTORE and self.is_typing:
            self.restore()
            self.post_message(self.Restored())
            return True
        if self.held is not None:
            self._refuse(hand_in_words.locked(self.at.version))
            return False
        again = go is Go.COMMIT and self.at.is_unsaved
        if not (self.is_typing or again):
            self._keep(None, go)
            return True
        text = self.text
        trial = try_text(self.at.book, self.at.row, self.at.name, text)
        if trial.entry is None:
            self._refuse(reading.why_not(text, trial))
            return False
        if trial.asks and text != self._asked and not again:
            self._asked = text
            self._draw_reading(self.at)
            self._refuse(reading.asking(trial))
            return False
        self._keep(trial.entry, go)
        return True

    def on_resize(self) -> None:
        """Cut the texts anew."""
        self.renew()

    def renew(self) -> None:
        """Say anew what is shown and what comes of it; what is typed stays."""
        if self.at is not None:
            self._draw(self.at)

    def _read(self) -> None:
        if self.at is not None:
            self._draw_reading(self.at)

    def _draw(self, at: Field) -> None:
        view = self.query_one("#edit-title", Static)
        room = view.content_size.width
        title = Content.assemble((words.row_name(at.row), "bold"), declared(at))
        lines = [title.truncate(room, ellipsis=True), labels(at, room)]
        view.update(Content("\n").join(lines), layout=False)
        self._draw_reading(at)

    def _draw_reading(self, at: Field) -> None:
        text = self.text
        if self.entering.value == at.recorded:
            said = reading.of_recorded(at.book, at.row, at.name, text)
        else:
            say = reading.of_asking if text == self._asked else reading.of_trial
            said = say(at.book, at.row, at.name, text, try_text(at.book, at.row, at.name, text))
        view = self.query_one("#edit-reading", Lines)
        view.set_class(said.wrong, "-wrong")
        closed = hand_in_words.locked(at.version) if at.version else ""
        view.show((said.understood(view.content_size.width), said.working, closed or said.doubt))

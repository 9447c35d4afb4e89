"""The edit bar: always at the same place, one line to type in, and at once what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from evaltool import wording
from evaltool.language import _
from evaltool.tui import reading, words
from evaltool.tui.book import Book
from evaltool.tui.cells import one_line
from evaltool.tui.rows import Row
from evaltool.tui.trial import try_text
from evaltool.tui.widgets.entering import Entering, Go
from evaltool.tui.widgets.lines import Lines
from scoring.findings import plain
from scoring.record import Entry


@dataclass(frozen=True, slots=True)
class Field:
    """The field that is shown: one of a row's, and the text recorded in it."""

    book: Book
    row: Row
    name: str

    @property
    def recorded(self) -> str:
        """What is recorded, as it was typed."""
        return words.typed_text(self.book.value(self.row.at(self.name)), self.row.target)

    @property
    def is_unsaved(self) -> bool:
        """Whether what is shown as recorded could not be saved."""
        return self.row.at(self.name) in self.book.unsaved


class EditBar(Vertical):
    """Two lines of what the field is, one to type in, three of what comes of it.

    `keep` is told when a field is left, with the entry to keep or None; `refuse` why it cannot be left;
    `paste` is given a column of texts for the rows from here on.
    """

    def __init__(
        self,
        keep: Callable[[Entry | None, Go], object],
        refuse: Callable[[str], object],
        paste: Callable[[str], object],
    ) -> None:
        super().__init__(id="edit-bar")
        self._keep = keep
        self._refuse = refuse
        self._paste = paste
        self.at: Field | None = None

    def compose(self) -> ComposeResult:
        """What it is, the line, what comes of it."""
        yield Static(id="edit-title", markup=False)
        with Horizontal(id="edit-line"):
            yield Static(">", id="prompt", markup=False)
            yield Entering(self.finish, self._read, self._paste)
        yield Lines(id="edit-reading")

    @property
    def entering(self) -> Entering:
        """The line to type in."""
        return self.query_one(Entering)

    @property
    def is_typing(self) -> bool:
        """Whether there is another text than the recorded one."""
        return self.at is not None and self.entering.value != self.at.recorded

    def show(self, book: Book, row: Row, name: str) -> None:
        """Show a field with what is recorded, all of it selected."""
        entering, at = self.entering, Field(book, row, name)
        self.at = None  # what is put in now is not being typed
        entering.value = at.recorded
        self.at = at
        entering.disabled = False
        entering.takes_column = name == row.fields[0]
        entering.select_all()
        self._draw(at)

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
        """Leave the field with what is typed, or refuse and say why. Whether it was left.

        Enter also tries again to save what could not be saved; Esc forgets what is typed.
        """
        if self.at is None:
            return True
        if go is Go.RESTORE and self.is_typing:
            self.restore()
            return True
        again = go is Go.COMMIT and self.at.is_unsaved
        if not (self.is_typing or again):
            self._keep(None, go)
            return True
        text = self.entering.value
        trial = try_text(self.at.book, self.at.row, self.at.name, text)
        if trial.entry is None:
            self._refuse(reading.of_trial(self.at.book, self.at.row, self.at.name, text, trial).understood)
            return False
        self._keep(trial.entry, go)
        return True

    def on_resize(self) -> None:
        """Cut the texts anew."""
        if self.at is not None:
            self._draw(self.at)

    def _read(self) -> None:
        if self.at is not None:
            self._draw_reading(self.at)

    def _draw(self, at: Field) -> None:
        view = self.query_one("#edit-title", Static)
        room = view.content_size.width
        title = Content.assemble((words.row_name(at.row), "bold"), _declared(at))
        fields = Content("  ").join(_label(at, name) for name in at.row.fields)
        lines = [title.truncate(room, ellipsis=True), fields.truncate(room, ellipsis=True)]
        view.update(Content("\n").join(lines), layout=False)
        self._draw_reading(at)

    def _draw_reading(self, at: Field) -> None:
        text = self.entering.value
        if text == at.recorded:
            said = reading.of_recorded(at.book, at.row, at.name, text)
        else:
            said = reading.of_trial(at.book, at.row, at.name, text, try_text(at.book, at.row, at.name, text))
        view = self.query_one("#edit-reading", Lines)
        view.set_class(said.wrong, "-wrong")
        view.show((said.understood, said.working, said.doubt))


def _declared(at: Field) -> str:
    """What stands beside the name: the target and the points, or the amount declared."""
    target = words.target_text(at.row)
    if at.row.indicator is None:
        return _("  申报 {amount} 万元").format(amount=target) if target else ""
    parts = ["", _("指标值 {target}").format(target=target)]
    line = at.book.standing(at.row.subject.project).lines.get(at.row.indicator.key)
    if line is not None and line.weight is not None:
        parts.append(_("分值 {weight}").format(weight=plain(line.weight)))
    return "  ".join([*parts, one_line(at.row.indicator.description)])


def _label(at: Field, name: str) -> Content:
    said = wording.field_name(name)
    if name == at.name:
        return Content.styled(_("【{field}】").format(field=said), "bold")
    done = at.book.value(at.row.at(name)) is not None
    return Content.styled(_("{field}（有）").format(field=said) if done else said, "dim")

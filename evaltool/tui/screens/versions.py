"""What was handed in of a department's year: the list of versions, and any two of them line by line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from evaltool import operations as ops
from evaltool.language import _
from evaltool.operations.versions import Compared, Held, Version, compare, of_version
from evaltool.tui import version_words, words
from evaltool.tui.book import DepartmentId
from evaltool.tui.cells import fold
from evaltool.tui.marks import marked
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.widgets.page import Line, Page, Section


class VersionsScreen(Dialog[None]):
    """The versions, the newest first."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "mark", show=False)]

    @dataclass
    class Found(Message):
        """The versions there are."""

        versions: Sequence[Version]

    @dataclass
    class NotFound(Message):
        """They could not be read."""

        error: Exception

    def __init__(self, desk: ops.Desk, department: DepartmentId) -> None:
        keys = _("Enter 与现在或选定的一版比较，空格选定，Esc 返回")
        super().__init__(_("已交的各版本"), keys)
        self._desk = desk
        self._department = department
        self._versions: Sequence[Version] = ()
        self._marked: int | None = None

    def body(self) -> list[Widget]:
        """What there is to say, and the list."""
        return [
            Static(_("正在读取……"), id="dialog-message", markup=False),
            OptionList(id="versions", markup=False),
        ]

    def on_mount(self) -> None:
        """Read once the screen is there."""
        self.query_one(OptionList).focus()
        self._read()

    @work(thread=True, group="versions")
    def _read(self) -> None:
        try:
            self.post_message(self.Found(self._desk.sealing.versions(*self._department)))
        except ops.REFUSALS as error:
            self.post_message(self.NotFound(error))

    @on(NotFound)
    def _not_found(self, event: NotFound) -> None:
        self.query_one("#dialog-message", Static).update(words.fault_text(event.error))

    @on(Found)
    def _found(self, event: Found) -> None:
        self._versions = event.versions
        said = _("共 {count} 版").format(count=len(event.versions)) if event.versions else _("还没有交过表")
        self.query_one("#dialog-message", Static).update(said)
        self._draw(0 if event.versions else None)

    def on_resize(self) -> None:
        """Fold the texts anew."""
        self._draw(self.query_one(OptionList).highlighted)

    def _draw(self, at: int | None) -> None:
        shown = self.query_one(OptionList)
        room = max(shown.scrollable_content_region.width - 2, 20)
        shown.clear_options()
        shown.add_options(Option(self._said(one, room)) for one in self._versions)
        shown.highlighted = at

    def _said(self, one: Version, room: int) -> Content:
        first, *others = version_words.version_lines(one)
        first = marked(first, one.number == self._marked)
        folded = [line for text in others for line in fold(text, room - 4)]
        rest = (Content.styled(f"    {line}", "dim") for line in folded)
        return Content("\n").join([*(Content.styled(line, "bold") for line in fold(first, room)), *rest])

    def action_mark(self) -> None:
        """Space: the version to compare the next one with."""
        at = self.query_one(OptionList).highlighted
        if at is not None:
            number = self._versions[at].number
            self._marked = None if self._marked == number else number
            self._draw(at)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        here = self._versions[event.option_index]
        other = next((one for one in self._versions if one.number == self._marked), None)
        if other is here:
            other = None
        self.app.push_screen(ComparedScreen(self._desk, here, other))


class ComparedScreen(Dialog[None]):
    """A version and another one, or what is recorded now, the earlier one first."""

    @dataclass
    class Ready(Message):
        """They are compared."""

        found: Compared

    @dataclass
    class NotReady(Message):
        """They could not be compared."""

        error: Exception

    def __init__(self, desk: ops.Desk, version: Version, other: Version | None) -> None:
        super().__init__(_("逐行比较"), _("上下翻看，Esc 返回"))
        self._desk = desk
        self._version = version
        self._other = other

    def body(self) -> list[Widget]:
        """The page, with what is being done until it is done."""
        return [Page([Section(_("正在比较……"), [Line("")])])]

    def on_mount(self) -> None:
        """Compare once the screen is there."""
        self.query_one(Page).focus()
        self._compare()

    @work(thread=True, group="versions")
    def _compare(self) -> None:
        try:
            self.post_message(self.Ready(compare(*self._sides())))
        except ops.REFUSALS as error:
            self.post_message(self.NotReady(error))

    def _sides(self) -> tuple[Held, Held]:
        if self._other is None:
            return of_version(self._version), self._desk.sealing.now(*self._version.department)
        earlier, later = sorted((self._version, self._other), key=lambda one: one.number)
        return of_version(earlier), of_version(later)

    @on(Ready)
    def _ready(self, event: Ready) -> None:
        self.query_one(Page).show(version_words.sections(event.found))

    @on(NotReady)
    def _not_ready(self, event: NotReady) -> None:
        self.query_one(Page).show([Section(words.fault_text(event.error), [])])

"""Writing scorecards, which locks nothing: where to, in which form and formats, of which departments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Event
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from evaltool import operations as ops
from evaltool.language import N_, _
from evaltool.operations.paths import typed_path
from evaltool.operations.reporting import Out, Step, Wanted, write_all
from evaltool.tui import words, writing_list, writing_words
from evaltool.tui.book import DepartmentId
from evaltool.tui.cells import one_line
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.widgets.gauge import Gauge

FOLDER = N_("自评表")

LEAST_ROOM = 20
"""Cells that a line keeps, however narrow the screen."""


class WritingScreen(Dialog[None]):
    """A line for the folder, what can be chosen; then a bar; then the paths."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # Before the line or the list sees them: of keys that come at once each acts where the one before led.
        Binding("down", "choices", show=False, priority=True),
        Binding("space", "choose", show=False, priority=True),
    ]

    @dataclass
    class Listed(Message):
        """What is in the workspace."""

        summaries: Sequence[ops.Summary]

    @dataclass
    class Stepped(Message):
        """Writing has come so far."""

        step: Step

    @dataclass
    class Done(Message):
        """Writing has ended, at its end or because somebody wanted it."""

        out: Out

    @dataclass
    class NotListed(Message):
        """The workspace could not be read."""

        error: Exception

    def __init__(self, desk: ops.Desk, department: DepartmentId, made_on: date) -> None:
        super().__init__(_("写自评表"), _("Enter 写出，空格选定或更换，Esc 返回或停止"))
        self._desk = desk
        self._made_on = made_on
        self._choice = writing_list.Choice(frozenset({department}))
        self._summaries: Sequence[ops.Summary] = ()
        self._stop = Event()
        self._is_running = False
        self._is_done = False

    def body(self) -> list[Widget]:
        """The line for the folder, what is said of it, the bar, the departments or the paths."""
        asked = _("写到哪个文件夹？没有的会新建；不是本程序写的同名文件改名保留")
        return [
            Static(asked, markup=False),
            Input(str(Path.cwd() / _(FOLDER)), id="folder", compact=True),
            Static(id="dialog-message", markup=False),
            Gauge(id="gauge"),
            OptionList(id="choices", markup=False),
        ]

    def on_mount(self) -> None:
        """List the departments once the screen is there."""
        self.query_one(Input).focus()
        self._list()

    @work(thread=True, group="list")
    def _list(self) -> None:
        try:
            self.post_message(self.Listed(self._desk.departments()))
        except ops.REFUSALS as error:
            self.post_message(self.NotListed(error))

    @on(NotListed)
    def _not_listed(self, event: NotListed) -> None:
        self._say(words.fault_text(event.error))

    @on(Listed)
    def _listed(self, event: Listed) -> None:
        self._summaries = event.summaries
        self._draw()

    def on_resize(self) -> None:
        """Cut the lines anew."""
        if not self._is_done:
            self._draw()

    def _say(self, text: str) -> None:
        self.query_one("#dialog-message", Static).update(text)

    def _draw(self) -> None:
        shown = self.query_one(OptionList)
        at, room = shown.highlighted, max(shown.scrollable_content_region.width - 2, LEAST_ROOM)
        shown.clear_options()
        shown.add_options(writing_list.options(self._choice, self._summaries, room))
        shown.highlighted = at

    def action_choices(self) -> None:
        """From the line into the list, and down in it."""
        shown = self.query_one(OptionList)
        if self.focused is shown:
            shown.action_cursor_down()
        else:
            self.set_focus(shown)
            shown.highlighted = shown.highlighted or 0

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A blank typed into the folder's line is one of its signs."""
        if action == "choose" and isinstance(self.focused, Input):
            return False
        return super().check_action(action, parameters)

    def action_choose(self) -> None:
        """Choose what is under the cursor beside others, or not; the form's line shows the next one."""
        line = self.query_one(OptionList).highlighted_option
        if self._is_running or self._is_done or line is None or line.id is None:
            return
        known = [(one.code, one.year) for one in self._summaries]
        self._choice = self._choice.changed(line.id, known)
        self._draw()

    def action_leave(self) -> None:
        """Esc: stop what is being written; else leave."""
        if self._is_running:
            self._stop.set()
            self._say(_("正在停止……"))
        else:
            self.dismiss(None)

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _begin(self, event: Message) -> None:
        event.stop()
        typed = self.query_one(Input).value.strip()
        departments, wanted = self._choice.departments, self._choice.wanted
        chosen = [one for one in self._summaries if (one.code, one.year) in departments]
        if self._is_running or self._is_done:
            return
        if not typed:
            self._say(_("没有写文件夹；按 Shift+Tab 回到上面一行，写明文件夹"))
            return
        if not chosen:
            self._say(_("没有选定单位；按向下键到单位，按空格选定"))
            return
        if not wanted.formats:
            self._say(_("没有选定格式；按向下键到格式，按空格选定"))
            return
        self._is_running = True
        self._say(_("正在写自评表……（Esc 停止）"))
        self._write(chosen, typed_path(typed), wanted)

    @work(thread=True, group="write")
    def _write(self, chosen: Sequence[ops.Summary], folder: Path, wanted: Wanted) -> None:
        def told(step: Step) -> None:
            self.post_message(self.Stepped(step))

        out = write_all(self._desk, chosen, folder, self._made_on, told, self._stop.is_set, wanted)
        self.post_message(self.Done(out))

    @on(Stepped)
    def _stepped(self, event: Stepped) -> None:
        self.query_one(Gauge).show(event.step.done, event.step.total)
        if event.step.name and not self._stop.is_set():
            self._say(_("正在写 {name}……（Esc 停止）").format(name=one_line(event.step.name)))

    @on(Done)
    def _ended(self, event: Done) -> None:
        self._is_running, self._is_done = False, True
        self._say(writing_words.outcome(event.out))
        shown = self.query_one(OptionList)
        room = max(shown.scrollable_content_region.width - 2, LEAST_ROOM)
        shown.clear_options()
        shown.add_options(Option(Content(text)) for text in writing_words.results(event.out, room))
        shown.focus()

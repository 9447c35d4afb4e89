"""Importing a document: which file. What it says is shown on a screen of its own before it is adopted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.screens.dialog import Dialog, files_at_hand, typed_path
from evaltool.tui.screens.review import ReviewScreen
from scoring.model import Reading

SUFFIXES = (".txt",)
"""Files that are offered; any path can be typed."""


class ImportScreen(Dialog[Reading]):
    """A line for a path and the files at hand; the result is the reading to adopt."""

    BINDINGS: ClassVar[list[BindingType]] = [("down", "files", "")]

    @dataclass
    class Read(Message):
        """The file was read."""

        reading: Reading
        difference: ops.Difference

    @dataclass
    class NotRead(Message):
        """The file could not be read."""

        error: Exception

    def __init__(self, desk: ops.Desk) -> None:
        super().__init__(_("导入绩效目标文本"), _("Enter 读入，上下选择文件，Esc 返回"))
        self._desk = desk

    def body(self) -> list[Widget]:
        """The line for a path, the files in the current folder, and a line for what went wrong."""
        files = [Option(path.name, id=str(path)) for path in files_at_hand(Path.cwd(), SUFFIXES)]
        asked = _("文件的路径；当前文件夹里的文件列在下面，按向下键选择")
        return [
            Static(asked, markup=False),
            Input(id="path", compact=True),
            Static(id="dialog-message", markup=False),
            OptionList(*files, id="files", markup=False),
        ]

    def action_files(self) -> None:
        """From the line into the list."""
        self.query_one(OptionList).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self._read(event.value.strip())

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self.query_one(Input).value = event.option_id
            self._read(event.option_id)

    def _read(self, path: str) -> None:
        self.query_one("#dialog-message", Static).update(_("正在读入……"))
        self._read_file(typed_path(path))

    @work(thread=True, group="read")
    def _read_file(self, path: Path) -> None:
        try:
            reading = ops.read(path)
            self.post_message(self.Read(reading, self._desk.difference(reading)))
        except (ops.Unreadable, ops.WorkspaceError) as error:
            self.post_message(self.NotRead(error))

    @on(NotRead)
    def _not_read(self, event: NotRead) -> None:
        self.query_one("#dialog-message", Static).update(words.fault_text(event.error))

    @on(Read)
    def _was_read(self, event: Read) -> None:
        self.query_one("#dialog-message", Static).update("")

        def reviewed(adopts: bool | None) -> None:
            if adopts:
                self.dismiss(event.reading)

        self.app.push_screen(ReviewScreen(event.reading, event.difference), reviewed)

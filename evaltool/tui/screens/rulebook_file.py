"""A rulebook of one's own: which file. What is wrong with it is said here, with its lines."""

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

from evaltool import wording
from evaltool.language import _
from evaltool.tui.screens.dialog import Dialog, files_at_hand, typed_path
from evaltool.tui.widgets.page import Line, Page, Section
from scoring.rulebook import Rulebook, RulebookError, load_file

SUFFIXES = (".toml",)


class RulebookFileScreen(Dialog[Rulebook]):
    """A line for a path and the files at hand; the result is the rulebook that was read."""

    BINDINGS: ClassVar[list[BindingType]] = [("down", "files", "")]

    @dataclass
    class Read(Message):
        """The file is a rulebook."""

        rulebook: Rulebook

    @dataclass
    class NotRead(Message):
        """The file is none, or not a sound one."""

        error: RulebookError

    def __init__(self) -> None:
        super().__init__(_("从文件选用评分规则"), _("Enter 读入，上下选择文件，Esc 返回"))

    def body(self) -> list[Widget]:
        """The line for a path, the files in the current folder, and what is wrong with the one read."""
        asked = _("评分规则文件（.toml）的路径；当前文件夹里的文件列在下面。新文件用 evaltool rules new 生成")
        files = [Option(path.name, id=str(path)) for path in files_at_hand(Path.cwd(), SUFFIXES)]
        return [
            Static(asked, markup=False),
            Input(id="path", compact=True),
            OptionList(*files, id="rulebook-files", markup=False),
            Page(),
        ]

    def action_files(self) -> None:
        """From the line into the list."""
        self.query_one(OptionList).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self._read(typed_path(event.value))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self.query_one(Input).value = event.option_id
            self._read(Path(event.option_id))

    @work(thread=True, group="read")
    def _read(self, path: Path) -> None:
        try:
            self.post_message(self.Read(load_file(path)))
        except RulebookError as error:
            self.post_message(self.NotRead(error))

    @on(Read)
    def _was_read(self, event: Read) -> None:
        self.dismiss(event.rulebook)

    @on(NotRead)
    def _not_read(self, event: NotRead) -> None:
        wrong = [Line(wording.problem(one)) for one in event.error.problems]
        self.query_one(Page).show([Section(_("这个文件不能采用"), wrong)])

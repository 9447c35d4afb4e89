"""Importing documents: which files. Each is read and shown on a screen of its own before it is adopted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.marks import marked
from evaltool.tui.screens.dialog import Dialog, files_at_hand, typed_path
from evaltool.tui.screens.reviewing import Adoption, ReviewScreen
from scoring.findings import Finding
from scoring.model import Reading

Adopt = Callable[[Adoption], Future[Any]]


class ImportScreen(Dialog[bool]):
    """A line for a path and the files at hand. Several are read and looked at one after the other.

    `adopt` is told of each reading that is to be adopted; the next document is held against what comes of it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [("down", "files", ""), ("space", "mark", "")]

    @dataclass
    class Read(Message):
        """A file was read."""

        path: Path
        reading: Reading
        effect: ops.Effect
        earlier: Sequence[Finding]

    @dataclass
    class NotRead(Message):
        """A file could not be read."""

        path: Path
        error: Exception

    def __init__(self, desk: ops.Desk, adopt: Adopt) -> None:
        keys = _("Enter 读入，上下选择，空格选定几个文件，Esc 返回")
        super().__init__(_("导入绩效目标表、自评表"), keys)
        self._desk = desk
        self._adopt = adopt
        self._files = files_at_hand(Path.cwd(), ops.DOCUMENT_SUFFIXES)
        self._marked: set[Path] = set()
        self._waiting: list[Path] = []
        self._reading: Path | None = None
        self._failed: list[str] = []
        self._adopted: Future[Any] | None = None

    def body(self) -> list[Widget]:
        """The line for a path, the files in the current folder, and a line for what went wrong."""
        asked = _("文件或文件夹的路径；当前文件夹里的文件列在下面，按向下键选择")
        return [
            Static(asked, markup=False),
            Input(id="path", compact=True),
            Static(id="dialog-message", markup=False),
            OptionList(*(Option(self._line(path)) for path in self._files), id="files", markup=False),
        ]

    def action_files(self) -> None:
        """From the line into the list."""
        self.query_one(OptionList).focus()

    def action_mark(self) -> None:
        """Choose the file under the cursor beside others, or not."""
        shown = self.query_one(OptionList)
        if shown.has_focus and shown.highlighted is not None:
            path = self._files[shown.highlighted]
            self._marked ^= {path}
            shown.replace_option_prompt_at_index(shown.highlighted, self._line(path))

    def action_leave(self) -> None:
        """Esc: no longer wait for the file that is being read, and read no other; else leave."""
        if self._reading is None:
            self.dismiss(None)
            return
        said = _("不再等待 {name}，没有读入").format(name=self._reading.name)
        self._reading, self._waiting = None, []
        self._say(said)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            path = typed_path(event.value)
            self._begin(ops.documents_in([path])[0])

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        chosen = self._files[event.option_index]
        self._begin([path for path in self._files if path in self._marked] or [chosen])

    def _line(self, path: Path) -> str:
        return marked(path.name, path in self._marked)

    def _say(self, text: str) -> None:
        self.query_one("#dialog-message", Static).update("\n".join([*self._failed, text]).strip())

    def _begin(self, paths: Sequence[Path]) -> None:
        if self._reading is not None:
            return
        self._failed, self._waiting = [], list(paths)
        if not paths:
            self._say(_("文件夹里没有能读取的文件"))
            return
        self._next()

    def _next(self) -> None:
        """Read the next file; at the end leave, unless there is something left to be said."""
        if self._waiting:
            self._reading = self._waiting.pop(0)
            left = _("；还有 {count} 个").format(count=len(self._waiting)) if self._waiting else ""
            self._say(_("正在读入 {name}……（Esc 不再等待{left}）").format(name=self._reading.name, left=left))
            self._read_file(self._reading, self._adopted)
        elif self._failed:
            self._say("")
        else:
            self.dismiss(True)

    @work(thread=True, group="read")
    def _read_file(self, path: Path, adopted: Future[Any] | None) -> None:
        try:
            reading = ops.read(path)
            if adopted is not None:
                wait([adopted])  # the next document may be of the same department
            effect = self._desk.effect(reading)
            earlier = () if effect.difference.fresh else self._desk.document_findings(*effect.department)
            self.post_message(self.Read(path, reading, effect, earlier))
        except ops.REFUSALS as error:
            self.post_message(self.NotRead(path, error))

    @on(NotRead)
    def _not_read(self, event: NotRead) -> None:
        if event.path == self._reading:
            self._reading = None
            self._failed.append(words.fault_text(event.error))
            self._next()

    @on(Read)
    def _was_read(self, event: Read) -> None:
        if event.path != self._reading:
            return  # nobody waits for it any more
        self._reading = None
        self._say("")
        self.query_one(Input).clear()  # what is typed next is another path

        def reviewed(adoption: Adoption | None) -> None:
            if adoption is not None:
                self._adopted = self._adopt(adoption)
            if adoption is not None or self._waiting:
                self._next()

        review, waiting = ops.Review(event.reading), len(self._waiting)
        screen = ReviewScreen(review, event.effect, self._desk, event.earlier, waiting)
        self.app.push_screen(screen, reviewed)

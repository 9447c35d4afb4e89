"""Why this score: the whole working as a tree, from what it rests on to what it counts into."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from evaltool.language import _
from evaltool.tui.book import Book
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.why import ladder
from evaltool.tui.why.branch import lines
from evaltool.tui.widgets.branches import Branches
from evaltool.tui.widgets.message_line import MessageLine
from scoring.model import Subject


class WhyScreen(Dialog[None]):
    """The tree of the score that a field decides; F4 goes on to what that counts into, and round again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "up", show=False),
        Binding("f2", "copy_shown", show=False),
        Binding("ctrl+c", "copy_branch", show=False),
    ]

    def __init__(self, book: Book, subject: Subject) -> None:
        keys = _("左右开合，F4 上级，Ctrl+C 复制一枝，F2 复制全部，Esc 返回")
        super().__init__(_("得分依据"), keys)
        self._ladder = ladder(book, subject)
        self._at = 0

    def body(self) -> list[Widget]:
        """The tree, and a line for what was copied."""
        return [Branches(self._ladder[0]()), MessageLine()]

    def on_mount(self) -> None:
        """Keys go to the tree."""
        self.query_one(Branches).focus()

    def action_up(self) -> None:
        """What this score counts into; from the department back to where it began."""
        self._at = (self._at + 1) % len(self._ladder)
        self.query_one(Branches).show(self._ladder[self._at]())
        self._say("")

    def action_copy_branch(self) -> None:
        """Copy the branch at the cursor with everything inside it, closed or not."""
        self._copy("\n".join(lines(self.query_one(Branches).at_cursor)))

    def action_copy_shown(self) -> None:
        """Copy the tree as far as it is open."""
        self._copy(self.query_one(Branches).shown)

    def _copy(self, text: str) -> None:
        self.app.copy_to_clipboard(text)
        copied = text.splitlines()
        said = _("已复制 {count} 行，终端须允许写剪贴板（OSC 52）：{first}")
        self._say(said.format(count=len(copied), first=copied[0].strip()))

    def _say(self, text: str) -> None:
        self.query_one(MessageLine).say(text)

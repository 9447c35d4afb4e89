"""A long text on a screen of its own: lines, a count of characters, Ctrl+S to keep it."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static, TextArea

from evaltool.language import _
from evaltool.tui.screens.dialog import Dialog


class LongTextScreen(Dialog[str]):
    """The result is the text to keep; leaving with Esc keeps the text as it was."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["dialog.tcss", "long_text.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", show=False, priority=True),
        Binding("escape", "leave", show=False, priority=True),
        Binding("ctrl+q", "quit", show=False, priority=True),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title, _("Ctrl+S 保存，Enter 换行，Esc 返回"))
        self._text = text
        self._asked = False

    def body(self) -> list[Widget]:
        """The text, and how long it is."""
        return [
            TextArea(self._text, id="long-text", compact=True, tab_behavior="focus"),
            Static(id="dialog-message", markup=False),
        ]

    def on_mount(self) -> None:
        """Go on at the end."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)
        area.focus()
        self._count()

    @on(TextArea.Changed)
    def _count(self) -> None:
        self._asked = False
        count = sum(not character.isspace() for character in self.query_one(TextArea).text)
        self._say(_("{count} 字").format(count=count))

    def _say(self, text: str) -> None:
        self.query_one("#dialog-message", Static).update(text)

    def action_keep(self) -> None:
        """Ctrl+S."""
        self.dismiss(self.query_one(TextArea).text.strip())

    def action_leave(self) -> None:
        """Esc: at once where nothing was changed, else when it is pressed again."""
        if self._may_leave():
            self.dismiss(None)

    async def action_quit(self) -> None:
        """Leave the program, as Esc leaves the screen."""
        if self._may_leave():
            await self.app.run_action("quit")

    def _may_leave(self) -> bool:
        if self._asked or self.query_one(TextArea).text == self._text:
            return True
        self._asked = True
        self._say(_("文字已改动：Ctrl+S 保存；再按一次放弃改动"))
        return False

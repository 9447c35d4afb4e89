"""The application: a theme, one screen, and the way out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import PurePath
from typing import ClassVar

from textual.app import App
from textual.notifications import SeverityLevel
from textual.theme import Theme

from evaltool import operations as ops
from evaltool.tui.screens.work import WorkScreen

CALM = Theme(
    "calm",
    primary="#6f9fc8",
    secondary="#4c6a85",
    accent="#6f9fc8",
    warning="#d6a85a",
    error="#df7b7b",
    success="#8fb98a",
    foreground="#d8dbe0",
    background="#15181d",
    surface="#15181d",
    panel="#20252d",
)


class Workbench(App[None], inherit_bindings=False):
    """The workbench on one workspace. `open_desk` is called in a thread, after the first frame."""

    # The first screen is no pushed screen, so Textual does not load its style sheet by itself.
    CSS_PATH: ClassVar[list[str | PurePath] | None] = ["app.tcss", "screens/work.tcss"]
    ENABLE_COMMAND_PALETTE = False  # Textual's own speaks English and is laid over the panes
    TITLE = "evaltool"

    def __init__(self, open_desk: Callable[[], ops.Desk], *, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.register_theme(CALM)
        self.theme = CALM.name
        self.work = WorkScreen(open_desk, clock)

    def get_default_screen(self) -> WorkScreen:
        """The one screen that everything happens on."""
        return self.work

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Say it in the message line: toasts lose Chinese characters where they cross a pane's edge."""
        del title, timeout, markup
        self.work.say(message, wrong=severity == "error")

    def on_unmount(self) -> None:
        """Leaving waits for threads; a document that is still being read in one is no reason to wait."""
        ops.stop_reading()

    async def action_quit(self) -> None:
        """Leave, once everything is saved; what is to be said about it is said on the working screen."""
        while self.screen is not self.work:
            self.pop_screen()
        self.work.action_quit()

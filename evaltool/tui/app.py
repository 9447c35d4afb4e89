"""The application: how it looks, one screen, and the way out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import App
from textual.driver import Driver
from textual.filter import LineFilter
from textual.notifications import SeverityLevel
from textual.worker import WorkerFailed

from evaltool import operations as ops
from evaltool import settings
from evaltool.tui import cells, news
from evaltool.tui.commands import faults
from evaltool.tui.harmless_lines import HARMLESS_LINES
from evaltool.tui.screens.work import WorkScreen
from evaltool.tui.themes import THEMES


class Workbench(App[None], inherit_bindings=False):
    """The workbench on one workspace. `open_desk` is called in a thread, after the first frame.

    `who` tells the person's name again once the settings say another one.
    """

    # The first screen is no pushed screen, so Textual does not load its style sheet by itself.
    CSS_PATH: ClassVar[list[str | PurePath] | None] = ["app.tcss", "screens/work.tcss"]
    ENABLE_COMMAND_PALETTE = False  # Textual's own speaks English and is laid over the panes
    TITLE = "evaltool"

    def __init__(
        self,
        open_desk: Callable[[], ops.Desk],
        *,
        clock: Callable[[], datetime],
        who: Callable[[], str] | None = None,
    ) -> None:
        super().__init__()
        self.fault: BaseException | None = None
        self._who = who
        for theme in THEMES.values():
            self.register_theme(theme)
        self.look_as(settings.in_force().settings)
        self.work = WorkScreen(open_desk, clock)

    def look_as(self, wanted: settings.Settings) -> None:
        """Take colours, density and signs from the settings, now."""
        cells.use_plain_signs(wanted.plain_signs)
        self.set_class(wanted.density == "compact", "-compact")
        self.theme = wanted.theme
        if self.is_running:
            self.refresh_css(animate=False)  # of the screens below as well

    @on(news.Opened)
    def _opened(self) -> None:
        """Once the working screen has said that the workspace is open: what is wrong with the settings."""
        if wrong := faults():
            self.work.say(settings.summary(settings.in_force().path, wrong), wrong=True)

    @on(news.Preferred)
    def _preferred(self, event: news.Preferred) -> None:
        self.look_as(event.settings)
        if self._who is not None and self.work.session is not None:
            self.work.session.desk.sign_as(self._who())
        self.work.draw_again()

    @on(news.HungUp)
    def _hung_up(self) -> None:
        """Nobody is there any more: finish what is being saved, and leave."""
        self.work.leave(at_once=True)

    def get_driver_class(self) -> type[Driver]:
        """Textual's own for the platform; for Linux and macOS the one that lives through everything."""
        standard = super().get_driver_class()
        if standard.__name__ != "LinuxDriver":  # its module cannot be loaded elsewhere
            return standard
        from evaltool.tui.terminal import Terminal

        return Terminal

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, the one for orders to the terminal, and the one for signs that are drawn badly."""
        filters = [*super().get_line_filters(), HARMLESS_LINES]
        if self.no_color and self.current_theme.ansi:
            from evaltool.tui.colourless_lines import COLOURLESS_LINES

            filters = [COLOURLESS_LINES, HARMLESS_LINES]
        if cells.signs_are_plain():
            from evaltool.tui.plain_lines import PLAIN_LINES

            filters.append(PLAIN_LINES)
        return filters

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

    def _handle_exception(self, error: Exception) -> None:
        """Leave after a fault, which whoever opened the workbench says; textual would print its traceback."""
        if self.fault is None:
            self.fault = error.error if isinstance(error, WorkerFailed) else error
        super()._handle_exception(error)
        self._exit_renderables.clear()

    def on_unmount(self) -> None:
        """Leaving waits for threads; a document that is still being read in one is no reason to wait."""
        ops.stop_reading()

    async def action_quit(self) -> None:
        """Leave, once everything is saved; what is to be said about it is said on the working screen."""
        while self.screen is not self.work:
            self.pop_screen()
        self.work.action_quit()

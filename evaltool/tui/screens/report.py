"""Writing the scorecards: into which folder."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static

from evaltool.language import N_, _
from evaltool.tui.screens.dialog import Dialog, typed_path

FOLDER = N_("自评表")


class ReportScreen(Dialog[Path]):
    """One line for a folder."""

    def __init__(self) -> None:
        super().__init__(_("写自评表"), _("Enter 写出，Esc 返回"))

    def body(self) -> list[Widget]:
        """What is asked, and the line."""
        asked = _("自评表（Excel 工作簿）写到哪个文件夹？没有的文件夹会新建，同名的文件会替换。")
        return [
            VerticalScroll(
                Static(asked, markup=False),
                Input(str(Path.cwd() / _(FOLDER)), id="folder", compact=True),
                id="dialog-body",
                can_focus=False,
            )
        ]

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self.dismiss(typed_path(event.value))

"""Answering a finding: the reason why it may stay as it is."""

from __future__ import annotations

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from evaltool import wording
from evaltool.language import _
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.widgets.page import Line, Page, Section
from scoring.findings import Finding


class AnswerScreen(Dialog[str]):
    """The finding in full and one line for the reason; the result is the reason, empty to take it back."""

    def __init__(self, found: Finding, where: str, answer: str) -> None:
        super().__init__(_("答复疑点"), _("Enter 保存，清空后按 Enter 收回答复，Esc 返回"))
        self._found = found
        self._where = where
        self._answer = answer

    def body(self) -> list[Widget]:
        """The line to type in, and what it is about."""
        said = [Line(text) for text in (wording.suggestion(self._found), self._where) if text]
        asked = _("为什么可以保留现状（记入日志，随自评表打印）：")
        return [
            Page([Section(wording.say(self._found), said)]),
            Static(asked, id="answer-asked", markup=False),
            Input(self._answer, id="answer", compact=True, select_on_focus=False),
        ]

    def on_mount(self) -> None:
        """Typing goes to the line."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        reason = event.value.strip()
        self.dismiss(reason if reason != self._answer else None)

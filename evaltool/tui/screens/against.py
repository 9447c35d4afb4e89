"""The same figures under the rulebook in force and another one, line by line."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on, work
from textual.message import Message
from textual.widget import Widget

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import comparison, words
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.widgets.page import Line, Page, Section
from scoring.against import Against
from scoring.model import Dossier
from scoring.rulebook import Rulebook


class AgainstScreen(Dialog[None]):
    """One page; a large department takes a moment to be scored under every clause that differs."""

    @dataclass
    class Scored(Message):
        """Both are scored."""

        found: Against

    def __init__(self, dossier: Dossier, other: Rulebook) -> None:
        name = words.department_name(dossier.department)
        super().__init__(_("两套评分规则下的得分  {name}").format(name=name), _("上下翻看，Esc 返回"))
        self._dossier = dossier
        self._other = other

    def body(self) -> list[Widget]:
        """The page, with what is being done until it is done."""
        return [Page([Section(_("正在比较……"), [Line(self._other.title)])])]

    def on_mount(self) -> None:
        """Score once the screen is there."""
        self._score()

    @work(thread=True, group="against")
    def _score(self) -> None:
        self.post_message(self.Scored(ops.against(self._dossier, self._other)))

    @on(Scored)
    def _scored(self, event: Scored) -> None:
        self.query_one(Page).show(comparison.sections(event.found))

"""The check before handing in: every doubt about the place's department, and Enter goes to where it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import finding_list, words
from evaltool.tui.answers import Answers
from evaltool.tui.commands import as_bound
from evaltool.tui.screens.answering import AnswerScreen
from evaltool.tui.screens.dialog import Dialog
from scoring.findings import Finding
from scoring.model import NOTHING, Dossier, Subject

Check = Callable[[], Sequence[Finding]]

LEAST_ROOM = 20


class FindingsScreen(Dialog[Subject]):
    """The findings, the open ones before those answered; the result is the subject of the one to go to.

    Without `answers` they cannot be answered here: those of a document that is not adopted yet.
    """

    BINDINGS: ClassVar[list[BindingType]] = [("f2", "answer", ""), ("f3", "turn_order", "")]

    @dataclass
    class Checked(Message):
        """All was looked through."""

        findings: Sequence[Finding]
        known: Mapping[str, ops.By]

    @dataclass
    class NotChecked(Message):
        """It could not be looked through."""

        error: Exception

    def __init__(self, dossier: Dossier, check: Check, answers: Answers | None = None) -> None:
        self._whose = words.department_name(dossier.department)
        keys = _("Enter 到所在之处，F2 答复，F3 换排列，Esc 返回") if answers else ""
        super().__init__(
            _("疑点  {name}").format(name=self._whose), keys or _("Enter 到所在之处，F3 换排列，Esc 返回")
        )
        self._dossier = dossier
        self._check = check
        self._answers = answers
        self._findings: Sequence[Finding] | None = None
        self._known: Mapping[str, ops.By] = NOTHING
        self._by_place = False

    def body(self) -> list[Widget]:
        """How many there are, and the list."""
        return [
            Static(_("正在检查……"), id="dialog-message", markup=False),
            OptionList(id="found", markup=False),
        ]

    def on_mount(self) -> None:
        """Check once the screen is there."""
        self._look()

    @work(thread=True, group="check")
    def _look(self) -> None:
        try:
            known = self._answers.known() if self._answers else NOTHING
            self.post_message(self.Checked(self._check(), known))
        except ops.WorkspaceError as error:
            self.post_message(self.NotChecked(error))

    @on(NotChecked)
    def _not_checked(self, event: NotChecked) -> None:
        self.query_one("#dialog-message", Static).update(words.fault_text(event.error))

    @on(Checked)
    def _checked(self, event: Checked) -> None:
        self._findings, self._known = event.findings, event.known
        self._draw()
        self.query_one(OptionList).focus()

    def on_resize(self) -> None:
        """Fold the texts anew."""
        self._draw()

    @property
    def _shown(self) -> Dossier:
        """The dossier with the answers as they are by now."""
        return self._answers.dossier if self._answers else self._dossier

    def _draw(self, said: str = "") -> None:
        if self._findings is None:
            return
        shown, dossier = self.query_one(OptionList), self._shown
        at, room = shown.highlighted, max(shown.scrollable_content_region.width - 3, LEAST_ROOM)
        self._findings = finding_list.ordered(dossier, self._findings, by_place=self._by_place)
        shown.clear_options()
        texts = (finding_list.in_full(dossier, one, self._known, room) for one in self._findings)
        shown.add_options(map(Option, texts))
        shown.highlighted = min(at or 0, len(self._findings) - 1) if self._findings else None
        counted = finding_list.counted(dossier, self._findings)
        self.query_one("#dialog-message", Static).update("  ".join(filter(None, (counted, said))))
        title = _("疑点 {count}  {name}")
        left = len(ops.open_findings(dossier, self._findings))
        self.query_one("#dialog-title", Static).update(title.format(count=left, name=self._whose))

    def action_turn_order(self) -> None:
        """By severity, or by place."""
        self._by_place = not self._by_place
        self.query_one(OptionList).highlighted = 0 if self._findings else None
        self._draw(_("按所在之处排列") if self._by_place else _("按轻重排列"))

    def action_answer(self) -> None:
        """Answer the finding that the cursor is on."""
        at = self.query_one(OptionList).highlighted
        if self._answers is None or self._findings is None or at is None:
            return
        if self._answers.is_trying:
            said = _("正在试算，不能答复疑点；先保存或放弃试算的内容")
            self.query_one("#dialog-message", Static).update(said)
            return
        found = self._findings[at]
        if closed := self._answers.closed(found):
            self.query_one("#dialog-message", Static).update(closed)
            return
        where, answer = finding_list.place_of(self._dossier, found), ops.answer_of(self._shown, found)

        def answered(reason: str | None) -> None:
            if reason is not None:
                self._keep(found, reason)

        self.app.push_screen(AnswerScreen(found, where, answer), answered)

    @work(group="answer")
    async def _keep(self, found: Finding, reason: str) -> None:
        assert self._answers is not None  # noqa: S101 - the caller has looked
        self.query_one("#dialog-message", Static).update(_("正在保存……"))
        try:
            self._known = await self._answers.keep(found, reason)
        except ops.WorkspaceError as error:
            self._draw(words.fault_text(error))
            return
        if not self._answers.is_kept(found):
            self._draw(as_bound(_("没有保存，返回后按 Ctrl+S 重试")))
        elif ops.answer_of(self._shown, found) != reason:
            self._draw(_("没有保存：别处已有答复"))
        else:
            self._draw(_("答复已保存") if reason else _("已收回答复"))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self._findings is not None:
            self.dismiss(self._findings[event.option_index].subject)

"""The check before handing in: every doubt about the place's department, and Enter goes to where it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on, work
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from evaltool import operations as ops
from evaltool import wording
from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.cells import cells, fold, pad
from evaltool.tui.screens.dialog import Dialog
from scoring.findings import Finding, Severity
from scoring.model import Dossier, Subject

Check = Callable[[], Sequence[Finding]]

LEAST_ROOM = 20


class FindingsScreen(Dialog[Subject]):
    """The findings, the gravest first; the result is the subject of the one to go to."""

    @dataclass
    class Checked(Message):
        """All was looked through."""

        findings: Sequence[Finding]

    @dataclass
    class NotChecked(Message):
        """It could not be looked through."""

        error: Exception

    def __init__(self, dossier: Dossier, check: Check) -> None:
        title = _("疑点  {name}").format(name=words.department_name(dossier.department))
        super().__init__(title, _("Enter 到所在之处，上下选择，Esc 返回"))
        self._dossier = dossier
        self._check = check
        self._findings: Sequence[Finding] = ()

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
            order = list(Severity)
            found = sorted(self._check(), key=lambda one: order.index(one.severity))
            self.post_message(self.Checked(found))
        except ops.WorkspaceError as error:
            self.post_message(self.NotChecked(error))

    @on(NotChecked)
    def _not_checked(self, event: NotChecked) -> None:
        self.query_one("#dialog-message", Static).update(words.fault_text(event.error))

    @on(Checked)
    def _checked(self, event: Checked) -> None:
        self._findings = event.findings
        self.query_one("#dialog-message", Static).update(words.findings_counted(event.findings))
        self._draw()
        self.query_one(OptionList).focus()

    def on_resize(self) -> None:
        """Fold the texts anew."""
        self._draw()

    def _draw(self) -> None:
        shown = self.query_one(OptionList)
        at, room = shown.highlighted, max(shown.scrollable_content_region.width - 3, LEAST_ROOM)
        shown.clear_options()
        shown.add_options(Option(self._said(found, room)) for found in self._findings)
        shown.highlighted = at or (0 if self._findings else None)

    def _said(self, found: Finding, room: int) -> Content:
        """The doubt, what may be done about it, and where it is; a blank line keeps it from the next."""
        widest = max(cells(wording.term(severity)) for severity in Severity)
        lead = pad(wording.term(found.severity), widest + 2)
        room, inside = room - cells(lead), " " * cells(lead)
        said = _("。").join(filter(None, (wording.say(found), wording.suggestion(found))))
        first, *others = fold(said, room)
        where = (Content.styled(inside + line, "dim") for line in fold(self._where(found), room))
        rest = (Content(inside + line) for line in others)
        return Content("\n").join([Content.assemble((lead, "bold"), first), *rest, *where, Content("")])

    def _where(self, found: Finding) -> str:
        source = wording.place(found.source) if found.source else ""
        return " · ".join(filter(None, [words.place_name(self._dossier, found.subject), source]))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._findings[event.option_index].subject)

"""What is recorded of something that is no longer declared: which declared thing it belongs to now."""

from __future__ import annotations

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import words
from evaltool.tui.cells import one_line
from evaltool.tui.screens.dialog import Dialog
from scoring.model import Dossier, Subject


class MoveScreen(Dialog[Subject]):
    """What is recorded, and the declared projects or indicators to choose from."""

    def __init__(self, dossier: Dossier, old: Subject) -> None:
        super().__init__(_("移到现在的绩效目标"), _("Enter 移到这一项，上下选择，Esc 不移"))
        self._dossier = dossier
        self._old = old
        self._offered = ops.may_take(dossier, old)

    def body(self) -> list[Widget]:
        """What is to be moved, and the list."""
        held = self._old.indicator.name if self._old.indicator else self._old.project
        asked = _("“{name}”已录入的内容移到哪一项？已有内容的栏目不动。").format(name=one_line(held))
        outcome = self._dossier.outcomes.indicators.get(self._old.indicator) if self._old.indicator else None
        if outcome is not None and outcome.actual is not None:
            asked += _("实际完成值 {text}").format(text=words.value_text(outcome.actual))
        options = [Option(self._said(one)) for one in self._offered]
        return [
            Static(asked, id="dialog-message", markup=False),
            OptionList(*options, id="offered", markup=False),
        ]

    def on_mount(self) -> None:
        """The cursor stands on the first."""
        shown = self.query_one(OptionList)
        shown.highlighted = 0 if self._offered else None
        shown.focus()

    def _said(self, one: Subject) -> Content:
        key = one.indicator
        if key is None:
            return Content(words.place_name(self._dossier, one))
        target = next(each.target for each in self._dossier.department.indicators() if each.key == key)
        where = " · ".join(
            filter(None, [words.place_name(self._dossier, Subject(one.project)), key.objective])
        )
        said = _("{name}  指标值 {target}").format(name=one_line(key.name), target=one_line(target.text))
        return Content.assemble(said, (f"  {one_line(where)} {one_line(key.level2)}", "dim"))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(self._offered[event.option_index])

"""Indicators of one name that ask for different things: which of them counts, or all of them."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from evaltool import operations as ops
from evaltool import wording
from evaltool.language import _
from evaltool.tui import review_words
from evaltool.tui.cells import one_line
from evaltool.tui.screens.dialog import Dialog
from scoring.model import Indicator, Key, Subject


@dataclass(frozen=True, slots=True)
class Choice:
    """The one that counts; `key` is None where all of them are kept."""

    key: Key | None


class ChooseScreen(Dialog[Choice]):
    """Each of them with its place, and a line for keeping all."""

    def __init__(self, rivals: tuple[Indicator, ...], review: ops.Review) -> None:
        super().__init__(_("指标值互不相同"), _("Enter 选定，上下选择，Esc 返回"))
        self._rivals = rivals
        self._review = review

    def body(self) -> list[Widget]:
        """The question and the list."""
        asked = _("“{name}”的指标值互不相同，采用哪一个？").format(name=one_line(self._rivals[0].name))
        options = [*(self._said(one) for one in self._rivals), Content(_("都保留"))]
        return [
            Static(asked, id="dialog-message", markup=False),
            OptionList(*(Option(said) for said in options), id="rivals", markup=False),
        ]

    def on_mount(self) -> None:
        """The cursor stands on the first."""
        shown = self.query_one(OptionList)
        shown.highlighted = 0
        shown.focus()

    def _said(self, one: Indicator) -> Content:
        only = _("只采用 {text}，{where}").format(
            text=one_line(one.target.text), where=one_line(one.key.objective or one.level2)
        )
        out = self._review.is_left_out(Subject(one.key.project, one.key))
        state = _("（现在不采用）") if out else ""
        place = wording.place(one.source) if one.source else ""
        read = _("读作 {said}").format(said=review_words.target_words(one.target))
        return Content("\n").join([Content(only + state), Content.styled(f"    {read}  {place}", "dim")])

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        keys = [one.key for one in self._rivals]
        self.dismiss(Choice(keys[event.option_index] if event.option_index < len(keys) else None))

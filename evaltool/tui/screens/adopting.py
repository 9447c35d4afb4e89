"""The last look before a document is adopted: what changes, and what becomes of what is recorded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from evaltool import operations as ops
from evaltool.language import _
from evaltool.tui import effect_words
from evaltool.tui.review_book import ReviewBook
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.widgets.page import Page
from scoring.model import Subject


class AdoptScreen(Dialog[Mapping[Subject, Subject]]):
    """A page, and under it a list of what was perhaps renamed. The result says what goes along to where."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "adopt", show=False),
        Binding("enter", "adopt", show=False),
        Binding("tab", "app.focus_next", show=False),
    ]

    def __init__(self, book: ReviewBook, effect: ops.Effect) -> None:
        keys = _("Enter 采用，上下翻看，Esc 返回")
        if effect.renamed:
            keys = _("Enter 改变选择，Tab 到上面翻看，Ctrl+S 采用，Esc 返回")
        super().__init__(_("采用之前"), keys)
        self._book = book
        self._effect = effect
        self._carried: set[Subject] = set()

    def body(self) -> list[Widget]:
        """The page; and the question where there is one."""
        page: list[Widget] = [Page(effect_words.sections(self._book, self._effect))]
        if not self._effect.renamed:
            return page
        asked = _("以下可能只是改了名称。已录入的内容是否带到新的一项？不带的仍然保存，可在疑点一览中再移。")
        options = [Option(self._said(old)) for old in self._effect.renamed]
        return [*page, Static(asked, markup=False), OptionList(*options, id="renamed", markup=False)]

    def on_mount(self) -> None:
        """Where there is a question, it comes first."""
        if self._effect.renamed:
            shown = self.query_one("#renamed", OptionList)
            shown.highlighted = 0
            shown.focus()
        else:
            self.query_one(Page).focus()

    def action_adopt(self) -> None:
        """Adopt."""
        self.dismiss({old: new for old, new in self._effect.renamed.items() if old in self._carried})

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        old = list(self._effect.renamed)[event.option_index]
        self._carried ^= {old}
        event.option_list.replace_option_prompt_at_index(event.option_index, self._said(old))

    def _said(self, old: Subject) -> str:
        choice = _("带过去") if old in self._carried else _("不带")
        return f"[{choice}] {effect_words.renamed(old, self._effect, self._book)}"

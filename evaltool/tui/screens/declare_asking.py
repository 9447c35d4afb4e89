"""What is asked while declaring by hand: names of what is new, what to add, whether to remove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from evaltool.language import _
from evaltool.tui.cells import one_line
from evaltool.tui.screens.dialog import Dialog


@dataclass(frozen=True, slots=True)
class Asked:
    """One line to fill in: what for, and what stands there already."""

    label: str
    text: str = ""


class NameScreen(Dialog[Sequence[str]]):
    """A few lines to fill in; the result are their texts. `wrong` says why they will not do, else nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab,down", "app.focus_next", show=False),
        Binding("shift+tab,up", "app.focus_previous", show=False),
    ]

    def __init__(
        self, title: str, asked: Sequence[Asked], wrong: Callable[[Sequence[str]], str], said: str = ""
    ) -> None:
        super().__init__(title, _("Enter 到下一行，最后一行 Enter 确定，Esc 返回"))
        self._asked = asked
        self._wrong = wrong
        self._said = said

    def body(self) -> list[Widget]:
        """Each line under what it is for."""
        lines: list[Widget] = []
        for one in self._asked:
            lines += [Static(one.label, markup=False), Input(one.text, compact=True)]
        message = Static(self._said, id="dialog-message", markup=False)
        return [VerticalScroll(*lines, message, id="dialog-body", can_focus=False)]

    def on_mount(self) -> None:
        """Type the first one."""
        self.query(Input).first().focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        lines = list(self.query(Input))
        if event.input is not lines[-1]:
            self.focus_next()
            return
        texts = [one_line(line.value) for line in lines]
        why = self._wrong(texts)
        if why:
            self.query_one("#dialog-message", Static).update(why)
            lines[0].focus()
        else:
            self.dismiss(texts)


class SureScreen(Dialog[bool]):
    """A question to be answered by Enter or Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "agree", show=False)]

    def __init__(self, title: str, question: str) -> None:
        super().__init__(title, _("Enter 确定，Esc 不改动"))
        self._question = question

    def body(self) -> list[Widget]:
        """The question."""
        return [VerticalScroll(Static(self._question, markup=False), id="dialog-body")]

    def action_agree(self) -> None:
        """Enter."""
        self.dismiss(result=True)


class PickScreen(Dialog[int]):
    """One of a few things; the result is its number. `lines` are a text and what stands dim under it."""

    def __init__(self, title: str, question: str, lines: Sequence[tuple[str, str]]) -> None:
        super().__init__(title, _("Enter 选定，上下选择，Esc 返回"))
        self._question = question
        self._lines = lines

    def body(self) -> list[Widget]:
        """The question and the list."""
        options = [Option(_line(*line)) for line in self._lines]
        return [
            Static(self._question, id="dialog-message", markup=False),
            OptionList(*options, id="picked", markup=False),
        ]

    def on_mount(self) -> None:
        """The cursor stands on the first."""
        shown = self.query_one(OptionList)
        shown.highlighted = 0
        shown.focus()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_index)


def _line(text: str, under: str) -> Content:
    first = Content(one_line(text))
    return Content("\n").join([first, Content.styled(f"    {one_line(under)}", "dim")]) if under else first

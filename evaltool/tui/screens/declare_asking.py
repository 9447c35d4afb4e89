"""What is asked while declaring by hand: names of what is new, what to add, whether to remove."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
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


STEPS = {"enter": 0, "tab": 1, "down": 1, "shift+tab": -1, "up": -1}


class Asking(Input):
    """The one line that every question is answered in, its keys in their turn.

    A line for each question would lose what is typed fast: characters reach the line that had the focus when
    they came, before its Enter has moved on.
    """

    def __init__(self, turn: Callable[[int], object]) -> None:
        super().__init__(id="answer", compact=True, select_on_focus=False)
        self._turn = turn

    def on_key(self, event: events.Key) -> None:
        """Go on to the next question, or back."""
        if event.key in STEPS:
            event.stop()
            event.prevent_default()
            self._turn(STEPS[event.key])


class NameScreen(Dialog[Sequence[str]]):
    """A few questions, one after the other; the result are the answers.

    `wrong` says why they will not do, else nothing; `said` is said first.
    """

    def __init__(
        self, title: str, asked: Sequence[Asked], wrong: Callable[[Sequence[str]], str], said: str = ""
    ) -> None:
        super().__init__(title, _("Enter 下一项，最后一项 Enter 确定；上下回到各项，Esc 返回"))
        self._labels = [one.label for one in asked]
        self._texts = [one.text for one in asked]
        self._at = 0
        self._wrong = wrong
        self._said = said

    def body(self) -> list[Widget]:
        """All questions, the line for the one in hand, and what is wrong."""
        return [
            Static(id="asked", markup=False),
            Asking(self._go),
            Static(self._said, id="dialog-message", markup=False),
        ]

    def on_mount(self) -> None:
        """Answer the first one."""
        self._ask(0)
        self.query_one(Asking).focus()

    def _ask(self, at: int) -> None:
        self._at = at
        line = self.query_one(Asking)
        line.value = self._texts[at]
        line.select_all()
        answers = zip(self._labels, self._texts, strict=True)
        shown = [
            Content.styled(_("【{field}】").format(field=label), "bold")
            if number == at
            else Content(f"  {label}  {text}")
            for number, (label, text) in enumerate(answers)
        ]
        self.query_one("#asked", Static).update(Content("\n").join(shown))

    def _go(self, step: int) -> None:
        """Keep an answer and go on; Enter (0) after the last one ends it."""
        self._texts[self._at] = one_line(self.query_one(Asking).value)
        last = len(self._texts) - 1
        if step or self._at < last:
            self._ask(max(0, min(self._at + (step or 1), last)))
            return
        why = self._wrong(self._texts)
        if why:
            self.query_one("#dialog-message", Static).update(why)
            self._ask(0)
        else:
            self.dismiss(list(self._texts))


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

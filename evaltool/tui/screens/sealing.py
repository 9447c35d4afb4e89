"""The two questions of handing in: whether it is meant, and why something is taken back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from evaltool.language import _
from evaltool.operations.handing_in import PlaceCheck
from evaltool.tui import hand_in_words
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.widgets.page import Line, Page, Section


class HandInAsked(Dialog[bool]):
    """What handing in means, in words; Enter does it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "mean_it", show=False)]

    def __init__(self, places: Sequence[PlaceCheck], number: int) -> None:
        super().__init__(_("交表之前"), _("Enter 交表并锁定，上下翻看，Esc 不交"))
        self._places = places
        self._number = number

    def body(self) -> list[Widget]:
        """One page."""
        return [Page(hand_in_words.asking(self._places, self._number))]

    def on_mount(self) -> None:
        """The page can be turned."""
        self.query_one(Page).focus()

    def action_mean_it(self) -> None:
        """Enter."""
        self.dismiss(True)


class ReturnAsked(Dialog[str]):
    """Why the places are taken back for correction; without a reason they are not."""

    def __init__(self, places: Sequence[PlaceCheck]) -> None:
        super().__init__(_("退回修改"), _("Enter 退回，Esc 不退回"))
        self._places = places

    def body(self) -> list[Widget]:
        """What is taken back, and a line for the reason."""
        places = [
            Line(
                _("{name}（第 {version} 版）").format(
                    name=hand_in_words.place_name(one), version=one.version
                ),
                2,
            )
            for one in self._places
        ]
        return [
            Static(_("退回的理由（必填，记入日志）"), markup=False),
            Input(id="reason", compact=True),
            Static(id="dialog-message", markup=False),
            Page([Section(_("退回以下内容，解锁后可以修改，再次交表另成一版："), places)]),
        ]

    def on_mount(self) -> None:
        """The reason is typed at once."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if event.value.strip():
            self.dismiss(event.value.strip())
        else:
            self.query_one("#dialog-message", Static).update(_("退回修改须写明理由"))

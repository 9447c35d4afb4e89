"""Handing in: the check first, then what is chosen, then two separate acts: writing scorecards or locking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static

from evaltool import operations as ops
from evaltool.language import _
from evaltool.operations.handing_in import Checked, PlaceCheck
from evaltool.tui import hand_in_list, words
from evaltool.tui.rows import Place
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.screens.sealing import HandInAsked, ReturnAsked
from evaltool.tui.session import Session

LEAST_ROOM = 30
"""Cells that a line keeps, however narrow the screen."""


class HandInScreen(Dialog[str]):
    """The check, the places to choose from, and what can be done. The result is a command to go on with."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", show=False),
        Binding("f2", "write", show=False),
        Binding("f3", "versions", show=False),
        Binding("f6", "seal", show=False),
        Binding("f8", "take_back", show=False),
    ]

    @dataclass
    class Looked(Message):
        """All was looked through."""

        checked: Checked
        versions: int

    @dataclass
    class NotLooked(Message):
        """It could not be looked through."""

        error: Exception

    def __init__(self, session: Session, place: Place, made_on: date) -> None:
        super().__init__(_("交表"), _("Enter、空格选定或执行，上下选择，Esc 返回"))
        self._session = session
        self._department = place.department
        self._made_on = made_on
        self._chosen = frozenset({place.project})
        self._checked: Checked | None = None
        self._versions = 0

    def body(self) -> list[Widget]:
        """A line for what is being done, and the list."""
        return [
            Static(_("正在检查……"), id="dialog-message", markup=False),
            OptionList(id="hand-in", markup=False),
        ]

    def on_mount(self) -> None:
        """Check once the screen is there."""
        self.query_one(OptionList).focus()
        self._look()

    @work(group="look")
    async def _look(self) -> None:
        await self._session.drained()
        self._look_through()

    @work(thread=True, group="look")
    def _look_through(self) -> None:
        try:
            sealing = self._session.desk.sealing
            checked = sealing.look(*self._department)
            self.post_message(self.Looked(checked, len(sealing.versions(*self._department))))
        except ops.REFUSALS as error:
            self.post_message(self.NotLooked(error))

    @on(NotLooked)
    def _not_looked(self, event: NotLooked) -> None:
        self._say(words.fault_text(event.error))

    @on(Looked)
    def _was_looked(self, event: Looked) -> None:
        self._checked, self._versions = event.checked, event.versions
        self._say(_("先看检查，再选定交哪些，然后写自评表或交表"))
        self._draw()

    def on_resize(self) -> None:
        """Cut the lines anew."""
        self._draw()

    def _say(self, text: str) -> None:
        self.query_one("#dialog-message", Static).update(text)

    @property
    def _picked(self) -> tuple[PlaceCheck, ...]:
        return self._checked.chosen(self._chosen) if self._checked else ()

    def _draw(self) -> None:
        if self._checked is None:
            return
        shown = self.query_one(OptionList)
        room = max(shown.scrollable_content_region.width - 2, LEAST_ROOM)
        at = shown.highlighted
        shown.clear_options()
        shown.add_options(hand_in_list.options(self._checked, self._chosen, self._versions, room))
        shown.highlighted = at or 0

    def action_choose(self) -> None:
        """Space: choose the place under the cursor, or not."""
        shown = self.query_one(OptionList)
        if shown.highlighted is not None:
            self._toggle(shown.get_option_at_index(shown.highlighted).id or "")

    def _toggle(self, chosen: str) -> None:
        assert self._checked is not None  # noqa: S101 - the list is empty before
        codes = frozenset(one.place for one in self._checked.places)
        if chosen == hand_in_list.ALL:
            self._chosen = frozenset() if codes <= self._chosen else codes
        elif chosen.startswith(hand_in_list.PLACE):
            index = int(chosen.removeprefix(hand_in_list.PLACE))
            self._chosen ^= {self._checked.places[index].place}
        self._draw()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        option = event.option_id or ""
        acts: dict[str, Callable[[], None]] = {
            hand_in_list.WRITE: self.action_write,
            hand_in_list.SEAL: self.action_seal,
            hand_in_list.TAKE_BACK: self.action_take_back,
            hand_in_list.VERSIONS: self.action_versions,
        }
        if option == hand_in_list.CHECK:
            self.dismiss("check")
        elif option in acts:
            acts[option]()
        else:
            self._toggle(option)

    def action_write(self) -> None:
        """Write scorecards; nothing is locked."""
        from evaltool.tui.screens.writing import WritingScreen

        self.app.push_screen(WritingScreen(self._session.desk, self._department, self._made_on))

    def action_versions(self) -> None:
        """Show what was handed in."""
        from evaltool.tui.screens.versions import VersionsScreen

        self.app.push_screen(VersionsScreen(self._session.desk, self._department))

    def action_seal(self) -> None:
        """Ask once, then hand in."""
        checked, fresh = self._checked, tuple(one for one in self._picked if not one.version)
        if checked is None or not fresh:
            self._say(_("没有选定还没有交的内容；上下选择，按空格选定"))
            return

        def answered(is_meant: bool | None) -> None:
            if is_meant:
                self._session.hand_in(checked, [one.place for one in fresh])
                self.dismiss(None)

        self.app.push_screen(HandInAsked(fresh, self._versions + 1), answered)

    def action_take_back(self) -> None:
        """Ask for the reason, then unlock."""
        closed = tuple(one for one in self._picked if one.version)
        if not closed:
            self._say(_("没有选定已交表的内容；上下选择，按空格选定"))
            return

        def answered(reason: str | None) -> None:
            if reason is not None:
                self._session.take_back(self._department, [one.place for one in closed], reason)
                self.dismiss(None)

        self.app.push_screen(ReturnAsked(closed), answered)

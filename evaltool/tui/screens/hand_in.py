"""Handing in: the check first, then what is chosen, then two separate acts: writing scorecards or locking."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from evaltool import operations as ops
from evaltool.language import _
from evaltool.operations.handing_in import Checked, PlaceCheck
from evaltool.tui import hand_in_words, words
from evaltool.tui.cells import cells, cut, pad
from evaltool.tui.rows import Place
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.screens.sealing import HandInAsked, ReturnAsked
from evaltool.tui.session import Session

ALL = "all"


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
        room = max(shown.scrollable_content_region.width - 2, 30)
        at = shown.highlighted
        shown.clear_options()
        missing = Content.styled(cut(hand_in_words.missing(self._picked), room), "dim")
        summary = Content(cut(hand_in_words.summary(self._picked), room))
        shown.add_option(Option(Content("\n").join([summary, missing, Content("")]), id="check"))
        whole = _("整个单位：全部选定，或全部不选")
        shown.add_option(Option(Content(cut(whole, room)), id=ALL))
        lines = hand_in_words.lines(self._checked, self._chosen, room)
        lines[-1] += "\n"  # a blank line; OptionList's own rule is of a sign that is two cells wide for some
        shown.add_options(Option(Content(line), id=f"place-{index}") for index, line in enumerate(lines))
        acts = self._acts()
        widest = max(cells(name) for name, _meaning in acts.values())
        shown.add_options(
            Option(
                Content.assemble((pad(name, widest), "bold"), f"  {cut(meaning, room - widest - 2)}"), id=act
            )
            for act, (name, meaning) in acts.items()
        )
        shown.highlighted = at or 0

    def _acts(self) -> dict[str, tuple[str, str]]:
        count = len([one for one in self._picked if not one.version])
        closed = len([one for one in self._picked if one.version])
        seal = _("留存第 {number} 版，锁定选定的 {count} 处").format(number=self._versions + 1, count=count)
        back = _("选定的已交内容 {count} 处解锁，须写明理由").format(count=closed)
        kept = _("已交的 {count} 版，与现在或另一版逐行比较").format(count=self._versions)
        return {
            "write": (_("F2 写自评表"), _("Excel 工作簿，不锁定，可反复写")),
            "seal": (_("F6 交表"), seal if count else _("选定的都已交表")),
            "take_back": (_("F8 退回修改"), back if closed else _("选定的都没有交表")),
            "versions": (_("F3 各版本"), kept),
        }

    def action_choose(self) -> None:
        """Space: choose the place under the cursor, or not."""
        shown = self.query_one(OptionList)
        if shown.highlighted is not None:
            self._toggle(shown.get_option_at_index(shown.highlighted).id or "")

    def _toggle(self, chosen: str) -> None:
        assert self._checked is not None  # noqa: S101 - the list is empty before
        codes = frozenset(one.place for one in self._checked.places)
        if chosen == ALL:
            self._chosen = frozenset() if codes <= self._chosen else codes
        elif chosen.startswith("place-"):
            self._chosen ^= {self._checked.places[int(chosen.removeprefix("place-"))].place}
        self._draw()

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        option = event.option_id or ""
        acts: dict[str, Callable[[], None]] = {
            "write": self.action_write,
            "seal": self.action_seal,
            "take_back": self.action_take_back,
            "versions": self.action_versions,
        }
        if option == "check":
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

"""The settings: each with its value and its meaning, changed in place and written at once."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from evaltool import settings
from evaltool.language import _
from evaltool.settings import Kind, NotWritten
from evaltool.tui import news
from evaltool.tui.cells import fold
from evaltool.tui.commands import faults, typed_keys
from evaltool.tui.preferences import Preference, next_choice, preferences, said_of
from evaltool.tui.screens.dialog import Dialog
from evaltool.tui.widgets.preference_list import KeyWanted, Preferences

MEANING = 2
"""Lines for what a setting means."""


class SettingsScreen(Dialog[None]):
    """A list, and under it a line for what is asked: a name, or a key."""

    CSS_PATH: ClassVar[list[str | PurePath] | None] = ["dialog.tcss", "settings.tcss"]

    def __init__(self) -> None:
        super().__init__(_("设置"), _("上下选择，Enter 或左右更改，Esc 返回"))
        self._listed = preferences()

    def body(self) -> list[Widget]:
        """The file, the list, the lines to answer in."""
        file = _("设置文件：{path}").format(path=settings.in_force().path)
        return [
            Static(Content(file), id="settings-file", markup=False),
            Preferences(id="preferences", markup=False),
            Static(id="meaning", markup=False),
            Input(id="own-name", compact=True, max_length=settings.LONGEST_NAME),
            KeyWanted(self._key_pressed),
            Static(id="dialog-message", markup=False),
        ]

    def on_mount(self) -> None:
        """The cursor is in the list; what is wrong with the file is said."""
        self._ask(None)
        self._say(*map(settings.say, faults()))

    def on_resize(self) -> None:
        """Lines as wide as the list will be."""
        self.call_after_refresh(self._show)

    def action_step(self, step: int) -> None:
        """The next value of what the cursor is on, or the one before."""
        one = self._at
        if one.kind is Kind.CHOICE:
            self._keep(one, next_choice(one.name, step))

    def action_leave(self) -> None:
        """Esc leaves the question first, then the screen."""
        if self.query_one("#own-name").display:
            self._ask(None)
        else:
            self.dismiss(None)

    @property
    def _at(self) -> Preference:
        return self._listed[self.query_one(Preferences).highlighted or 0]

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        meaning = self.query_one("#meaning", Static)
        lines = fold(self._listed[event.option_index].meaning, meaning.content_size.width)
        meaning.update(Content("\n".join(lines[:MEANING])))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        one = self._at
        if one.kind is Kind.CHOICE:
            self.action_step(1)
            return
        self._ask(one.kind)
        if one.kind is Kind.TEXT:
            self._say(_("输入{title}，Enter 写入，Esc 不改").format(title=one.title))
        else:
            said = _("{title}：现在按下新的按键。Esc 不改，Backspace 恢复默认")
            self._say(said.format(title=one.title))

    @on(Input.Submitted)
    def _named(self, event: Input.Submitted) -> None:
        event.stop()
        value, wrong = settings.typed(self._at.name, event.value)
        if wrong is not None:
            self._say(settings.say(wrong))
            return
        self._ask(None)
        self._keep(self._at, value)

    def _key_pressed(self, key: str) -> None:
        self._ask(None)
        if key == "escape":
            self._say()
            return
        keys, wrong = typed_keys(self._at.command, "" if key == "backspace" else key)
        if wrong is not None:
            self._say(settings.say(wrong))
        else:
            self._keep(self._at, keys)

    def _keep(self, one: Preference, value: object) -> None:
        try:
            settings.keep(one.name, value)
        except NotWritten as why:
            self._say(str(why))
            return
        self.post_message(news.Preferred(settings.in_force().settings))
        self._listed = preferences()
        self._say(said_of(self._at))
        self.call_after_refresh(self._show)  # by then the app writes signs as is wanted now

    def _ask(self, kind: Kind | None) -> None:
        """Show the line that a question needs, the cursor in it; without a question it is in the list."""
        name, key = self.query_one("#own-name", Input), self.query_one(KeyWanted)
        name.display, key.display = kind is Kind.TEXT, kind is Kind.KEYS
        if kind is Kind.TEXT:
            name.value = settings.in_force().settings.name
        wanted = {Kind.TEXT: name, Kind.KEYS: key}
        (wanted[kind] if kind in wanted else self.query_one(Preferences)).focus()

    def _say(self, *texts: str) -> None:
        self.query_one("#dialog-message", Static).update(Content("\n".join(texts)))

    def _show(self) -> None:
        self.query_one(Preferences).fill(self._listed)

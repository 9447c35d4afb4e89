"""The command palette: every command by name, of the same table as the keys."""

from __future__ import annotations

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from evaltool.language import _
from evaltool.tui.cells import cells, pad
from evaltool.tui.commands import COMMANDS, Command, help_of, keys_of
from evaltool.tui.screens.narrowing import NarrowingScreen


class PaletteScreen(NarrowingScreen[str]):
    """A line to type in and what fits it; the result is the id of a command."""

    def __init__(self) -> None:
        super().__init__(_("命令"), _("输入名称查找，上下选择，Enter 执行，Esc 返回"))

    def body(self) -> list[Widget]:
        """The line, and the list."""
        return [
            Input(placeholder=_("命令的名称"), id="wanted", compact=True),
            OptionList(*_options(""), id="found", markup=False),
        ]

    @on(Input.Changed)
    def _search(self, event: Input.Changed) -> None:
        event.stop()
        found = self.query_one(OptionList)
        found.clear_options()
        found.add_options(_options(event.value))
        found.highlighted = 0 if found.option_count else None

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.dismiss(event.option_id)

    def on_mount(self) -> None:
        """The first command is the one that Enter gives."""
        self.query_one(OptionList).highlighted = 0


def _options(wanted: str) -> list[Option]:
    listed = [command for command in COMMANDS if command.listed]
    word = wanted.strip().lower()
    return [Option(_line(command), id=command.id) for command in listed if word in _searched(command)]


def _searched(command: Command) -> str:
    return f"{_(command.name)} {help_of(command)} {keys_of(command)}".lower()


def _line(command: Command) -> Content:
    keys, name = pad(keys_of(command), 12), _(command.name)
    return Content(f"{keys}{name}{' ' * max(12 - cells(name), 2)}{help_of(command)}")

"""The one table of commands: keys, the key bar, the palette, the help screen and README are made of it."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from evaltool.language import _
from evaltool.tui.commands.kinds import WHERE, Command, Where
from evaltool.tui.commands.reviewing import REVIEWING
from evaltool.tui.commands.working import WORKING

__all__ = ["COMMANDS", "WHERE", "Command", "Where", "bar", "bindings", "first_key", "key_name", "keys_of"]

COMMANDS = (*WORKING, *REVIEWING)

NAMES = {"escape": "Esc", "pageup": "PageUp", "pagedown": "PageDown"}


def bindings(where: Where) -> list[BindingType]:
    """The bindings of one place, hidden from Textual's own footer, which is not used."""
    return [
        Binding(",".join(command.keys), command.id, show=False)
        for command in COMMANDS
        if command.where is where
    ]


def key_name(key: str) -> str:
    """A key as people call it: Ctrl+Z, F2, Esc."""
    parts = key.split("+")
    return "+".join(NAMES.get(part, part.capitalize()) for part in parts)


def keys_of(command: Command) -> str:
    """All keys of a command, as people call them."""
    return " / ".join(map(key_name, command.keys))


def first_key(command: Command) -> str:
    """The key that the key bar shows."""
    return key_name(command.keys[0])


def bar(where: Where) -> tuple[Command, ...]:
    """What the key bar offers in a place, most wanted first; a key that means something nearer goes first."""
    near = [command for command in COMMANDS if command.where is where and command.bar]
    everywhere = [
        command
        for command in COMMANDS
        if command.where is Where.ANYWHERE and command.bar and where is not Where.REVIEW
    ]
    ranked = [*sorted(near, key=lambda one: one.bar), *sorted(everywhere, key=lambda one: one.bar)]
    return tuple(ranked)


def key_table_markdown() -> str:
    """The table of keys as README prints it, in the language in use."""
    header = (_("按键"), _("命令"), _("在哪里"), _("作用"))
    lines = [f"| {' | '.join(header)} |", "|---|---|---|---|"]
    lines += [
        f"| {keys_of(command)} | {_(command.name)} | {_(WHERE[command.where])} | {_(command.help)} |"
        for command in COMMANDS
    ]
    return "\n".join(lines)

"""The one table of commands: keys, the key bar, the palette, the help screen and README are made of it.

A person's own keys are settled here, before a screen is made of the table.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from evaltool import settings
from evaltool.language import _
from evaltool.tui.commands.declaring import DECLARING
from evaltool.tui.commands.kinds import APART, WHERE, Command, Where
from evaltool.tui.commands.own_keys import resolved
from evaltool.tui.commands.reviewing import REVIEWING
from evaltool.tui.commands.working import WORKING

if TYPE_CHECKING:
    from textual.binding import BindingType

    from evaltool.settings import Fault

__all__ = [
    "APART",
    "COMMANDS",
    "STANDARD",
    "WHERE",
    "Command",
    "Where",
    "as_bound",
    "bar",
    "bindings",
    "bound_as",
    "faults",
    "first_key",
    "help_of",
    "key_file",
    "key_name",
    "keys_of",
    "resolved",
    "typed_keys",
]

STANDARD = (*WORKING, *REVIEWING, *DECLARING)
"""Every command with the keys that it has by itself."""

COMMANDS = resolved(STANDARD, settings.in_force().settings.keys)[0]
"""Every command with the keys that hold while the program runs."""

NAMED_KEY = re.compile(r"(?a)(?<![\w+])(?:(?:Ctrl|Shift|Alt)\+)*(?:F\d+|[A-Z][a-z]*(?:Up|Down)?)(?![\w+])")
"""A key in a sentence."""

NAMES = {"escape": "Esc", "pageup": "PageUp", "pagedown": "PageDown"}


def faults() -> tuple[Fault, ...]:
    """Everything that is wrong with the person's settings as they are now."""
    read = settings.in_force()
    return (*read.faults, *resolved(STANDARD, read.settings.keys)[1])


def typed_keys(id_: str, text: str) -> tuple[tuple[str, ...] | None, Fault | None]:
    """The keys that a text names for a command, None for its standard ones; or what is wrong with them."""
    texts = tuple(filter(None, map(str.strip, text.split(","))))
    own = {other: keys for other, keys in settings.in_force().settings.keys.items() if other != id_}
    table, wrong = resolved(STANDARD, {**own, id_: texts})
    fault = next((one for one in wrong if one.facts["name"] == id_), None)
    if fault is not None or not texts:
        return None, fault
    return next(command.keys for command in table if command.id == id_), None


def key_file() -> str:
    """The section of a file of settings that says every key, as it holds now."""
    keys = resolved(STANDARD, settings.in_force().settings.keys)[0]
    first = {command.id: command for command in reversed(keys)}
    ids = dict.fromkeys(command.id for command in keys)
    lines = (f"{settings.written({id_: first[id_].keys})}  # {_(first[id_].name)}" for id_ in ids)
    return "\n".join(["[keys]", *lines])


def bindings(where: Where) -> list[BindingType]:
    """The bindings of one place, hidden from Textual's own footer, which is not used."""
    from textual.binding import Binding  # the command line looks at the table without a screen

    return [
        Binding(",".join(command.keys), command.id, show=False)
        for command in COMMANDS
        if command.where is where and command.keys
    ]


def bound_as(
    id_: str, action: str, where: Where = Where.ANYWHERE, *, priority: bool = False
) -> list[BindingType]:
    """The keys of a command bound to an action of another name; `priority`: before the line to type in."""
    from textual.binding import Binding

    return [
        Binding(",".join(command.keys), action, show=False, priority=priority)
        for command in COMMANDS
        if command.id == id_ and command.where is where and command.keys
    ]


def key_name(key: str) -> str:
    """A key as people call it: Ctrl+Z, F2, Esc."""
    parts = key.split("+")
    return "+".join(NAMES.get(part, part.capitalize()) for part in parts)


def keys_of(command: Command) -> str:
    """All keys of a command, as people call them; the palette's, which has those without a key."""
    if not command.keys:
        return keys_of(next(one for one in COMMANDS if one.id == "palette"))
    return " / ".join(map(key_name, command.keys))


def first_key(command: Command) -> str:
    """The key that the key bar shows."""
    return key_name(command.keys[0])


def as_bound(text: str, *where: Where) -> str:
    """A sentence of ours with the keys that hold in some places, anywhere without one, for standard ones.

    Before data is put into it: what people write stays as it is.
    """
    places = where or (Where.ANYWHERE,)
    moved = {
        key_name(old.keys[0]): first_key(now)
        for old, now in zip(STANDARD, COMMANDS, strict=True)
        if old.where in places and old.keys and old.keys[0] != now.keys[0]
    }
    return NAMED_KEY.sub(lambda found: moved.get(found[0], found[0]), text) if moved else text


def help_of(command: Command) -> str:
    """What a command does, with the keys that hold where it names others."""
    return as_bound(_(command.help), Where.ANYWHERE, Where.TABLE)


def bar(where: Where, *, trying: bool = False) -> tuple[Command, ...]:
    """What the key bar offers in a place, most wanted first; a key that means something nearer goes first.

    While figures are tried what is called otherwise then goes before all, and by that name.
    """
    offered = [
        one
        for one in COMMANDS
        if one.bar and (one.where is where or (one.where is Where.ANYWHERE and where not in APART))
    ]
    if trying:
        offered = [replace(one, name=one.trying or one.name) for one in offered]
    return tuple(
        sorted(offered, key=lambda one: (not (trying and one.trying), one.where is not where, one.bar))
    )


def key_table_markdown() -> str:
    """The table of keys as README prints it, in the language in use."""
    header = (_("按键"), _("命令"), _("在哪里"), _("作用"))
    lines = [f"| {' | '.join(header)} |", "|---|---|---|---|"]
    lines += [
        f"| {keys_of(command)} | {_(command.name)} | {_(WHERE[command.where])} | {help_of(command)} |"
        for command in COMMANDS
    ]
    return "\n".join(lines)

"""A person's own keys, put into the table of commands where they mean one thing in each place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from evaltool.settings.faults import Fault, fault
from evaltool.settings.keys import TYPING, key_of, near_key
from evaltool.tui.commands.kinds import APART, Command, Where

OwnKeys = Mapping[str, tuple[str, ...]]
Table = tuple[Command, ...]


def resolved(standard: Sequence[Command], own: OwnKeys) -> tuple[Table, tuple[Fault, ...]]:
    """The table with a person's keys, and what is wrong with them.

    A command with a wrong line keeps its keys. Commands of one id have the same keys in every place.
    """
    faults: list[Fault] = []
    good = {}
    for id_, texts in own.items():
        commands = [one for one in standard if one.id == id_]
        wrong = _wrong(id_, commands, texts, standard)
        if wrong is None:
            keys = tuple(dict.fromkeys(key.name for key in map(key_of, texts) if key))
            good[id_] = keys or commands[0].keys
        else:
            faults.append(wrong)
    while clash := next(_clashes(_with(standard, good), good), None):
        id_, key, other = clash
        del good[id_]
        faults.append(fault("keys.twice", name=id_, value=key, other=other))
    return _with(standard, good), tuple(faults)


def _with(standard: Sequence[Command], own: OwnKeys) -> Table:
    return tuple(replace(one, keys=own.get(one.id, one.keys)) for one in standard)


def _wrong(
    id_: str, commands: Sequence[Command], texts: Sequence[str], all_: Sequence[Command]
) -> Fault | None:
    """What is wrong with one line by itself."""
    if not commands:
        return fault("keys.command", get_close_matches(id_, {one.id for one in all_}, 1), name=id_)
    for text in texts:
        key = key_of(text)
        if key is None:
            return fault("keys.key", near_key(text), name=id_, value=text)
        if not key.is_chord and any(_is_typed_there(one, key.name) for one in commands):
            return fault("keys.typing", name=id_, value=text)
    return None


def _is_typed_there(command: Command, key: str) -> bool:
    """Whether a key without ctrl or alt would be missed by whoever types."""
    if command.where is Where.TABLE:
        return key in TYPING
    return command.where is not Where.TREE


def _clashes(table: Table, own: OwnKeys) -> Iterator[tuple[str, str, str]]:
    """A person's command, its key, and who else has that key in the same place; the last line first."""
    for id_ in reversed(tuple(own)):
        for mine in (one for one in table if one.id == id_):
            for other in table:
                shared = set(mine.keys) & set(other.keys)
                if other.id != id_ and shared and _meet(mine.where, other.where):
                    yield id_, min(shared), other.id


def _meet(one: Where, other: Where) -> bool:
    """Whether the commands of two places can be given at one cursor."""
    if one is other:
        return True
    pair = {one, other}
    if Where.TABLE in pair:
        return Where.TREE not in pair
    return Where.ANYWHERE in pair and not pair & APART

"""The lines of the settings screen: each setting, then each command with its keys."""

from __future__ import annotations

from dataclasses import dataclass

from evaltool import settings
from evaltool.language import _
from evaltool.settings import Kind, Setting
from evaltool.tui.commands import STANDARD, Command, help_of, keys_of, resolved


@dataclass(frozen=True, slots=True)
class Preference:
    """One line: a setting, or the keys of one command, by the name it has in the file."""

    name: str
    title: str
    value: str
    meaning: str
    kind: Kind
    at_once: bool

    @property
    def command(self) -> str:
        """The command whose keys it is; empty for other settings."""
        return self.name.removeprefix("keys.") if self.kind is Kind.KEYS else ""


def preferences() -> list[Preference]:
    """Everything that can be set, as it is set now."""
    now = settings.in_force().settings
    plain = [_preference(one, getattr(now, one.name)) for one in settings.SCHEMA if one.kind is not Kind.KEYS]
    commands = resolved(STANDARD, now.keys)[0]
    first = {command.id: command for command in reversed(commands)}
    ids = dict.fromkeys(command.id for command in commands)
    return [*plain, *(_keys(first[id_], is_own=id_ in now.keys) for id_ in ids)]


def _preference(one: Setting, value: object) -> Preference:
    said = _(one.choices[value]) if one.choices else str(value) or _("空")
    return Preference(one.name, _(one.title), said, _(one.meaning), one.kind, one.at_once)


def _keys(command: Command, *, is_own: bool) -> Preference:
    named = keys_of(command) if command.keys else _("无")
    keys = _("{keys}（自定）").format(keys=named) if is_own else named
    title = _("按键：{name}").format(name=_(command.name))
    return Preference(f"keys.{command.id}", title, keys, help_of(command), Kind.KEYS, at_once=False)


def next_choice(name: str, step: int) -> object:
    """The value after the one that is in force, or before it; after the last comes the first."""
    setting = settings.setting_named(name)
    assert setting is not None  # noqa: S101 - it stands in the list
    choices = list(setting.choices)
    now = choices.index(getattr(settings.in_force().settings, name))
    return choices[(now + step) % len(choices)]


def said_of(one: Preference) -> str:
    """What is said once it is written: what it is now, and whether that holds already."""
    said = _("已写入：{title} {value}").format(title=one.title, value=one.value)
    return said if one.at_once else _("{said}，下次打开时生效").format(said=said)

"""A file of settings, line by line: what is wrong with one is said and its default stays; the others hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from evaltool.settings.faults import Fault, fault
from evaltool.settings.schema import (
    SCHEMA,
    Kind,
    Setting,
    Settings,
    is_name,
    setting_named,
    understood,
    written,
)

LARGEST = 200_000
"""Bytes; a file of settings has a few hundred."""

Complain = Callable[[Fault], object]


@dataclass(frozen=True, slots=True)
class Read:
    """The settings that a file gives, and what is wrong with it."""

    path: Path
    settings: Settings
    faults: tuple[Fault, ...] = ()

    @property
    def is_suspect(self) -> bool:
        """Whether something is wrong with it, or may be: own keys are judged beside the table of commands."""
        return bool(self.faults or self.settings.keys)


def read(path: Path) -> Read:
    """The settings of a file; the defaults where there is none. Never raises."""
    faults: list[Fault] = []
    table = _table(path, faults.append)
    values = {name: _value(name, value, faults.append) for name, value in table.items()}
    known = {name: value for name, value in values.items() if value is not None}
    return Read(path, replace(Settings(), **known), tuple(faults))


def typed(name: str, text: str) -> tuple[object | None, Fault | None]:
    """What a text typed for a setting means, or what is wrong with the name or the text."""
    faults: list[Fault] = []
    setting = setting_named(name)
    meant = understood(setting, text) if setting is not None else None
    value = _value(name, text if meant is None else meant, faults.append)
    return (None, faults[0]) if faults else (value, None)


def _table(path: Path, complain: Complain) -> Mapping[str, object]:
    """What stands in the file, by name."""
    try:
        if not path.exists():
            return {}
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:  # closed to us, a folder, no path that a system can have
        complain(fault("unreadable", why=getattr(error, "strerror", None) or error))
        return {}
    return _parsed(content, complain)


def _parsed(content: bytes, complain: Complain) -> Mapping[str, object]:
    import tomllib

    try:
        return tomllib.loads(content[:LARGEST].decode("utf-8-sig"))  # editors on Windows begin with a mark
    except UnicodeDecodeError:
        complain(fault("encoding"))
    except (ValueError, RecursionError) as error:  # wrong TOML, a number of 5,000 digits, 1,000 brackets
        where = re.search(r"at line (\d+)", str(error))
        complain(fault("damaged.line", line=where[1]) if where else fault("damaged"))
    return {}


def _value(name: str, value: object, complain: Complain) -> Any:
    """The value of a setting; None, and said why, where it cannot be one."""
    setting = setting_named(name)
    if setting is None:
        known = [one.name for one in SCHEMA]
        complain(fault("unknown", get_close_matches(name, known, 1), name=name, known=" ".join(known)))
        return None
    if setting.kind is Kind.KEYS:
        return _keys(value, complain)
    if setting.kind is Kind.TEXT:
        return value if is_name(value) else complain(fault("text", name=name, value=value))
    return _choice(setting, value, complain)


def _choice(setting: Setting, value: object, complain: Complain) -> Any:
    for choice in setting.choices:
        if type(value) is type(choice) and value == choice:  # 1 is not true
            return choice
    known = [written(choice) for choice in setting.choices]
    said = str(value).lower() if isinstance(value, bool) else str(value)
    near = get_close_matches(said.lower(), known, 1)
    complain(fault("choice", near, name=setting.name, value=said, known=" ".join(known)))
    return None


def _keys(value: object, complain: Complain) -> Mapping[str, tuple[str, ...]]:
    """The lines of [keys] that name keys; which commands and keys there are, the table of commands knows."""
    if not isinstance(value, Mapping):
        complain(fault("keys"))
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for name, held in value.items():
        listed = [held] if isinstance(held, str) else held
        if isinstance(listed, list) and all(isinstance(key, str) for key in listed):
            found[name] = tuple(listed)
        else:
            complain(fault("keys.value", name=name, value=held))
    return found

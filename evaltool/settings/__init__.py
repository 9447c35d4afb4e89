"""How a person likes the tool: one schema, one file in the system's folder for settings, written atomically.

What is in force is read once, at the start of the program; a screen that changes a setting keeps it here.
"""

from __future__ import annotations

from pathlib import Path

from evaltool.settings.faults import Fault, say, summary
from evaltool.settings.keys import Key, key_of
from evaltool.settings.location import path
from evaltool.settings.reading import Read, read, typed
from evaltool.settings.schema import LONGEST_NAME, SCHEMA, Kind, Setting, Settings, setting_named, written
from evaltool.settings.table import settings_table_markdown
from evaltool.settings.writing import NotWritten, write

__all__ = [
    "LONGEST_NAME",
    "SCHEMA",
    "Fault",
    "Key",
    "Kind",
    "NotWritten",
    "Read",
    "Setting",
    "Settings",
    "in_force",
    "keep",
    "key_of",
    "load",
    "read",
    "say",
    "setting_named",
    "settings_table_markdown",
    "summary",
    "typed",
    "write",
    "written",
]

_read: Read | None = None
"""What the person's file says; None before anybody asked."""


def load() -> Read:
    """Read the person's file anew: at the start, and after it was written."""
    global _read  # noqa: PLW0603 - the one place that holds the settings of the process
    _read = read(path())
    return _read


def in_force() -> Read:
    """The settings in force, and what is wrong with the file they come from."""
    return _read if _read is not None else load()


def keep(name: str, value: object) -> Path:
    """Write one setting into the person's file and put it in force; give the file. Raises `NotWritten`.

    `keys.help` names the keys of one command; None puts the default in force again.
    """
    where = write(path(), name, value)
    load()
    return where

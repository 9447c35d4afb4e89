"""The documents of a folder: what a person means who names the folder instead of each file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = frozenset(
    {
        *(".txt", ".htm", ".html", ".pdf"),
        *(".docx", ".docm", ".dotx", ".doc", ".dot", ".wps", ".wpt", ".rtf", ".odt"),
        *(".xlsx", ".xlsm", ".xltx", ".xls", ".xlt", ".et", ".ett", ".ods"),
    }
)
"""Endings of files that may be documents. A file that is named itself is read whatever its ending is."""

_LOCK = "~$"
"""How Office and WPS begin the name of an open file's trace; LibreOffice hides its own."""


def documents_in(paths: Iterable[Path]) -> tuple[tuple[Path, ...], int]:
    """The files named and, in order, those in the folders named, to any depth; and how many were left out.

    Hidden files and traces of open ones do not count, neither here nor there. Links to folders are not
    followed; a folder that may not be looked into stands for itself.
    """
    found: dict[Path, None] = {}
    left_out = 0
    for path in paths:
        for each in _files(path) if os.path.isdir(path) else [path]:  # noqa: PTH112 - for any name
            if each is path or each.suffix.lower() in SUFFIXES or each.is_dir():
                found[each] = None
            else:
                left_out += 1
    return tuple(found), left_out


def _files(folder: Path) -> Iterator[Path]:
    closed: list[Path] = []
    for where, folders, names in os.walk(folder, onerror=lambda fault: closed.append(Path(fault.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(where, name) for name in sorted(names) if not name.startswith((".", _LOCK)))
    yield from closed

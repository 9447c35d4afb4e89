"""Finished contents put into a folder, without ever losing what somebody else has put there.

Our own earlier print is replaced while nobody has touched it. Everything else that stands at a name is kept
under a free one beside it, and that is said.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from evaltool.operations.errors import Refused
from evaltool.sheets.seals import is_untouched
from evaltool.sheets.whole import free_name, replacing

WINDOWS_PATH = 259
"""Signs of a whole path that most programs on Windows can open."""


class Became(StrEnum):
    """What became of a file: written, there already with the same content, or written beside an older one."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT_OLD = "kept_old"


@dataclass(frozen=True, slots=True)
class Placed:
    """A file that is there now. `kept` is the new name of the one that stood there before, if it was kept."""

    path: Path
    became: Became
    kept: Path | None = None


def place(path: Path, content: bytes) -> Placed:
    """Have `path` hold a content, atomically. Raises `Refused` where that cannot be done."""
    try:
        stands = _content(path)
        if stands == content:
            return Placed(path, Became.UNCHANGED)
        is_ours = stands is not None and is_untouched(stands, path.suffix[1:])
        aside = free_name(path) if os.path.lexists(path) and not is_ours else None
        with replacing(path, aside) as stream:
            stream.write(content)
    except OSError as fault:
        raise _refusal(path, fault) from None
    return Placed(path, Became.KEPT_OLD if aside else Became.WRITTEN, aside)


def make_folder(folder: Path) -> None:
    """Make a folder where there is none. Raises `Refused` where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise _refusal(folder, fault) from None


def _content(path: Path) -> bytes | None:
    """What stands at a path; None where that is nothing, or nothing that can be read to its end."""
    if path.is_dir():
        raise IsADirectoryError(21, "")
    return path.read_bytes() if path.is_file() else None


def _refusal(path: Path, fault: OSError) -> Refused:
    if isinstance(fault, PermissionError) and path.is_file() and os.access(path.parent, os.W_OK):
        return Refused("write.open", {"path": str(path)})
    if sys.platform == "win32" and len(str(path.absolute())) > WINDOWS_PATH:
        return Refused("write.failed", {"path": str(path), "why": "ENAMETOOLONG"})
    return Refused.to_write(path, fault)

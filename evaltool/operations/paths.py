"""Paths as people write them: typed, pasted, dropped on the terminal, with an input method switched on."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

QUOTES = "'\"“”‘’「」"

PARTED = re.compile(r"[;；\n]")
"""Between two paths in one text."""

HALF_WIDTH = str.maketrans({"：": ":", "＼": "\\", "／": "/", "．": "."})
"""Signs of a path in the forms that a Chinese input method gives them."""


def typed_path(text: str) -> Path:
    """A path as it was typed or dropped: quotes around it taken off, ~ made the home folder."""
    path = Path(text.strip().strip(QUOTES))
    try:
        return path.expanduser()
    except RuntimeError:  # ~ of somebody who is not known here
        return path


def found_path(text: str, base: Path) -> Path | None:
    """The file or folder that a text names, seen from `base`; None where it names nothing that is there."""
    for said in _spellings(text):
        path = base / typed_path(said)
        try:
            if path.exists():
                return path
        except (OSError, ValueError):  # closed to us, or no path that a system can have
            continue
    return None


def _spellings(text: str) -> Iterator[str]:
    """The text as it is; with half-width signs; with the slash of this system for a backslash."""
    said = text.strip().strip(QUOTES).strip()
    if not said:
        return
    yield said
    half = said.translate(HALF_WIDTH)
    yield half
    if os.sep == "/":
        yield half.replace("\\", "/")

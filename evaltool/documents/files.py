"""The bytes of a file that a person named, or one clear reason why there are none."""

from __future__ import annotations

from pathlib import Path

from evaltool.documents.unreadable import Unreadable

LARGEST_MEGABYTES = 20
"""The text of a department with a thousand projects is a quarter of it."""


def read_bytes(path: Path) -> bytes:
    """The content of a file that is not empty. Raises `Unreadable`; the size is looked at before reading."""
    file = path.name
    try:
        if not path.exists():
            raise Unreadable("document.not_found", file)
        if not path.is_file():
            raise Unreadable("document.no_file", file)
        megabytes = -(-path.stat().st_size // 1_000_000)
        if megabytes > LARGEST_MEGABYTES:
            raise Unreadable("document.too_large", file, megabytes=megabytes, limit=LARGEST_MEGABYTES)
        data = path.read_bytes()
    except OSError as fault:
        raise Unreadable("document.not_readable", file, reason=fault.strerror or "") from None
    if not data.strip():
        raise Unreadable("document.empty", file)
    return data

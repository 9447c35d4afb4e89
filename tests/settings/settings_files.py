"""Files of settings for tests."""

from __future__ import annotations

from pathlib import Path

from evaltool.settings import Read, read, say


def read_text(folder: Path, text: str) -> Read:
    """What a file with this text gives."""
    path = folder / "settings.toml"
    path.write_bytes(text.encode())
    return read(path)


def sentences(found: Read) -> list[str]:
    """What is wrong with it, in Chinese."""
    return list(map(say, found.faults))

"""Which rulebook a person means."""

from __future__ import annotations

from pathlib import Path

from scoring.rulebook import DEFAULT, Rulebook, load, load_file, shipped


def rulebook_named(name: str) -> Rulebook:
    """A rulebook by its id or its file; the default one for an empty name. Raises `RulebookError`."""
    if name.endswith(".toml") or "/" in name or "\\" in name:
        return load_file(Path(name))
    return load(name or DEFAULT)


def rulebooks() -> tuple[Rulebook, ...]:
    """The rulebooks that come along."""
    return tuple(load(name) for name in shipped())

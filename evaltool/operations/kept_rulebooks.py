"""Rulebooks as a workspace keeps them: written down whole, and read again for later scores."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, lru_cache

from evaltool.workspace.values import KeptRulebook
from scoring.rulebook import DEFAULT, Rulebook, RulebookError, load, parse, shipped, write


def kept(rulebook: Rulebook) -> KeptRulebook:
    """A rulebook with everything it says, so that no file is needed to score by it."""
    return KeptRulebook(rulebook.hash, rulebook.id, rulebook.version, rulebook.title, write(rulebook))


@cache
def kept_default() -> KeptRulebook:
    """The rulebook of a department for which nobody has chosen one."""
    return kept(load(DEFAULT))


@lru_cache(maxsize=64)
def rulebook_of(content: KeptRulebook) -> Rulebook:
    """The rulebook that was kept. Raises `RulebookError` where this version cannot read what it says.

    One that came along and says the same today is not read again.
    """
    if content.id in shipped():
        ours = load(content.id)
        if ours.hash == content.hash:
            return ours
    # What a later version would make of the text counts for nothing: a score names what it was scored by.
    return replace(parse(content.content, content.id, fallback=load(DEFAULT)), hash=content.hash)


def readable(content: KeptRulebook) -> Rulebook | None:
    """The rulebook that was kept; None where another version kept what this one cannot read."""
    try:
        return rulebook_of(content)
    except RulebookError:
        return None

"""Where a unit stands in a text and how far it reaches: 万元/个, 元/人*月, %(百分比), /株."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from scoring import units

_BELOW = frozenset("/每")
_BELOW_MORE = frozenset("/每·*×")
_LONGEST_UNKNOWN = 4


class UnitText(NamedTuple):
    """A unit in its usual spelling, where it ends, and whether all of it is known by name."""

    unit: str
    end: int
    known: bool = True


def unit_at(text: str, start: int) -> UnitText | None:
    """The unit that begins at `start` of a compact, normalised text: 元, 元/亩, (万元), /株, %(百分比)."""
    found = _compound_at(text, start)
    bracketed = _in_brackets(text, found.end if found else start)
    if found is None:
        return bracketed
    return bracketed if bracketed and bracketed.unit == found.unit else found


def _in_brackets(text: str, start: int) -> UnitText | None:
    inner = _compound_at(text, start + 1) if text.startswith("(", start) else None
    return inner._replace(end=inner.end + 1) if inner and text.startswith(")", inner.end) else None


def _compound_at(text: str, start: int) -> UnitText | None:
    end = single_end(text, start)
    known, strokes = True, _BELOW
    while end < len(text) and text[end] in strokes:
        begin = end + 1 + text.startswith("(", end + 1)
        part_end = single_end(text, begin)
        if part_end == begin:
            part_end = _unknown_end(text, begin)
            if part_end == begin or text[end] == "每":
                break
            known = False
        end = part_end + (text[begin - 1] == "(" and text.startswith(")", part_end))
        strokes = _BELOW_MORE
    return UnitText(units.canonical(text[start:end]), end, known) if end > start else None


def single_end(text: str, start: int) -> int:
    """Where the longest single unit at `start` ends, with its multiple (万); `start` where none begins."""
    best = _known_end(text, start)
    for prefix in units.PREFIXES:
        if text.startswith(prefix, start):
            after = start + len(prefix)
            best = max(best, _known_end(text, after), after if best == start else start)
    return best


def _known_end(text: str, start: int) -> int:
    if start >= len(text):
        return start
    for unit in _by_first_character().get(text[start], ()):
        end = start + len(unit)
        if text.startswith(unit, start) and not (
            unit[-1].isascii() and unit[-1].isalnum() and _latin(text, end)
        ):
            return end
    return start


def _unknown_end(text: str, start: int) -> int:
    """The end of up to four Chinese characters that stand alone."""
    end = start
    while end < len(text) and "\u4e00" <= text[end] <= "\u9fff" and text[end] != "每":
        end += 1
    return end if end - start <= _LONGEST_UNKNOWN else start


def _latin(text: str, at: int) -> bool:
    return at < len(text) and text[at].isascii() and text[at].isalnum()


@cache
def _by_first_character() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for unit in _longest_first(units.KNOWN):
        table.setdefault(unit[0], []).append(unit)
    return {first: tuple(words) for first, words in table.items()}


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))

"""Where a unit stands in a text and how far it reaches: 万元/个, 元/人*月, %(百分比), /株."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from scoring import units

_BELOW = frozenset("/每")
_BELOW_MORE = frozenset("/每·*×")
_LONGEST_UNKNOWN = 4


@dataclass(frozen=True, slots=True)
class UnitText:
    """A unit in its usual spelling, where it ends, and whether all of it is known by name."""

    unit: str
    end: int
    known: bool = True


def unit_at(text: str, start: int) -> UnitText | None:
    """The unit that begins at `start` of a compact, normalised text: 元, 元/亩, (万元), /株."""
    if text.startswith("(", start):
        inner = _compound_at(text, start + 1)
        return (
            UnitText(inner.unit, inner.end + 1, inner.known)
            if inner and text.startswith(")", inner.end)
            else None
        )
    found = _compound_at(text, start)
    if found and text.startswith("(", found.end):
        again = _compound_at(text, found.end + 1)
        if again and again.unit == found.unit and text.startswith(")", again.end):
            return UnitText(found.unit, again.end + 1, found.known)
    return found


def _compound_at(text: str, start: int) -> UnitText | None:
    end = single_end(text, start)
    known, strokes = True, _BELOW
    while end < len(text) and text[end] in strokes:
        bracket = text.startswith("(", end + 1)
        begin = end + 1 + bracket
        part_end = single_end(text, begin)
        if part_end == begin:
            known, part_end = False, _unknown_end(text, begin)
            if part_end == begin or text[end] == "每":
                break
        end = part_end + (bracket and text.startswith(")", part_end))
        strokes = _BELOW_MORE
    if end == start:
        return None
    return UnitText(units.canonical(text[start:end]), end, known)


def single_end(text: str, start: int) -> int:
    """Where the longest single unit at `start` ends, multiples (万, 千) included; `start` where none begins."""
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
    while end < len(text) and "\u4e00" <= text[end] <= "\u9fff":
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

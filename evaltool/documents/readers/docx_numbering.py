"""The numbers that Word draws before paragraphs and that stand nowhere in their text: 一、 （一） 1.

Lists of objectives hang on them. Formats that offices number by are drawn; bullets and the rest are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeAlias

from evaltool.documents.readers.flow import whole

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Element: TypeAlias = Any
"""python-docx gives each tag a class of its own, which the stubs of lxml do not know."""

_MOST_STYLES = 20
"""Styles of which each is based on the next; a ring of them has no end."""

_HAN = "〇一二三四五六七八九"
_PLACE = re.compile(r"%([1-9])")


def _by_digits(number: int) -> str:
    return "".join(_HAN[int(digit)] for digit in str(number))


def _counting(number: int) -> str:
    """二十一; from a hundred on digit by digit."""
    tens, ones = divmod(number, 10)
    if not 1 <= tens <= 9:
        return _by_digits(number)
    return ("" if tens == 1 else _HAN[tens]) + "十" + (_HAN[ones] if ones else "")


def _circled(number: int) -> str:
    return chr(ord("①") + number - 1) if 1 <= number <= 20 else str(number)


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "taiwaneseCounting": _counting,
    "japaneseCounting": _counting,
    "ideographDigital": _by_digits,
    "japaneseDigitalTenThousand": _by_digits,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
}


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered. `text` holds %1 … %9 for the numbers of the levels."""

    start: int
    format: str
    text: str
    is_close: bool
    """Whether the paragraph follows at once, without a tab or a space."""
    is_plain: bool
    """Whether the numbers of all levels are drawn as 1.2.3, whatever their own formats are."""

    @classmethod
    def of(cls, element: Element) -> _Level:
        parts = children(element)
        return cls(
            whole(said(parts.get("start")), 1),
            said(parts.get("numFmt")) or "decimal",
            said(parts.get("lvlText")),
            said(parts.get("suff")) == "nothing",
            is_on(parts.get("isLgl")),
        )


@dataclass(frozen=True, slots=True)
class _List:
    """What paragraphs name. Lists of one kind count on from each other but for the levels that `restart`."""

    kind: str
    levels: Mapping[int, _Level]
    restart: frozenset[int]


class Numbering:
    """Counts the numbered paragraphs of a document in their order."""

    def __init__(self, lists: Element, styles: Callable[[], Iterable[Element]]) -> None:
        self._kinds = {
            one.get(f"{WORD}abstractNumId"): one for one in lists.iterchildren(f"{WORD}abstractNum")
        }
        self._nums = {one.get(f"{WORD}numId"): one for one in lists.iterchildren(f"{WORD}num")}
        self._lists: dict[str, _List] = {}
        """Those that a paragraph has named: a template brings many that none does, and so with styles."""
        self._styles_part = styles
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    @cached_property
    def _styles(self) -> Mapping[str, Element]:
        return {one.get(f"{WORD}styleId"): one for one in self._styles_part() if one.tag == f"{WORD}style"}

    def number(self, properties: Element) -> str:
        """The number before a paragraph with these properties; empty where none is drawn."""
        name, depth = self._place(children(properties))
        if name in self._nums and name not in self._lists:
            self._lists[name] = _list(self._nums[name], self._kinds)
        found = self._lists.get(name)
        if not found or depth not in found.levels:
            return ""
        counts = self._counts.setdefault(found.kind, {})
        if name not in self._begun:
            self._begun.add(name)
            for restarted in found.restart:
                counts.pop(restarted, None)
        counts[depth] = counts.get(depth, found.levels[depth].start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            del counts[deeper]
        return _drawn(depth, found.levels, counts)

    def _place(self, properties: Mapping[str, Element]) -> tuple[str, int]:
        """The list and the level that a paragraph names, or else its style, or the style that is based on."""
        style = said(properties.get("pStyle"))
        depth = ""
        for _ in range(_MOST_STYLES):
            named = children(properties.get("numPr"))
            depth = depth or said(named.get("ilvl"))
            if "numId" in named or not style or style not in self._styles:
                return said(named.get("numId")), whole(depth, 0)
            parts = children(self._styles[style])
            properties, style = children(parts.get("pPr")), said(parts.get("basedOn"))
        return "", 0


def children(element: Element | None) -> dict[str, Element]:
    """The elements in an element by their names; those of other kinds than Word's have long ones."""
    found = () if element is None else element.iterchildren("*")
    return {one.tag.removeprefix(WORD): one for one in found}


def said(element: Element | None) -> str:
    """What an element says in its one attribute."""
    return "" if element is None else element.get(f"{WORD}val", "")


def is_on(element: Element | None) -> bool:
    """Whether a property is there and not switched off."""
    return element is not None and said(element) not in {"0", "false", "off"}


def _levels(parent: Element) -> Iterator[tuple[int, Element]]:
    for level in parent.iterchildren(f"{WORD}lvl", f"{WORD}lvlOverride"):
        yield whole(level.get(f"{WORD}ilvl"), 0), level


def _list(element: Element, kinds: Mapping[str, Element]) -> _List:
    kind = said(children(element).get("abstractNumId"))
    levels = {depth: _Level.of(level) for depth, level in _levels(kinds[kind])} if kind in kinds else {}
    restart = set()
    for depth, override in _levels(element):
        parts = children(override)
        if "lvl" in parts:
            levels[depth] = _Level.of(parts["lvl"])
        if "startOverride" in parts and depth in levels:
            levels[depth] = replace(levels[depth], start=whole(said(parts["startOverride"]), 1))
            restart.add(depth)
    return _List(kind, levels, frozenset(restart))


def _drawn(depth: int, levels: Mapping[int, _Level], counts: Mapping[int, int]) -> str:
    own = levels[depth]

    def number(place: re.Match[str]) -> str:
        shown = int(place[1]) - 1
        level = levels.get(shown, own)
        draw = str if own.is_plain else _FORMATS.get(level.format, _FORMATS[own.format])
        return draw(counts.get(shown, level.start))

    mark = _PLACE.sub(number, own.text) if own.format in _FORMATS else ""
    return f"{mark} " if mark[-1:].isascii() and mark and not own.is_close else mark

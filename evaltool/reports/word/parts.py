"""What a report is made of: headings, paragraphs and tables, as texts that any layout can set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from evaltool.language import N_, _

NUMERALS = N_("一 二 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十")


class Set(StrEnum):
    """How a paragraph is set."""

    TITLE = "title"
    BODY = "body"
    CAPTION = "caption"
    """Above a table."""
    NOTE = "note"
    """Small, below a table."""
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; its number is put before its text where it has one."""

    level: int
    text: str
    is_numbered: bool = True
    starts_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text of one paragraph."""

    text: str
    kind: Set = Set.BODY


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, and its width as a share of what all columns have."""

    heading: str
    share: int
    is_centred: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts under columns; a short one may be kept on one page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    is_short: bool = False


Part = Heading | Paragraph | Table


def numbered(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts with their headings' numbers before them: 一、 then （一） then 1."""
    counts = [0, 0, 0]
    for part in parts:
        if not isinstance(part, Heading) or not part.is_numbered:
            yield part
            continue
        at = part.level - 1
        counts[at:] = [counts[at] + 1] + [0] * (len(counts) - part.level)
        words = (_("{number}、{title}"), _("（{number}）{title}"), _("{number}. {title}"))[at]
        number = numeral(counts[at]) if part.level < len(counts) else str(counts[at])
        yield replace(part, text=words.format(number=number, title=part.text))


def numeral(number: int) -> str:
    """A number as headings are counted by; in figures where it is large."""
    known = _(NUMERALS).split()
    return known[number - 1] if number <= len(known) else str(number)

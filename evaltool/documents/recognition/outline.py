"""Numbered prose: which paragraphs begin an item, and where one line carries two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from evaltool.documents.blocks import Paragraph, one_line
from scoring.notation.figures import chinese_numeral

_HAN = "〇一二三四五六七八九十"
_MARK = (
    rf"(?:[（(]\s?(?P<bracket>[{_HAN}]{{1,3}}|\d{{1,3}})\s?[)）]、?"
    rf"|(?P<han>[{_HAN}]{{1,3}})[、.．]"
    r"|(?P<digit>\d{1,3})(?:[、)）]|[.．](?!\d)))\s*"
)
_AT_START = re.compile(_MARK)
_AFTER_SENTENCE = re.compile(r"(?<=[\s。；;！？])" + _MARK)
_SENTENCE_END = re.compile(r"[。；;：:]")


class Mark(NamedTuple):
    """The number before an item: its kind of writing, its value, its usual form, where the text begins."""

    kind: str
    number: int
    text: str
    end: int


@dataclass(slots=True)
class Item:
    """An item: its number, if the paragraph carries one, and its paragraphs without the number."""

    mark: Mark | None
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The number and the first sentence without its end mark: 「（一）完善各项会议制度」."""
        return (self.mark.text if self.mark else "") + one_line(self._first_sentence()[0])

    @property
    def rest(self) -> str:
        """What follows the title, one line for each paragraph."""
        return "\n".join(filter(None, (self._first_sentence()[1], *(p.text for p in self.paragraphs[1:]))))

    @property
    def text(self) -> str:
        """The whole item with its number, one line for each paragraph."""
        return (self.mark.text if self.mark else "") + "\n".join(p.text for p in self.paragraphs)

    def _first_sentence(self) -> tuple[str, str]:
        text = self.paragraphs[0].text
        end = _SENTENCE_END.search(text)
        return (text[: end.start()], text[end.end() :].strip()) if end else (text, "")


def read_mark(text: str) -> Mark | None:
    """The number that `text` begins with: （一） (一) 一、 1、 1. （1） 1）."""
    match = _AT_START.match(text)
    return _mark(match) if match else None


def items(paragraphs: Sequence[Paragraph]) -> list[Item]:
    """The items of a list. The first number's kind rules: numbers of another kind belong to the item's text.

    Paragraphs before the first number are items of their own.
    """
    found: list[Item] = []
    kind = ""
    for paragraph in paragraphs:
        for part in _parts(paragraph):
            mark = read_mark(part.text)
            kind = kind or (mark.kind if mark else "")
            if mark and mark.kind == kind:
                found.append(Item(mark, [replace(part, text=part.text[mark.end :])]))
            elif kind:
                found[-1].paragraphs.append(part)
            else:
                found.append(Item(None, [part]))
    return found


def _parts(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Cut a numbered paragraph where the next number of the same kind follows the end of a sentence."""
    text = paragraph.text
    mark = read_mark(text)
    start = 0
    if mark:
        for match in _AFTER_SENTENCE.finditer(text, mark.end):
            following = _mark(match)
            if (following.kind, following.number) == (mark.kind, mark.number + 1):
                yield replace(paragraph, text=text[start : match.start()].strip())
                start, mark = match.start(), following
    yield replace(paragraph, text=text[start:].strip())


def _mark(match: re.Match[str]) -> Mark:
    """The mark found. Brackets are written full-width; other marks stay as printed."""
    bracket, han, digit = match.group("bracket", "han", "digit")
    numeral = bracket or han or digit
    kind = f"{'bracket' if bracket else 'plain'}-{'digit' if numeral[0].isdigit() else 'han'}"
    text = f"（{numeral}）" if bracket else "".join(match.group().split())
    number = int(numeral) if numeral.isdecimal() else chinese_numeral(numeral) or 0
    return Mark(kind, number, text, match.end())

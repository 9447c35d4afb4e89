"""Pages of a PDF become one flow of paragraphs and tables, as if there were no pages.

What is printed on every page goes, lines that were broken at the margin come together, and a table that goes
on after a page break is one table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from evaltool.documents.blocks import Block, Paragraph, one_line
from evaltool.documents.readers.pdf_lines import Line
from evaltool.documents.readers.pdf_tables import RuledTable
from scoring.model import Source

_MARGIN = 0.1
"""The part of a page, above and below, where running heads stand."""

_NUMBER_MARGIN = 0.15
_PAGE_NUMBER = re.compile(
    r"[-—–－·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/／,，]?\s*共?\s*\d{1,4}(?:\s*页)?)?[-—–－·\s]*"
)

_LEAST_FULL = 0.7
"""A line that ends before this part of the page's width was not broken by the margin."""

_LARGEST_STEP = 2.6
"""Sizes of a glyph from one line to the next inside a paragraph; 28 points for 16 are usual, 2.0 may be."""

_ITEM = re.compile(
    r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．](?!\d)|第[一二三四五六七八九十]{1,3}[部章节]"
)
_SENTENCE_ENDS = "。；：！？.;:!?"


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    tables: tuple[RuledTable, ...]
    is_picture: bool
    """Whether there is a picture and no text, as a scanner makes it."""


def flow(pages: Sequence[Page], file: str) -> Iterator[Block]:
    """The paragraphs and tables of all pages in their order."""
    running = _running(pages)
    joiner = _Joiner(file, _right_margins(pages))
    for page in pages:
        for at, item in enumerate(_items(page, running)):
            if isinstance(item, Line):
                yield from joiner.take_line(page, item)
            else:
                yield from joiner.take_table(item, is_first=at == 0)
    yield from joiner.close()


class _Joiner:
    """Holds the last paragraph or table back until it is known whether it goes on."""

    def __init__(self, file: str, rights: Mapping[float, float]) -> None:
        self._file = file
        self._rights = rights
        self._lines: list[tuple[Page, Line]] = []
        self._table: RuledTable | None = None
        self._tables = 0

    def take_line(self, page: Page, line: Line) -> Iterator[Block]:
        """A line of text ends a table, and a paragraph that it does not carry on."""
        if self._table or (self._lines and not _goes_on(self._lines[-1], (page, line), self._rights)):
            yield from self.close()
        self._lines.append((page, line))

    def take_table(self, table: RuledTable, *, is_first: bool) -> Iterator[Block]:
        """A table at the beginning of a page may carry on the one that ended the page before."""
        if self._table and is_first and self._table.goes_on_in(table):
            self._table = self._table.joined(table)
        else:
            yield from self.close()
            self._table = table

    def close(self) -> Iterator[Block]:
        """What was held back; nothing carries it on."""
        if self._lines:
            yield _paragraph(self._lines, self._file)
        if self._table:
            self._tables += 1
            yield self._table.table(self._file, self._tables)
        self._lines, self._table = [], None


def _items(page: Page, running: frozenset[tuple[str, int]]) -> list[Line | RuledTable]:
    """The lines and tables of a page from top to bottom, without what is printed on every page."""
    lines = [line for line in page.lines if _key(line) not in running and not _is_page_number(line, page)]
    return sorted([*lines, *page.tables], key=lambda item: item.top)


def _is_page_number(line: Line, page: Page) -> bool:
    edge = min(line.top, page.height - line.bottom)
    return edge < _NUMBER_MARGIN * page.height and bool(_PAGE_NUMBER.fullmatch(line.text))


def _running(pages: Sequence[Page]) -> frozenset[tuple[str, int]]:
    """Lines that stand at the edge of half of the pages, at the same height and alike but for figures."""
    seen = Counter(
        key
        for page in pages
        for key in {
            _key(line)
            for line in page.lines
            if min(line.top, page.height - line.bottom) < _MARGIN * page.height
        }
    )
    return frozenset(key for key, times in seen.items() if times > 1 and 2 * times >= len(pages))


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "#", one_line(line.text)), round(line.top)


def _right_margins(pages: Sequence[Page]) -> dict[float, float]:
    """How far text reaches to the right, by the width of the page."""
    reaches: dict[float, float] = {}
    for page in pages:
        reach = max((line.x1 for line in page.lines), default=0.0)
        reaches[page.width] = max(reach, reaches.get(page.width, 0.0))
    return reaches


def _goes_on(before: tuple[Page, Line], after: tuple[Page, Line], rights: Mapping[float, float]) -> bool:
    """Whether a line carries on the one before it, which then ends where nothing more fitted."""
    (page, line), (next_page, following) = before, after
    is_full = line.x1 > _LEAST_FULL * page.width and (
        line.x1 + following.head + line.size > rights[page.width]
    )
    if not is_full or abs(line.size - following.size) > 1:
        return False
    if following.x0 > line.x0 + line.size / 2:
        return False
    if page is next_page and following.bottom - line.bottom > _LARGEST_STEP * line.size:
        return False
    return not (_ITEM.match(following.text) and line.text[-1] in _SENTENCE_ENDS)


def _paragraph(lines: Sequence[tuple[Page, Line]], file: str) -> Paragraph:
    """One text. Latin words that a line break parted keep a space between them."""
    page = lines[0][0]
    text = lines[0][1].text
    for _, line in lines[1:]:
        parted = (
            text[-1].isascii() and text[-1].isalpha() and line.text[0].isascii() and line.text[0].isalpha()
        )
        text += f" {line.text}" if parted else line.text
    return Paragraph(text, Source(file, page=page.number))

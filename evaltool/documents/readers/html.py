"""A page saved from a site, or a document saved as one. It is read as it is parsed; no tree is built.

What a browser does not show is no text: scripts, styles, what is hidden or deleted. The numbers that it draws
before the items of a list are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from lxml import etree

from evaltool.documents.blocks import Blocks
from evaltool.documents.readers.decoding import DAMAGED, decoded
from evaltool.documents.readers.flow import Flow, raised, span, whole
from scoring.findings import finding
from scoring.model import Source

_NOT_SHOWN = frozenset(
    (
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "select",
        "datalist",
        "del",
        "object",
        "iframe",
        "svg",
    )
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_BREAKS = frozenset(
    [
        *(
            "p",
            "br",
            "div",
            "center",
            "hr",
            "pre",
            "blockquote",
            "address",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
        ),
        *("table", "caption", "tr", "td", "th", "ul", "ol", "li", "dl", "dt", "dd", "form", "fieldset"),
        *("article", "section", "header", "footer", "main", "nav", "aside", "figure"),
    ]
)
_CELLS = frozenset(("td", "th"))
_PARTS = _CELLS | {"table", "tr"}
_GROUPS = frozenset(("thead", "tbody", "tfoot"))
_DEEPEST = 30
"""Tables inside each other that are told apart; what stands deeper is text of the last."""
_LISTS = frozenset(("ol", "ul"))
_BEGIN = _PARTS | _LISTS | {"li", "sup", "pre"}
_END = _PARTS | _LISTS | _GROUPS | {"sup", "pre"}
"""Tags that say more than that a line is at its end."""


def read_html(data: bytes, file: str) -> Blocks:
    """The blocks of a page. Raises `Unreadable` where it has too many cells or an unknown encoding.

    The encoding is known by the content: pages that were saved or copied often name another one.
    """
    text = decoded(data, file)
    flow = Flow(file)
    page: Any = _Page(flow)
    parser = etree.HTMLParser(target=page, encoding="utf-8", no_network=True, huge_tree=True)
    etree.fromstring(text.replace("\0", "").encode(), parser)
    lines = sum(DAMAGED in line for line in text.splitlines()) if DAMAGED in text else 0
    damage = (finding("document.damaged_text", None, Source(file), lines=lines),) if lines else ()
    return flow.blocks(), damage


class _Page:
    """Hears tags and text from the parser and tells the flow. Every tag that begins also ends."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._ends = {"table": flow.end_table, "tr": flow.end_row, "td": flow.end_cell}
        self._hidden = 0
        """How many tags deep the parser is in what is not shown."""
        self._raised = self._as_typed = 0
        self._lists: list[int | None] = []
        """The last number drawn in each open list; None where items have no numbers."""
        self._inside: list[str] = []
        """The tables, rows and cells that are open, by their tags."""
        self._opened: list[int] = []
        """For each open tag of a table, how many of these it opened: a stray cell opens none."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A tag begins."""
        if self._hidden or tag in _NOT_SHOWN or (attributes and _is_hidden(attributes)):
            self._hidden += 1
        else:
            if tag in _BREAKS:
                self._flow.end_line()
            if tag in _BEGIN:
                self._begin(tag, attributes)

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag in _PARTS:
            self._begin_part(tag, attributes)
        elif tag in _LISTS:
            is_numbered = tag == "ol" and attributes.get("type", "1") == "1"
            self._lists.append(whole(attributes.get("start"), 1) - 1 if is_numbered else None)
        elif tag == "li":
            self._say_number()
        self._raised += tag == "sup"
        self._as_typed += tag == "pre"

    def end(self, tag: str) -> None:
        """A tag ends."""
        if self._hidden:
            self._hidden -= 1
        else:
            if tag in _BREAKS:
                self._flow.end_line()
            if tag in _END:
                self._end(tag)

    def _end(self, tag: str) -> None:
        if tag in _PARTS:
            for _ in range(self._opened.pop()):
                self._end_part()
        elif tag in _GROUPS and self._inside[-1:] == ["table"]:
            self._flow.end_group()
        elif tag in _LISTS:
            self._lists.pop()
        self._raised -= tag == "sup"
        self._as_typed -= tag == "pre"

    def data(self, text: str) -> None:
        """Text, whose own line breaks are white space and no breaks."""
        if self._hidden:
            return
        if text.isspace() and not self._as_typed:
            self._flow.say_space()
        else:
            said = text if self._as_typed or "\n" not in text else _in_one_line(text)
            self._flow.say(raised(said) if self._raised else said)

    def close(self) -> None:
        """The page ends."""

    def _begin_part(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A row begins in a table and a cell in a row, which is there even if nobody wrote it."""
        depth = len(self._inside)
        inside = self._inside[-1] if self._inside else ""
        if tag == "table" and depth < 3 * _DEEPEST:
            self._flow.begin_table()
            self._inside.append("table")
        elif inside == "table":
            self._flow.begin_row()
            self._inside.append("tr")
        if tag in _CELLS and self._inside[-1:] == ["tr"]:
            self._flow.begin_cell(span(attributes.get("colspan")), span(attributes.get("rowspan")))
            self._inside.append("td")
        self._opened.append(len(self._inside) - depth)

    def _end_part(self) -> None:
        self._ends[self._inside.pop()]()

    def _say_number(self) -> None:
        if self._lists and self._lists[-1] is not None:
            self._lists[-1] += 1
            self._flow.say(f"{self._lists[-1]}. ")


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    style = attributes.get("style")
    return "hidden" in attributes or (style is not None and _hides(style))


@lru_cache(maxsize=1 << 10)
def _hides(style: str) -> bool:
    """Whether a style hides its tag. A word processor writes the same few at every tag."""
    return bool(_HIDDEN.search(style))


def _in_one_line(text: str) -> str:
    """`text` without its line breaks: a space stands for each, but none between two Chinese characters."""
    parts = [" "] if text[0].isspace() else []
    for line in filter(None, map(str.strip, text.split("\n"))):
        if parts and (parts[-1][-1].isascii() or line[0].isascii()):
            parts.append(" ")
        parts.append(line)
    return "".join(parts) + (" " if text[-1].isspace() else "")

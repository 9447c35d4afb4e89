"""The parts of a workbook that hold its cells, read in one pass: only what stands in a cell is kept.

A library that makes a grid of a sheet pays for every empty cell of its used range, which one blank that
somebody left at the end makes a million rows long.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import XMLParser

_CHUNK = 1 << 16
_MOST_TAGS = 4_000_000
"""Eight for each cell that may be read. Empty ones of ten times as many fit in the same size."""
_TEXTS = frozenset({"v", "t", "f"})


@dataclass(slots=True)
class RawCell:
    """A cell as the file writes it: where it stands, its kind, its style's number, its value and formula."""

    row: int
    column: int
    kind: str
    style: int
    value: str = ""
    formula: str | None = None


@dataclass(slots=True)
class SheetPart:
    """Reads a sheet's part. `cells` are those read since it was last emptied, `merged` all ranges so far."""

    cells: list[RawCell] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    _cell: RawCell | None = None
    _row: int = 0
    _column: int = 0
    _texts: list[str] | None = None
    _phonetic: bool = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = tag.rpartition("}")[2]
        if name == "c":
            self._begin(attributes)
        elif name == "row":
            self._row, self._column = int(attributes.get("r", self._row + 1)), 0
        elif name in _TEXTS:
            self._texts = []
        elif name == "rPh":
            self._phonetic = True
        elif name == "mergeCell":
            self.merged.append(attributes["ref"])

    def _begin(self, attributes: dict[str, str]) -> None:
        place = attributes.get("r")
        self._column = _column_of(place) if place else self._column + 1
        self._cell = RawCell(self._row, self._column, attributes.get("t", "n"), int(attributes.get("s", 0)))

    def data(self, text: str) -> None:
        """A piece of text."""
        if self._texts is not None:
            self._texts.append(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        name = tag.rpartition("}")[2]
        if name == "c" and self._cell is not None:
            if self._cell.value or self._cell.formula is not None:
                self.cells.append(self._cell)
            self._cell = None
        elif name in _TEXTS and self._texts is not None:
            self._end_text(name, "".join(self._texts))
            self._texts = None
        elif name == "rPh":
            self._phonetic = False

    def _end_text(self, name: str, text: str) -> None:
        if self._cell is None or self._phonetic:
            return
        if name == "f":
            self._cell.formula = text
        else:
            self._cell.value += text


@dataclass(slots=True)
class StringsPart:
    """Reads the part of texts that cells refer to by number. How they are read aloud (rPh) is no text."""

    strings: list[str] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)
    _is_text: bool = False
    _phonetic: bool = False

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        """An element begins."""
        name = tag.rpartition("}")[2]
        if name == "si":
            self._texts = []
        elif name == "rPh":
            self._phonetic = True
        self._is_text = name == "t" and not self._phonetic

    def data(self, text: str) -> None:
        """A piece of text."""
        if self._is_text:
            self._texts.append(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        name = tag.rpartition("}")[2]
        if name == "si":
            self.strings.append("".join(self._texts))
        elif name == "rPh":
            self._phonetic = False
        self._is_text = False


def pieces(stream: IO[bytes]) -> Iterator[bytes]:
    """A part piece by piece. Raises `ValueError` where it has more tags than any sheet that may be read."""
    tags = 0
    while piece := stream.read(_CHUNK):
        tags += piece.count(b"<")
        if tags > _MOST_TAGS:
            raise ValueError(tags)
        yield piece


def feed(stream: IO[bytes], part: SheetPart | StringsPart) -> Iterator[None]:
    """Read a part piece by piece; what it holds so far can be taken from it in between."""
    parser = XMLParser(target=part)  # noqa: S314 - expat refuses texts that expand
    for piece in pieces(stream):
        parser.feed(piece)
        yield
    parser.close()
    yield


def _column_of(place: str) -> int:
    """The number of a cell's column by its address: 28 of AB7."""
    column = 0
    for sign in place:
        if not sign.isalpha():
            break
        column = column * 26 + ord(sign) - 64
    return column

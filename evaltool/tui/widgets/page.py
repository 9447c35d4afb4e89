"""A page of text to scroll through, folded as Chinese is: at any character, never in the middle of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from evaltool.tui.cells import cells, fold
from evaltool.tui.widgets.grid import Grid, drawn


@dataclass(frozen=True, slots=True)
class Line:
    """One line: moved in by some cells, after a lead that stands in a column of its own."""

    text: str
    inside: int = 0
    lead: str = ""


class Drawing(Protocol):
    """What draws itself in as many cells as there are, such as bars beside their figures."""

    def drawn(self, room: int) -> list[Content]:
        """Its lines, each in at most `room` cells."""
        ...


@dataclass(frozen=True, slots=True)
class Section:
    """A title in bold and what stands under it."""

    title: str
    lines: Sequence[Line | Grid | Drawing]


class Page(VerticalScroll, can_focus=True):
    """Sections, one under the other."""

    def __init__(self, sections: Sequence[Section] = (), *, id: str = "page") -> None:  # noqa: A002 - as in Textual
        super().__init__(id=id)
        self._sections = sections

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="page-text", markup=False)

    def show(self, sections: Sequence[Section]) -> None:
        """Show another text."""
        self._sections = sections
        self._draw()

    def on_resize(self) -> None:
        """Fold the text anew."""
        self._draw()

    def _draw(self) -> None:
        room = self.scrollable_content_region.width
        parts = [_section(section, room) for section in self._sections]
        self.query_one(Static).update(Content("\n\n").join(parts))


def _section(section: Section, room: int) -> Content:
    title = [Content.styled(line, "bold") for line in fold(section.title, room) if line]
    lines = [content for line in section.lines for content in _drawn(line, room)]
    return Content("\n").join([*title, *lines])


def _drawn(line: Line | Grid | Drawing, room: int) -> list[Content]:
    if isinstance(line, Line):
        return [Content(text) for text in _folded(line, room)]
    if not isinstance(line, Grid):
        return line.drawn(room)
    heading, *rows = drawn(line, room)
    return [Content.styled(heading, "dim"), *map(Content, rows)]


def _folded(line: Line, room: int) -> list[str]:
    lead = " " * line.inside + line.lead
    first, *others = fold(line.text, room - cells(lead))
    return [lead + first, *(" " * cells(lead) + other for other in others)]

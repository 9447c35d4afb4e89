"""Rows with a bar each: its figures stand beside it, and what is written by people after all that is aligned.

So a sign that a terminal draws two cells wide, such as ≥, moves no bar and no figure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from evaltool.language import _
from evaltool.tui import bars
from evaltool.tui.cells import cells, fold, pad
from scoring.compared import Reach, Reached

GAP = 2
INSIDE = 2
WIDE = 110
"""From so many cells on a row is one line; below that its name has a line of its own."""

LONGEST_NAME = 36

FULL = (Reached.MET, Reached.RATIO, Reached.ABOVE, Reached.SHARE, Reached.MISSED)
"""Answers of which the ratio is drawn as it is."""


@dataclass(frozen=True, slots=True)
class BarRow:
    """One line: its name, how far it is, that in words, points of points, and what else there is to say."""

    name: str
    reach: Reach
    rate: str
    score: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Bars:
    """Rows with their bars; `widest` are the cells of the longest name, rate and score on the page."""

    rows: Sequence[BarRow]
    widest: tuple[int, int, int]

    def drawn(self, room: int) -> list[Content]:
        """One line for each row where there is room, else two and more."""
        one_line = room >= WIDE
        return [
            line for row in self.rows for line in (_wide if one_line else _narrow)(row, self.widest, room)
        ]


def widest(rows: Sequence[BarRow]) -> tuple[int, int, int]:
    """The cells of the longest name, rate and score."""
    columns = ([row.name for row in rows], [row.rate for row in rows], [row.score for row in rows])
    name, rate, score = (max(map(cells, column), default=0) for column in columns)
    return min(name, LONGEST_NAME), rate, score


def _wide(row: BarRow, widths: tuple[int, int, int], room: int) -> Iterator[Content]:
    name, *_ = widths
    names = fold(row.name, name)
    figures = _figures(row, widths, room - name - GAP)
    left = room - name - GAP - figures.cell_length - GAP
    besides = fold(row.beside, left) if row.beside else []
    blank = " " * figures.cell_length
    for at in range(max(len(names), len(besides))):
        lead = pad(names[at] if at < len(names) else "", name) + " " * GAP
        beside = besides[at] if at < len(besides) else ""
        yield Content.assemble(lead, figures if at == 0 else blank, " " * GAP, beside).rstrip()


def _narrow(row: BarRow, widths: tuple[int, int, int], room: int) -> Iterator[Content]:
    said = _("{name}：{said}").format(name=row.name, said=row.beside) if row.beside else row.name
    yield from map(Content, fold(said, room))
    yield Content.assemble(" " * INSIDE, _figures(row, widths, room - INSIDE))


def _figures(row: BarRow, widths: tuple[int, int, int], room: int) -> Content:
    """The bar, or blank where nothing can be drawn, and the figures."""
    _name, rate, score = widths
    beside = f"{' ' * GAP}{pad(row.rate, rate, right=True)}{' ' * GAP}{pad(row.score, score, right=True)}"
    return Content.assemble(drawn_reach(row.reach, bars.width_for(room)), beside)


def drawn_reach(reach: Reach, width: int) -> Content:
    """A bar against its mark, coloured by whether the mark was reached, which is also to be seen from it."""
    if reach.kind is Reached.BEYOND:
        return Content.styled(bars.target_bar(2 * bars.BEYOND, width), MET)
    if reach.kind not in FULL or reach.ratio is None:
        return Content(" " * width)
    style = MET if reach.ratio >= 1 else SHORT
    return Content.styled(bars.target_bar(reach.ratio, width), style)


MET, SHORT = "$text-success", "$text-warning"

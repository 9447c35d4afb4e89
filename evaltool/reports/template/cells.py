"""Cells written: a number as a number, a text as a text that can become nothing else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from decimal import Decimal

from evaltool.reports.sheet import EXACT_DIGITS, Value
from evaltool.reports.template.marks import Mark
from evaltool.reports.template.names import Kind
from evaltool.reports.template.names.kinds import in_words
from evaltool.reports.template.package import Element, beside
from evaltool.reports.template.styles import Styles
from evaltool.reports.template.survey import Run
from evaltool.sheets.safe import CELL_LIMIT, cell_text, starts_formula

Said = Callable[[str], tuple[Value, Kind]]
"""The value of a placeholder by its name, and what it is."""

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def fill_cell(cell: Element, runs: Sequence[Run], marks: Sequence[Mark], said: Said, styles: Styles) -> str:
    """Put values where a cell has placeholders; gives the text that it shows, empty for a number."""
    text = "".join(run.text for run in runs)
    if len(marks) == 1 and not (text[: marks[0].start] + text[marks[0].end :]).strip():
        value, kind = said(marks[0].name)
        is_ratio = kind is Kind.RATE and not styles.is_percent(int(cell.get("s", "0")))
        if isinstance(value, Decimal) and not is_ratio and len(value.as_tuple().digits) <= EXACT_DIGITS:
            put_number(cell, value)
            return ""
    pieces = _filled(runs, marks, said)
    put_text(cell, pieces, styles)
    return "".join(piece.text for piece in pieces)


def put_number(cell: Element, figure: Decimal) -> None:
    """Make a cell hold a number."""
    empty(cell)
    value = cell.makeelement(beside(cell, "v"), {})
    value.text = format(figure, "f")
    cell.append(value)


def put_text(cell: Element, pieces: Sequence[Run], styles: Styles) -> None:
    """Make a cell hold a text; with no text at all it is empty."""
    empty(cell)
    text = "".join(piece.text for piece in pieces)
    if not text:
        return
    if starts_formula(text):
        cell.set("s", str(styles.quoted(int(cell.get("s", "0")))))
    cell.set("t", "inlineStr")
    whole = cell.makeelement(beside(cell, "is"), {})
    cell.append(whole)
    is_plain = all(piece.look is None for piece in pieces)
    for piece in (Run(text),) if is_plain else pieces:
        holder = whole
        if not is_plain:
            holder = whole.makeelement(beside(cell, "r"), {})
            whole.append(holder)
            if piece.look is not None:
                holder.append(deepcopy(piece.look))
        said = holder.makeelement(beside(cell, "t"), {_SPACE: "preserve"})
        said.text = piece.text
        holder.append(said)


def empty(cell: Element) -> None:
    """Take away what a cell holds; how it looks stays."""
    cell.attrib.pop("t", "")
    for one in list(cell):
        cell.remove(one)


def _filled(runs: Sequence[Run], marks: Sequence[Mark], said: Said) -> list[Run]:
    """The pieces with values in them; a value looks like the piece that its placeholder begins in."""
    values = {mark.start: cell_text(in_words(*said(mark.name))) for mark in marks}
    covered = {place for mark in marks for place in range(mark.start, mark.end)}
    pieces, place = [], 0
    for run in runs:
        text = []
        for sign in run.text:
            text.append(values.get(place, "") if place in covered else sign)
            place += 1
        pieces.append(Run("".join(text), run.look))
    if sum(len(piece.text) for piece in pieces) > CELL_LIMIT // 2:
        return [Run(cell_text("".join(piece.text for piece in pieces)))]
    return [piece for piece in pieces if piece.text]

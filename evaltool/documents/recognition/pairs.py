"""Labels with their texts: beside them in a row, after a colon in a cell, or below them in the next rows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from evaltool.documents.blocks import Cell, Row
from evaltool.documents.recognition.doubts import extra_cells
from evaltool.documents.recognition.form import Form
from evaltool.documents.recognition.labels import Field, field_of

OF_ALL = frozenset({Field.UNIT, Field.OFFICE, Field.AUTHORITY})
"""What a line above the tables says for all forms below it."""

_AMOUNTS = frozenset({Field.BUDGET, Field.FISCAL, Field.OTHER})
_FIGURE = re.compile("[0-9０-９]")

Heads = Sequence[tuple[int, Field]]
"""Labels that stand side by side, by their places in the row."""


def read_pairs(form: Form, row: Row) -> None:
    """Labels, each followed by its text, in one cell or in the next one."""
    waiting: Field | None = None
    extra: list[Cell] = []
    for cell in row.filled:
        found, text = pair_in(cell)
        if found:
            form.take_label(found, cell)
            waiting = found
        if text and waiting and waiting is not Field.MONEY and waiting not in form.fields:
            form.fields[waiting] = [Cell(text, cell.source, cell.state)]
            waiting = None
        elif text:
            extra.append(cell)
    form.doubts.extend(extra_cells(extra, row))


def heads_of(row: Row) -> Heads:
    """The labels of a row in which nothing but labels follows the first one, with their places."""
    found = [(place, pair_in(cell)) for place, cell in enumerate(row.cells) if cell.text]
    labels = [(place, field) for place, (field, text) in found if field and not text]
    first = labels[0][0] if labels else 0
    return labels if len(labels) > 1 and len(labels) == sum(place >= first for place, _ in found) else []


def take_below(form: Form, heads: Heads, row: Row) -> None:
    """A row below labels that stand side by side: each text belongs to the label above it."""
    figures = [cell for cell in row.filled if _FIGURE.search(cell.text)]
    for place, cell in enumerate(row.cells):
        about = [field for start, field in heads if start <= place]
        if cell.text and about and (figures or about[-1] not in _AMOUNTS):
            form.fields.setdefault(about[-1], []).append(cell)


def is_of_all(cell: Cell) -> bool:
    """Whether a text above all forms says something for each of them."""
    found, text = pair_in(cell)
    return found in OF_ALL and bool(text)


def pair_in(cell: Cell) -> tuple[Field | None, str]:
    """The label that a cell is, or begins with before a colon, and the text that is left beside it.

    A second label is no text: 填报单位（盖章）： 单位负责人：谭呈祥.
    """
    whole = field_of(cell.text)
    if whole:
        return whole, ""
    head, text = _halves(cell.text)
    found = field_of(head) if text else None
    if not found:
        return None, cell.text
    return found, "" if field_of(_halves(text)[0]) else text


def _halves(text: str) -> tuple[str, str]:
    """What stands before the first colon, and after it."""
    head, _, _tail = text.replace("：", ":").partition(":")
    return head, text[len(head) + 1 :].strip()

"""Labels with their texts: beside them in a row, after a colon in a cell, or below them in the next rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evaltool.documents.blocks import Cell, Row
from evaltool.documents.recognition.columns import plain
from evaltool.documents.recognition.doubts import extra_cells
from evaltool.documents.recognition.form import Form
from evaltool.documents.recognition.labels import (
    FIELDS,
    MONEY_UNITS,
    PART_TITLE,
    PEOPLE,
    TITLES,
    Field,
    field_of,
    money_unit_in,
)

OF_ALL = frozenset({Field.UNIT, Field.OFFICE, Field.AUTHORITY})
"""What a line above the tables says for all forms below it."""

_AMOUNTS = frozenset({Field.BUDGET, Field.FISCAL, Field.OTHER})
_SIGNED = frozenset({*PEOPLE, Field.ASIDE, Field.OFFICE})
_UNREAD = frozenset({Field.ASIDE, Field.PERIOD})
_FIGURE = re.compile("[0-9０-９]")
_LEVEL = re.compile("(?:产出|效益|效果|满意度|成本|投入|过程)指标.*", re.DOTALL)
_UNIT_BEHIND = re.compile(r"[(（]?(?:金额)?单位\s?[:：]\s?[亿万千]?元\s?[)）]?$")
"""金额单位：元 at the end of another text, as a line above a table has it."""
_NAMED = "|".join(word for field in PEOPLE for word in FIELDS[field])
_PEOPLE = re.compile(
    rf"(?=(?<!填报)(?:{_NAMED}|财务负责人|项目负责人|经办人)(?:[(（][^()（）]*[)）]|签字|签章|盖章)?\s?[:：])"
)
"""Where the next of several labels begins in one cell: 填表人：李四  联系电话：6021."""
_IN_BRACKETS = re.compile("[(（].*")

Heads = Sequence[tuple[int, Field]]
"""Labels that stand side by side, by their places in the row."""


def read_pairs(form: Form, row: Row) -> None:
    """Labels, each followed by its text, in one cell or in the next one."""
    waiting: Field | None = None
    extra: list[Cell] = []
    for place, cell in _parts(row):
        found, text = pair_in(cell) if cell.text else (None, "")
        if found in {Field.FISCAL, Field.OTHER} and place < form.year_from:
            found = Field.PERIOD
        if found:
            form.take_label(found, cell, place)
            waiting = found
        if not text or (_LEVEL.fullmatch(text) and waiting is not Field.NOTES):
            extra.extend([cell] if text else [])
        elif waiting and waiting is not Field.MONEY and waiting not in form.fields:
            form.fields[waiting] = [Cell(text, cell.source, cell.state)]
            waiting = None
        elif not waiting and text in MONEY_UNITS:
            form.fields.setdefault(Field.UNIT, [cell])
        elif not waiting and _is_title(text):
            form.take_unit(cell)
        elif not waiting or not _is_said(form, waiting, text):
            extra.append(cell)
    form.doubts.extend(extra_cells(extra, row))


def _parts(row: Row) -> Iterator[tuple[int, Cell]]:
    """The cells with their places; one that holds several labels of people as one cell for each."""
    for place, cell in enumerate(row.cells):
        several = [text.strip() for text in _PEOPLE.split(cell.text) if text.strip()]
        if len(several) > 1 and pair_in(Cell(several[0], cell.source))[0] in _SIGNED:
            yield from ((place, Cell(text, cell.source, cell.state)) for text in several)
        else:
            yield place, cell


def _is_said(form: Form, field: Field, text: str) -> bool:
    """Whether a text beside a label says nothing that is read, or nothing new."""
    return field in _UNREAD or form.text(field) == text


def _is_title(text: str) -> bool:
    return _IN_BRACKETS.sub("", plain(text)) in TITLES or PART_TITLE.fullmatch(plain(text)) is not None


def heads_of(row: Row) -> Heads:
    """The labels of a row in which nothing but labels follows the first one, with their places.

    A label that ends with a colon has its text behind it, or none.
    """
    found = [(place, pair_in(cell)) for place, cell in enumerate(row.cells) if cell.text]
    labels = [
        (place, field)
        for place, (field, text) in found
        if field and not text and not row.cells[place].text.endswith(("：", ":"))
    ]
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
    if found in {Field.OFFICE, Field.AUTHORITY} and money_unit_in(text):
        text = _UNIT_BEHIND.sub("", text).rstrip()
    return found, "" if field_of(_halves(text)[0]) else text


def _halves(text: str) -> tuple[str, str]:
    """What stands before the first colon, and after it."""
    head, _, _tail = text.replace("：", ":").partition(":")
    return head, text[len(head) + 1 :].strip()

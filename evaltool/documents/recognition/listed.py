"""Lists of projects: one table for all of them, with the project's name in a column of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from evaltool.documents.blocks import Cell
from evaltool.documents.recognition.columns import Column
from evaltool.documents.recognition.form import Form
from evaltool.documents.recognition.labels import Field

KEYS = (Column.PROJECT, Column.CODE)
"""Columns that make a table such a list."""

_LISTED = {
    Column.PROJECT: Field.NAME,
    Column.CODE: Field.CODE,
    Column.UNIT_NAME: Field.OFFICE,
    Column.BUDGET: Field.BUDGET,
    Column.OBJECTIVE: Field.OBJECTIVE,
}
"""Columns of a list of projects, and the field of a form that each fills."""


def names_another(forms: Sequence[Form], cells: Mapping[Column, Cell]) -> bool:
    """Whether a row names another project than the last of `forms`, or the first one."""
    if not forms or not forms[-1].is_listed:
        return True
    named = ((Field.NAME, Column.PROJECT), (Field.CODE, Column.CODE))
    return any(column in cells and cells[column].text != forms[-1].text(field) for field, column in named)


def take_listed(form: Form, cells: Mapping[Column, Cell]) -> None:
    """What the row says of the project itself goes into the form's fields."""
    form.is_listed = True
    for column, field in _LISTED.items():
        if column in cells:
            form.labels.add(field)
            form.fields[field] = [cells[column]]

"""Whose document it is: code and name of the department, as the forms of its projects say it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from evaltool.documents.blocks import Cell, one_line
from evaltool.documents.recognition.form import CODE_AND_NAME, Form
from evaltool.documents.recognition.gaps import missing
from evaltool.documents.recognition.labels import Field
from scoring.findings import Finding, finding
from scoring.model import Source, Subject


class Office(NamedTuple):
    """Code, name and place of the department."""

    code: str
    name: str
    source: Source


def read_office(forms: Sequence[Form], source: Source) -> tuple[Office, list[Finding]]:
    """The department whose name stands above the forms, or in them as the unit that carries them out.

    Where no code is printed the name serves as one, and a note says so.
    """
    cells = [cell for cell in map(_cell, forms) if cell]
    if not cells:
        return Office("", "", source), [missing("部门（单位）", source, "name")]
    names = [one_line(cell.text) for cell in cells]
    findings = [
        finding("document.other_department", Subject(field="name"), cell.source, first=names[0], text=name)
        for cell, name in zip(cells, names, strict=True)
        if name != names[0]
    ]
    code = next(filter(None, (one_line(form.text(Field.OFFICE_CODE)) for form in forms)), "")
    if not code and (found := CODE_AND_NAME.fullmatch(names[0])):
        return Office(found["code"], found["name"], cells[0].source), findings
    if not code:
        doubt = finding("document.code_from_name", Subject(field="code"), cells[0].source, read=names[0])
        findings.append(doubt)
    return Office(code or names[0], names[0], cells[0].source), findings


def _cell(form: Form) -> Cell | None:
    """What a form says of whose it is: the line above it, else its unit, else the authority above that."""
    if form.department:
        return form.department
    for field in (Field.OFFICE, Field.AUTHORITY):
        if text := form.text(field):
            return Cell(text, form.place(field) or Source())
    return None

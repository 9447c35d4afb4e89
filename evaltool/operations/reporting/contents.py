"""What stands in the files of one department: name and content of each, or why it could not be made.

The library of each format is loaded when a file of it is made.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from evaltool.language import N_, _
from evaltool.operations.errors import Refused
from evaltool.operations.reporting.names import unique
from evaltool.operations.reporting.wanted import Format, Wanted
from evaltool.operations.stateless import doubts
from evaltool.sheets.kinds import Form
from evaltool.sheets.safe import file_name
from evaltool.sheets.seals import sealed
from scoring.evaluate import evaluate
from scoring.findings import Finding
from scoring.model import Dossier

if TYPE_CHECKING:
    from evaltool.reports import Scorecard
    from evaltool.reports.template import Template

Told = Callable[[int], object]

ENDINGS = {
    Form.NATIONAL: N_("绩效自评表"),
    Form.HEBEI: N_("绩效自评表（河北）"),
    Form.DEPARTMENT: N_("部门整体支出绩效自评表"),
    Form.SUMMARY: N_("绩效自评汇总表"),
}
"""What a workbook is called, and its print: each form in a file of its own."""

OTHER_ENDINGS = {
    Format.DOCX: N_("绩效自评报告"),
    Format.HTML: N_("绩效自评"),
    Format.CSV: N_("绩效自评明细"),
    Format.JSON: N_("绩效自评明细"),
}


@dataclass(frozen=True, slots=True)
class Content:
    """A file that is to be: its name, and all of it or why it could not be made."""

    name: str
    data: bytes | Exception


@dataclass(frozen=True, slots=True)
class Order:
    """What is made of every department: what is wanted, as of which day, with the template read.

    `scratch` is a folder to print in.
    """

    wanted: Wanted
    made_on: date
    scratch: Path
    template: Template | None = None


def ignored(number: int) -> None:
    """Nobody is told."""


def scorecard(dossier: Dossier, made_on: date, reading: tuple[Finding, ...] = ()) -> Scorecard:
    """A dossier scored for printing; `reading` is what was odd about its document and its evidence."""
    from evaltool.reports import Scorecard  # the library of workbooks takes long to load

    score = evaluate(dossier)
    return Scorecard(dossier, replace(score, findings=doubts(dossier, score, reading)), made_on)


def contents(card: Scorecard, whose: str, order: Order, step: Told = ignored) -> Iterator[Content]:
    """The files of a department, one at a time; `whose` begins their names.

    `step` is told the number of each sheet of the workbook, and of each other format, before it is made.
    """
    done = 0
    for kind in order.wanted.formats:
        parts = _length(order, kind, len(card.department.projects))
        if parts == 1:
            step(done)

        def sheet(number: int, begun: int = done) -> None:
            step(begun + number)

        for name, make in _files(card, whose, order, kind, sheet):
            try:
                data: bytes | Exception = sealed(make(), kind)
            except Refused as why:
                data = why
            except Exception:  # noqa: BLE001 - a fault of ours in one format does not stop the others
                data = RuntimeError(traceback.format_exc())  # which another process can hand over
            yield Content(name, data)
        done += parts


def length(order: Order, projects: int) -> int:
    """How many numbers `contents` tells of a department with so many projects, at least 1."""
    return max(1, sum(_length(order, kind, projects) for kind in order.wanted.formats))


def _length(order: Order, kind: Format, projects: int) -> int:
    if kind is not Format.XLSX or order.template is not None or order.wanted.form is Form.SUMMARY:
        return 1
    from evaltool.reports import sheet_count

    return sheet_count(projects, order.wanted.form)


def ending(kind: Format, form: Form) -> str:
    """What a file of a format is, as it stands behind whose it is: after a gap if it is Latin."""
    said = _(OTHER_ENDINGS.get(kind, ENDINGS[form])).strip()
    return f" {said}" if said.isascii() else said


def _files(
    card: Scorecard, whose: str, order: Order, kind: Format, step: Told
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Name and maker of each file of a format; a template gives several."""
    name = file_name(whose, card.department.year, ending(kind, order.wanted.form), kind)
    if kind in (Format.XLSX, Format.PDF) and order.template is not None:
        yield from _of_template(card, whose, order, kind)
    elif kind is Format.XLSX:
        yield name, partial(_workbook, card, order.wanted.form, step)
    elif kind is Format.PDF:
        yield name, partial(_print, card, order)
    else:
        yield name, partial(_MAKERS[kind], card)


def _of_template(
    card: Scorecard, whose: str, order: Order, kind: Format
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """The files that a template gives, called what it is called: of each project, or of the department."""
    from evaltool.operations.own_forms import filled

    if order.template is None or order.wanted.template is None:
        return
    taken: set[str] = set()
    for of, book in filled(order.template, card):
        name = unique(f"{whose} {of}".strip(), taken)
        make = partial(bytes, book) if kind is Format.XLSX else partial(_printed, book, 1, order)
        yield file_name(name, card.department.year, order.wanted.template.stem, kind), make


def _workbook(card: Scorecard, form: Form, step: Told) -> bytes:
    from evaltool.reports import workbook

    return workbook(card, form, step)


def _print(card: Scorecard, order: Order) -> bytes:
    from evaltool.reports import workbook

    return _printed(workbook(card, order.wanted.form, paper=True), len(card.department.projects), order)


def _printed(book: bytes, projects: int, order: Order) -> bytes:
    from evaltool.operations.reporting.paper import printed

    return printed(book, projects, order.made_on, order.scratch)


def _document(card: Scorecard) -> bytes:
    from evaltool.reports import word

    return word.document(card)


def _page(card: Scorecard) -> bytes:
    from evaltool.reports import page

    return page.page(card)


def _csv(card: Scorecard) -> bytes:
    from evaltool.reports import rows

    return rows.csv_file(card)


def _json(card: Scorecard) -> bytes:
    from evaltool.reports import rows

    return rows.json_file(card)


_MAKERS = {Format.DOCX: _document, Format.HTML: _page, Format.CSV: _csv, Format.JSON: _json}
"""Of each report that is one file of one scorecard, whatever the form."""

"""A template filled: values in its cells, its repeating row once for each indicator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from openpyxl.utils.cell import get_column_letter

from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Value
from evaltool.reports.template import grow
from evaltool.reports.template.cells import fill_cell
from evaltool.reports.template.following import follow, unshare
from evaltool.reports.template.heights import Shown, fit
from evaltool.reports.template.levels import merge_levels
from evaltool.reports.template.names import OF_DEPARTMENT, OF_LINE, OF_PROJECT, Kind, Line, ProjectPart
from evaltool.reports.template.package import Element, Package, SheetEntry, content, opened
from evaltool.reports.template.page import fill_page, name_origin
from evaltool.reports.template.read import Template
from evaltool.reports.template.references import NONE, Growth
from evaltool.reports.template.styles import Styles
from evaltool.reports.template.survey import (
    Marked,
    Run,
    column_of,
    marked_cells,
    repeating_row,
    rows_of,
    said_in,
    shared_strings,
    sheet_of,
)
from evaltool.reports.whole.form import in_force

_DEPARTMENT = {one.name: one for one in OF_DEPARTMENT}
_PROJECT = {one.name: one for one in OF_PROJECT}
_LINE = {one.name: one for one in OF_LINE}


def fill(template: Template, card: Scorecard, project: str = "") -> bytes:
    """A template's content filled for a project, or for the department where no project is named.

    The template has no finding of severity error. The row that repeats has the indicators of the project, or
    the clauses of the department's own objectives. The same input gives the same bytes.
    """
    package = opened(template.data)
    job = _Job(package, shared_strings(package), Styles(package), card, _part(card, project))
    growths, sheets, changed = {}, {}, set()
    for entry in package.sheets:
        sheet = sheet_of(package.parts[entry.part])
        unshare(sheet)
        marked = marked_cells(sheet, job.strings)
        if fill_page(sheet, job.said) or marked:
            changed.add(entry.part)
        if marked:
            growths[entry.title.casefold()] = _fill_sheet(job, entry, sheet, marked)
        sheets[entry] = sheet
    changed |= follow(package, sheets, growths)
    for entry, sheet in sheets.items():
        if entry.part in changed:
            package.parts[entry.part] = content(sheet)
    job.styles.save()
    name_origin(package, card)
    return package.packed()


@dataclass(frozen=True, slots=True)
class _Job:
    """A template that is being filled, and what from."""

    package: Package
    strings: Sequence[tuple[Run, ...]]
    styles: Styles
    card: Scorecard
    part: ProjectPart | None

    @property
    def lines(self) -> list[Line]:
        """The lines that the repeating row stands for."""
        scores = self.part.score.indicators if self.part else in_force(self.card.score).lines
        return [Line(number, score, self.card.rulebook) for number, score in enumerate(scores, 1)]

    def said(self, name: str, line: Line | None = None) -> tuple[Value, Kind]:
        """What a placeholder stands for; nothing where there is no indicator."""
        if name in _DEPARTMENT:
            return _DEPARTMENT[name].value(self.card), _DEPARTMENT[name].kind
        if name in _PROJECT and self.part is not None:
            return _PROJECT[name].value(self.part), _PROJECT[name].kind
        if line is not None and name in _LINE:
            return _LINE[name].value(line), _LINE[name].kind
        return None, Kind.TEXT


def _part(card: Scorecard, code: str) -> ProjectPart | None:
    for project, score in zip(card.department.projects, card.score.projects, strict=True):
        if code and project.code == code:
            return ProjectPart(card, project, score)
    return None


def _fill_sheet(job: _Job, entry: SheetEntry, sheet: Element, marked: Sequence[Marked]) -> Growth:
    """Fill the cells of a sheet; gives the row that repeats and how often."""
    row, lines = repeating_row(marked), job.lines
    growth = Growth(row, max(1, len(lines))) if row else NONE
    repeated = [one for one in marked if one.row == row]
    copies = grow.grow(job.package, entry.part, sheet, growth) if row else []
    shown = [_filled(job, one, one.cell, None) for one in marked if one.row != row]
    for number, copy in enumerate(copies):
        line = lines[number] if lines else None
        cells = {cell.get("r", "").rstrip("0123456789"): cell for cell in copy}
        shown += [_filled(job, one, cells[get_column_letter(one.column)], line) for one in repeated]
    merge_levels(sheet, growth, repeated, lines)
    fit(sheet, job.styles, [*shown, *_beside(job, sheet, growth)])
    return growth


def _filled(job: _Job, one: Marked, cell: Element, line: Line | None) -> Shown:
    """Fill a cell; gives what stands in it now."""
    text = fill_cell(cell, one.runs, one.marks, lambda name: job.said(name, line), job.styles)
    return Shown(cell, text)


def _beside(job: _Job, sheet: Element, growth: Growth) -> Iterator[Shown]:
    """What else stands in the row, and headings merged over it: the rows may be fewer than they need."""
    edges = grow.merged(sheet)
    for row in rows_of(sheet):
        top = int(row.get("r", "0"))
        for cell in row if top <= growth.row else ():
            column = column_of(cell)
            if edges.get((top, column), (column, top, column, top))[3] >= growth.row:
                runs, is_formula = said_in(cell, job.strings)
                if not is_formula:
                    yield Shown(cell, "".join(run.text for run in runs))

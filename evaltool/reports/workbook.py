"""The year-end workbook of a department: a summary, a form for each project, and what the scores rest on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from zipfile import ZIP_DEFLATED

from openpyxl.packaging.core import DocumentProperties
from openpyxl.workbook import Workbook
from openpyxl.writer.excel import ExcelWriter

from evaltool import __version__
from evaltool.language import _
from evaltool.reports import basis, project_form, summary, texts
from evaltool.reports.sheet import Sheet
from evaltool.sheets import safe
from evaltool.sheets.archive import Archive
from evaltool.sheets.looks import Looks
from evaltool.sheets.safe import cell_text, sheet_names
from evaltool.sheets.whole import replacing
from scoring.model import Department, Dossier
from scoring.scores import DepartmentScore


def write_workbook(
    dossier: Dossier,
    score: DepartmentScore,
    path: Path,
    made_on: date,
    step: Callable[[int], object] = lambda _: None,
) -> None:
    """Write a department's scorecards to `path`, in a folder that exists; `made_on` is the day printed.

    `step` is told the number of each sheet before it is made, and may raise to give it up.

    The same input gives the same bytes. What stood at `path` is replaced only by a complete file. Raises
    `OSError` and leaves the old one where that cannot be done (no room, no right, the file open in Excel).
    """
    workbook = _built(dossier, score, made_on, step)
    with replacing(path) as stream, Archive(stream, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(workbook, archive).write_data()


def file_name(department: Department) -> str:
    """The name of a department's workbook, without a folder."""
    return safe.file_name(safe.known_as(department.code, department.name), department.year, _("绩效自评表"))


def _built(
    dossier: Dossier, score: DepartmentScore, made_on: date, step: Callable[[int], object]
) -> Workbook:
    workbook = Workbook()
    looks = Looks(workbook)
    projects = dossier.department.projects
    wanted = [_("部门汇总"), _("评分依据"), *(project.name for project in projects)]
    first, last, *names = sheet_names(wanted)
    workbook.worksheets[0].title = first
    step(0)
    summary.write(Sheet(workbook.worksheets[0], looks, summary.UNITS), dossier, score)
    forms = zip(names, projects, score.projects, strict=True)
    for number, (name, project, project_score) in enumerate(forms, 1):
        step(number)
        sheet = Sheet(workbook.create_sheet(name), looks, project_form.UNITS)
        project_form.write(sheet, dossier, project, project_score)
    step(len(projects) + 1)
    answers = dossier.outcomes.department.answers
    sheet = Sheet(workbook.create_sheet(last), looks, basis.UNITS)
    basis.write(sheet, dossier.department, score, made_on, answers)
    workbook.properties = _properties(score, made_on)
    # There is nothing to compute, so Excel need not ask whether to save when the file is closed.
    workbook.calculation.fullCalcOnLoad = False
    return workbook


def _properties(score: DepartmentScore, made_on: date) -> DocumentProperties:
    title = _("{department}绩效自评表").format(department=texts.department(score))
    moment = datetime.combine(made_on, time())
    creator = f"evaltool {__version__}"
    return DocumentProperties(title=cell_text(title), creator=creator, created=moment, modified=moment)

"""The year-end workbook of a department: a summary, a form for each project, and what the scores rest on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED

from openpyxl.packaging.core import DocumentProperties
from openpyxl.workbook import Workbook
from openpyxl.writer.excel import ExcelWriter

from evaltool import __version__
from evaltool.language import _
from evaltool.reports import texts
from evaltool.reports.basis import sheet as basis
from evaltool.reports.national import form as national
from evaltool.reports.scorecard import Scorecard
from evaltool.reports.sheet import Sheet
from evaltool.reports.summary import sheet as summary
from evaltool.sheets.archive import Archive
from evaltool.sheets.looks import Looks
from evaltool.sheets.safe import cell_text, sheet_names


def workbook(card: Scorecard, step: Callable[[int], object] = lambda _: None) -> bytes:
    """A department's scorecards as the content of a file; the same input gives the same bytes.

    `step` is told the number of each sheet before it is made, and may raise to give it up.
    """
    stream = BytesIO()
    with Archive(stream, "w", ZIP_DEFLATED) as archive:
        ExcelWriter(_built(card, step), archive).write_data()
    return stream.getvalue()


def _built(card: Scorecard, step: Callable[[int], object]) -> Workbook:
    book = Workbook()
    looks = Looks(book)
    projects = card.department.projects
    wanted = [_("部门汇总"), _("评分依据"), *(project.name for project in projects)]
    first, last, *names = sheet_names(wanted)
    book.worksheets[0].title = first
    step(0)
    summary.write(Sheet(book.worksheets[0], looks, summary.UNITS), card)
    forms = zip(names, projects, card.score.projects, strict=True)
    for number, (name, project, project_score) in enumerate(forms, 1):
        step(number)
        sheet = Sheet(book.create_sheet(name), looks, national.UNITS)
        national.write(sheet, card, project, project_score)
    step(len(projects) + 1)
    basis.write(Sheet(book.create_sheet(last), looks, basis.UNITS), card)
    book.properties = _properties(card)
    # There is nothing to compute, so Excel need not ask whether to save when the file is closed.
    book.calculation.fullCalcOnLoad = False
    return book


def _properties(card: Scorecard) -> DocumentProperties:
    title = _("{department}绩效自评表").format(department=texts.department(card.score))
    moment = datetime.combine(card.made_on, time())
    return DocumentProperties(
        title=cell_text(title),
        creator=f"evaltool {__version__}",
        description=cell_text(f"{texts.rulebook(card.rulebook)}\n{card.made}"),
        created=moment,
        modified=moment,
    )

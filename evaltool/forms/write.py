"""The workbook of a form: its sheets, its instructions, its hidden identity, protected against slips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from openpyxl.packaging.core import DocumentProperties
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from evaltool import __version__
from evaltool.forms import identity
from evaltool.forms.department_sheet import write_department
from evaltool.forms.identity import Identity
from evaltool.forms.layout import HIDDEN, WIDTHS, Column
from evaltool.forms.page import Page
from evaltool.forms.project_sheet import Beyond, write_project
from evaltool.language import N_, _
from evaltool.sheets.archive import saved
from evaltool.sheets.looks import PLAIN, TITLE, Looks
from evaltool.sheets.safe import cell_text, file_name, known_as, sheet_names
from scoring.model import Department, Dossier, Key
from scoring.scores import DepartmentScore

LAST_COLUMN = Column.HINT

UNDATED = 2000
"""Stands for the year of making, where a department has none: a form is the same whenever it is made."""
A4 = 9

INSTRUCTIONS = (
    N_("只填黄色单元格；其余单元格已保护（无密码），请勿改动结构，否则无法收回。"),
    N_("实际完成值只填数字，不带单位，单位见“单位”一列：目标 ≥95% 的，完成 96% 填 96。"),
    N_("定性指标在“完成档次”中选择，再在“得分比例(%)”中填该档范围内的比例。"),
    N_("是否类指标选“是”或“否”；有完成期限的填完成日期。"),
    N_("不适用的指标在“是否适用”中选“不适用”，并在“偏差原因”中说明。"),
    N_("未得满分的填“偏差原因”和“改进措施”；佐证材料写文件名或文号。"),
    N_("金额以万元为单位；“年度资金总额”留空的，按各来源之和计算。"),
    N_("空白表示尚未填写，不按 0 计；填完之前总分显示可能的最低与最高分。"),
    N_("“见程序计算”表示该项得分无法用公式准确表示，收回后由程序计算。"),
    N_("填完保存为 xlsx 格式交回；Excel、WPS 和 LibreOffice 均可填写。"),
)


@dataclass(frozen=True, slots=True)
class Part:
    """What a form is about: projects by their code, and the department's own objectives or not."""

    projects: tuple[str, ...]
    own: bool = False


def form_name(department: Department, project: str = "") -> str:
    """The name of a form's file, without a folder: of a project, or of the whole department."""
    name = next((one.name for one in department.projects if one.code == project), "")
    whose = known_as(department.code, department.name) + known_as(project, name)
    return file_name(whose, department.year, _("填报表"))


def form(dossier: Dossier, score: DepartmentScore, part: Part) -> tuple[bytes, Beyond]:
    """A form as a file's content, and what its formulas cannot say. The same input gives the same bytes."""
    workbook, beyond = _built(dossier, score, part)
    return saved(workbook), beyond


def _built(dossier: Dossier, score: DepartmentScore, part: Part) -> tuple[Workbook, Beyond]:
    workbook = Workbook()
    looks = Looks(workbook)
    department = dossier.department
    projects = [one for one in department.projects if one.code in part.projects]
    own = [_("部门自身目标")] if part.own else []
    _hidden, *names, last = sheet_names(
        [identity.SHEET, *own, *(one.name for one in projects), _("填写说明")]
    )
    beyond: dict[Key | None, str] = {}
    codes = ([""] if part.own else []) + [one.code for one in projects]
    pages = [Page(workbook.create_sheet(name), looks, code) for name, code in zip(names, codes, strict=True)]
    if part.own:
        beyond |= write_department(pages[0], dossier, score)
    scored = {one.code: one for one in score.projects}
    # The people are the department's: forms of single projects would each name somebody else.
    is_whole = len(projects) == len(department.projects)
    for page, project in zip(pages[len(own) :], projects, strict=True):
        with_people = is_whole and page is pages[0]
        beyond |= write_project(page, dossier, project, scored[project.code], with_people=with_people)
    for page in pages:
        _set_up(page.worksheet)
    _instruct(Page(workbook.create_sheet(last), looks, ""))
    _identify(workbook.create_sheet(identity.SHEET), dossier, pages, last)
    workbook.remove(workbook.worksheets[0])
    workbook.active = 0
    workbook.security = WorkbookProtection(lockStructure=True)
    workbook.calculation.fullCalcOnLoad = True
    workbook.properties = _properties(department)
    return workbook, beyond


def _set_up(sheet: Worksheet) -> None:
    """Widths, printing on A4, and protection without a password: against slips, not against people."""
    for column in Column:
        dimension = sheet.column_dimensions[get_column_letter(column)]
        dimension.width = WIDTHS.get(column, 8)
        dimension.hidden = column in HIDDEN
    sheet.sheet_view.showGridLines = False
    sheet.page_setup.paperSize = A4
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.page_margins = PageMargins(0.4, 0.4, 0.5, 0.5, header=0.3, footer=0.3)
    sheet.print_options.horizontalCentered = True
    sheet.print_area = f"A1:{get_column_letter(LAST_COLUMN)}{sheet.max_row}"
    _protect(sheet)


def _protect(sheet: Worksheet) -> None:
    sheet.protection.sheet = True
    sheet.protection.formatColumns = sheet.protection.formatRows = False  # False: allowed


def _instruct(page: Page) -> None:
    page.fix(page.next(32), Column.LEVEL1, _("填写说明"), TITLE, LAST_COLUMN)
    for number, text in enumerate(INSTRUCTIONS, 1):
        page.fix(page.next(), Column.LEVEL1, f"{number}. {_(text)}", PLAIN, LAST_COLUMN)
    page.finish()
    _set_up(page.worksheet)


def _identify(sheet: Worksheet, dossier: Dossier, pages: Sequence[Page], instructions: str) -> None:
    """Write the hidden sheet."""
    department = dossier.department
    said = Identity(
        department.code,
        department.year,
        identity.rulebook_mark(dossier.rulebook),
        tuple((page.title, page.project) for page in pages),
        tuple(fill for page in pages for fill in page.fills),
        tuple(fixed for page in pages for fixed in page.fixed),
        instructions,
    )
    for number, row in enumerate(identity.rows_of(said), 1):
        for column, text in enumerate(row, 1):
            if text:
                cell = sheet.cell(number, column)
                cell.value = text
                cell.data_type = "s"
                cell.number_format = "@"
    sheet.sheet_state = "veryHidden"
    _protect(sheet)


def _properties(department: Department) -> DocumentProperties:
    title = cell_text(_("{department}绩效自评填报表").format(department=department.name))
    moment = datetime(department.year or UNDATED, 12, 31)  # noqa: DTZ001 - a workbook's times have no zone
    return DocumentProperties(title=title, creator=f"evaltool {__version__}", created=moment, modified=moment)

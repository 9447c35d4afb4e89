"""A county's own form, made by hand: with logos, a page set-up, formulas, rules for cells, a second sheet."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from typing import Any

import openpyxl
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

ROW = 8
"""The row that repeats."""

THIN = Side(style="thin")
COLUMNS = ("一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "分值", "得分", "偏差原因")


def picture() -> bytes:
    """A small red PNG."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    lines = b"".join(b"\0" + b"\xd0\x20\x20" * 24 for _line in range(24))
    head = struct.pack(">IIBBBBB", 24, 24, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(lines))
        + chunk(b"IEND", b"")
    )


def county_form(change: Callable[[Workbook], Any] = lambda _book: None) -> bytes:
    """The form as a file's content, after `change` has had its way with it."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "自评表"
    sheet["A1"] = "某县{{年度}}年度项目绩效自评表"
    sheet.merge_cells("A1:H1")
    sheet["A1"].font = Font(name="黑体", size=16, color="FF0000")
    sheet["A2"] = "项目名称：｛｛ 项目名称 ｝｝"
    sheet.merge_cells("A2:D2")
    sheet["E2"] = "{{部门名称}}"
    sheet["A3"], sheet["B3"], sheet["C3"] = "全年预算", "{{全年预算数}}", "{{执行率}}"
    sheet["D3"], sheet["E3"] = "{{执行率}}", "{{执行率得分}}"
    sheet["B3"].number_format = '#,##0.00"万元"'
    sheet["C3"].number_format = "0.0%"
    sheet["A4"] = "{{预期目标}}"
    sheet.merge_cells("A4:H4")
    sheet["A6"] = "绩效指标"
    sheet.merge_cells("A6:H6")
    _row(sheet)
    sheet["A9"] = "指标合计"
    sheet["F9"], sheet["G9"] = "=SUM(F8)", "=SUM(G8:G8)"
    sheet["H9"] = '=IF(G9=F9,"满分",F9-G9)'
    sheet["A10"], sheet["G10"] = "总分", "{{总分}}"
    sheet.merge_cells("A10:F10")
    sheet["A12"] = "说明：{{评分说明}}"
    sheet.merge_cells("A12:H13")
    sheet["G8"].comment = Comment("得分由程序填写", "某县财政局")
    sheet["A12"].comment = Comment("说明由程序填写", "某县财政局")
    sheet.conditional_formatting.add(
        "G8:G8", CellIsRule("lessThan", ["10"], fill=PatternFill(bgColor="FFCC00"))
    )
    sheet.conditional_formatting.add("A10:G10", FormulaRule(["$G$10<60"], fill=PatternFill(bgColor="FF0000")))
    listed = DataValidation("list", formula1="$A$15:$A$16", sqref="H8")
    sheet.add_data_validation(listed)
    sheet["A15"], sheet["A16"] = "疫情", "资金"
    _set_up(sheet)
    other = book.create_sheet("汇总")
    other["A1"] = "=自评表!G9"
    other["A2"] = "=SUM(自评表!G8:G8)+自评表!G10"
    other["A3"] = "=AVERAGE(自评表!G8)"
    book.create_sheet("填表须知")["A1"] = "请勿删改本表"
    book.defined_names["合计"] = DefinedName("合计", attr_text="自评表!$G$9")
    change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _set_up(sheet: Worksheet) -> None:
    """How the sheet is printed, and the logos above and below its row."""
    sheet.row_breaks.append(Break(id=10))
    sheet.print_area = "A1:H13"
    sheet.print_title_rows = "7:7"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_margins.left = 0.31
    sheet.oddHeader.center.text = "某县财政局"
    sheet.oddFooter.left.text = "{{页脚标识}}"
    sheet.oddFooter.right.text = "第 &P 页"
    sheet.freeze_panes = "A8"
    sheet.column_dimensions["H"].width = 24
    sheet.row_dimensions[ROW].height = 21
    for place in ("H1", "H14"):
        logo = Image(io.BytesIO(picture()))
        logo.anchor = place
        sheet.add_image(logo)


def _row(sheet: Worksheet) -> None:
    """The row that repeats, under its headings."""
    for column, name in enumerate(COLUMNS, 1):
        sheet.cell(ROW - 1, column, name)
        cell = sheet.cell(ROW, column, f"{{{{{name}}}}}")
        cell.border = Border(THIN, THIN, THIN, THIN)
        cell.alignment = Alignment(wrap_text=True)
    sheet.cell(ROW, 7).number_format = "0.00"
    sheet["I8"] = "=G8/F8"

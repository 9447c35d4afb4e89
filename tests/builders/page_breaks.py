"""A Word file whose table runs over pages: headers repeated, levels merged, a row cut by a page's end."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P
    from docx.table import Table, _Row

HEADERS = ("项目编码", "一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值")
WIDTHS = (2.0, 2.5, 3.0, 4.0, 6.5, 2.5)
CODE = "13052922P00584010141N"
LEVELS = (
    ("产出指标", ("数量指标", "质量指标", "时效指标"), 9),
    ("效益指标", ("社会效益指标", "可持续影响指标"), 8),
    ("满意度指标", ("服务对象满意度指标",), 3),
)
"""A first level, its second levels, and how many indicators each of these has."""


def table_over_pages() -> bytes:
    """The file: landscape, a page number in the footer, a running head, one table of 46 indicators."""
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.header.paragraphs[0].text = "2022年部门预算绩效文本"
    _add_page_number(section.footer.paragraphs[0]._p)
    document.add_paragraph("1.会议活动绩效目标表")
    table = document.add_table(1, len(HEADERS), style="Table Grid")
    table.autofit = False
    for cell, text in zip(table.rows[0].cells, HEADERS, strict=True):
        cell.text = text
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    number = 0
    for level1, level2s, count in LEVELS:
        first = len(table.rows)
        for level2 in level2s:
            begun = len(table.rows)
            for _ in range(count):
                number += 1
                _fill(table.add_row(), number, level1, level2)
            _merge(table, 2, begun, level2)
        _merge(table, 1, first, level1)
    _merge(table, 0, 1, CODE)
    for row in table.rows:
        for cell, width in zip(row.cells, WIDTHS, strict=True):
            cell.width = Cm(width)
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def _fill(row: _Row, number: int, level1: str, level2: str) -> None:
    description = f"第{number}项活动全年实际完成的次数占计划次数的比例，按照会议签到表和工作总结逐项核对" * 3
    for cell, text in zip(
        row.cells,
        ("", level1, level2, f"第{number}项活动完成率", description, f"≥{number + 40}%"),
        strict=True,
    ):
        cell.text = text


def _merge(table: Table, column: int, first: int, text: str) -> None:
    """One cell from a row to the last one, as Word keeps it: its text stands in the first."""
    merged = table.cell(first, column).merge(table.cell(len(table.rows) - 1, column))
    merged.text = text


def _add_page_number(paragraph: CT_P) -> None:
    run = OxmlElement("w:fldSimple")
    run.set(qn("w:instr"), "PAGE")
    paragraph.append(run)

"""A table with scores in a workbook that is no xlsx: read like one, and its copy with remarks is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import load_workbook
from sheet_parts_by_hand import CELL, ods_of, row_of

from evaltool.operations import recheck_file, write_remarks
from scoring.rulebook import load

if TYPE_CHECKING:
    from pathlib import Path

TEXT = CELL.replace("{}", 'office:value-type="string"', 1)
PERCENT = CELL.replace("{}", 'office:value-type="percentage" office:value="{}"', 1)
NUMBER = CELL.replace("{}", 'office:value-type="float" office:value="{}"', 1)
HEADERS = ("项目名称", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分")


def test_the_copy_of_an_ods_has_its_sheets_and_the_verdicts_at_the_scores(tmp_path: Path):
    texts = (TEXT.format(text) for text in ("道路养护", "产出指标", "质量指标", "合格率"))
    figures = (
        PERCENT.format("0.954", "95%"),
        PERCENT.format("0.96", "96%"),
        NUMBER.format(20, 20),
        NUMBER.format(18, 18),
    )
    rows = (row_of(again=2), row_of(*map(TEXT.format, HEADERS)), row_of(*texts, *figures))
    (tmp_path / "自评表.ods").write_bytes(ods_of(*rows))
    done = recheck_file(tmp_path / "自评表.ods", load("national-2020"))
    write_remarks(done, tmp_path / "复核.xlsx")
    (sheet,) = load_workbook(tmp_path / "复核.xlsx").worksheets
    assert (sheet.title, sheet["E4"].value, sheet["F4"].value) == ("表", "95.4%", "96%")
    remarks = {cell.coordinate: cell.comment.text for row in sheet for cell in row if cell.comment}
    assert list(remarks) == ["H4"]
    assert remarks["H4"].splitlines()[:2] == ["达标却扣分", "应得 20.00"]

"""A command that somebody wrote into a document stays a text in every workbook that is made of it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook
from word_parts import row, table, word_parts

from evaltool import operations as ops
from evaltool.operations.reporting import write_dossier
from scoring.rulebook import load

if TYPE_CHECKING:
    from pathlib import Path

COMMANDS = ("=cmd|'/c calc'!A0", "+cmd|'/c calc'!A0", "-2+3+cmd|'/c calc'!A0", "@SUM(1)*cmd|'/c calc'!A0")


def document(command: str) -> bytes:
    """A result document that says a command wherever people may write."""
    return word_parts(
        table(
            row("131001某县政协办公室", "单位：万元", "", "", "", ""),
            row("项目编码", "P1", "项目名称", command, "", ""),
            row("预算规模及资金用途", "预算数", "10.00", "其中：财政资金", "10.00", "其他资金"),
            row("绩效目标", command, "", "", "", ""),
            row("一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值", "指标值确定依据"),
            row("产出指标", "数量指标", command, command, "4次", command),
            row("产出指标", command, "培训次数", "", command, "领导批示"),
        )
    )


def scored(command: str) -> bytes:
    """A table with scores that says a command beside its figures."""
    return word_parts(
        table(
            row("项目名称", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"),
            row(command, "产出指标", "数量指标", command, "≥4次", "4次", "50", "50"),
            row(command, "效益指标", "社会效益指标", "作用", command, command, "40", "40"),
        )
    )


SHEET = re.compile(r"'(?:[^']|'')*'!")
"""A sheet's name where a formula points at a cell of it: quoted, so that nothing in it is computed."""


def said_in(path: Path, command: str) -> int:
    """How many cells hold the command, each as a text; where people edit cells, editing starts nothing."""
    count = 0
    for sheet in load_workbook(path):
        for cell in (cell for line in sheet.iter_rows() for cell in line if cell.value is not None):
            assert cell.data_type != "f" or "cmd" not in SHEET.sub("", str(cell.value))
            if cell.value == command:
                count += 1
                assert cell.data_type == "s"
                assert cell.quotePrefix or sheet.sheet_state != "visible"
    return count


@pytest.mark.parametrize("command", COMMANDS)
def test_scorecards_and_forms_show_a_command_as_it_was_written(command: str, tmp_path: Path):
    (tmp_path / "目标.docx").write_bytes(document(command))
    dossier, _ = ops.dossier_of(tmp_path / "目标.docx", None, year=2022)
    (project,) = dossier.department.projects
    assert project.name == project.indicators[0].name == command
    day = date(2023, 1, 1)
    (book,) = write_dossier(dossier, (), tmp_path / "出", day, lambda _: None, lambda: False).paths
    assert said_in(book, command)
    (form,) = ops.write_forms(dossier, tmp_path / "表")
    assert said_in(form.path, command)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_copy_with_remarks_shows_a_command_as_it_was_written(command: str, tmp_path: Path):
    (tmp_path / "自评表.docx").write_bytes(scored(command))
    done = ops.recheck_file(tmp_path / "自评表.docx", load("national-2020"))
    assert done.lines
    ops.write_remarks(done, tmp_path / "复核.xlsx")
    assert said_in(tmp_path / "复核.xlsx", command) == 5

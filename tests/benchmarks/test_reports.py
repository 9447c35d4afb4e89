"""One workbook of 20 projects × 10 indicators, beside straight openpyxl calls for the same cells."""

from __future__ import annotations

from copy import copy
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from evaltool.reports import write_workbook
from scoring import rulebook
from scoring.evaluate import evaluate
from scoring.model import (
    Actual,
    Department,
    Dossier,
    Funds,
    Indicator,
    Key,
    Money,
    Outcome,
    Outcomes,
    Project,
    ProjectOutcome,
    Sense,
    Target,
)

DAY = date(2023, 1, 15)
LEVELS = (
    ("产出指标", "数量指标"),
    ("产出指标", "质量指标"),
    ("产出指标", "时效指标"),
    ("效益指标", "社会效益指标"),
    ("满意度指标", "服务对象满意度指标"),
)


@pytest.fixture
def dossier() -> Dossier:
    """20 projects of 10 indicators, each indicator short of its target and with a reason."""
    target = Target(Sense.AT_LEAST, Decimal(95), unit="%", text="≥95%")
    outcome = Outcome(
        Actual(Decimal(90), "%", text="90%"),
        reason="受客观条件影响，部分工作推迟到下一年度开展。",
        action="加强统筹，按月调度。",
    )
    projects = []
    for number in range(20):
        keys = [Key(f"P{number:02}", "", *LEVELS[n // 2], f"第{n}项工作完成率") for n in range(10)]
        lines = tuple(Indicator(key, target) for key in keys)
        objectives = ("做好各项工作，保障机关正常运转。",)
        projects.append(
            Project(
                f"P{number:02}", f"项目{number}", budget=Decimal(100), objectives=objectives, indicators=lines
            )
        )
    department = Department("131001", "某单位", 2022, projects=tuple(projects))
    money = ProjectOutcome(
        Money(adjusted=Funds(Decimal(100)), spent=Funds(Decimal("93.5"))), achieved="已完成。"
    )
    outcomes = Outcomes(
        {line.key: outcome for line in department.indicators()}, {project.code: money for project in projects}
    )
    return Dossier(department, rulebook.load(), outcomes)


def _looks(cell: Any) -> tuple[Any, ...]:
    looks = (cell.font, cell.border, cell.fill, cell.alignment)
    return *(copy(look) for look in looks), cell.number_format


def test_writing_a_workbook(benchmark: Any, dossier: Dossier, tmp_path: Path) -> None:
    score = evaluate(dossier)
    benchmark(write_workbook, dossier, score, tmp_path / "scorecards.xlsx", DAY)


def test_the_same_cells_by_straight_openpyxl_calls(benchmark: Any, dossier: Dossier, tmp_path: Path) -> None:
    """The yardstick: the same cells, styles, merges and heights, written as openpyxl's manual shows."""
    path = tmp_path / "scorecards.xlsx"
    write_workbook(dossier, evaluate(dossier), path, DAY)
    model = openpyxl.load_workbook(path)
    sheets = []
    for sheet in model:
        cells = [
            (cell.row, cell.column, cell.value, _looks(cell))
            for row in sheet.iter_rows()
            for cell in row
            if cell.has_style
        ]
        heights = {row: dimension.height for row, dimension in sheet.row_dimensions.items()}
        widths = {column: dimension.width for column, dimension in sheet.column_dimensions.items()}
        sheets.append((sheet.title, cells, sorted(map(str, sheet.merged_cells.ranges)), heights, widths))

    def straight() -> None:
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for title, cells, merged, heights, widths in sheets:
            sheet = book.create_sheet(title)
            for row, column, value, (font, border, fill, alignment, number_format) in cells:
                cell = sheet.cell(row, column, value)
                cell.font, cell.border, cell.fill = font, border, fill
                cell.alignment, cell.number_format = alignment, number_format
            for span in merged:
                sheet.merge_cells(span)
            for number, height in heights.items():
                sheet.row_dimensions[number].height = height
            for letter, width in widths.items():
                sheet.column_dimensions[letter].width = width
        book.save(path)

    benchmark(straight)

"""A workbook and a page of 20 projects × 10 indicators; the workbook beside openpyxl's own calls."""

from __future__ import annotations

import statistics
import time
from copy import copy
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import NamedStyle
from speed_table import SpeedTable

from evaltool.reports import Scorecard, workbook
from evaltool.reports.page import page
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


def test_writing_a_workbook(benchmark: Any, speed: SpeedTable, dossier: Dossier, tmp_path: Path) -> None:
    card = Scorecard(dossier, evaluate(dossier), DAY)
    path = tmp_path / "scorecards.xlsx"
    path.write_bytes(workbook(card))
    straight = Straight(path)
    # The yardstick runs between the rounds, so that both meet the same machine.
    benchmark.pedantic(workbook, (card,), setup=straight.write, rounds=15)
    speed.put_median("workbook", benchmark)
    if benchmark.stats is not None:
        ratio = benchmark.stats.stats.median / straight.median
        speed.put("straight", ratio, f"straight {straight.median:.2f} s")


def test_writing_a_page(benchmark: Any, speed: SpeedTable, dossier: Dossier) -> None:
    card = Scorecard(dossier, evaluate(dossier), DAY)
    content = benchmark.pedantic(page, (card,), rounds=15)
    speed.put_median("page", benchmark, f"{len(content) / 1_000_000:.2f} MB")


class Straight:
    """The yardstick: the same cells, looks, merges and heights by openpyxl's own calls, as its manual shows.

    Each look is a named style, made once: the quickest of the ways that the manual has. Formulas are written
    as they stand. Charts, print set-up and ends of pages are left out, so that it has a little less to do
    than the workbook has; leaving out the cells under merges, which openpyxl makes again, spares it a tenth.
    """

    def __init__(self, model: Path) -> None:
        self._looks: dict[str, NamedStyle] = {}
        self._sheets = [self._taken(sheet) for sheet in openpyxl.load_workbook(model)]
        self._path = model.with_name("straight.xlsx")
        self._took: list[float] = []

    @property
    def median(self) -> float:
        """Seconds that it took."""
        return statistics.median(self._took)

    def write(self) -> None:
        """Write the workbook once, and note how long it took."""
        start = time.perf_counter()
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for look in self._looks.values():
            book.add_named_style(copy(look))
        for title, cells, merged, heights, widths in self._sheets:
            sheet = book.create_sheet(title)
            for row, column, value, look in cells:
                sheet.cell(row, column, value).style = look
            for span in merged:
                sheet.merge_cells(span)
            for number, height in heights.items():
                sheet.row_dimensions[number].height = height
            for letter, width in widths.items():
                sheet.column_dimensions[letter].width = width
        book.save(self._path)
        self._took.append(time.perf_counter() - start)

    def _taken(self, sheet: Any) -> tuple[str, list[Any], list[str], dict[int, float], dict[str, float]]:
        cells = [
            (cell.row, cell.column, cell.value, self._look(cell))
            for row in sheet.iter_rows()
            for cell in row
            if cell.has_style
        ]
        heights = {row: dimension.height for row, dimension in sheet.row_dimensions.items()}
        widths = {column: dimension.width for column, dimension in sheet.column_dimensions.items()}
        return sheet.title, cells, sorted(map(str, sheet.merged_cells.ranges)), heights, widths

    def _look(self, cell: Any) -> str:
        parts = {name: copy(getattr(cell, name)) for name in ("font", "border", "fill", "alignment")}
        key = repr((*parts.values(), cell.number_format))
        if key not in self._looks:
            name = f"look {len(self._looks)}"
            self._looks[key] = NamedStyle(name, number_format=cell.number_format, **parts)
        return self._looks[key].name

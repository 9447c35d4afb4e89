"""The year's end of two offices, from the first import to what is handed in: by keys alone, and by mouse."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from openpyxl import load_workbook
from rich.cells import cell_len
from tui_bench import BEIDAIHE, JULU, Bench, Start, open_desk

from evaltool import operations as ops
from evaltool.tui.rows import Row

TOTALS = {2022: "92.88", 2020: "95.98~98.13"}
Known = Mapping[tuple[str, str], tuple[str, str]]


def figures(document: Path) -> Known:
    """What was achieved, by project and name: the figure and the share, as an evaluator has them on paper."""
    (example,) = (one for one in ops.examples() if one.document == document)
    with example.actuals.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.reader(file) if row[-5]]
    return {(row[0], row[-6]): (row[-5], row[-4]) for row in rows}


async def fill_in(bench: Bench, known: Known) -> None:
    """Type what is known of the project that is shown, row by row, Enter after each."""
    place = bench.app.work.place
    assert place is not None
    for row in bench.app.work.rows:
        actual, share = known.get((place.project, _name(row)), ("", ""))
        await bench.enter(actual, *filter(None, [share]))


def _name(row: Row) -> str:
    if row.indicator is not None:
        return row.indicator.name
    return {"money.adjusted.total": "全年预算数", "money.spent.total": "全年执行数"}[row.subject.field]


def projects(bench: Bench) -> int:
    assert bench.app.work.book is not None
    return len(bench.app.work.book.dossier.department.projects)


async def test_two_offices_by_keys_alone(
    db: Path, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    async with start(db, (100, 30)) as bench:
        for document in (JULU, BEIDAIHE):
            await bench.press("f7")
            await bench.enter(str(document))
            await bench.press("ctrl+s", "enter")
            for _project in range(projects(bench)):
                await bench.press("enter")
                await fill_in(bench, figures(document))
                await bench.press("escape", "ctrl+down")
            await bench.press("ctrl+up", "f6", "f2", "enter")
            assert "已写出文件 1 个" in bench.screen
            await bench.press("escape", "down", "enter", "f6", "enter")
            assert "已交表" in bench.message
            await bench.press("enter", "down", "down")
            await bench.enter("1")
            assert "已交表" in bench.message
            await bench.press("escape", "escape")
    handed_in(db, tmp_path)


async def test_two_offices_by_mouse(db: Path, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)
    for document in (JULU, BEIDAIHE):
        shutil.copy(document, tmp_path)
    async with start(db, (200, 50)) as bench:
        for document in (JULU, BEIDAIHE):
            await click(bench, "F7 导入")
            await click(bench, document.name)
            await click(bench, "Ctrl+S 采用")
            await click(bench, "Enter 采用")
            known = figures(document)
            assert bench.app.work.book is not None
            for project in bench.app.work.book.dossier.department.projects:
                await click(bench, project.name)
                for index, row in enumerate(bench.app.work.rows, start=1):  # below the headings
                    actual, share = known.get((project.code, _name(row)), ("", ""))
                    if actual:
                        await bench.pilot.click("#sheet", offset=(30, index))
                        await bench.settle()
                        await bench.type(actual)
                        await click(bench, "Enter 保存")
                    if share:
                        await bench.type(share)
                        await click(bench, "Enter 保存")
            await click(bench, "F6 交表")
            await click(bench, "F2 写自评表")
            await click(bench, "Enter 写出")
            assert "已写出文件 1 个" in bench.screen
            await click(bench, "Esc 返回")
            await click(bench, "整个单位")
            await click(bench, "F6 交表", last=True)
            await click(bench, "Enter 交表并锁定")
            assert "已交表" in bench.message
    handed_in(db, tmp_path)


async def click(bench: Bench, text: str, *, last: bool = False) -> None:
    """Click where a text stands: on its first line, or its last."""
    lines = list(enumerate(bench.lines))
    for y, line in reversed(lines) if last else lines:
        if text in line:
            x = cell_len(line[: line.index(text)]) + 1
            await bench.pilot.click(offset=(x, y))
            await bench.settle()
            return
    raise AssertionError(f"no {text} on\n{bench.screen}")


def handed_in(db: Path, folder: Path) -> None:
    """Both offices have a version with the total that they come to, and a workbook that says it."""
    with open_desk(db) as desk:
        for one in desk.departments():
            assert one.handed_in
            assert all(project.handed_in for project in one.projects)
            score = ops.score(desk.dossier(one.code, one.year)).score
            assert score is not None
            shown = {str(score.low), str(score.high)}
            assert shown == set(TOTALS[one.year or 0].split("~"))
            (path,) = (path for path in folder.rglob("*.xlsx") if f"{one.year}年度" in path.name)
            cells = {str(cell.value) for sheet in load_workbook(path) for row in sheet for cell in row}
            assert any(total in cell for total in shown for cell in cells)

"""A bureau with 500 departments: the tree names all of them and loads one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.widgets._data_table import DataTable
from tui_bench import Start, open_desk

from evaltool import operations as ops
from evaltool.tui.widgets.department_tree import DepartmentTree
from evaltool.tui.widgets.sheet import Sheet
from scoring.model import Dossier


class Bureau:
    """A desk that lists the first department 500 times over, and counts what is loaded."""

    def __init__(self, desk: ops.Desk) -> None:
        self._desk = desk
        self.loaded: list[str] = []

    def departments(self) -> tuple[ops.Summary, ...]:
        one = self._desk.departments()[0]
        others = (ops.Summary(f"{n:06}", f"单位{n}", 2022, 0, 0, one.projects) for n in range(499))
        return (one, *others)

    def dossier(self, code: str, year: int | None) -> Dossier:
        self.loaded.append(code)
        return self._desk.dossier("131001", year)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._desk, name)


async def test_500_departments_are_listed_and_only_the_one_that_is_shown_is_loaded(known: Path, start: Start):
    bureau = Bureau(open_desk(known))
    async with start(lambda: bureau) as bench:
        tree = bench.app.work.query_one(DepartmentTree)
        assert len(tree.root.children) == 500
        assert bureau.loaded == ["131001"]
        assert "会议培训次数" in bench.screen


async def test_departments_passed_on_the_way_are_not_all_loaded(known: Path, start: Start):
    bureau = Bureau(open_desk(known))
    async with start(lambda: bureau) as bench:
        await bench.pilot.press(*["down"] * 60)
        await bench.settle()
        assert bench.app.work.place is not None
        assert bureau.loaded[-1] == bench.app.work.place.code


async def test_while_typing_the_table_is_left_alone(known: Path, start: Start, monkeypatch: Any):
    async with start(known) as bench:
        await bench.press("enter", "down", "down")
        touched: list[str] = []
        monkeypatch.setattr(DataTable, "update_cell", lambda *_args, **_named: touched.append("cell"))
        monkeypatch.setattr(Sheet, "fill", lambda *_args, **_named: touched.append("table"))
        monkeypatch.setattr(DepartmentTree, "show_standings", lambda *_args: touched.append("tree"))
        await bench.type("12345")
        assert touched == []
        assert "12345次" in bench.screen
        await bench.press("enter", "enter")  # so much is asked about once
        assert "cell" in touched
        assert "table" not in touched

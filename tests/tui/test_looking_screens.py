"""Looking at scores: figures side by side, levels, workings, and every doubt with a way to it."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widgets import OptionList
from tui_bench import BEIDAIHE, JULU, Bench, Start, open_desk

from evaltool import operations as ops
from evaltool import wording
from evaltool.tui.going import way_to
from evaltool.tui.rows import Part, rows_of
from evaltool.tui.widgets.grid import INSIDE, Grid, drawn
from scoring.findings import Finding
from scoring.model import Dossier, Key, Subject
from scoring.rulebook.schema import METHODS

SIZES = [(80, 24), (140, 60)]
PROJECT = "13052922P00584010141N"


@pytest.fixture
def recorded(known: Path) -> Path:
    """The example office with its figures."""
    (example,) = (one for one in ops.examples() if "巨鹿" in one.document.name)
    with open_desk(known) as desk:
        dossier = desk.dossier("131001", 2022)
        desk.record("131001", 2022, ops.read_actuals(example.actuals, dossier).entries, "record")
    return known


async def _whole(bench: Bench, pages: int = 8) -> str:
    """A page as it is seen while turning it."""
    seen = [bench.screen]
    for _ in range(pages):
        await bench.press("pagedown")
        seen.append(bench.screen)
    return "\n".join(seen)


@pytest.mark.parametrize("size", SIZES)
async def test_the_ways_to_a_departments_figure_stand_side_by_side(
    recorded: Path, start: Start, size: tuple[int, int]
):
    async with start(recorded, size) as bench:
        await bench.press("f3", "right")
        said = await _whole(bench)
        for code in METHODS:
            assert wording.term(code) in said
            assert wording.term(f"{code}.what")[:16] in said
        assert "* 项目加权平均分（管理参考）" in said
        assert "* 部门自身目标与预算执行" not in said
        assert "标 * 的是评分规则采用的得分" in said
        assert "无法评定" in said
        assert "未给定各项目的权重" in said
        assert "未录入部门的基本支出和项目支出" in said
        assert all(cell_len(line) == size[0] for line in bench.lines)


@pytest.mark.parametrize("size", SIZES)
async def test_levels_are_shown_with_points_and_attainment(
    recorded: Path, start: Start, size: tuple[int, int]
):
    async with start(recorded, size) as bench:
        await bench.press("f3", "right")
        lines = [[text for text in line.split() if "|" not in text] for line in bench.lines]
        assert ["产出指标", "46.22", "50.00", "92.43%", "4/4"] in [line[:5] for line in lines]
        assert ["时效指标", "11.84", "12.50", "94.74%", "1/1"] in [line[:5] for line in lines]


async def test_an_interval_is_shown_while_figures_are_missing(known: Path, start: Start):
    async with start(known) as bench:
        await bench.press("f3")
        assert "：0~100" in bench.screen


async def test_a_project_has_its_levels_in_the_tree_that_says_why(recorded: Path, start: Start):
    async with start(recorded, (100, 60)) as bench:
        await bench.press("enter", "down", "down", "f4", "f4")
        assert "产出指标：得分 46.22（分值 50.00），完成率：92.43%" in bench.screen


async def test_a_department_has_every_way_in_the_tree_that_says_why(recorded: Path, start: Start):
    async with start(recorded, (100, 100)) as bench:
        await bench.press("up", "f4")
        for code in METHODS:
            assert wording.term(code) in bench.screen
        assert "1 个项目以预算 143 万元加权：92.88" in bench.screen


async def test_a_doubt_leads_to_the_indicator_it_is_about(recorded: Path, start: Start):
    async with start(recorded, (120, 40)) as bench:
        await bench.press("f5")
        await _to(bench, "经费支付及时率")
        await bench.press("enter")
        assert bench.bar.at is not None
        assert bench.bar.at.row.subject.indicator is not None
        assert bench.bar.at.row.subject.indicator.name == "经费支付及时率"
        assert bench.app.focused is bench.bar.entering


async def test_a_doubt_about_the_plan_leads_to_the_page_of_the_money(known: Path, start: Start):
    async with start(known, (120, 40)) as bench:
        await bench.press("f5")
        await _to(bench, "资金支出计划的表头")
        await bench.press("enter")
        assert bench.app.work.place is not None
        assert bench.app.work.place.part is Part.MONEY
        assert bench.bar.at is not None
        assert bench.bar.at.name == "checkpoint.3"


async def test_a_doubt_about_another_project_leads_there(known: Path, start: Start):
    async with start(known, (120, 60)) as bench:
        await bench.press("ctrl+down", "f5")
        place = bench.app.work.place
        assert place is not None
        book = bench.app.work.book
        assert book is not None
        projects = book.dossier.department.projects
        assert len(projects) > 1
        await _to(bench, projects[-1].name)
        await bench.press("enter")
        assert bench.app.work.place is not None
        assert bench.app.work.place.project == projects[-1].code
        assert bench.app.focused is bench.bar.entering


async def _to(bench: Bench, text: str) -> None:
    """Put the cursor of the list on the first doubt that says something."""
    shown = bench.app.screen.query_one(OptionList)
    for index in range(shown.option_count):
        if text in str(shown.get_option_at_index(index).prompt):
            await bench.press(*["down"] * index)
            return
    raise AssertionError(bench.screen)


async def test_what_was_odd_about_the_document_is_in_the_list(known: Path, start: Start):
    async with start(known, (120, 60)) as bench:
        await bench.press("f5")
        assert "没有标明年度" in bench.screen
        assert f"{JULU.name} 第 6 行" in bench.screen


def _doubts(db: Path) -> list[tuple[Dossier, Finding]]:
    with open_desk(db) as desk:
        found = []
        for one in desk.departments():
            dossier = desk.dossier(one.code, one.year)
            doubts = ops.check(dossier, desk.document_findings(one.code, one.year))
            found += [(dossier, doubt) for doubt in doubts]
        return found


def test_every_doubt_has_a_row_and_a_field_to_go_to(recorded: Path):
    doubts = _doubts(recorded)
    assert {doubt.source.file for _, doubt in doubts if doubt.source} >= {JULU.name, BEIDAIHE.name}
    for dossier, doubt in doubts:
        department = (dossier.department.code, dossier.department.year)
        place, field = way_to(dossier, department, doubt.subject)
        rows = rows_of(dossier, place)
        assert any(field in map(row.at, row.fields) for row in rows), doubt
        assert place.project == doubt.subject.project


LOST = Key("gone", "", "产出指标", "数量指标", "没有了的指标")
SUBJECTS = {
    Subject(): ("", "basic_budget"),
    Subject("gone", LOST, "actual"): ("", "basic_budget"),
    Subject(PROJECT, field="weight"): (PROJECT, "actual"),
    Subject(PROJECT, field="execution_reason"): (PROJECT, "execution_reason"),
    Subject(PROJECT, field="budget"): (PROJECT, "money.adjusted.total"),
    Subject(PROJECT, field="money.spent.fiscal"): (PROJECT, "money.spent.fiscal"),
    Subject(PROJECT, field="completion"): (PROJECT, "completion"),
    Subject(PROJECT, field="weight_choice"): (PROJECT, "weight_choice"),
    Subject(PROJECT, field="execution"): (PROJECT, "execution"),
    Subject(field="completion"): ("", "completion"),
    Subject(field="people.preparer"): ("", "people.preparer"),
    Subject(field="objectives"): ("", "actual"),
}


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.field or "department")
def test_what_is_no_field_of_the_workbench_is_looked_at_where_it_belongs(known: Path, subject: Subject):
    with open_desk(known) as desk:
        dossier = desk.dossier("131001", 2022)
    place, field = way_to(dossier, ("131001", 2022), subject)
    assert (place.project, field.field) == SUBJECTS[subject]


def test_a_grid_keeps_to_its_room_and_loses_no_character():
    name = "非常长的三级指标名称，一行放不下"
    grid = Grid(("指标", "得分"), [(f"  {name}", "9.38/12.50"), "这一行是说明，与表格同宽", ("短", "1")])
    for room in range(30, 90, 5):
        lines = drawn(grid, room)
        assert all(cell_len(line) <= room for line in lines)
        text = "".join("".join(lines).split())
        for part in ("9.38/12.50", "说明", "短"):
            assert part in text
        assert not any("…" in line for line in lines)
        assert any(line.startswith(" " * INSIDE + "这") for line in lines)

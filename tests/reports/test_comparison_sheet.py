"""目标与完成对比: its tables, and pictures that draw cells and stand where nothing else does."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from by_hand import (
    CODE,
    MADE_ON,
    at_least,
    done,
    julu,
    line,
    with_outcome,
    with_own_objectives,
    with_project_outcome,
    with_projects,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from evaltool.reports import Scorecard, workbook
from evaltool.reports.page_setup import page_height
from scoring.evaluate import evaluate
from scoring.model import Checkpoint, Dossier, Funds, Money, Outcome, Outcomes, ProjectOutcome, State

Written = Callable[[Dossier], Workbook]
NAME = "目标与完成对比"


@pytest.fixture
def sheet(written: Written) -> Callable[[Dossier], Worksheet]:
    """The comparison sheet of a dossier."""
    return lambda dossier: written(dossier)[NAME]


Drawn = Callable[[Dossier], Worksheet]


def with_plan(dossier: Dossier, *codes: str, months: dict[int, Decimal] | None = None) -> Dossier:
    """A project of each code with the same indicators, a plan, and what was spent at the ends of months."""
    first = dossier.department.projects[0]
    plan = tuple(Checkpoint(month, percent=Decimal(month * 100) / 12) for month in (3, 6, 12))
    projects = [replace(first, code=code, name=f"项目{code}", plan=plan, indicators=()) for code in codes]
    money = replace(dossier.outcomes.projects[CODE].money, checkpoints=months or {})
    recorded = {code: ProjectOutcome(money) for code in codes}
    return replace(with_projects(dossier, *projects), outcomes=replace(dossier.outcomes, projects=recorded))


def with_many(dossier: Dossier, actuals: Sequence[str]) -> Dossier:
    """One project with an indicator for each actual; none was recorded for an empty one."""
    lines = [line("产出指标", "数量指标", f"第{n}项", at_least("100")) for n in range(len(actuals))]
    project = replace(dossier.department.projects[0], indicators=tuple(lines))
    recorded = {one.key: done(figure) for one, figure in zip(lines, actuals, strict=True) if figure}
    return replace(with_projects(dossier, project), outcomes=replace(dossier.outcomes, indicators=recorded))


def charts(sheet: Any) -> list[Any]:
    """The pictures of a sheet in their order."""
    return list(sheet._charts)


def titles(sheet: Worksheet) -> list[str]:
    """What stands above each picture."""
    return [
        "".join(run.t for part in chart.title.tx.rich.p for run in part.r or []) for chart in charts(sheet)
    ]


def drawn(sheet: Worksheet, chart: Any) -> dict[str, list[Any]]:
    """The figures of each series by its heading, and the labels."""
    found: dict[str, list[Any]] = {}
    for series in chart.series:
        found[sheet[series.tx.strRef.f.split("!")[1]].value] = cells(sheet, series.val.numRef.f)
        found["labels"] = cells(sheet, series.cat.strRef.f)
    return found


def cells(sheet: Worksheet, reference: str) -> list[Any]:
    name, area = reference.rsplit("!", 1)
    assert name == f"'{NAME}'"
    found = sheet[area.replace("$", "")]
    return [row[0].value for row in found] if isinstance(found, tuple) else [found.value]


def rows(sheet: Worksheet) -> list[list[Any]]:
    return [[value for value in row if value is not None] for row in sheet.iter_rows(values_only=True)]


def test_every_indicator_stands_with_target_actual_attainment_and_points(
    dossier: Dossier, sheet: Drawn
) -> None:
    found = rows(sheet(dossier))
    start = found.index(["专项运转保障经费", "年度指标值", "实际完成值", "完成率", "分值", "得分", "失分"])
    assert found[start + 1 : start + 4] == [
        [1, "数量指标", "会议培训次数", "4次", "3次", 0.75, 12.5, 9.38, 3.12],
        [2, "质量指标", "经费支付及时率", "≥95%", "96%", 1.0105, 12.5, 12.5, 0],
        [3, "时效指标", "完成率", "≥95%", "90%", 0.9474, 12.5, 11.84, 0.66],
    ]
    assert found[start + 7] == ["预算执行率", "143 万元", "138.6 万元", 0.9692, 10, 9.69, 0.31]


def test_few_indicators_are_all_drawn_in_the_order_printed(dossier: Dossier, sheet: Drawn) -> None:
    found = sheet(dossier)
    assert titles(found)[0] == "各项指标的完成率（共 6 项）"
    assert drawn(found, charts(found)[0]) == {
        "labels": [
            "1 会议培训次数",
            "2 经费支付及时率",
            "3 完成率",
            "4 经费成本",
            "5 委员履职能力提升",
            "6 满意度",
        ],
        "完成率": [0.75, 1.0105, 0.9474, 1.0317, 0.9, 0.9965],
    }


def test_of_many_indicators_those_that_lost_most_are_drawn_and_the_title_says_so(sheet: Drawn) -> None:
    found = sheet(with_many(julu(), [str(100 - n) for n in range(25)]))
    assert titles(found)[0] == "失分最多的 10 项指标的完成率（共 25 项）"
    assert drawn(found, charts(found)[0])["labels"][:2] == ["25 第24项", "24 第23项"]
    few = sheet(with_many(julu(), [*["100"] * 20, "70", "80"]))
    assert titles(few)[0] == "有失分的 2 项指标的完成率（共 22 项）"


def test_what_is_open_is_an_empty_cell_and_never_0(dossier: Dossier, sheet: Drawn) -> None:
    found = sheet(with_outcome(dossier, "完成率", None))
    assert drawn(found, charts(found)[0])["完成率"][2] is None
    levels = drawn(found, charts(found)[1])
    assert levels["得分率"][0] is None
    assert levels["得分率"][1:] == [0.9, 0.997]
    unpaid = sheet(with_project_outcome(dossier, money=Money()))
    assert drawn(unpaid, charts(unpaid)[2])["执行数"] == [None]
    assert any("还有 1 项没有评定" in str(row) for row in rows(found))


def test_where_nothing_is_recorded_there_is_no_picture_of_it(dossier: Dossier, sheet: Drawn) -> None:
    found = sheet(replace(dossier, outcomes=Outcomes()))
    assert titles(found) == ["各项目的预算与执行（万元）"]
    assert ["还没有可以画图的完成率"] in rows(found)


def test_a_department_without_projects_has_its_own_clauses_or_nothing(dossier: Dossier, sheet: Drawn) -> None:
    none = with_projects(dossier)
    assert titles(sheet(none)) == []
    own = sheet(with_projects(with_own_objectives(julu())))
    assert titles(own) == ["部门自身绩效目标：各项指标的完成率（共 1 项）"]
    assert drawn(own, charts(own)[0])["完成率"] == [0.9474]


def test_an_attainment_beyond_the_axis_is_said_in_the_title(sheet: Drawn) -> None:
    found = sheet(with_many(julu(), ["800", "90"]))
    assert titles(found)[0] == "各项指标的完成率（共 2 项），图止于 200%"
    assert charts(found)[0].y_axis.scaling.max == 2


def test_what_does_not_apply_is_in_the_table_and_not_in_the_picture(dossier: Dossier, sheet: Drawn) -> None:
    found = sheet(with_outcome(dossier, "完成率", Outcome(state=State.NOT_APPLICABLE, reason="取消")))
    assert titles(found)[0] == "各项指标的完成率（共 5 项）"
    assert "3 完成率" not in drawn(found, charts(found)[0])["labels"]
    assert any(row[:3] == [3, "时效指标", "完成率"] for row in rows(found))


def test_a_plan_stands_beside_what_was_spent_by_the_ends_of_months(dossier: Dossier, sheet: Drawn) -> None:
    found = sheet(with_plan(dossier, "甲", months={3: Decimal(30), 6: Decimal("70.15")}))
    assert drawn(found, charts(found)[-1]) == {
        "labels": ["3月底", "6月底", "10月底", "12月底"],
        "计划累计支出": [35.75, 71.5, None, 143],
        "实际累计支出": [30, 70.15, None, 138.6],
    }
    assert ["12月底的实际支出按全年执行数。"] in rows(found)


def test_several_plans_are_added_up_and_listed_and_those_with_spending_drawn(
    dossier: Dossier, sheet: Drawn
) -> None:
    found = sheet(with_plan(dossier, "甲", "乙", months={3: Decimal(30)}))
    assert len(charts(found)) == 1 + 1 + 2
    assert drawn(found, charts(found)[1])["实际累计支出"] == [60, None, None, 277.2]
    assert ["项目乙", 143, 35.75, 30, 71.5, "—", "—", "—", 143, 138.6] in rows(found)
    unspent = sheet(with_plan(dossier, "甲", "乙"))
    assert len(charts(unspent)) == 1 + 1
    many = sheet(with_plan(dossier, *"甲乙丙丁戊己庚", months={3: Decimal(30)}))
    assert len(charts(many)) == 1 + 1


def test_of_many_projects_those_with_the_largest_budgets_are_drawn(dossier: Dossier, sheet: Drawn) -> None:
    first = replace(dossier.department.projects[0], indicators=())
    projects = [replace(first, code=f"P{n}", name=f"项目{n}", budget=Decimal(n)) for n in range(1, 15)]
    found = sheet(with_projects(dossier, *projects))
    assert titles(found) == ["预算最多的 10 个项目的预算与执行（共 14 个，万元）"]
    assert drawn(found, charts(found)[0])["预算数"] == list(range(14, 4, -1))


def test_a_long_name_is_cut_beside_its_bar_and_whole_in_the_table(dossier: Dossier, sheet: Drawn) -> None:
    long = "关于进一步加强和改进全县政协委员履职服务保障工作的完成率"
    project = dossier.department.projects[0]
    indicator = replace(project.indicators[0], key=project.indicators[0].key._replace(name=long))
    dossier = with_projects(dossier, replace(project, indicators=(indicator,)))
    recorded = {indicator.key: done("3", "次")}
    found = sheet(replace(dossier, outcomes=replace(dossier.outcomes, indicators=recorded)))
    assert drawn(found, charts(found)[0])["labels"] == [f"1 {long[:13]}…"]
    assert any(long in row for row in rows(found))


def test_a_figure_too_long_for_a_spreadsheet_is_still_a_number_in_the_picture(sheet: Drawn) -> None:
    money = Money(adjusted=Funds(Decimal("1234567890123.456789")), spent=Funds(Decimal(5)))
    found = sheet(with_project_outcome(julu(), money=money))
    assert drawn(found, charts(found)[-1])["预算数"] == [1234567890123.46]


def test_axes_are_there_with_titles_units_and_a_beginning_at_0(dossier: Dossier, sheet: Drawn) -> None:
    for chart in charts(sheet(with_plan(with_own_objectives(dossier), "甲", "乙"))):
        assert chart.x_axis.delete is False
        assert chart.y_axis.delete is False
        said = ["".join(run.t for run in axis.title.tx.rich.p[0].r) for axis in (chart.x_axis, chart.y_axis)]
        assert said[0]
        assert re.search("%|万元", said[1])
        assert chart.y_axis.scaling.min == 0


def test_light_and_dark_differ_in_print_without_colours(dossier: Dossier, sheet: Drawn) -> None:
    for chart in charts(sheet(dossier)):
        fills = [series.spPr.solidFill.srgbClr for series in chart.series]
        greys = [sum(int(fill[at : at + 2], 16) for at in (0, 2, 4)) // 3 for fill in fills]
        assert len(greys) == 1 or greys[0] - greys[1] > 100


def places(sheet: Worksheet) -> list[tuple[int, int, int, int]]:
    """First and last row and column that each picture covers, counted from 1."""
    anchors = [chart.anchor for chart in charts(sheet)]
    return [(at._from.row + 1, at.to.row, at._from.col + 1, at.to.col + 1) for at in anchors]


def assert_well_placed(sheet: Worksheet) -> None:
    """Every picture stands on one page, inside what is printed, and over cells that hold nothing."""
    printed = sheet.max_row, sheet.max_column
    ends = sorted(one.id for one in sheet.row_breaks.brk)
    covered: set[int] = set()
    for top, last, left, right in places(sheet):
        assert (last, right) <= printed
        assert right <= printed[1]
        assert not covered & set(range(top, last + 1))
        covered |= set(range(top, last + 1))
        assert not [end for end in ends if top <= end < last]
        for row in sheet.iter_rows(top, last, left, right, values_only=True):
            assert not any(row)
    for begin, end in zip([0, *ends], [*ends, printed[0]], strict=True):
        height = sum(sheet.row_dimensions[row].height or 0 for row in range(begin + 1, end + 1))
        single = end - begin == 1
        assert height <= page_height(landscape=True) or single


@settings(max_examples=10, deadline=None)
@given(
    st.lists(st.sampled_from(["", "100", "37", "260"]), max_size=45),
    st.integers(0, 9),
    st.booleans(),
    st.integers(1, 60),
)
def test_pictures_stand_on_one_page_and_over_nothing(
    actuals: list[str], plans: int, is_spent: bool, length: int
) -> None:
    dossier = with_many(julu(), actuals)
    project = replace(dossier.department.projects[0], name="某" * length)
    planned = with_plan(dossier, *map(str, range(plans)), months={3: Decimal(9)} if is_spent else {})
    dossier = replace(
        with_projects(dossier, project, *planned.department.projects),
        outcomes=replace(
            dossier.outcomes, projects={**dossier.outcomes.projects, **planned.outcomes.projects}
        ),
    )
    content = workbook(Scorecard(dossier, evaluate(dossier), MADE_ON))
    assert_well_placed(openpyxl.load_workbook(BytesIO(content))[NAME])

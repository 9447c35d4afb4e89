"""The national form of one project, read back cell by cell."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from by_hand import (
    CODE,
    at_least,
    done,
    line,
    with_outcome,
    with_override,
    with_project_outcome,
    with_projects,
)
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from scoring import rulebook
from scoring.model import (
    Actual,
    AdjustedTarget,
    Band,
    Dossier,
    Funds,
    Money,
    Outcome,
    Override,
    State,
    WeightChoice,
)

Written = Callable[[Dossier], Workbook]
GOLDEN = Path(__file__).parent / "golden" / "julu-form.toml"

TARGET, ACTUAL, POINTS, SCORE, REASON = 5, 6, 7, 8, 9


def form_of(book: Workbook) -> Worksheet:
    return book.worksheets[1]


def row_of(sheet: Worksheet, text: str) -> int:
    """The first row with a cell of exactly that text."""
    return next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == text)


def values(sheet: Worksheet, text: str) -> dict[int, object]:
    """What stands in the row of that text, by column."""
    return {cell.column: cell.value for cell in sheet[row_of(sheet, text)] if cell.value is not None}


def test_julu_reads_back_cell_by_cell_as_in_the_golden_file(dossier: Dossier, written: Written) -> None:
    golden = tomllib.loads(
        GOLDEN.read_text("utf-8").replace("{hash}", dossier.rulebook.hash), parse_float=Decimal
    )
    sheet = form_of(written(dossier))
    cells = {
        cell.coordinate: cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None
    }
    found = {
        at: Decimal(str(value)) if isinstance(value, int | float) else value for at, value in cells.items()
    }
    assert found == golden["cells"]
    assert sorted(map(str, sheet.merged_cells.ranges)) == golden["merged"]


def test_scores_are_numbers_with_two_decimals_and_lines_add_up_to_the_total(
    dossier: Dossier, written: Written
) -> None:
    sheet = form_of(written(dossier))
    names = [indicator.name for indicator in dossier.department.projects[0].indicators]
    lines = [sheet.cell(row_of(sheet, name), SCORE) for name in names]
    execution = sheet.cell(row_of(sheet, "年度资金总额"), REASON)
    total = sheet.cell(row_of(sheet, "总分"), SCORE)
    assert {cell.number_format for cell in (*lines, execution, total)} == {"0.00"}
    assert {cell.data_type for cell in (*lines, execution, total)} == {"n"}
    assert (
        sum(Decimal(str(cell.value)) for cell in (*lines, execution))
        == Decimal(str(total.value))
        == Decimal("92.88")
    )


def test_level_cells_are_merged_over_their_lines(dossier: Dossier, written: Written) -> None:
    project = dossier.department.projects[0]
    extra = line("产出指标", "数量指标", "视察次数", at_least("2", "次"))
    lines = (project.indicators[0], extra, *project.indicators[1:])
    sheet = form_of(written(with_projects(dossier, replace(project, indicators=lines))))
    first = row_of(sheet, "会议培训次数")
    merged = set(map(str, sheet.merged_cells.ranges))
    assert {f"B{first}:B{first + 4}", f"C{first}:C{first + 1}", f"A{first}:A{first + 6}"} <= merged
    assert sheet.cell(first, 2).value == "产出指标"


def test_below_the_form_each_level_has_its_points_and_its_attainment(
    dossier: Dossier, written: Written
) -> None:
    sheet = form_of(written(dossier))
    first = row_of(sheet, "各级得分")
    rows = [[cell.value for cell in sheet[row] if cell.value is not None] for row in range(first, first + 4)]
    assert rows[0] == ["各级得分", "一级指标", "完成率", "计入项数", "分值", "得分", "得分率"]
    assert rows[1:] == [
        ["产出指标", 0.9243, "4/4 项", 50, 46.22, 0.9244],
        ["效益指标", 0.9, "1/1 项", 30, 27, 0.9],
        ["满意度指标", 0.9965, "1/1 项", 10, 9.97, 0.997],
    ]


def notes_of(sheet: Worksheet) -> str:
    return str(sheet.cell(row_of(sheet, "评分说明"), 2).value)


def under(dossier: Dossier, clauses: str) -> Dossier:
    """The dossier under a rulebook that changes some clauses of the default one."""
    head = 'id = "local"\nversion = "1"\ntitle = "某县办法"\nextends = "national-2020"\n'
    return replace(dossier, rulebook=rulebook.parse(head + clauses, "local.toml"))


def test_a_cap_on_the_total_is_said_and_the_sum_stands_above_it(dossier: Dossier, written: Written) -> None:
    capped = under(dossier, "total.caps.value = [[97, 85]]")
    sheet = form_of(written(capped))
    assert [values(sheet, "合计（可计分）")[column] for column in (POINTS, SCORE)] == [100, 92.88]
    assert values(sheet, "总分")[SCORE] == 85
    assert "总分不超过 85：92.88 → 85" in notes_of(sheet)


def test_a_cap_that_may_still_come_is_said(dossier: Dossier, written: Written) -> None:
    capped = under(with_project_outcome(dossier, money=Money()), "total.caps.value = [[97, 60]]")
    sheet = form_of(written(capped))
    assert values(sheet, "合计（可计分）")[SCORE] == "待定（可能 83.19–93.19）"
    assert values(sheet, "总分")[SCORE] == "待定（可能 60.00–93.19）"
    assert "执行率尚未确定，总分可能受其限制" in notes_of(sheet)


def test_points_moved_inside_a_level_and_points_of_an_absent_level_are_said(
    dossier: Dossier, written: Written
) -> None:
    cancelled = with_outcome(dossier, "完成率", Outcome(state=State.NOT_APPLICABLE, reason="上级取消"))
    project = dossier.department.projects[0]
    without = with_projects(cancelled, replace(project, indicators=project.indicators[:-1]))
    moved = under(without, 'weights.not_applicable.value = "within_level"')
    said = notes_of(form_of(written(moved)))
    assert "无满意度指标，其 10 分并入效益指标" in said
    assert "产出指标中不适用指标的 12.50 分，按比例分给同级的 3 个指标" in said


def test_execution_in_steps_and_why_little_was_spent_are_said(dossier: Dossier, written: Written) -> None:
    changed = with_project_outcome(dossier, execution_reason="部分会议未召开")
    said = notes_of(form_of(written(replace(changed, rulebook=rulebook.load("core-2021")))))
    assert "按“≥80%”一档：10 × 70% = 7" in said
    assert "预算执行率的说明：部分会议未召开" in said


def test_a_total_of_exact_lines_says_that_it_may_differ_from_their_sum(
    dossier: Dossier, written: Written
) -> None:
    sheet = form_of(written(under(dossier, 'rounding.point.value = "total"')))
    assert "只舍入一次" in notes_of(sheet)


def test_the_adjusted_budget_is_printed_as_such_where_the_initial_one_counts(
    dossier: Dossier, written: Written
) -> None:
    money = Money(Funds(Decimal(140)), Funds(Decimal(150)), spent=Funds(Decimal(126)))
    initial = under(with_project_outcome(dossier, money=money), 'execution.budget.value = "initial"')
    found = list(values(form_of(written(initial)), "年度资金总额").values())
    assert found == ["年度资金总额", 140, 150, 126, 10, 0.9, 9]


def test_a_missing_actual_prints_the_interval_and_no_number(dossier: Dossier, written: Written) -> None:
    sheet = form_of(written(with_outcome(dossier, "完成率", None)))
    found = values(sheet, "完成率")
    assert ACTUAL not in found
    assert found[SCORE] == "待录入（可能 0.00–12.50）"
    assert values(sheet, "总分")[SCORE] == "待定（可能 81.04–93.54）"
    assert values(sheet, "总分")[REASON] == "等级：待定"


def test_a_band_without_a_share_prints_the_band_and_its_interval(dossier: Dossier, written: Written) -> None:
    partly = Outcome(Actual(band=Band.PARTLY, text="部分达成"))
    found = values(form_of(written(with_outcome(dossier, "委员履职能力提升", partly))), "委员履职能力提升")
    assert (found[ACTUAL], found[SCORE]) == ("部分达成", "待录入（可能 18.00–24.00）")


def test_an_actual_in_another_unit_family_is_to_be_checked(dossier: Dossier, written: Written) -> None:
    found = values(form_of(written(with_outcome(dossier, "完成率", done("90", "万元")))), "完成率")
    assert found[SCORE] == "待核实（可能 0.00–12.50）"


def test_what_does_not_apply_says_so_with_its_reason_and_the_total_is_rescaled(
    dossier: Dossier, written: Written
) -> None:
    cancelled = Outcome(state=State.NOT_APPLICABLE, reason="上级统一取消该项工作")
    sheet = form_of(written(with_outcome(dossier, "完成率", cancelled)))
    found = values(sheet, "完成率")
    assert [found[column] for column in (ACTUAL, POINTS, SCORE)] == ["不适用", "（12.50）", "不适用"]
    assert found[REASON] == "上级统一取消该项工作"
    assert [values(sheet, "合计（可计分）")[column] for column in (POINTS, SCORE)] == [87.5, 81.04]
    assert [values(sheet, "总分")[column] for column in (POINTS, SCORE)] == [100, 92.62]
    assert "81.04 ÷ 87.50 × 100 = 92.62" in str(sheet.cell(row_of(sheet, "评分说明"), 2).value)


def test_a_project_that_does_not_apply_has_no_score_and_says_why(dossier: Dossier, written: Written) -> None:
    sheet = form_of(written(with_project_outcome(dossier, state=State.NOT_APPLICABLE, reason="项目中途取消")))
    assert values(sheet, "总分")[SCORE] == "不适用"
    assert "项目中途取消" in str(sheet.cell(row_of(sheet, "评分说明"), 2).value)


def test_an_adjusted_target_prints_both_with_the_approval(dossier: Dossier, written: Written) -> None:
    adjusted = AdjustedTarget(at_least("85"), "巨财绩〔2022〕7号", date(2022, 9, 1))
    found = values(form_of(written(with_outcome(dossier, "完成率", done("90", adjusted=adjusted)))), "完成率")
    assert found[TARGET] == "≥95% → ≥85%（调整：巨财绩〔2022〕7号，2022-09-01）"
    assert found[SCORE] == 12.5


def test_a_score_set_by_a_person_stands_beside_the_computed_one(dossier: Dossier, written: Written) -> None:
    override = Override(Decimal("12.00"), "跨年调研已有阶段成果", "李四")
    found = values(form_of(written(with_override(dossier, "完成率", override))), "完成率")
    assert found[SCORE] == 12
    assert found[REASON] == "两项调研跨年完成\n人工评分 12.00（计算得分 11.84）：跨年调研已有阶段成果（李四）"


def test_a_score_set_before_the_actual_is_known_shows_what_could_be_computed(
    dossier: Dossier, written: Written
) -> None:
    open_line = with_outcome(dossier, "完成率", None)
    override = Override(Decimal("6.00"), "按进度估计")
    found = values(form_of(written(with_override(open_line, "完成率", override))), "完成率")
    assert found[SCORE] == 6
    assert found[REASON] == "人工评分 6.00（计算得分 待定（可能 0.00–12.50））：按进度估计"


def test_money_by_source_is_shown_and_only_the_total_is_scored(dossier: Dossier, written: Written) -> None:
    money = Money(
        initial=Funds(fiscal=Decimal(140), carried=Decimal(3)),
        adjusted=Funds(Decimal(150), Decimal(140), Decimal(3), Decimal(7)),
        spent=Funds(fiscal=Decimal("130.5")),
    )
    sheet = form_of(written(with_project_outcome(dossier, money=money)))
    assert list(values(sheet, "年度资金总额").values()) == ["年度资金总额", 143, 150, 130.5, 10, 0.87, 8.7]
    assert list(values(sheet, "其中：当年财政拨款").values())[1:] == [140, 140, 130.5, "—", "—", "—"]
    assert list(values(sheet, "上年结转资金").values())[1:] == [3, 3, "—", "—", "—", "—"]
    assert list(values(sheet, "其他资金").values())[1:] == ["—", 7, "—", "—", "—", "—"]


def test_without_recorded_money_the_declared_budget_serves_and_the_form_says_so(
    dossier: Dossier, written: Written
) -> None:
    sheet = form_of(written(with_project_outcome(dossier, money=Money(spent=Funds(Decimal("138.6"))))))
    assert list(values(sheet, "年度资金总额").values())[1:4] == [143, 143, 138.6]
    assert "以申报的预算数 143.00 万元代替" in str(sheet.cell(row_of(sheet, "评分说明"), 2).value)


def test_execution_that_does_not_apply_has_neither_points_nor_score(
    dossier: Dossier, written: Written
) -> None:
    changed = with_project_outcome(
        dossier, money=Money(), execution=State.NOT_APPLICABLE, execution_reason="全年无预算"
    )
    found = values(form_of(written(changed)), "年度资金总额")
    assert [found.get(column) for column in (POINTS, SCORE, REASON)] == ["—", "—", "不适用"]


def test_weights_that_leave_no_room_for_execution_give_no_total(dossier: Dossier, written: Written) -> None:
    project = dossier.department.projects[0]
    weights = (20, 20, 10, 10, 30, 10)
    weighted = (
        replace(indicator, weight=Decimal(weight))
        for indicator, weight in zip(project.indicators, weights, strict=True)
    )
    declared = with_projects(dossier, replace(project, indicators=tuple(weighted)))
    sheet = form_of(written(declared))
    assert values(sheet, "总分")[SCORE] == "待定（可能 0.00–100.00）"
    decided = with_project_outcome(declared, weight_choice=WeightChoice.NO_EXECUTION)
    assert values(form_of(written(decided)), "总分")[SCORE] == 91.44


def test_a_project_without_code_objectives_indicators_or_people_still_gives_a_form(
    dossier: Dossier, written: Written
) -> None:
    bare = replace(dossier.department.projects[0], objectives=(), indicators=())
    people = replace(dossier.outcomes.department, people=type(dossier.outcomes.department.people)())
    empty = replace(
        dossier, outcomes=replace(dossier.outcomes, projects={}, indicators={}, department=people)
    )
    sheet = form_of(written(with_projects(empty, replace(bare, budget=None, fiscal=None))))
    assert values(sheet, "总分")[POINTS] == 100
    assert sheet.cell(sheet.max_row, 1).value == "填报人："
    assert values(sheet, "项目名称")[REASON] == f"项目编码：{CODE}"

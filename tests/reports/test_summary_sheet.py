"""部门汇总: projects on a line each, figures side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from by_hand import julu, with_outcome, with_own_objectives, with_projects
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from evaltool.wording import term
from scoring import rulebook
from scoring.evaluate import evaluate
from scoring.findings import Severity
from scoring.model import Dossier, Funds, Money, ProjectOutcome

Written = Callable[[Dossier], Workbook]


def texts(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def row_after(sheet: Worksheet, text: str) -> list[object]:
    """The values of the first row that holds the text."""
    for row in sheet.iter_rows(values_only=True):
        if text in row:
            return [value for value in row if value is not None]
    raise AssertionError(text)


def test_each_project_has_a_line_with_money_rate_score_grade_and_state(
    dossier: Dossier, written: Written
) -> None:
    sheet = written(dossier)["部门汇总"]
    project = dossier.department.projects[0]
    expected = ["1", 1, project.code, project.name, 143, 138.6, 0.9692, 92.88, "优", "已录完"]
    severities = [odd.severity for odd in evaluate(dossier).findings if odd.subject.project == project.code]
    counted = [f"{term(one)} {severities.count(one)}" for one in Severity if one in severities]
    assert row_after(sheet, project.code) == [*expected, "，".join(counted)]


def test_an_open_project_shows_how_much_is_recorded_and_its_interval(
    dossier: Dossier, written: Written
) -> None:
    sheet = written(with_outcome(dossier, "完成率", None))["部门汇总"]
    found = row_after(sheet, dossier.department.projects[0].code)
    assert found[0] == "—"
    assert found[7:10] == ["待定（可能 81.04–93.54）", "待定", "录入中 5/6"]


def test_the_mean_of_projects_is_named_a_management_figure_and_never_the_departments_score(
    dossier: Dossier, written: Written
) -> None:
    said = texts(written(dossier)["部门汇总"])
    assert "项目加权平均分（管理参考）\n〔评分规则采用〕" in said
    assert not any("部门整体自评得分" in text for text in said)


def test_a_figure_that_cannot_be_judged_says_why(dossier: Dossier, written: Written) -> None:
    sheet = written(dossier)["部门汇总"]
    for method, why in (
        ("项目赋权平均分（管理参考）", "未给定各项目的权重"),
        ("部门自身目标与预算执行", "部门绩效目标中没有可衡量的内容"),
        ("部门目标加权得分", "部门绩效目标中没有可衡量的内容"),
    ):
        assert row_after(sheet, method)[2:] == ["无法评定", "—", why]


def test_the_figures_stand_side_by_side_each_with_what_it_is(dossier: Dossier, written: Written) -> None:
    open_one = with_own_objectives(with_outcome(dossier, "完成率", None))
    hubei = replace(open_one, rulebook=rulebook.load("hubei-2020"))
    sheet = written(hubei)["部门汇总"]
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    start = next(number for number, row in enumerate(rows) if row[:1] == ["口径"])
    methods = evaluate(hubei).methods
    shown = rows[start + 1 : start + 1 + len(methods)]
    headline = "\n〔评分规则采用〕"
    assert [row[0] for row in shown] == [
        term(code) + (headline if code == "goal_weighted" else "") for code in methods
    ]
    assert [row[1] for row in shown] == [term(f"{code}.what") for code in methods]
    assert [row[2] for row in shown] == [
        "待定（可能 82.79–93.90）",
        "待定（可能 82.79–93.90）",
        "无法评定",
        94.81,
        94.89,
    ]


def test_the_departments_own_objectives_stand_with_their_money(dossier: Dossier, written: Written) -> None:
    sheet = written(with_own_objectives(dossier))["部门汇总"]
    assert row_after(sheet, "提案交办率") == [1, "（一）", "提案交办率", "≥95%", "90%", 0.9474, 90, 85.26]
    assert row_after(sheet, "基本支出") == ["基本支出", 400, 380, 0.95]
    assert row_after(sheet, "项目支出") == ["项目支出", 143, 138.6, 0.9692]
    assert row_after(sheet, "合计") == ["合计", 543, 518.6, 0.9551]


def test_clauses_and_execution_stand_once_for_each_way_that_weighs_them(
    dossier: Dossier, written: Written
) -> None:
    sheet = written(with_own_objectives(dossier))["部门汇总"]
    rows = [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]
    clauses = [row for row in rows if "提案交办率" in row and "≥95%" in row and len(row) > 6]
    assert [row[-2:] for row in clauses] == [[90, 85.26], [100, 94.74]]
    execution = [row for row in rows if "543 万元" in row]
    assert [row[-2:] for row in execution] == [[10, 9.55], [20, 19.1]]
    assert [row for row in rows if row[:1] == ["总分"]] == [
        ["总分", 100, 94.81, "优"],
        ["总分", 100, 94.89, "优"],
    ]


def test_what_each_goal_gives_of_the_total_can_be_followed(dossier: Dossier, written: Written) -> None:
    sheet = written(with_own_objectives(dossier))["部门汇总"]
    said = "（一）：得分 94.74 × 80.00% = 75.79"
    assert row_after(sheet, said) == [said, 80, 75.79]  # and 19.1 of 20 for execution are 94.89


def test_levels_stand_under_their_project_with_weight_and_score(dossier: Dossier, written: Written) -> None:
    sheet = written(dossier)["部门汇总"]
    assert row_after(sheet, "产出指标")[2:] == ["产出指标", "小计", 50, 46.22, 0.9244, 0.9243, "4/4 项"]
    assert row_after(sheet, "社会效益指标") == ["社会效益指标", 30, 27, 0.9, 0.9, "1/1 项"]


def test_a_level_with_a_gap_has_its_interval_and_the_attainment_of_what_is_known(
    dossier: Dossier, written: Written
) -> None:
    sheet = written(with_outcome(dossier, "完成率", None))["部门汇总"]
    expected = ["小计", 50, "待定（可能 34.38–46.88）", "—", 0.9167, "3/4 项"]
    assert row_after(sheet, "产出指标")[3:] == expected


def test_a_level_of_lines_without_points_has_no_score(dossier: Dossier, written: Written) -> None:
    project = dossier.department.projects[0]
    first, *others = project.indicators
    partly = replace(project, indicators=(replace(first, weight=Decimal(20)), *others))
    sheet = written(with_projects(dossier, partly))["部门汇总"]
    assert row_after(sheet, "产出指标")[3:7] == ["小计", "—", "分值未定", "—"]


def test_a_level_whose_lines_have_points_has_its_score_though_another_level_has_none(
    dossier: Dossier, written: Written
) -> None:
    project = dossier.department.projects[0]
    partly = replace(
        project,
        indicators=tuple(
            replace(line, weight=None if line.level1 == "满意度指标" else Decimal(10))
            for line in project.indicators
        ),
    )
    sheet = written(with_projects(dossier, partly))["部门汇总"]
    assert row_after(sheet, "产出指标")[3:7] == ["小计", 40, 36.97, 0.9243]
    assert row_after(sheet, "满意度指标")[3:5] == ["分值未定", "—"]


def test_the_levels_of_all_projects_stand_before_those_of_each(dossier: Dossier, written: Written) -> None:
    first = dossier.department.projects[0]
    lines = tuple(replace(line, key=line.key._replace(project="131-0501")) for line in first.indicators)
    other = replace(first, code="131-0501", name="调研视察", indicators=lines)
    recorded = {
        line.key: dossier.outcomes.indicators[before.key]
        for line, before in zip(lines, first.indicators, strict=True)
    }
    two = with_projects(dossier, first, other)
    indicators = {**dossier.outcomes.indicators, **recorded}
    two = replace(two, outcomes=replace(two.outcomes, indicators=indicators))
    sheet = written(two)["部门汇总"]
    expected = ["—", "全部项目合计", "产出指标", "小计", 100, 92.44, 0.9244, 0.9243, "8/8 项"]
    assert row_after(sheet, "全部项目合计") == expected


def test_two_projects_have_two_lines_and_two_sheets(written: Written) -> None:
    dossier = julu()
    first = dossier.department.projects[0]
    other = replace(first, code="131-0501", name="调研视察", indicators=())
    two = with_projects(dossier, first, other)
    two = replace(
        two,
        outcomes=replace(
            two.outcomes,
            projects={**two.outcomes.projects, other.code: ProjectOutcome(Money(adjusted=Funds(Decimal(2))))},
        ),
    )
    book = written(two)
    assert book.sheetnames[1:3] == ["专项运转保障经费", "调研视察"]
    assert row_after(book["部门汇总"], "131-0501")[1:5] == [2, "131-0501", "调研视察", 2]


def test_on_paper_no_table_is_parted_from_its_headings_nor_a_grade_from_the_others(
    dossier: Dossier, written: Written
) -> None:
    for count in range(1, 16):
        projects = [
            replace(dossier.department.projects[0], code=f"P{n}", name=f"项目{n}") for n in range(count)
        ]
        sheet = written(with_projects(dossier, *projects))["部门汇总"]
        ends = {one.id for one in sheet.row_breaks.brk}
        firsts = [sheet.cell(row, 1).value for row in range(1, sheet.max_row + 1)]
        grades = firsts.index("等级分布（金额单位：万元）") + 1
        evidence = firsts.index("佐证材料清单") + 1
        assert not ends & {*range(grades - 1, grades + 6), *range(evidence - 1, evidence + 2)}
        assert ends

"""部门汇总: projects on a line each, figures side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from by_hand import at_least, done, julu, line, with_outcome, with_projects
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from scoring.model import DepartmentOutcome, Dossier, Funds, Money, Objective, ProjectOutcome

Written = Callable[[Dossier], Workbook]


def texts(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def row_after(sheet: Worksheet, text: str) -> list[object]:
    """The values of the first row that holds the text."""
    for row in sheet.iter_rows(values_only=True):
        if text in row:
            return [value for value in row if value is not None]
    raise AssertionError(text)


def with_own_objectives(dossier: Dossier) -> Dossier:
    """The department's own objective, recorded, and its money as a whole."""
    clause = line("", "", "提案交办率", at_least("95"), "")
    clause = replace(clause, key=clause.key._replace(objective="（一）"))
    department = replace(dossier.department, objectives=(Objective("（一）", indicators=(clause,)),))
    whole = DepartmentOutcome(Decimal(400), Decimal(380), Decimal(143), Decimal("138.6"))
    recorded = {**dossier.outcomes.indicators, clause.key: done("90")}
    return replace(
        dossier,
        department=department,
        outcomes=replace(dossier.outcomes, indicators=recorded, department=whole),
    )


def test_each_project_has_a_line_with_money_rate_score_grade_and_state(
    dossier: Dossier, written: Written
) -> None:
    sheet = written(dossier)["部门汇总"]
    project = dossier.department.projects[0]
    expected = [1, project.code, project.name, 143, 138.6, 0.9692, 92.88, "优", "已录完", "提醒 1"]
    assert row_after(sheet, project.code) == expected


def test_an_open_project_shows_how_much_is_recorded_and_its_interval(
    dossier: Dossier, written: Written
) -> None:
    sheet = written(with_outcome(dossier, "完成率", None))["部门汇总"]
    found = row_after(sheet, dossier.department.projects[0].code)
    assert found[6:9] == ["待定（可能 81.04–93.54）", "待定", "录入中 5/6"]


def test_the_mean_of_projects_is_named_a_management_figure_and_never_the_departments_score(
    dossier: Dossier, written: Written
) -> None:
    said = texts(written(dossier)["部门汇总"])
    assert "项目加权平均分（管理参考）〔评分规则采用〕" in said
    assert not any("部门整体自评得分" in text for text in said)


def test_a_figure_that_cannot_be_judged_says_why(dossier: Dossier, written: Written) -> None:
    found = row_after(written(dossier)["部门汇总"], "不能评定")
    assert found[1:] == ["不能评定", "—", "部门绩效目标中没有可衡量的内容"]


def test_the_departments_own_objectives_stand_with_their_money(dossier: Dossier, written: Written) -> None:
    sheet = written(with_own_objectives(dossier))["部门汇总"]
    assert row_after(sheet, "提案交办率") == [1, "（一）", "提案交办率", "≥95%", "90%", 0.9474, 90, 85.26]
    assert row_after(sheet, "基本支出") == ["基本支出", 400, 380, "—", "—", "—"]
    assert row_after(sheet, "合计") == ["合计", 543, 518.6, 0.9551, 10, 9.55]


def test_levels_stand_under_their_project_with_weight_and_score(dossier: Dossier, written: Written) -> None:
    sheet = written(dossier)["部门汇总"]
    assert row_after(sheet, "产出指标")[2:] == ["产出指标", "小计", 50, 46.22]
    assert row_after(sheet, "社会效益指标") == ["社会效益指标", 30, 27]


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
    assert book.sheetnames == ["部门汇总", "专项运转保障经费", "调研视察", "评分依据"]
    assert row_after(book["部门汇总"], "131-0501")[:4] == [2, "131-0501", "调研视察", 2]

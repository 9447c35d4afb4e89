"""部门（单位）整体支出绩效自评表, read back cell by cell."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path
from types import ModuleType

import openpyxl
import pytest
from by_hand import MADE_ON, done, julu, with_outcome, with_own_objectives, with_projects
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from evaltool import language
from evaltool.operations.actuals import read_actuals
from evaltool.operations.stateless import dossier_of
from evaltool.reports import Form, Scorecard, workbook
from evaltool.reports.sheet import Sheet
from evaltool.reports.summary import sheet as summary
from evaltool.reports.whole import form as whole
from evaltool.sheets.looks import Looks
from scoring import rulebook
from scoring.evaluate import evaluate
from scoring.model import (
    OVERALL,
    DepartmentOutcome,
    Dossier,
    Indicator,
    Key,
    Objective,
    Outcome,
    Sense,
    State,
    Subject,
    Target,
)
from scoring.record import apply

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLDEN = Path(__file__).parent / "golden"
NO_ONE = DepartmentOutcome()


@pytest.fixture
def english() -> Iterator[None]:
    language.use("en")
    yield
    language.use("zh")


def published() -> Dossier:
    """巨鹿 2022 with the actuals of its project and of the department itself."""
    name = "巨鹿县政协-2022"
    dossier, _ = dossier_of(EXAMPLES / f"{name}.txt", EXAMPLES / f"{name}-actuals.csv", rulebook.load())
    return apply(dossier, read_actuals(EXAMPLES / f"{name}-部门.csv", dossier, "").entries)


def card(dossier: Dossier) -> Scorecard:
    return Scorecard(dossier, evaluate(dossier), MADE_ON)


def form_of(dossier: Dossier) -> Worksheet:
    return openpyxl.load_workbook(BytesIO(workbook(card(dossier), Form.DEPARTMENT))).worksheets[0]


def rows(sheet: Worksheet) -> list[list[object]]:
    return [[value for value in row if value is not None] for row in sheet.iter_rows(values_only=True)]


def row_of(sheet: Worksheet, text: str) -> list[object]:
    return next(row for row in rows(sheet) if text in row)


def said(sheet: Worksheet) -> str:
    return "\n".join(str(value) for row in rows(sheet) for value in row)


def exact(value: object) -> object:
    return Decimal(str(value)) if isinstance(value, int | float) else value


def cells(sheet: Worksheet) -> dict[str, object]:
    return {
        cell.coordinate: exact(cell.value)
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def golden(name: str, dossier: Dossier) -> dict[str, object]:
    text = (GOLDEN / name).read_text("utf-8").replace("{hash}", dossier.rulebook.hash)
    return tomllib.loads(text, parse_float=Decimal)


def test_the_published_department_reads_back_cell_by_cell() -> None:
    dossier = published()
    sheet = form_of(dossier)
    expected = golden("julu-department.toml", dossier)
    assert cells(sheet) == expected["cells"]
    assert sorted(map(str, sheet.merged_cells.ranges)) == expected["merged"]


@pytest.mark.usefixtures("english")
def test_the_same_form_in_english() -> None:
    dossier = published()
    assert cells(form_of(dossier)) == golden("julu-department-en.toml", dossier)["cells"]


def test_it_is_the_first_sheet_of_the_departments_workbook() -> None:
    book = openpyxl.load_workbook(BytesIO(workbook(card(julu()), Form.DEPARTMENT)))
    assert book.sheetnames[:2] == ["部门整体支出绩效自评表", "部门汇总"]
    sheet = book.worksheets[0]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert sheet.print_title_rows == f"${row_number(sheet, '三级指标')}:${row_number(sheet, '三级指标')}"


def row_number(sheet: Worksheet, text: str) -> int:
    return next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == text)


def test_a_department_without_objectives_of_its_own_says_so_and_is_not_judged() -> None:
    dossier = julu()
    sheet = form_of(dossier)
    assert row_of(sheet, "本部门没有申报绩效目标") == ["本部门没有申报绩效目标"]
    assert "无法评定：部门绩效目标中没有可衡量的内容" in said(sheet)
    assert not any(str(value).startswith("总分") for row in rows(sheet) for value in row)


def test_objectives_that_are_only_headings_stand_as_what_is_expected() -> None:
    dossier = julu()
    heading = replace(dossier.department, objectives=(Objective("1、新年茶话会"),))
    sheet = form_of(replace(dossier, department=heading))
    assert row_of(sheet, "1、新年茶话会") == ["—", "—", "1、新年茶话会"]


def test_what_was_achieved_stands_beside_what_was_expected() -> None:
    dossier = with_own_objectives(julu())
    department = replace(
        dossier.department,
        objective="服务大局",
        objectives=(replace(dossier.department.objectives[0], text="办好提案"),),
    )
    achieved = {OVERALL: "全部完成", "（一）": "提案办结"}
    whole_outcome = replace(dossier.outcomes.department, achieved=achieved)
    dossier = replace(
        dossier, department=department, outcomes=replace(dossier.outcomes, department=whole_outcome)
    )
    sheet = form_of(dossier)
    assert row_of(sheet, "年度总体目标") == ["年度总体目标", "—", "服务大局", "全部完成"]
    assert row_of(sheet, "办好提案") == ["（一）", 90, "办好提案", "提案办结"]


def test_what_cannot_be_judged_says_why_and_gives_no_figure() -> None:
    dossier = with_own_objectives(julu())
    no_money = replace(dossier, outcomes=replace(dossier.outcomes, department=NO_ONE))
    sheet = form_of(no_money)
    assert row_of(sheet, "总分（部门自身目标与预算执行）") == [
        "总分（部门自身目标与预算执行）",
        100,
        "无法评定",
        "—",
    ]
    why = "未录入部门的基本支出和项目支出（预算数、执行数）"
    assert row_of(sheet, "无法评定的原因") == ["无法评定的原因", why]
    assert row_of(sheet, "合计") == ["合计", "—", "—", 10, "—", "待录入（可能 0.00–10.00）"]


def test_money_stands_also_where_nothing_can_be_scored() -> None:
    dossier = julu()
    money = DepartmentOutcome(Decimal(400), Decimal(380), Decimal(143), Decimal("138.6"))
    sheet = form_of(replace(dossier, outcomes=replace(dossier.outcomes, department=money)))
    assert row_of(sheet, "基本支出") == ["基本支出", 400, 380, "—", 0.95, "—"]
    assert row_of(sheet, "合计") == ["合计", 543, 518.6, "—", 0.9551, "—"]


def test_one_half_of_the_money_gives_no_sum() -> None:
    dossier = julu()
    money = DepartmentOutcome(basic_budget=Decimal(400), basic_spent=Decimal(380))
    sheet = form_of(replace(dossier, outcomes=replace(dossier.outcomes, department=money)))
    assert row_of(sheet, "合计") == ["合计", "—", "—", "—", "—", "—"]


def test_a_total_that_is_not_the_sum_of_its_lines_shows_that_sum() -> None:
    dossier = with_own_objectives(julu())
    own = dossier.department.objectives[0].indicators[0]
    other = Indicator(own.key._replace(name="调研完成率"), Target(Sense.AT_LEAST, Decimal(100), unit="%"))
    goal = replace(dossier.department.objectives[0], indicators=(own, other))
    dossier = replace(dossier, department=replace(dossier.department, objectives=(goal,)))
    assert not any(
        "合计（可计分）" in row for row in rows(form_of(with_outcome(dossier, "调研完成率", done("100"))))
    )
    left_out = with_outcome(dossier, "调研完成率", Outcome(state=State.NOT_APPLICABLE, reason="取消"))
    sheet = form_of(left_out)
    assert row_of(sheet, "合计（可计分）") == ["合计（可计分）", 55, 52.18, "—"]
    total = evaluate(left_out).methods["own_objectives"].score
    assert total is not None
    assert exact(row_of(sheet, "总分（部门自身目标与预算执行）")[2]) == total.value


def test_an_open_clause_leaves_an_interval_and_never_a_guess() -> None:
    dossier = with_own_objectives(julu())
    own = dossier.department.objectives[0].indicators[0]
    other = Indicator(own.key._replace(name="调研完成率"), Target(Sense.AT_LEAST, Decimal(100), unit="%"))
    goal = replace(dossier.department.objectives[0], indicators=(own, other))
    sheet = form_of(replace(dossier, department=replace(dossier.department, objectives=(goal,))))
    assert row_of(sheet, "调研完成率")[-1] == "待录入（可能 0.00–45.00）"
    assert row_of(sheet, "总分（部门自身目标与预算执行）")[2:] == ["待定（可能 52.18–97.18）", "等级：待定"]


def test_the_rulebook_that_weighs_goals_has_its_goals_and_its_headline() -> None:
    dossier = replace(with_own_objectives(julu()), rulebook=rulebook.load("hubei-2020"))
    sheet = form_of(dossier)
    assert row_of(sheet, "提案交办率")[-2:] == [100, 94.74]
    goal = "（一）：得分 94.74 × 80.00% = 75.79"
    assert row_of(sheet, goal) == [goal, 80, 75.79, "—"]
    assert row_of(sheet, "总分（部门目标加权得分）") == ["总分（部门目标加权得分）", 100, 94.89, "等级：优"]
    assert row_of(sheet, "评分规则采用的部门得分")[1] == "部门目标加权得分"


def test_the_mean_over_projects_has_its_own_name() -> None:
    sheet = form_of(with_own_objectives(julu()))
    headline = row_of(sheet, "评分规则采用的部门得分")
    assert headline[1] == "项目加权平均分（管理参考）"
    assert headline[3:] == [92.88, "优"]
    assert "部门整体自评得分" not in said(sheet)


def test_a_department_without_projects_has_a_form_all_the_same() -> None:
    sheet = form_of(with_projects(with_own_objectives(julu())))
    assert row_of(sheet, "本部门没有项目") == ["本部门没有项目"]
    assert row_of(sheet, "评分规则采用的部门得分")[3:] == ["无法评定", "—"]
    assert row_of(sheet, "总分（部门自身目标与预算执行）")[2] == 94.81


def test_clauses_of_the_overall_objective_are_said_to_be_a_cross_check() -> None:
    assert "总体绩效目标中的 4 项内容与分项目标互为印证，不重复计分" in said(form_of(published()))
    dossier = with_own_objectives(julu())
    assert "互为印证" not in said(form_of(dossier))


def test_clauses_of_the_overall_objective_are_scored_where_there_are_no_others() -> None:
    dossier = with_own_objectives(julu())
    [own] = dossier.department.objectives[0].indicators
    clause = replace(own, key=own.key._replace(objective=OVERALL))
    department = replace(
        dossier.department, objectives=(), objective_indicators=(clause,), objective="总目标"
    )
    recorded = {**dossier.outcomes.indicators, clause.key: done("90")}
    dossier = replace(dossier, department=department, outcomes=replace(dossier.outcomes, indicators=recorded))
    sheet = form_of(dossier)
    assert row_of(sheet, "年度总体目标")[:3] == ["年度总体目标", 90, "总目标"]
    assert row_of(sheet, "提案交办率")[-2:] == [90, 85.26]
    assert "互为印证" not in said(sheet)


def noted(dossier: Dossier, module: ModuleType) -> dict[Subject, object]:
    """What stands in the cells that a sheet noted."""
    book = Workbook()
    sheet = Sheet(book.worksheets[0], Looks(book), module.UNITS)
    module.write(sheet, card(dossier))
    file = BytesIO()
    book.save(file)
    worksheet = openpyxl.load_workbook(file).worksheets[0]
    return {subject: exact(worksheet[at.rpartition("!")[2]].value) for subject, at in sheet.noted.items()}


@pytest.mark.parametrize("module", [whole, summary])
def test_noted_cells_hold_the_scores_of_what_they_are_noted_for(module: ModuleType) -> None:
    dossier = published()
    score = evaluate(dossier)
    found = noted(dossier, module)
    expected: dict[Subject, Decimal | None] = {
        Subject("", line.indicator.key, "score"): line.score.value for line in score.objectives
    }
    assert score.execution is not None
    expected[Subject(field="execution")] = score.execution.score.value
    expected[Subject(field="total")] = Decimal("92.88")
    expected[Subject(field="method:own_objectives")] = Decimal("99.66")
    expected[Subject(field="method:budget_weighted")] = Decimal("92.88")
    expected[Subject(score.projects[0].code, field="total")] = Decimal("92.88")
    assert {subject: found.get(subject) for subject in expected} == expected


def test_lines_weighed_in_another_way_are_not_noted_as_the_own_objectives() -> None:
    dossier = replace(with_own_objectives(julu()), rulebook=rulebook.load("hubei-2020"))
    subjects = set(noted(dossier, whole))
    assert Subject(field="method:goal_weighted") in subjects
    assert Subject(field="execution") not in subjects
    assert not any(subject.indicator for subject in subjects)


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+1", "@SUM(A1)", "-2", "'=1"])
def test_what_a_person_typed_is_never_a_formula(text: str) -> None:
    dossier = with_own_objectives(julu())
    key = Key("", text, text, text, text)
    clause = Indicator(key, Target(Sense.AT_LEAST, Decimal(95), unit="%", text=text))
    goal = Objective(text, text, (clause,))
    outcome = replace(dossier.outcomes.department, achieved={text: text, OVERALL: text})
    dossier = replace(
        dossier,
        department=replace(dossier.department, name=text, objective=text, objectives=(goal,)),
        outcomes=replace(
            dossier.outcomes, indicators={key: done("96", reason=text, action=text)}, department=outcome
        ),
    )
    typed = [cell for row in form_of(dossier).iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in typed} <= {"s", "n"}
    assert sum(cell.value == text for cell in typed) > 5


class Marked(NullTranslations):
    """A catalogue that marks whatever goes through it."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"


def test_every_label_goes_through_the_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = published()
    monkeypatch.setattr(language, "_catalogue", Marked())
    book = openpyxl.load_workbook(BytesIO(workbook(card(dossier), Form.DEPARTMENT)))
    data = repr(dossier)
    letters = re.compile("[\u4e00-\u9fff]")
    for sheet in book.worksheets[:2]:
        assert sheet.title.startswith("«")
        for text in (str(cell.value) for row in sheet.iter_rows() for cell in row):
            for part in text.split("\n"):
                assert "«" in part or part in data or not letters.search(part), part

"""部门汇总: projects by their places, grades counted, doubts with their answers, evidence file by file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import openpyxl
from by_hand import (
    CODE,
    MADE_ON,
    at_least,
    done,
    julu,
    key_of,
    line,
    with_outcome,
    with_own_objectives,
    with_projects,
)
from openpyxl.worksheet.worksheet import Worksheet

from evaltool.reports import Form, Scorecard, workbook
from evaltool.wording import say, suggestion
from scoring.evaluate import evaluate
from scoring.findings import Finding, Severity, finding
from scoring.model import (
    Actual,
    Band,
    Dossier,
    EvidenceFile,
    Funds,
    Money,
    Outcome,
    Project,
    ProjectOutcome,
    State,
    Subject,
)

SHA = "0123456789abcdef" * 4


def sheet_of(dossier: Dossier, *findings: Finding) -> Worksheet:
    """The summary; `findings` beside those of the score."""
    score = evaluate(dossier)
    card = Scorecard(dossier, replace(score, findings=(*score.findings, *findings)), MADE_ON)
    return openpyxl.load_workbook(BytesIO(workbook(card, Form.DEPARTMENT)))["部门汇总"]


def rows(sheet: Worksheet) -> list[list[object]]:
    return [[value for value in row if value is not None] for row in sheet.iter_rows(values_only=True)]


def under(sheet: Worksheet, title: str) -> Iterator[list[object]]:
    """The rows below a heading, up to the next empty one."""
    found = rows(sheet)
    start = next(at for at, row in enumerate(found) if row and str(row[0]).startswith(title))
    for row in found[start + 1 :]:
        if not row:
            return
        yield row


def projects(*actuals: str | None, budget: str | None = "10") -> Dossier:
    """A department with a project for each actual of one indicator that asks for 100 %."""
    dossier = julu()
    many = []
    outcomes = {}
    recorded = {}
    for number, actual in enumerate(actuals, 1):
        code = f"P{number}"
        indicator = line("产出指标", "数量指标", f"指标{number}", at_least("100"), code)
        figure = None if budget is None else Decimal(budget)
        many.append(Project(code, f"项目{number}", budget=figure, indicators=(indicator,)))
        outcomes[code] = ProjectOutcome(Money(adjusted=Funds(figure), spent=Funds(figure)))
        if actual is not None:
            recorded[indicator.key] = done(actual, reason="原因")
    dossier = with_projects(dossier, *many)
    return replace(dossier, outcomes=replace(dossier.outcomes, indicators=recorded, projects=outcomes))


def test_projects_stand_by_their_scores_with_their_number_in_the_document_and_shared_places_said() -> None:
    listed = list(under(sheet_of(projects("80", None, "95", "80", "70")), "项目得分"))[1:]
    assert [row[:3] for row in listed] == [
        ["1", 3, "P3"],
        ["2（并列）", 1, "P1"],
        ["2（并列）", 4, "P4"],
        ["4", 5, "P5"],
        ["—", 2, "P2"],
    ]
    assert listed[-1][7] == "待定（可能 10.00–100.00）"


def test_a_project_that_does_not_apply_has_no_place_and_no_grade() -> None:
    dossier = projects("80", "90")
    outcomes = dict(dossier.outcomes.projects)
    outcomes["P1"] = replace(outcomes["P1"], state=State.NOT_APPLICABLE, reason="取消")
    dossier = replace(dossier, outcomes=replace(dossier.outcomes, projects=outcomes))
    sheet = sheet_of(dossier)
    listed = list(under(sheet, "项目得分"))[1:]
    assert [row[0] for row in listed] == ["1", "—"]
    assert listed[1][7:9] == ["不适用", "—"]
    assert ["优 1 个"] in rows(sheet)


def test_grades_are_counted_by_number_and_by_budget() -> None:
    listed = list(under(sheet_of(projects("100", "80", "80", None)), "等级分布"))
    assert listed[1] == ["优 1 个，良 2 个，待定 1 个"]
    assert listed[2:] == [
        ["优", 1, 0.25, 10, 0.25],
        ["良", 2, 0.5, 20, 0.5],
        ["中", 0, 0, 0, 0],
        ["差", 0, 0, 0, 0],
        ["待定", 1, 0.25, 10, 0.25],
    ]


def test_projects_without_a_budget_are_counted_and_said_to_weigh_nothing() -> None:
    listed = list(under(sheet_of(projects("100", budget=None)), "等级分布"))
    [with_project] = [row for row in listed if row[1:2] == [1]]
    assert with_project[1:] == [1, 1, 0, "—", "1 个无预算数"]


def test_a_department_without_projects_says_so_and_has_no_grades() -> None:
    found = rows(sheet_of(with_projects(with_own_objectives(julu()))))
    assert ["本部门没有项目"] in found
    assert not any(row and str(row[0]).startswith("等级分布") for row in found)


def answered(dossier: Dossier, odd: Finding, reason: str) -> Dossier:
    department = replace(dossier.outcomes.department, answers={odd.fingerprint: reason})
    return replace(dossier, outcomes=replace(dossier.outcomes, department=department))


def test_open_findings_stand_with_place_and_advice_and_answered_ones_with_their_answer() -> None:
    dossier = with_outcome(julu(), "完成率", done("90"))
    unexplained = (one for one in evaluate(dossier).findings if one.code == "reason.missing")
    [odd] = [one for one in unexplained if one.facts["name"] == "完成率"]
    sheet = sheet_of(dossier)
    [row] = [row for row in under(sheet, "未答复的疑点") if say(odd) in row]
    assert row == ["提醒", f"{CODE} · 完成率", say(odd), suggestion(odd)]
    sheet = sheet_of(answered(dossier, odd, "另文说明"))
    assert not any(say(odd) in row for row in under(sheet, "未答复的疑点"))
    assert list(under(sheet, "已答复的疑点"))[1:] == [["提醒", f"{CODE} · 完成率", say(odd), "另文说明"]]


def test_the_gravest_doubts_come_first_and_only_open_ones_are_counted_for_a_project() -> None:
    dossier = with_outcome(julu(), "完成率", done("90"))
    grave = Finding(
        "reason.missing", Severity.ERROR, Subject(CODE), {"name": "甲", "score": "1", "weight": "2"}
    )
    sheet = sheet_of(dossier, grave)
    order = ["错误", "提醒", "提示"]
    found = [order.index(str(row[0])) for row in list(under(sheet, "未答复的疑点"))[1:]]
    assert found == sorted(found)
    assert found[0] == 0
    [before] = [row[-1] for row in under(sheet, "项目得分") if CODE in row]
    without = sheet_of(answered(dossier, grave, "已核"), grave)
    [after] = [row[-1] for row in under(without, "项目得分") if CODE in row]
    assert before == f"错误 1，{after}"


def test_without_doubts_the_sheet_says_so() -> None:
    dossier = projects("100")
    score = replace(evaluate(dossier), findings=())
    content = workbook(Scorecard(dossier, score, MADE_ON), Form.DEPARTMENT)
    sheet = openpyxl.load_workbook(BytesIO(content))["部门汇总"]
    assert list(under(sheet, "未答复的疑点"))[1:] == [["没有未答复的疑点"]]


def test_evidence_stands_with_each_file_its_size_and_its_whole_hash() -> None:
    files = (EvidenceFile("材料/台账.xlsx", 10240, SHA), EvidenceFile("材料/照片"))
    dossier = with_outcome(julu(), "完成率", done("96", evidence="台账、照片", evidence_files=files))
    dossier = with_outcome(
        dossier, "委员履职能力提升", Outcome(Actual(band=Band.MET), Decimal(90), evidence="履职档案")
    )
    listed = list(under(sheet_of(dossier), "佐证材料清单"))
    grouped = " ".join(SHA[at : at + 8] for at in range(0, 64, 8))
    start = next(at for at, row in enumerate(listed) if "完成率" in row)
    name = "专项运转保障经费"
    assert listed[start][1:] == [name, "完成率", "台账、照片", "材料/台账.xlsx", "10240", grouped]
    assert listed[start + 1] == ["材料/照片", "—", "—"]
    [only_words] = [row for row in listed if "履职档案" in row]
    assert only_words[1:] == [name, "委员履职能力提升", "履职档案", "—", "—", "—"]


def test_a_line_that_needs_evidence_and_has_none_is_listed_as_missing() -> None:
    sheet = sheet_of(julu())
    listed = list(under(sheet, "佐证材料清单"))
    assert ["应有而没有佐证材料的指标 1 项，在下表中标为“缺少”"] in listed
    [row] = [row for row in listed if "满意度" in row]
    assert row[1:4] == ["专项运转保障经费", "满意度", "缺少"]


def test_a_file_that_changed_since_says_so_beside_its_path() -> None:
    dossier = with_outcome(
        julu(), "满意度", done("94.67", evidence="问卷", evidence_files=(EvidenceFile("问卷.xlsx", 9, SHA),))
    )
    key = key_of(dossier, "满意度")
    gone = finding("evidence.gone", Subject(CODE, key, "evidence"), name=key.name, path="问卷.xlsx")
    [row] = [row for row in under(sheet_of(dossier, gone), "佐证材料清单") if "满意度" in row]
    assert row[4] == f"问卷.xlsx\n{say(gone)}"


def test_evidence_of_the_departments_own_clauses_stands_under_their_objective() -> None:
    dossier = with_outcome(with_own_objectives(julu()), "提案交办率", done("90", evidence="交办单"))
    [row] = [row for row in under(sheet_of(dossier), "佐证材料清单") if "交办单" in row]
    assert row[1:4] == ["（一）", "提案交办率", "交办单"]


def test_without_any_evidence_the_sheet_says_so() -> None:
    assert list(under(sheet_of(projects("100")), "佐证材料清单"))[1:] == [["没有填报佐证材料"]]

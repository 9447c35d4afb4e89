"""A workbook that was handed in is read again: the same department, the same actuals, the same scores.

A form cannot carry everything. What stands nowhere in it: the department's own objectives and measures, a
project's purpose and spending plan, an indicator's description, basis and score table, evidence, money spent
by month, the weight of a project in a mean; in the national form what was received too. A score set by a
person is printed and is not read as computed; its reason stands in the remark.
Line breaks inside a reason go.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import by_hand
import pytest
import year_round

from evaltool import documents, language
from evaltool.documents.kinds import Kind
from evaltool.documents.opening import blocks_of
from evaltool.documents.own_sheets import EXPLAINING
from evaltool.documents.recognition.recognise import recognise
from evaltool.documents.scored import read_published
from evaltool.operations import Desk, recheck_file
from evaltool.operations.stateless import dossier_of
from evaltool.reports import Form, Scorecard, workbook
from scoring import rulebook
from scoring.evaluate import evaluate
from scoring.findings import Severity
from scoring.model import Dossier, Funds, Money, Outcome, Override, Reading, State, WeightChoice
from scoring.recheck import CheckedLine, Verdict
from scoring.rulebook import Rulebook

EXAMPLES = Path(__file__).parents[2] / "examples"
DOCUMENTS = ("巨鹿县政协-2022", "北戴河区政协-2020")
FORMS = (Form.NATIONAL, Form.HEBEI)
SHIPPED = [rulebook.load(name) for name in rulebook.shipped()]
GENERATED = 12
"""Departments for each form and rulebook."""

SET_BY_PERSON = "document.score_by_person"

NOT_SCORED = frozenset({"recheck.part", "recheck.shown"})
"""Rows that only show amounts."""

NOON = datetime(2023, 1, 15, 12, tzinfo=UTC)

both_forms = pytest.mark.parametrize("form", FORMS)
every_rulebook = pytest.mark.parametrize("rules", SHIPPED, ids=lambda rules: rules.id)


def example(name: str, rules: Rulebook) -> Dossier:
    return dossier_of(EXAMPLES / f"{name}.txt", EXAMPLES / f"{name}-actuals.csv", rules)[0]


@pytest.fixture
def written(tmp_path: Path) -> Callable[[Dossier, Form], Path]:
    """Score a dossier and write its whole workbook."""

    def write(dossier: Dossier, form: Form) -> Path:
        path = tmp_path / f"{form}.xlsx"
        path.write_bytes(content(dossier, form))
        return path

    return write


def content(dossier: Dossier, form: Form) -> bytes:
    return workbook(Scorecard(dossier, evaluate(dossier), by_hand.MADE_ON), form)


def read_again(dossier: Dossier, form: Form) -> Reading:
    """The workbook read in this process, as a great many of them are."""
    return recognise(blocks_of(Kind.XLSX, content(dossier, form), "自评表.xlsx")[0], "自评表.xlsx")


def assert_the_same(before: Dossier, after: Dossier) -> None:
    old, new = before.department, after.department
    assert (new.code, new.name, new.year) == (old.code, old.name, old.year)
    for was, now in zip(old.projects, new.projects, strict=True):
        assert (now.code, now.name, now.objectives) == (was.code, was.name, was.objectives)
        assert [*map(year_round.carried, now.indicators)] == [*map(year_round.carried, was.indicators)]
        done, again = before.outcomes.projects[was.code], after.outcomes.projects[now.code]
        assert again.achieved == done.achieved
        assert year_round.spent_of(again.money) == year_round.spent_of(done.money)
        assert (again.state, again.reason, again.execution) == (done.state, done.reason, done.execution)
        assert again.execution_reason == done.execution_reason
    keys = [line.key for project in old.projects for line in project.indicators]
    said = {key: year_round.carried_outcome(before.outcomes.indicators.get(key, Outcome())) for key in keys}
    assert {key: after.outcomes.indicators.get(key, Outcome()) for key in keys} == said
    assert after.outcomes.department.people == before.outcomes.department.people
    assert year_round.points_of(evaluate(after)) == year_round.points_of(evaluate(before))


def follows(line: CheckedLine) -> bool:
    """Whether a line is as the rule says, or is nothing to be scored here."""
    return line.verdict is Verdict.AGREES or line.said.code in NOT_SCORED


@pytest.mark.parametrize("name", DOCUMENTS)
@both_forms
@every_rulebook
def test_a_published_document_comes_back_with_its_actuals_and_scores(
    name: str, form: Form, rules: Rulebook, written: Callable[[Dossier, Form], Path]
) -> None:
    dossier = example(name, rules)
    path = written(dossier, form)
    reading = documents.read(path)
    assert_the_same(dossier, Dossier(reading.department, rules, reading.outcomes))
    for was, now in zip(dossier.department.projects, reading.department.projects, strict=True):
        assert (now.budget, now.fiscal, now.other) == (was.budget, was.fiscal, was.other)
    score = evaluate(dossier)
    lines = {line.indicator.key: line for project in score.projects for line in project.indicators}
    printed = {key: line.score.value for key, line in lines.items() if line.score.value is not None}
    assert reading.printed == printed


@pytest.mark.parametrize("name", DOCUMENTS)
@both_forms
@every_rulebook
def test_recheck_says_that_every_line_of_a_written_form_follows_the_rule(
    name: str, form: Form, rules: Rulebook, written: Callable[[Dossier, Form], Path]
) -> None:
    dossier = example(name, rules)
    score = evaluate(dossier)
    done = recheck_file(written(dossier, form), rules)
    assert not done.findings
    waiting = {project.name for project in score.projects if project.score and project.score.value is None}
    odd = [line for line in done.lines if not follows(line)]
    assert {line.verdict for line in odd} <= {Verdict.NOT_CHECKABLE}
    assert {line.line.project for line in odd} == waiting
    settled = [
        line for project in score.projects for line in project.indicators if line.score.value is not None
    ]
    assert sum(line.verdict is Verdict.AGREES for line in done.lines) >= len(settled)


@both_forms
@every_rulebook
def test_generated_departments_come_back(form: Form, rules: Rulebook) -> None:
    for seed in range(GENERATED):
        dossier = year_round.department(seed, rules)
        reading = read_again(dossier, form)
        assert_the_same(dossier, Dossier(reading.department, rules, reading.outcomes))


@both_forms
@every_rulebook
def test_no_line_of_a_generated_department_is_said_to_differ_from_the_rule(
    form: Form, rules: Rulebook, written: Callable[[Dossier, Form], Path]
) -> None:
    for seed in range(2):
        dossier = year_round.department(seed, rules)
        done = recheck_file(written(dossier, form), rules)
        assert {line.verdict for line in done.lines} <= {Verdict.AGREES, Verdict.NOT_CHECKABLE}
        assert {odd.code for odd in done.findings} <= {"execution.over_budget", "execution.zero_budget"}


@both_forms
def test_an_import_of_a_written_workbook_into_a_fresh_workspace_keeps_the_scores(
    form: Form, tmp_path: Path, written: Callable[[Dossier, Form], Path]
) -> None:
    dossier = example(DOCUMENTS[0], SHIPPED[0])
    reading = documents.read(written(dossier, form))
    with Desk.open(tmp_path / "fresh.db", who="张三", clock=lambda: NOON) as desk:
        desk.adopt(reading).result()
        kept = desk.dossier(dossier.department.code, dossier.department.year)
    assert_the_same(dossier, replace(kept, rulebook=dossier.rulebook))


@both_forms
def test_the_sheets_that_explain_the_forms_are_left_alone_and_raise_no_doubt(
    form: Form, written: Callable[[Dossier, Form], Path]
) -> None:
    path = written(by_hand.with_own_objectives(by_hand.julu()), form)
    reading = documents.read(path)
    assert [project.name for project in reading.department.projects] == ["专项运转保障经费"]
    assert not [odd for odd in reading.findings if odd.code.startswith(("table.", "document.", "project."))]
    assert {odd.source.sheet for odd in reading.findings if odd.source} == {"专项运转保障经费"}
    assert {place.sheet for place in read_published(path).rows} == {"专项运转保障经费"}


@both_forms
def test_every_sheet_of_a_written_workbook_is_a_form_or_one_that_explains_the_forms(
    form: Form, dossier: Dossier
) -> None:
    import io

    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(content(dossier, form)))
    assert set(book.sheetnames) - EXPLAINING == {"专项运转保障经费"}


@both_forms
def test_a_workbook_in_english_is_refused_in_words(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(language, "_catalogue", language.catalogue("en"))
        data = content(by_hand.julu(), form)
    with pytest.raises(documents.Unreadable) as refused:
        blocks_of(Kind.XLSX, data, "scorecards.xlsx")
    assert refused.value.code == "document.in_english"


def test_a_foreign_sheet_of_such_a_name_is_read_like_any_other() -> None:
    import io

    import openpyxl

    book = openpyxl.Workbook()
    book.worksheets[0].title = "部门汇总"
    for row in (
        ["项目名称", "道路养护"],
        ["一级指标", "二级指标", "三级指标", "指标值"],
        ["产出指标", "数量指标", "里程", "≥38公里"],
    ):
        book.worksheets[0].append(row)
    stream = io.BytesIO()
    book.save(stream)
    reading = recognise(blocks_of(Kind.XLSX, stream.getvalue(), "某表.xlsx")[0], "某表.xlsx")
    assert [project.name for project in reading.department.projects] == ["道路养护"]


@both_forms
def test_money_by_source_comes_back(form: Form) -> None:
    money = Money(
        adjusted=Funds(Decimal(150), Decimal(140), Decimal(3), Decimal(7)),
        received=Funds(Decimal(149), Decimal(139), None, Decimal(10)),
        spent=Funds(Decimal("138.6"), Decimal("130.5"), Decimal("1.1"), Decimal(7)),
    )
    dossier = by_hand.with_project_outcome(by_hand.julu(), money=money)
    reading = read_again(dossier, form)
    again = reading.outcomes.projects[by_hand.CODE].money
    assert (again.adjusted, again.spent) == (money.adjusted, money.spent)
    assert again.received == (money.received if form is Form.HEBEI else Funds())
    project = reading.department.projects[0]
    assert (project.budget, project.fiscal, project.other) == (Decimal(143), Decimal(143), None)
    assert not [odd for odd in reading.findings if odd.code == "project.budget_parts_differ"]


@both_forms
def test_what_does_not_apply_comes_back_with_its_reason(form: Form) -> None:
    cancelled = Outcome(state=State.NOT_APPLICABLE, reason="上级统一取消该项工作", action="不再申报")
    dossier = by_hand.with_outcome(by_hand.julu(), "完成率", cancelled)
    reading = read_again(dossier, form)
    assert_the_same(dossier, Dossier(reading.department, dossier.rulebook, reading.outcomes))


@both_forms
@pytest.mark.parametrize(
    "changes",
    [
        {"state": State.NOT_APPLICABLE, "reason": "项目中途取消"},
        {"money": Money(), "execution": State.NOT_APPLICABLE, "execution_reason": "全年无预算"},
        {"execution_reason": "部分会议未召开"},
    ],
    ids=["project", "execution", "spending"],
)
def test_what_is_said_of_a_project_or_of_its_execution_comes_back(
    form: Form, changes: dict[str, object]
) -> None:
    dossier = by_hand.with_project_outcome(by_hand.julu(), **changes)
    reading = read_again(dossier, form)
    assert_the_same(dossier, Dossier(reading.department, dossier.rulebook, reading.outcomes))


@both_forms
def test_weights_of_a_hundred_without_execution_come_back_as_decided(form: Form) -> None:
    project = by_hand.julu().department.projects[0]
    weights = (20, 20, 10, 10, 30, 10)
    lines = (
        replace(line, weight=Decimal(weight))
        for line, weight in zip(project.indicators, weights, strict=True)
    )
    dossier = by_hand.with_projects(by_hand.julu(), replace(project, indicators=tuple(lines)))
    decided = by_hand.with_project_outcome(dossier, weight_choice=WeightChoice.NO_EXECUTION)
    reading = read_again(decided, form)
    assert_the_same(decided, Dossier(reading.department, decided.rulebook, reading.outcomes))


@both_forms
def test_a_score_set_by_a_person_is_what_recheck_finds_and_what_no_import_takes_for_a_reason(
    form: Form, written: Callable[[Dossier, Form], Path]
) -> None:
    override = Override(Decimal("12.10"), "跨年调研已有阶段成果", "李四")
    dossier = by_hand.with_override(by_hand.julu(), "完成率", override)
    path = written(dossier, form)
    key = by_hand.key_of(dossier, "完成率")
    reading = documents.read(path)
    assert reading.outcomes.indicators[key].reason == "两项调研跨年完成"
    assert reading.printed[key] == Decimal("12.10")
    assert [odd.subject.indicator for odd in reading.findings if odd.code == SET_BY_PERSON] == [key]
    odd = [line for line in recheck_file(path, dossier.rulebook).lines if not follows(line)]
    assert [(line.line.indicator, line.verdict) for line in odd] == [("完成率", Verdict.HIGHER)]


@both_forms
def test_nothing_in_a_written_workbook_is_an_error_when_it_is_read(form: Form) -> None:
    reading = read_again(by_hand.julu(), form)
    assert Severity.ERROR not in {odd.severity for odd in reading.findings}

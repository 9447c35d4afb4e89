"""评分依据: the rulebook, the working, what was inferred, the doubts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from by_hand import (
    at_least,
    done,
    julu,
    key_of,
    with_outcome,
    with_override,
    with_own_objectives,
    with_project_outcome,
    with_projects,
)
from openpyxl.workbook import Workbook

from evaltool import wording
from evaltool.wording import say, term
from scoring import rulebook
from scoring.evaluate import evaluate
from scoring.model import (
    AdjustedTarget,
    Completion,
    Dossier,
    Money,
    Outcome,
    Override,
    State,
    Subject,
    WeightChoice,
)
from scoring.notation import read_target
from scoring.record import Entry, apply

Written = Callable[[Dossier], Workbook]


def text_of(book: Workbook) -> str:
    rows = book["评分依据"].iter_rows(values_only=True)
    return "\n".join(str(value) for row in rows for value in row if value is not None)


def test_every_clause_stands_with_its_source_its_evidence_and_its_note(
    dossier: Dossier, written: Written
) -> None:
    rows = [row for row in written(dossier)["评分依据"].iter_rows(values_only=True) if row[0]]
    for number, clause in enumerate(dossier.rulebook.clauses(), 1):
        name = f"{number}  {wording.clause(clause.key)}\n{clause.key}"
        (row,) = [row for row in rows if row[0] == name]
        assert row[1] == wording.clause_value(clause)
        assert row[3] == "、".join(term(tag) for tag in clause.evidence)
        assert row[5] == "\n".join(part for part in (clause.cite, clause.note) if part)


def test_clauses_that_workings_name_come_first_and_each_says_which_rulebook_has_it(
    dossier: Dossier, written: Written
) -> None:
    jiangxi = replace(dossier, rulebook=rulebook.load("jiangxi-steps"))
    rows = [row for row in written(jiangxi)["评分依据"].iter_rows(values_only=True) if row[0]]
    first = next(n for n, row in enumerate(rows) if row[0] == "本次评分依据的条款")
    others = next(n for n, row in enumerate(rows) if row[0] == "评分规则的其余条款")
    origins = [
        {str(row[0]).partition("\n")[2]: row[4] for row in rows[start:end] if "\n" in str(row[0])}
        for start, end in ((first, others), (others, None))
    ]
    assert origins[0]["steps.satisfaction_steps"] == "本规则"
    assert origins[0]["quantitative.forward"] == "沿用 national-2020"
    assert origins[1]["steps.named"] == "本规则"
    assert origins[1]["other.due_date"] == "沿用 national-2020"
    assert len(origins[0]) + len(origins[1]) == len(jiangxi.rulebook.clauses())


def test_the_own_objectives_and_the_weighted_goals_have_their_workings(written: Written) -> None:
    dossier = with_own_objectives(julu())
    score = evaluate(dossier)
    said = text_of(written(dossier))
    for code in ("own_objectives", "goal_weighted"):
        method = score.methods[code]
        assert method.execution is not None
        lines = [step for line in method.lines for step in line.working]
        assert all(say(step) in said for step in (*lines, *method.execution.working, *method.working))


def test_a_rulebook_of_ones_own_says_what_it_rests_on_and_when_it_is_in_force(
    dossier: Dossier, written: Written
) -> None:
    local = """
        id = "local"
        version = "2"
        title = "某县办法"
        extends = "jiangxi-steps"
        effective = { from = 2022-01-01, to = 2025-12-31 }
    """
    said = text_of(written(replace(dossier, rulebook=rulebook.parse(local, "local.toml"))))
    assert "以 jiangxi-steps、national-2020 为底；自 2022-01-01 起施行；至 2025-12-31 止" in said


def test_the_rulebook_is_named_with_version_and_hash_on_every_sheet(
    dossier: Dossier, written: Written
) -> None:
    rules = dossier.rulebook
    for sheet in written(dossier).worksheets:
        said = "\n".join(str(cell) for row in sheet.iter_rows(values_only=True) for cell in row)
        assert f"{rules.id}，版本 {rules.version}，内容校验 {rules.hash}" in said


def test_every_step_of_every_working_is_said(dossier: Dossier, written: Written) -> None:
    override = Override(Decimal("12.00"), "跨年调研已有阶段成果", "李四")
    changed = with_override(dossier, "完成率", override)
    score = evaluate(changed)
    project = score.projects[0]
    steps = [*project.execution.working, *project.working]
    steps += [step for line in project.indicators for step in line.working]
    steps += [step for method in score.methods.values() for step in method.working]
    said = text_of(written(changed))
    assert all(say(step) in said for step in steps)
    assert "佐证材料：履职档案" in said


def test_a_step_names_the_number_of_the_clause_that_it_follows(dossier: Dossier, written: Written) -> None:
    numbers = {clause.key: number for number, clause in enumerate(dossier.rulebook.clauses(), 1)}
    said = text_of(written(dossier))
    assert f"= 11.842105…〔{numbers['quantitative.forward']}〕" in said


def test_inferred_readings_are_listed_with_text_and_reading(dossier: Dossier, written: Written) -> None:
    rows = [row for row in written(dossier)["评分依据"].iter_rows(values_only=True) if row[3] == "方向"]
    assert [(row[0], row[1]) for row in rows] == [
        ("专项运转保障经费 · 会议培训次数", "4次"),
        ("专项运转保障经费 · 经费成本", "143万元"),
    ]
    assert str(rows[1][4]).startswith("不高于（≤）")


@pytest.mark.parametrize(
    ("text", "what", "reading"),
    [
        ("无", "期望的回答", "是否 否"),
        ("12月底前", "年份", "按期 2022-12-31"),
        ("0次", "方向", "不高于（≤） 0次"),
    ],
)
def test_an_inferred_answer_year_or_sense_is_said_in_full(
    text: str, what: str, reading: str, dossier: Dossier, written: Written
) -> None:
    target, _doubts = read_target(text, level2="数量指标", name="安全事故", year=2022)
    project = dossier.department.projects[0]
    changed = replace(project, indicators=(replace(project.indicators[0], target=target),))
    unrecorded = with_outcome(dossier, "会议培训次数", None)
    rows = written(with_projects(unrecorded, changed))["评分依据"].iter_rows(values_only=True)
    place = "专项运转保障经费 · 会议培训次数"
    assert [row[3:5] for row in rows if row[:2] == (place, text)] == [(what, reading)]


def test_doubts_stand_with_severity_place_and_advice(written: Written) -> None:
    dossier = with_outcome(julu(), "完成率", None)
    missing = key_of(dossier, "完成率")
    score = evaluate(dossier)
    finding = next(finding for finding in score.findings if finding.subject.indicator == missing)
    said = text_of(written(dossier))
    assert say(finding) in said
    assert "没有疑点" not in said


def test_the_day_and_the_program_are_named(dossier: Dossier, written: Written) -> None:
    assert f"于 {date(2023, 1, 15)} 生成" in text_of(written(dossier))


def test_an_answered_finding_stands_below_the_open_ones_with_its_answer(
    dossier: Dossier, written: Written
) -> None:
    findings = evaluate(dossier).findings
    first = findings[0]
    answered = apply(dossier, [Entry(Subject(field=f"answers:{first.fingerprint}"), "=1+1 [red]x[/]")])
    cells = [row[2] for row in written(answered)["评分依据"].iter_rows(values_only=True)]
    said = [str(cell) for cell in cells if any(say(one) in str(cell) for one in findings)]
    assert len(said) == len(findings)
    assert said[-1].startswith(say(first))
    assert said[-1].endswith("\n答复：=1+1 [red]x[/]")
    assert not any("答复：" in one for one in said[:-1])


def table_of(book: Workbook, title: str) -> list[list[object]]:
    """The rows of the table of that title, without what is empty; nothing where there is no such table."""
    rows = list(book["评分依据"].iter_rows(values_only=True))
    first = next((n for n, row in enumerate(rows) if row[0] == title), None)
    if first is None:
        return []
    end = next((n for n in range(first, len(rows)) if not any(rows[n])), len(rows))
    return [[value for value in row if value is not None] for row in rows[first + 2 : end]]


def test_nothing_stands_of_decisions_where_nobody_decided_anything(
    dossier: Dossier, written: Written
) -> None:
    said = text_of(written(dossier))
    titles = (
        "人工评分",
        "年度中调整的绩效目标",
        "不适用的内容及理由",
        "由人设定的分值",
        "其他由人决定的事项",
    )
    assert not [title for title in titles if title in said.split("\n")]


def test_a_score_set_by_a_person_stands_with_the_computed_one_the_reason_and_the_person(
    dossier: Dossier, written: Written
) -> None:
    changed = with_override(dossier, "完成率", Override(Decimal("12.00"), "跨年调研已有阶段成果", "李四"))
    assert table_of(written(changed), "人工评分") == [
        ["专项运转保障经费 · 完成率", 11.84, 12, "李四", "跨年调研已有阶段成果"]
    ]


def test_a_score_of_a_department_clause_stands_once_for_each_way_of_scoring_it(written: Written) -> None:
    changed = with_override(with_own_objectives(julu()), "提案交办率", Override(Decimal(9), "已补办", ""))
    rows = table_of(written(changed), "人工评分")
    assert [row[0] for row in rows] == [
        "（一）（部门自身目标与预算执行） · 提案交办率",
        "（一）（部门目标加权得分） · 提案交办率",
    ]
    assert [row[3] for row in rows] == ["—", "—"]


def test_an_adjusted_target_stands_with_both_figures_and_the_approval(
    dossier: Dossier, written: Written
) -> None:
    adjusted = AdjustedTarget(at_least("85"), "巨财绩〔2022〕7号", date(2022, 9, 1))
    changed = with_outcome(dossier, "完成率", done("90", adjusted=adjusted))
    assert table_of(written(changed), "年度中调整的绩效目标") == [
        ["专项运转保障经费 · 完成率", "≥95%", "≥85%", "巨财绩〔2022〕7号，2022-09-01"]
    ]


def test_what_does_not_apply_stands_with_its_reason(dossier: Dossier, written: Written) -> None:
    cancelled = Outcome(state=State.NOT_APPLICABLE, reason="上级取消")
    unpaid = with_project_outcome(
        dossier, money=Money(), execution=State.NOT_APPLICABLE, execution_reason="全年无预算"
    )
    assert table_of(written(with_outcome(unpaid, "完成率", cancelled)), "不适用的内容及理由") == [
        ["专项运转保障经费", "预算执行率", "全年无预算"],
        ["专项运转保障经费", "完成率", "上级取消"],
    ]


def test_a_project_that_does_not_apply_stands_once_for_all_its_lines(
    dossier: Dossier, written: Written
) -> None:
    stopped = with_project_outcome(dossier, state=State.NOT_APPLICABLE, reason="")
    assert table_of(written(stopped), "不适用的内容及理由") == [["专项运转保障经费", "整个项目", "未写明"]]


def test_weights_set_by_a_person_stand_beside_the_declared_ones(dossier: Dossier, written: Written) -> None:
    keys = [indicator.key for indicator in dossier.department.indicators()]
    weights = dict(zip(keys, map(Decimal, (20, 20, 5, 5, 30, 10)), strict=True))
    rows = table_of(written(replace(dossier, weights=weights)), "由人设定的分值")
    assert [row[:3] for row in rows][:2] == [
        ["专项运转保障经费 · 会议培训次数", "—", 20],
        ["专项运转保障经费 · 经费支付及时率", "—", 20],
    ]
    assert len(rows) == 6


def test_other_decisions_stand_by_name(dossier: Dossier, written: Written) -> None:
    decided = with_project_outcome(
        dossier, weight_choice=WeightChoice.SCALE, completion=Completion.FINISHED, mean_weight=Decimal("2.5")
    )
    whole = replace(decided.outcomes.department, objective_weights={"（一）": Decimal(60)})
    changed = replace(decided, outcomes=replace(decided.outcomes, department=whole))
    assert table_of(written(changed), "其他由人决定的事项") == [
        ["专项运转保障经费", "分值合计为100时", "折算"],
        ["专项运转保障经费", "是否已完成", "年内已完成"],
        ["专项运转保障经费", "部门加权权重", "2.5"],
        ["（一）", "（一）：目标权重", "60"],
    ]


def test_the_tables_of_doubts_say_how_many_are_open_and_how_many_answered(
    dossier: Dossier, written: Written
) -> None:
    findings = evaluate(dossier).findings
    answered = apply(dossier, [Entry(Subject(field=f"answers:{findings[0].fingerprint}"), "已核实")])
    book = written(answered)
    assert len(table_of(book, "已答复的疑点（1 条）")) == 1
    assert len(table_of(book, f"尚未答复的疑点（{len(findings) - 1} 条）")) == len(findings) - 1

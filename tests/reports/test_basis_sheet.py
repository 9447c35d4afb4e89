"""评分依据: the rulebook, the working, what was inferred, the doubts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from by_hand import julu, key_of, with_outcome, with_override, with_own_objectives, with_projects
from openpyxl.workbook import Workbook

from evaltool import wording
from evaltool.wording import say, term
from scoring import rulebook
from scoring.evaluate import evaluate
from scoring.model import Dossier, Override, Subject
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

"""评分依据: the rulebook, the working, what was inferred, the doubts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from by_hand import julu, key_of, with_outcome, with_override, with_projects
from openpyxl.workbook import Workbook

from evaltool.wording import say, term
from scoring.evaluate import evaluate
from scoring.model import Dossier, Override
from scoring.notation import read_target

Written = Callable[[Dossier], Workbook]


def text_of(book: Workbook) -> str:
    rows = book["评分依据"].iter_rows(values_only=True)
    return "\n".join(str(value) for row in rows for value in row if value is not None)


def test_every_clause_stands_with_its_source_its_evidence_and_its_note(
    dossier: Dossier, written: Written
) -> None:
    rows = [row for row in written(dossier)["评分依据"].iter_rows(values_only=True) if row[0]]
    for number, clause in enumerate(dossier.rulebook.clauses(), 1):
        row = next(row for row in rows if row[0] == f"{number}  {clause.key}")
        assert row[3] == "、".join(term(tag) for tag in clause.evidence)
        assert row[4] == "\n".join(part for part in (clause.cite, clause.note) if part)


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
    assert [row[3:5] for row in rows if row[1] == text] == [(what, reading)]


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

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from by_hand import (
    MADE_ON,
    done,
    julu,
    with_outcome,
    with_override,
    with_own_objectives,
    with_project_outcome,
)
from dossier_strategies import dossiers
from form_cases import RULEBOOKS, SHIPPED, case, changed
from formula_evaluator import ROUNDS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from proving import AGREES, DIFFERS, UNPROVED, checks, computed, differing, row_of, score_cell, written
from year_round import department

from evaltool.reports import Scorecard, workbook
from evaltool.reports.proof.columns import ACTUAL, CHECK, PRINTED, RULE, SCORE
from evaltool.sheets.kinds import Form
from scoring.evaluate import evaluate
from scoring.model import Actual, Dossier, Funds, Money, Outcome, Override, State

SEEDS = 2
"""Of each rulebook."""


def test_every_score_of_julu_is_a_formula_that_agrees_with_the_form() -> None:
    book = written(with_own_objectives(julu()))
    rows = computed(book)
    assert checks(rows) == {AGREES: 23}
    assert [row[0] for row in rows if str(row[0]).startswith("共 ")] == ["共 23 项，一致 23 项，不一致 0 项"]
    line = row_of(rows, "数量指标：会议培训次数")
    assert [line[column - 1] for column in (ACTUAL, SCORE, PRINTED)] == [3.0, 9.38, 9.38]
    total = row_of(rows, "总分")
    assert (total[SCORE - 1], row_of(rows, "等级")[SCORE - 1]) == (92.88, "优")
    sheet = book["复算"]
    scored = [row for row in sheet.iter_rows() if str(row[CHECK - 1].value).startswith("=IF(")]
    assert len(scored) == 23
    assert all(row[SCORE - 1].data_type == "f" for row in scored)


def test_a_rule_is_said_in_words_with_the_number_of_its_clause() -> None:
    dossier = julu()
    rows = computed(written(dossier))
    number = [clause.key for clause in dossier.rulebook.clauses()].index("quantitative.forward") + 1
    rule = row_of(rows, "时效指标：完成率")[RULE - 1]
    assert rule.startswith("正向指标，按比例计分：")
    assert f"〔{number}〕" in rule


@pytest.mark.parametrize("printed", [9.38, 9.69, 92.88])
def test_a_score_edited_in_the_form_no_longer_agrees(printed: float) -> None:
    book = written(julu())
    score_cell(book, printed).value = printed + 0.01
    found = differing(computed(book))
    assert [row[PRINTED - 1] for row in found] == [printed + 0.01]


def test_a_score_of_nothing_that_somebody_emptied_no_longer_agrees() -> None:
    dossier = with_outcome(julu(), "会议培训次数", done("0", "次"))
    book = written(dossier)
    score_cell(book, 0).value = None
    assert len(differing(computed(book))) == 1


def test_an_interval_is_computed_and_a_figure_in_its_place_does_not_agree() -> None:
    book = written(with_outcome(julu(), "完成率", None))
    rows = computed(book)
    line = row_of(rows, "时效指标：完成率")
    assert line[SCORE - 1] == line[PRINTED - 1] == "待录入（可能 0.00–12.50）"
    assert checks(rows)[DIFFERS] == 0
    score_cell(book, "待录入（可能 0.00–12.50）").value = 12.5
    assert len(differing(computed(book))) == 1


def test_a_score_set_by_a_person_is_an_input_and_what_the_rule_gives_stands_beside_it() -> None:
    rows = computed(written(with_override(julu(), "完成率", Override(Decimal(10), "核查", "李四"))))
    by_person, by_rule = row_of(rows, "时效指标：完成率"), row_of(rows, "按规则计算：完成率")
    assert (by_person[ACTUAL - 1], by_person[SCORE - 1]) == (10.0, 10.0)
    assert "核查" in by_person[RULE - 1]
    assert (by_rule[ACTUAL - 1], by_rule[SCORE - 1]) == (90.0, 11.84)
    assert checks(rows)[DIFFERS] == 0


def test_what_does_not_apply_is_left_out_and_the_rest_is_scaled() -> None:
    dropped = Outcome(state=State.NOT_APPLICABLE, reason="取消")
    rows = computed(written(with_outcome(julu(), "完成率", dropped)))
    assert row_of(rows, "时效指标：完成率")[SCORE - 1] == "不适用"
    assert row_of(rows, "合计（可计分）")[4] == 87.5
    assert checks(rows)[DIFFERS] == 0


def test_amounts_by_source_are_added_up_on_the_sheet() -> None:
    spent = Funds(None, Decimal("100.1"), Decimal("30.25"), Decimal("8.25"))
    money = Money(adjusted=Funds(Decimal(143)), spent=spent)
    book = written(with_project_outcome(julu(), money=money))
    cell = next(row[ACTUAL - 1] for row in book["复算"].iter_rows() if row[0].value == "全年执行数（万元）")
    assert cell.value == "=ROUND(100.1+30.25+8.25,2)"
    assert checks(computed(book))[DIFFERS] == 0


def test_a_figure_of_too_many_digits_is_compared_unrounded_and_said() -> None:
    long = Outcome(Actual(Decimal("94.123456789012345678"), "%"))
    rows = computed(written(with_outcome(julu(), "完成率", long)))
    line = row_of(rows, "时效指标：完成率")
    assert "15 位精度" in line[RULE - 1]
    assert (line[CHECK - 1], checks(rows)[DIFFERS]) == (AGREES, 0)


def test_a_limit_that_only_further_digits_decide_is_left_to_the_program() -> None:
    rules = changed(**{"quantitative.forward": '"met_or_nothing"'})
    short = Outcome(Actual(Decimal("94.99999999999999999"), "%"))
    rows = computed(written(replace(with_outcome(julu(), "完成率", short), rulebook=rules)))
    assert row_of(rows, "时效指标：完成率")[CHECK - 1] == UNPROVED
    assert checks(rows)[DIFFERS] == 0


def test_on_paper_there_is_no_proof() -> None:

    dossier = julu()
    content = workbook(Scorecard(dossier, evaluate(dossier), MADE_ON), paper=True)
    assert "复算" not in openpyxl.load_workbook(BytesIO(content)).sheetnames


@pytest.mark.parametrize("number", range(len(RULEBOOKS)))
def test_generated_projects_agree_under_every_rulebook_and_both_ways_of_rounding(number: int) -> None:
    agreeing = 0
    for seed in range(SEEDS):
        book = written(case(700 * seed + number, RULEBOOKS[number]).filled, list(Form)[seed % 3])
        for rounding in ROUNDS:
            rows = computed(book, rounding)
            assert not differing(rows)
            agreeing += checks(rows)[AGREES]
            assert checks(rows)[UNPROVED] == 0
    assert agreeing > SEEDS * 10


@pytest.mark.parametrize("number", range(len(SHIPPED)))
def test_generated_departments_agree(number: int) -> None:
    for seed in range(2):
        rows = computed(written(department(100 * seed + number, SHIPPED[number])))
        assert not differing(rows)
        assert checks(rows)[AGREES] > 10


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(dossiers(most=3))
def test_any_readable_dossier_agrees(dossier: Dossier) -> None:
    rows = computed(written(dossier))
    assert not differing(rows)
    assert checks(rows)[UNPROVED] == 0


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(dossiers(readable=False, most=2), st.sampled_from(ROUNDS))
def test_the_absurd_agrees_or_is_left_to_the_program(dossier: Dossier, rounding) -> None:
    assert not differing(computed(written(dossier), rounding))


def test_an_open_total_that_is_rounded_once_counts_in_the_means_as_it_is_printed() -> None:
    once = changed(**{"rounding.places": "0", "rounding.mode": '"half_even"', "rounding.point": '"total"'})
    rows = computed(written(case(1022, once).filled))
    assert row_of(rows, "总分")[SCORE - 1].startswith("待定（可能 92.50–")
    assert row_of(rows, "项目简单平均分（管理参考）")[SCORE - 1].startswith("待定（可能 92.00–")
    assert checks(rows)[DIFFERS] == 0


def test_a_weight_in_the_mean_of_more_digits_than_a_cell_keeps_is_still_a_number() -> None:
    rows = computed(written(with_project_outcome(julu(), mean_weight=Decimal("123456789012345.67"))))
    assert row_of(rows, "项目赋权平均分（管理参考）")[SCORE - 1] == 92.88
    assert checks(rows)[DIFFERS] == 0


@pytest.mark.parametrize("weight", ["123456789012345.67", "999999999999999"])
def test_points_of_more_digits_than_a_cell_keeps_are_left_to_the_program(weight: str) -> None:
    dossier = with_own_objectives(julu())
    given = {line.key: Decimal(weight) for line in dossier.department.indicators()}
    for unread in (dossier, with_outcome(dossier, "完成率", Outcome(Actual(text="无法识别")))):
        rows = computed(written(replace(unread, weights=given), Form.DEPARTMENT))
        assert checks(rows)[UNPROVED] > 0
        assert checks(rows)[DIFFERS] == 0

"""What clauses say, in words."""

from __future__ import annotations

import pytest

from evaltool.wording import clause_value
from evaltool.wording.terms import TERMS
from scoring import rulebook
from scoring.rulebook import expected


def test_every_code_that_a_clause_may_have_has_a_word() -> None:
    clauses = [clause for clause in rulebook.load().clauses() if isinstance(clause.value, str)]
    codes = {code for clause in clauses for code in expected(clause.key).split(" | ")}
    assert {"over_indicators", "half_even", "goal_weighted", "deduct_per_day"} <= codes
    assert codes - set(TERMS) == set()


def test_no_clause_of_a_shipped_rulebook_says_nothing_or_shows_a_code() -> None:
    for clause in (clause for name in rulebook.shipped() for clause in rulebook.load(name).clauses()):
        said = clause_value(clause)
        assert said
        assert not any(code in said for code in ("None", "Decimal", "_")), (clause.key, said)


@pytest.mark.parametrize(
    ("clause", "words"),
    [
        ('execution.reason_below.value = "never"', "不设"),
        ("execution.reason_below.value = 90", "90"),
        (
            "execution.steps.value = { at_least = [[100, 100], [80, 70]] }",
            "≥100 得 100%，≥80 得 70%，其余不得分",
        ),
        (
            'steps.named.value = [{ name = "控制率", measure = "distance", at_most = [[10, 100]] }]',
            "控制率（按与指标值的偏离）：≤10 得 100%，其余不得分",
        ),
        (
            "total.caps.value = [[50, 59], [60, 69]]",
            "执行率低于 50% 的，总分不超过 59；执行率低于 60% 的，总分不超过 69",
        ),
        ('grades.limits.value = { "优" = 80, "差" = 0 }', "优 80 分起，差 0 分起"),
        (
            "other.bands.value = { met = 80, partly = 50, unmet = 0 }",
            "达成 80–100%，部分达成 50–80%，未达成 0–50%",
        ),
        ('weights.inside.value = { "成本指标" = "产出指标" }', "成本指标并入产出指标"),
        (
            'weights.levels.value = [{ "产出" = 60, "效益" = 20, "满意度" = 10 }, { "产出" = 90 }]',
            "产出指标 60，效益指标 20，满意度指标 10；或 产出指标 90",
        ),
        ("department.objective_weights.value = [60, 40]", "60，40"),
        ("department.objective_weights.value = []", "无"),
        ('checks.severity.value = { "over.note" = "warning" }', "over.note 提醒"),
        ('lexicon.less_is_better.value = ["spread", "投诉"]', "spread，投诉"),
    ],
)
def test_a_value_is_said_in_words(clause: str, words: str) -> None:
    head = 'id = "local"\nversion = "1"\ntitle = "某县办法"\nextends = "national-2020"\n'
    rules = rulebook.parse(head + clause, "local.toml")
    assert clause_value(rules.clause(clause.partition(".value")[0])) == words

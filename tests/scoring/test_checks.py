"""Doubts about what was declared and achieved: each comes when it should, and not a figure sooner."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from case_files import codes, dossier, indicator

from scoring.checks import declaration
from scoring.evaluate import evaluate, evaluate_project
from scoring.findings import Finding
from scoring.model import Department, Indicator, Objective, Project


def achieved(
    project: dict[str, Any] | None = None, rules: dict[str, int] | None = None, **line: Any
) -> list[str]:
    """The codes about one line of a project whose money is in order."""
    in_order = {"adjusted": Decimal(100), "spent": Decimal(100)}
    case = {"project": in_order if project is None else project, "lines": [line], "rules": rules or {}}
    given = dossier(case)
    return codes(evaluate_project(given.department.projects[0], given)[1])


def declared(*lines: Indicator, budget: Decimal | None = None) -> tuple[Finding, ...]:
    """Doubts about a project with these lines."""
    project = Project("P", "项目", budget=budget, indicators=lines)
    return declaration(Department("131001", "某单位", 2022, projects=(project,)))


def one(**line: Any) -> list[str]:
    """The codes about one line, without the one about an incomplete set."""
    return codes(doubt for doubt in declared(indicator(line)) if doubt.code != "outputs.incomplete")


# --- what was achieved ------------------------------------------------------------------------------------


def test_a_line_that_is_met_and_paid_for_raises_no_doubt():
    assert achieved(target="≥95%", actual="95%") == []


def test_points_lost_ask_for_a_reason():
    assert achieved(target="≥95%", actual="94%") == ["reason.missing"]
    assert achieved(target="≥95%", actual="94%", reason="未办") == []


@pytest.mark.parametrize(
    ("actual", "reason", "expected"),
    [
        ("119.99次", "", []),
        ("119.999次", "", []),
        ("120次", "", ["over.note"]),
        ("129.99次", "", ["over.note"]),
        ("130次", "", ["over.reason"]),
        ("130次", "新增任务", ["over.note"]),
        ("1000次", "新增任务", ["actual.far_off", "over.note"]),
    ],
)
def test_far_above_the_target_is_noted_from_120_and_asks_for_a_reason_from_130_percent(
    actual: str, reason: str, expected: list[str]
):
    assert achieved(target="≥100次", actual=actual, reason=reason) == expected


def test_the_limits_of_over_achievement_are_the_rulebooks():
    assert achieved(target="≥100次", actual="111次", rules={"over.note_from": 110}) == ["over.note"]


@pytest.mark.parametrize("target", ["≤100次", "50次-80次"])
def test_over_achievement_is_a_matter_of_forward_targets_only(target: str):
    assert "over.note" not in achieved(target=target, actual="65次")
    assert "over.reason" not in achieved(target="≤100次", actual="60次")


@pytest.mark.parametrize(
    ("actual", "is_odd"),
    [("9.5%", True), ("0.95%", True), ("13.5%", True), ("13.6%", False), ("664%", False), ("665%", True)],
)
def test_a_figure_about_ten_times_off_asks_about_the_decimal_point(actual: str, is_odd: bool):
    assert ("actual.far_off" in achieved(target="≥95%", actual=actual, reason="x")) is is_odd


def test_nothing_achieved_at_all_is_not_taken_for_a_slip_of_the_decimal_point():
    assert achieved(target="≥95%", actual="0%", reason="未实施", project={"adjusted": 100, "spent": 90}) == []


def test_a_share_of_a_figure_is_of_no_use_and_a_band_without_one_asks_for_it():
    assert achieved(target="≥95%", actual="95%", share=Decimal(90)) == ["share.unused"]
    assert achieved(target="有效提高", actual="达成") == ["share.missing"]
    assert achieved(target="有效提高", actual="达成", share=Decimal(100)) == []


def test_a_band_without_share_asks_for_none_where_a_person_set_the_score():
    by_hand = {"score": Decimal(90), "reason": "核查"}
    assert achieved(target="有效提高", actual="达成", override=by_hand) == []


def test_money_by_source_that_does_not_add_up_is_told_for_each_kind():
    parts = {"total": Decimal(100), "fiscal": Decimal(90), "other": Decimal(5)}
    line = {"target": "≥95%", "actual": "95%"}
    project = {"adjusted": parts, "spent": {**parts, "other": Decimal(10)}, "received": parts}
    case = dossier({"project": project, "lines": [line]})
    doubts = evaluate_project(case.department.projects[0], case)[1]
    assert [(doubt.code, doubt.facts["kind"]) for doubt in doubts] == [
        ("money.parts_differ", "adjusted"),
        ("money.parts_differ", "received"),
    ]


@pytest.mark.parametrize(
    ("spent", "expected"),
    [
        (Decimal("100.01"), ["execution.over_budget"]),
        (Decimal(96), []),
        (Decimal(95), []),
        (Decimal("94.99"), ["money.ahead"]),
    ],
)
def test_results_are_held_against_the_money(spent: Decimal, expected: list[str]):
    assert achieved({"adjusted": Decimal(100), "spent": spent}, target="≥95%", actual="95%") == expected


def test_money_left_over_is_told_where_results_are_not_ahead_of_it():
    project = {"adjusted": Decimal(100), "spent": Decimal(78)}
    assert achieved(project, target="≥90%", actual="70%", reason="x") == ["money.unspent"]


def test_results_are_not_held_against_the_money_while_a_line_is_open():
    assert achieved({"adjusted": Decimal(100), "spent": Decimal(20)}, target="≥95%") == ["outcome.missing"]


# --- what was declared ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ({"target": "4次"}, "sense.inferred"),
        ({"target": "≥50%", "name": "理论研究成果采纳数"}, "unit.count_in_percent"),
        ({"target": "≥95%", "level2": "质量", "name": "经费支付及时率"}, "level2.mismatch"),
        (
            {"target": "≥95%", "level1": "效益", "level2": "社会效益", "name": "会议活动实现率"},
            "level2.mismatch",
        ),
        ({"target": "≥95%", "level2": "数量", "name": "机关自身建设能力"}, "level2.mismatch"),
        ({"target": "≥95%", "level2": "质量", "name": "群众满意度"}, "level2.mismatch"),
        ({"target": "≥10万元", "level2": "成本", "name": "经费成本"}, "cost.at_least"),
        ({"target": "有效提高", "level1": "效益", "level2": "社会效益", "name": "能力提升"}, "target.vague"),
    ],
)
def test_an_odd_declaration_is_doubted(line: dict[str, str], code: str):
    assert one(**line) == [code]


@pytest.mark.parametrize(
    "line",
    [
        {"target": "≥4次"},
        {"target": "≥95%", "level2": "质量", "name": "验收合格率"},
        {"target": "≥95%", "level2": "时效", "name": "经费支付及时率"},
        {"target": "≤10万元", "level2": "成本", "name": "经费成本"},
        {"target": "≥95%", "level1": "满意度", "level2": "服务对象满意度", "name": "群众满意度"},
        {"target": "有效提高", "level2": "质量", "name": "能力提升"},
    ],
)
def test_an_ordinary_declaration_is_not(line: dict[str, str]):
    assert one(**line) == []


def test_a_cost_equal_to_the_budget_is_noted():
    line = indicator({"target": "≤143万元", "level2": "成本", "name": "经费成本"})
    assert "cost.equals_budget" in codes(declared(line, budget=Decimal(143)))
    assert "cost.equals_budget" not in codes(declared(line, budget=Decimal(144)))


def test_a_name_and_a_description_that_measure_other_things_are_doubted():
    line = indicator({"target": "≥50篇", "name": "理论研究成果采纳数"})
    odd = Indicator(line.key, line.target, description="社情民意信息采纳数")
    same = Indicator(line.key, line.target, description="政协理论研究成果被采纳数")
    assert "description.differs" in codes(declared(odd))
    assert "description.differs" not in codes(declared(same))


def test_an_output_without_all_four_second_levels_is_noted_with_what_is_missing():
    (doubt,) = declared(indicator({"target": "≥4次", "level2": "数量"}))
    assert (doubt.code, doubt.facts["missing"]) == ("outputs.incomplete", "质量指标、时效指标、成本指标")


def test_a_cost_level_of_its_own_stands_for_the_cost_among_the_outputs():
    lines = [
        indicator({"target": "≥4次", "level2": second, "name": f"指标{i}"})
        for i, second in enumerate(("数量", "质量", "时效"))
    ]
    cost = indicator({"target": "≤4万元", "level1": "成本", "level2": "经济成本", "name": "经费"})
    assert codes(declared(*lines, cost)) == []
    assert codes(declared(*lines)) == ["outputs.incomplete"]


def test_one_name_with_two_targets_is_a_conflict_and_both_are_kept():
    one_of_them = indicator({"name": "提案交办率", "target": "95%", "objective": "总体绩效目标"}, project="")
    other = indicator({"name": "提案交办率", "target": "≥100%", "objective": "（二）"}, project="")
    department = Department(
        "131001",
        "某单位",
        objective_indicators=(one_of_them,),
        objectives=(Objective("（二）", indicators=(other,)),),
    )
    (conflict,) = [doubt for doubt in declaration(department) if doubt.code == "targets.conflict"]
    assert dict(conflict.facts) == {
        "name": "提案交办率",
        "one": "95%",
        "other": "≥100%",
        "where": "总体绩效目标",
    }
    assert conflict.subject.indicator == other.key


def test_the_same_target_twice_is_no_conflict_whether_or_not_its_sign_was_written():
    lines = [
        indicator({"name": "提案交办率", "target": text, "objective": f"（{i}）"}, project="")
        for i, text in enumerate(("95%", "≥95%", "≥95.0%"))
    ]
    department = Department("131001", "某单位", objective_indicators=tuple(lines))
    assert "targets.conflict" not in codes(declaration(department))


def test_an_indicator_that_stands_twice_is_told_once():
    lines = [indicator({"name": "完成率", "target": "≥95%", "level2": "质量"}, ordinal=i) for i in (1, 2)]
    assert [doubt.code for doubt in declared(*lines)].count("indicator.twice") == 1


def test_a_rulebooks_own_words_never_turn_a_target_silently_but_raise_a_doubt():
    line = {"target": "5%", "name": "办公用房空余比例", "actual": "4%", "reason": "x"}
    case = {"project": {"adjusted": Decimal(100), "spent": Decimal(78)}, "lines": [line]}
    local = {"lexicon.less_is_better": ["空余比例"]}
    usual, other = (evaluate(dossier({**case, "rules": rules})) for rules in ({}, local))
    assert usual.projects == other.projects
    (doubt,) = set(codes(other.findings)) - set(codes(usual.findings))
    assert doubt == "sense.other_words"


def test_a_sign_that_was_written_is_not_doubted_whatever_words_the_rulebook_has():
    case = {
        "lines": [{"target": "≥5%", "name": "办公用房空余比例"}],
        "rules": {"lexicon.less_is_better": ["空余比例"]},
    }
    assert "sense.other_words" not in codes(evaluate(dossier(case)).findings)


def test_words_for_more_under_cost_count_as_well():
    line = {"target": "5%", "level2": "成本", "name": "能耗节降幅度"}
    case = {"lines": [line], "rules": {"lexicon.more_is_better": ["节降幅度"]}}
    assert "sense.other_words" in codes(evaluate(dossier(case)).findings)

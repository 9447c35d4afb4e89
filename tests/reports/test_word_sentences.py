"""What the Word report says: each sentence from its figure, each gap where nothing is recorded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from by_hand import (
    CODE,
    at_least,
    done,
    julu,
    with_outcome,
    with_override,
    with_own_objectives,
    with_project_outcome,
    with_projects,
)
from word_made import (
    BEIDAIHE,
    JULU,
    card_of,
    chapter,
    example,
    read_back,
    rows,
)

from scoring import rulebook
from scoring.model import (
    Actual,
    AdjustedTarget,
    Band,
    DepartmentOutcome,
    Dossier,
    Funds,
    Money,
    Objective,
    Outcome,
    Outcomes,
    Override,
    Project,
    State,
)


def said(dossier: Dossier, title: str) -> str:
    return chapter(read_back(card_of(dossier)), title)


def test_every_line_says_target_actual_attainment_and_points() -> None:
    text = chapter(read_back(example(JULU)), "各级指标分析")
    assert "“经费支付及时率”指标值为≥95%，实际完成96%，完成率101.05%，得12.50分（满分12.50分）" in text
    assert "“委员履职能力提升”指标值为“有效提高委员参政议政”，实际完成情况为达成（得分比例 90%）" in text
    assert "计分的指标4项，分值50.00分，得46.22分，得分率92.44%。" in text
    assert "“专项运转保障经费”总分92.88分，等级为优。" in text


def test_the_mean_over_projects_is_named_as_what_it_is() -> None:
    text = chapter(read_back(example(JULU)), "各级指标分析")
    assert "“项目加权平均分（管理参考）”，得92.88分" in text
    assert "该数不是部门整体自评得分" in text


def test_an_open_score_is_an_interval_with_its_gap_and_no_number() -> None:
    read = read_back(example(BEIDAIHE))
    text = chapter(read, "各级指标分析")
    assert "实际完成值【待补充：未录入实际完成值】，得分待定，可能为0.00分至10.00分（满分10.00分）" in text
    assert "“政协会议”总分待定，可能为88.90分至98.90分，等级待定。" in text
    assert ["0.00–10.00", "88.90–98.90", "待定"] in [row[5:] for row in rows(read, -1)]


def test_a_line_that_lost_points_has_its_reason_or_a_gap() -> None:
    text = said(with_outcome(julu(), "满意度", done("94.67", reason="无")), "扣分与偏差原因")
    assert "“会议培训次数”扣3.12分（满分12.50分，得9.38分），偏差原因：受疫情影响，一次会议改为线上。" in text
    assert "偏差原因：原填写“无”【待补充：未填写偏差原因】。" in text
    assert "“预算执行率”扣0.31分（满分10.00分，得9.69分），偏差原因：【待补充：未填写偏差原因】。" in text


def test_a_score_set_by_a_person_stands_beside_the_computed_one_with_reason_and_name() -> None:
    override = Override(Decimal("12.00"), "跨年调研已有阶段成果", "李四")
    text = said(with_override(julu(), "完成率", override), "扣分与偏差原因")
    assert "“完成率”计算得分11.84分，人工评定为12.00分，理由：跨年调研已有阶段成果，评分人：李四。" in text
    unsigned = said(with_override(julu(), "完成率", Override(Decimal(12), "核查")), "扣分与偏差原因")
    assert "理由：核查，评分人：【待补充：评分人】。" in unsigned


def test_a_line_far_above_its_target_is_named_with_its_reason() -> None:
    text = said(with_outcome(julu(), "会议培训次数", done("8", "次")), "扣分与偏差原因")
    assert "“会议培训次数”指标值为4次，实际完成8次，完成率200.00%，原因：【待补充：未填写偏差原因】。" in text


def test_what_does_not_apply_is_said_with_its_reason_or_a_gap() -> None:
    cancelled = with_outcome(julu(), "完成率", Outcome(state=State.NOT_APPLICABLE, reason="上级取消。"))
    assert "“完成率”不适用，不计分，原因：上级取消。" in said(cancelled, "各级指标分析")
    assert "不适用的1项" in said(cancelled, "绩效目标完成情况")
    unsaid = with_project_outcome(julu(), state=State.NOT_APPLICABLE)
    assert "该项目不适用，不计分，原因：【待补充：未填写不适用的原因】。" in said(unsaid, "基本情况")


def test_a_project_that_does_not_apply_has_no_figures_anywhere() -> None:
    read = read_back(card_of(with_project_outcome(julu(), state=State.NOT_APPLICABLE, reason="中途取消")))
    assert rows(read, -1)[1][2:] == ["不适用"] * 5 + ["—"]
    assert "没有总分：项目不适用：中途取消" in chapter(read, "各级指标分析")


def test_an_adjusted_target_stands_beside_the_declared_one() -> None:
    adjusted = AdjustedTarget(at_least("85"), "巨财绩〔2022〕7号", date(2022, 9, 1))
    text = said(with_outcome(julu(), "完成率", done("90", adjusted=adjusted)), "各级指标分析")
    assert "指标值为≥95% → ≥85%（调整：巨财绩〔2022〕7号，2022-09-01）" in text


def test_a_band_without_its_share_says_what_is_open() -> None:
    partly = with_outcome(julu(), "委员履职能力提升", Outcome(Actual(band=Band.PARTLY, text="部分达成")))
    text = said(partly, "各级指标分析")
    assert "得分待定，可能为18.00分至24.00分（满分30.00分），部分达成" in text
    assert "完成情况尚待核实或评定的1项" in said(partly, "绩效目标完成情况")


def test_the_corrective_actions_are_those_recorded_and_a_gap_where_points_were_lost_without_one() -> None:
    text = said(julu(), "改进措施")
    assert "“会议培训次数”：提前制定线上预案。" in text
    assert "扣分的“完成率”、“委员履职能力提升”、“满意度”、“预算执行率”：【待补充：未填写改进措施】。" in text


def test_own_objectives_have_target_actual_and_points_of_their_own_figure() -> None:
    dossier = with_own_objectives(julu())
    assert "“提案交办率”指标值为≥95%，实际完成90%，完成率94.74%。" in said(dossier, "绩效目标完成情况")
    analysis = said(dossier, "各级指标分析")
    assert "得85.26分（满分90.00分）" in analysis
    assert "另一口径为“部门自身目标与预算执行”，得" in analysis
    assert "两项合计预算数543.00万元，执行数518.60万元，执行率95.51%。" in said(dossier, "资金使用情况")
    assert "“提案交办率”扣4.74分（满分90.00分，得85.26分）" in said(dossier, "扣分与偏差原因")


def test_money_by_project_is_summed_and_what_was_not_recorded_is_a_gap() -> None:
    second = Project("P2", "第二个项目", budget=Decimal(20))
    read = read_back(card_of(with_projects(julu(), *julu().department.projects, second)))
    table = rows(read, 0)
    assert table[1][2:] == ["143.00", "143.00", "【待补充】", "138.60", "96.92%"]
    assert table[2][2:] == ["20.00", "20.00", "【待补充】", "【待补充】", "—"]
    assert table[3][1:] == ["合计", "163.00", "163.00", "—", "—", "—"]
    assert "“第二个项目”未录入全年执行数【待补充：全年执行数】。" in chapter(read, "资金使用情况")


def test_spending_above_the_budget_and_a_budget_of_zero_are_said() -> None:
    over = Money(adjusted=Funds(Decimal(100)), spent=Funds(Decimal(120)))
    assert "执行率120.00%，超出预算20.00万元，原因：" in said(
        with_project_outcome(julu(), money=over), "资金使用情况"
    )
    nothing = Money(adjusted=Funds(Decimal(0)), spent=Funds(Decimal(0)))
    assert "的执行率无法计算：预算数为 0" in said(with_project_outcome(julu(), money=nothing), "资金使用情况")


def test_an_objective_without_an_achieved_text_is_a_gap_and_a_recorded_one_stands_whole() -> None:
    long = "完成了全部会议。" * 300
    department = replace(
        julu().department, objective="开好会议。", objectives=(Objective("（一）办会", "办好四次会议"),)
    )
    outcome = DepartmentOutcome(achieved={"（一）办会": long})
    dossier = replace(julu(), department=department, outcomes=Outcomes(department=outcome))
    text = said(dossier, "绩效目标完成情况")
    assert "预期目标：开好会议。" in text
    assert "实际完成情况：【待补充：未填写实际完成情况】。" in text
    assert f"实际完成情况：{long}" in text


def test_quotation_marks_inside_a_name_are_the_inner_ones() -> None:
    project = replace(julu().department.projects[0], name="“三公”经费")
    assert "“‘三公’经费”总分92.88分" in said(with_projects(julu(), project), "各级指标分析")
    assert CODE in said(with_projects(julu(), project), "基本情况")


def test_a_total_rounded_once_says_that_it_may_differ_from_the_sum_of_its_lines() -> None:
    head = 'id = "local"\nversion = "1"\ntitle = "某县办法"\nextends = "national-2020"\n'
    once = rulebook.parse(f'{head}rounding.point.value = "total"', "local.toml")
    assert "只舍入一次，可能与各行之和略有出入" in said(replace(julu(), rulebook=once), "各级指标分析")
    assert "只舍入一次" not in said(julu(), "各级指标分析")


def test_points_that_are_not_in_proportion_say_how_they_came_about() -> None:
    text = said(replace(julu(), rulebook=rulebook.load("core-2021")), "各级指标分析")
    assert "得4.69分（满分12.50分），计算过程为12.5 ×（3 ÷ 4 - 0.6）÷（1 - 0.6），不低于 0：4.6875" in text
    assert "计算过程" not in said(julu(), "各级指标分析")

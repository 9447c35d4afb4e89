"""绩效自评报告: written with python-docx and read back."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from by_hand import (
    CODE,
    MADE_ON,
    at_least,
    done,
    julu,
    with_outcome,
    with_override,
    with_own_objectives,
    with_project_outcome,
    with_projects,
)
from office_made import made_by_office
from word_made import (
    BEIDAIHE,
    JULU,
    card_of,
    chapter,
    example,
    golden_text,
    headings,
    lines,
    read_back,
    rows,
)

from evaltool import __version__, language
from evaltool.reports.word import document
from scoring import rulebook
from scoring.model import (
    Actual,
    AdjustedTarget,
    Band,
    Department,
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

GOLDEN = Path(__file__).parent / "golden"
CHAPTERS = [
    "一、基本情况",
    "二、资金使用情况",
    "三、绩效目标完成情况",
    "四、各级指标分析",
    "五、扣分与偏差原因",
    "六、改进措施",
    "七、评分依据",
    "附：各项目得分表",
]


def said(dossier: Dossier, title: str) -> str:
    return chapter(read_back(card_of(dossier)), title)


@pytest.mark.parametrize("name", [JULU, BEIDAIHE])
@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_a_published_year_reads_as_it_was_looked_at(
    name: str, tongue: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "_catalogue", None)
    language.use(tongue)
    found = golden_text(example(name))
    golden = GOLDEN / f"report-{name}-{tongue}.txt"
    if os.environ.get("EVALTOOL_GOLDEN"):
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")


@pytest.mark.parametrize("name", [JULU, BEIDAIHE])
def test_the_chapters_stand_in_the_order_that_finance_bureaus_expect(name: str) -> None:
    assert headings(read_back(example(name)), 1) == CHAPTERS


def test_the_same_scorecard_gives_the_same_bytes() -> None:
    assert document(example(JULU)) == document(example(JULU))


def test_the_properties_say_what_it_is_from_what_and_when_and_nothing_of_the_template() -> None:
    card = card_of(julu())
    properties = read_back(card).core_properties
    assert properties.title == "中国人民政治协商会议巨鹿县委员会办公室本级 2022年度绩效自评报告"
    assert properties.author == properties.last_modified_by == f"evaltool {__version__}"
    assert properties.created.replace(tzinfo=None) == datetime(2023, 1, 15)  # noqa: DTZ001 - a day
    assert card.rulebook.hash in properties.comments
    assert card.inputs in properties.comments
    with ZipFile(BytesIO(document(card))) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert b"python-docx" not in everything
    assert b"Macintosh" not in everything


def test_every_page_has_its_number_and_the_mark_of_its_print() -> None:
    card = card_of(julu())
    footer = read_back(card).sections[0].footer
    assert [one.text for one in footer.paragraphs] == ["— 1 —", card.mark]
    assert "PAGE" in footer.paragraphs[0]._p.xml


def test_the_page_is_a4_with_the_margins_of_an_official_document() -> None:
    section = read_back(card_of(julu())).sections[0]
    sides = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(side.mm) for side in sides if side is not None] == [37, 35, 28, 26]
    assert [round(side.mm) for side in (section.page_width, section.page_height) if side] == [210, 297]


def test_tables_repeat_their_headings_and_no_row_is_torn() -> None:
    for table in read_back(example(BEIDAIHE)).tables:
        properties = [row._tr.trPr.xml for row in table.rows]
        assert all("w:cantSplit" in one for one in properties)
        assert ["w:tblHeader" in one for one in properties] == [True] + [False] * (len(properties) - 1)


def test_a_table_is_as_wide_as_the_text() -> None:
    for table in read_back(example(BEIDAIHE)).tables:
        for row in table.rows:
            assert sum(cell.width.mm for cell in row.cells if cell.width) == pytest.approx(156, abs=1)


@pytest.mark.parametrize("name", [JULU, BEIDAIHE])
def test_the_table_of_scores_has_every_figure_of_the_scorecard(name: str) -> None:
    card = example(name)
    table = rows(read_back(card), -1)
    assert table[0] == [
        "序号",
        "项目名称",
        "预算执行率",
        "产出指标",
        "效益指标",
        "满意度指标",
        "总分",
        "等级",
    ]
    for row, project in zip(table[1:], card.score.projects, strict=True):
        assert row[1] == project.name
        levels = [level.score.value for level in project.levels if not level.level2]
        settled = [project.execution.score.value, *levels]
        if project.score is not None and project.score.value is not None:
            assert [Decimal(cell) for cell in row[2:6]] == settled
            assert sum(map(Decimal, row[2:6])) == Decimal(row[6]) == project.score.value


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


def test_an_empty_office_gives_a_report_of_gaps_and_no_invented_word() -> None:
    empty = Dossier(Department("", ""), rulebook.load())
    read = read_back(card_of(empty))
    assert headings(read, 1) == CHAPTERS
    everything = "\n".join(lines(card_of(empty)))
    assert "单位名称为【待补充：单位名称】" in everything
    assert "评价年度为【待补充：年度】" in everything
    assert "绩效目标中没有申报项目" in everything
    assert "没有申报部门总体绩效目标" in everything
    assert "没有申报项目，没有项目总分" in everything


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


HOSTILE = '=1+1 {reason} <w:br/> “三公”经费\x00\x0b\ud800 【x】\r\nHYPERLINK "http://x" \ufffe'


def test_text_from_people_is_text() -> None:
    dossier = with_outcome(julu(), "完成率", done("90", reason=HOSTILE, action=HOSTILE, evidence=HOSTILE))
    project = replace(dossier.department.projects[0], name=HOSTILE, purpose=HOSTILE, objectives=(HOSTILE,))
    hostile = with_projects(dossier, project)
    hostile = replace(hostile, department=replace(hostile.department, name=HOSTILE, objective=HOSTILE))
    text = said(hostile, "扣分与偏差原因")
    assert '=1+1 {reason} <w:br/> “三公”经费��� 【x】 HYPERLINK "http://x" �' in text
    with ZipFile(BytesIO(document(card_of(hostile)))) as archive:
        body = archive.read("word/document.xml").decode()
        assert "w:hyperlink" not in body
        assert "w:fldChar" not in body
        assert "w:instrText" not in body
        assert "TargetMode" not in archive.read("word/_rels/document.xml.rels").decode()


def test_quotation_marks_inside_a_name_are_the_inner_ones() -> None:
    project = replace(julu().department.projects[0], name="“三公”经费")
    assert "“‘三公’经费”总分92.88分" in said(with_projects(julu(), project), "各级指标分析")
    assert CODE in said(with_projects(julu(), project), "基本情况")


def test_libreoffice_prints_it_and_every_chapter_stands_on_paper(tmp_path: Path) -> None:
    pdftotext = shutil.which("pdftotext")
    if pdftotext is None:
        pytest.skip("poppler is not installed here, so nobody can read the printed text")
    paper = tmp_path / "report.pdf"
    paper.write_bytes(made_by_office(document(example(JULU)), "report.docx", "pdf", tmp_path))
    printed = subprocess.run([pdftotext, str(paper), "-"], check=True, capture_output=True).stdout.decode()
    for title in CHAPTERS:
        assert title in printed
    assert "92.88" in printed


def test_the_day_it_was_made_on_is_the_only_day_in_it() -> None:
    dossier = julu()
    card = replace(card_of(dossier), made_on=date(2024, 2, 29))
    assert card.made_on != MADE_ON
    assert "由 evaltool" in chapter(read_back(card), "评分依据")
    assert "于 2024-02-29 生成" in chapter(read_back(card), "评分依据")

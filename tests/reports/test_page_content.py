"""What stands on the page for what was recorded: workings, bars, levels, losses, doubts, evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from by_hand import (
    at_least,
    done,
    julu,
    with_outcome,
    with_override,
    with_own_objectives,
    with_project_outcome,
)
from lxml.html import HtmlElement
from page_made import JULU, card_of, example, line_of, many, of_class, parsed, said, tables

from evaltool import language
from evaltool.wording import points, say
from scoring.model import AdjustedTarget, EvidenceFile, Outcome, Override, State


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    language.use("zh")
    yield
    language.use("zh")


def rows(table: HtmlElement) -> list[list[str]]:
    return [[said(cell) for cell in row] for row in table.xpath("tbody/tr")]


def test_every_step_of_every_working_is_folded_beside_its_line_and_names_its_clause() -> None:
    card = card_of(with_override(julu(), "完成率", Override(Decimal("12.00"), "跨年调研已有成果", "李四")))
    root = parsed(card)
    numbers = {clause.key: n for n, clause in enumerate(card.rulebook.clauses(), 1)}
    for line in card.score.projects[0].indicators:
        (folded,) = line_of(root, line.indicator.name).xpath(".//details")
        assert folded.find("summary").get("aria-label") == f"{line.indicator.name}：计算过程"
        assert folded.get("open") is None
        steps = [said(one) for one in folded.xpath("ol/li")]
        assert steps == [
            say(step) + (f"〔{numbers[step.clause]}〕" if step.clause else "") for step in line.working
        ]


def test_a_linked_clause_stands_with_its_value_and_its_source() -> None:
    card = card_of(julu())
    root = parsed(card)
    cited = {link.get("href")[1:] for link in of_class(root, "cite")}
    assert cited
    clauses = list(card.rulebook.clauses())
    for anchor in cited:
        (place,) = root.xpath("//*[@id=$id]", id=anchor)
        clause = clauses[int(anchor.removeprefix("clause-")) - 1]
        row = said(next(place.iterancestors("tr")))
        assert clause.key in row
        assert " ".join(clause.cite.split()) in row
        assert not list(place.iterancestors("details"))


def test_what_is_not_recorded_is_a_dash_without_a_bar_and_its_score_an_interval_in_words() -> None:
    root = parsed(card_of(with_outcome(julu(), "完成率", None)))
    row = line_of(root, "完成率")
    cells = [said(cell) for cell in row.xpath("td")]
    assert cells[:5] == ["≥95%", "—", "—", "12.50", "待录入（可能 0.00–12.50）"]
    assert not of_class(row, "bar")
    assert "待定（可能" in said(of_class(root, "headline")[0])


@pytest.mark.parametrize(
    ("figure", "look", "width"),
    [
        ("47.5", "fill short", "33.33"),
        ("95", "fill met", "66.67"),
        ("118.75", "fill met", "83.33"),
        ("200", "fill met beyond", "100"),
        ("-3", "fill short", "0"),
    ],
)
def test_a_bar_is_drawn_to_the_mark_and_says_by_its_look_too_whether_it_was_reached(
    figure: str, look: str, width: str
) -> None:
    root = parsed(card_of(with_outcome(julu(), "完成率", done(figure))))
    row = line_of(root, "完成率")
    (fill,) = of_class(row, "fill")
    assert fill.get("class") == look
    assert Decimal(fill.get("style").removeprefix("width:").removesuffix("%")) == Decimal(width)


def test_levels_head_all_rows_below_them_and_stand_once() -> None:
    root = parsed(card_of(julu()))
    heads = tables(root, "：绩效指标")[0].xpath("tbody//th[contains(@class, 'level')]")
    assert [(said(head), head.get("scope"), head.get("rowspan")) for head in heads][:3] == [
        ("产出指标", "rowgroup", "4"),
        ("数量指标", "row", None),
        ("质量指标", "row", None),
    ]


def test_losses_stand_by_size_and_those_of_a_large_department_beyond_the_first_are_folded() -> None:
    card = card_of(many(20))
    root = parsed(card)
    (first,) = tables(root, "全部项目：失分")
    lost = [Decimal(row[2]) for row in rows(first)]
    assert len(lost) == 15
    assert lost == sorted(lost, reverse=True)
    (rest,) = tables(root, "其余 6 项失分")
    assert len(rows(rest)) == 6
    assert [one.tag for one in rest.iterancestors("details")] == ["details"]


def test_a_project_that_does_not_apply_says_so_and_why() -> None:
    changed = with_project_outcome(julu(), state=State.NOT_APPLICABLE, reason="项目年中取消")
    root = parsed(card_of(changed))
    (section,) = root.xpath("//section[@id='project-1']")
    text = said(section)
    assert "总分 不适用" in text
    assert "项目年中取消" in text
    assert not of_class(section, "grade")


def test_the_own_objectives_stand_with_what_was_achieved_and_the_money_of_all() -> None:
    card = card_of(with_own_objectives(julu()))
    text = said(parsed(card).xpath("//section[@id='own']")[0])
    method = card.score.methods["own_objectives"]
    assert method.score is not None
    assert method.score.value is not None
    assert points(method.score.value) in text
    assert "基本支出400.00380.0095.00%" in text.replace(" ", "")
    assert "项目支出143.00138.6096.92%" in text.replace(" ", "")


def test_evidence_and_its_files_are_listed() -> None:
    file = EvidenceFile("佐证/会议签到.pdf", 1234, "ab" * 32)
    outcome = replace(done("4", "次"), evidence="会议签到表", evidence_files=(file,))
    text = said(
        parsed(card_of(with_outcome(julu(), "会议培训次数", outcome))).xpath("//section[@id='evidence']")[0]
    )
    assert "会议签到表" in text
    assert f"佐证/会议签到.pdf，1234 字节，SHA-256 {'ab' * 32}" in text


def test_evidence_begins_with_the_departments_own_and_missing_evidence_is_listed() -> None:
    dossier = with_outcome(with_own_objectives(julu()), "提案交办率", done("90", evidence="交办单"))
    (listed,) = tables(parsed(card_of(dossier)), "佐证材料清单")
    first, *others = rows(listed)
    assert first[:3] == ["提案交办率", "（一）", "交办单"]
    assert ["满意度", "专项运转保障经费", "缺少", ""] in others


def test_an_answered_doubt_stands_with_its_answer_apart_from_the_open_ones() -> None:
    card = example(JULU)
    finding, *others = card.open_findings
    whole = card.dossier.outcomes.department
    answered = replace(whole, answers={finding.fingerprint: "已与财政局核对"})
    dossier = replace(card.dossier, outcomes=replace(card.dossier.outcomes, department=answered))
    root = parsed(replace(card, dossier=dossier))
    (done_,) = tables(root, "已答复的疑点")
    assert [row[-1] for row in rows(done_)] == ["已与财政局核对"]
    (still,) = tables(root, "未答复的疑点")
    assert len(rows(still)) == len(others)


def test_a_department_without_projects_and_doubts_has_a_page() -> None:
    dossier = julu()
    empty = replace(dossier, department=replace(dossier.department, projects=()))
    root = parsed(replace(card_of(empty), score=replace(card_of(empty).score, findings=())))
    assert "无法评定" in said(of_class(root, "headline")[0])
    assert "没有未答复的疑点" in said(root)
    assert "没有填报佐证材料" in said(root)


def test_the_page_names_rulebook_inputs_version_and_day_and_so_does_the_foot_of_every_print() -> None:
    card = card_of(julu())
    text = said(parsed(card))
    assert card.made in text
    assert f"{card.rulebook.id}，版本 {card.rulebook.version}，内容校验 {card.rulebook.hash}" in text
    style = parsed(card).findtext("head/style")
    foot = style.rpartition('content:"')[2].partition('"')[0]
    signs = "".join(
        chr(int(part[:-1], 16)) if part.endswith(" ") else part
        for part in re.findall(r"(?<=\\)[0-9a-f]+ |[0-9A-Za-z]", foot)
    )
    assert signs == card.mark


def test_an_adjusted_target_stands_behind_the_declared_one() -> None:
    outcome = Outcome(done("90").actual, adjusted=AdjustedTarget(at_least("80"), "冀财〔2022〕9号"))
    text = said(parsed(card_of(with_outcome(julu(), "完成率", outcome))))
    assert "≥95% → ≥80%（调整：冀财〔2022〕9号）" in text


def test_chinese_words_on_an_english_page_are_marked_so_and_none_on_a_chinese_one() -> None:
    card = card_of(julu())
    assert parsed(card).body.xpath("//*[@lang]/@lang") == ["zh-CN"]
    language.use("en")
    root = parsed(card)
    marked = {said(one) for one in root.body.xpath(".//*[@lang='zh-CN']")}
    assert {"产出指标", "会议培训次数", "全年会议、培训和调研保障到位。"} <= marked
    assert not {"Budget execution", "Total"} & marked

"""Objectives, measures, clauses and the year are found in prose, however offices number it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from document_samples import PROSE, codes, found, parts_missing, project, replaced

if TYPE_CHECKING:
    from document_samples import Read

    from scoring.model import Department


def prose(read_it: Read, *, overall: str = "", objectives: str = "", measures: str = "") -> Department:
    text = f"一、总体绩效目标\n{overall}\n二、分项绩效目标\n{objectives}\n三、工作保障措施\n{measures}\n"
    return read_it(text).department


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("提案交办率达95%", [("提案交办率", "达95%")]),
        ("提案交办率95%。", [("提案交办率", "95%")]),
        ("提案交办率达到９５％；", [("提案交办率", "达到９５％")]),
        ("通过各项工作落实，提案交办率不低于95%", [("提案交办率", "不低于95%")]),
        ("绩效指标：监督率达95%，交办率达100%。", [("监督率", "达95%"), ("交办率", "达100%")]),
        ("培训率、参与率均达到90%以上", [("参与率", "均达到90%以上")]),
        ("三公经费占比控制在5%以内", [("三公经费占比", "控制在5%以内")]),
        ("差错率≤0.5%", [("差错率", "≤0.5%")]),
        ("人口自然增长率为5‰", [("人口自然增长率", "为5‰")]),
        ("会议的完成率达100%", [("会议的完成率", "达100%")]),
        ("实际完成的任务占计划的任务达到95%", [("实际完成的任务占计划的任务", "达到95%")]),
        ("2022年召开十九届全会4次", []),
    ],
)
def test_a_clause_is_a_name_with_a_percentage_at_its_end(
    text: str, expected: list[tuple[str, str]], read_it: Read
):
    clauses = prose(read_it, overall=text).objective_indicators
    assert [(clause.name, clause.target.text) for clause in clauses] == expected


def test_a_percentage_that_is_no_clause_is_a_note(read_it: Read):
    reading = read_it("一、总体绩效目标\n95%的提案得到办理，100%。\n")
    assert not reading.department.objective_indicators
    assert [finding.facts["text"] for finding in found(reading, "clause.unread")] == [
        "95%的提案得到办理",
        "100%",
    ]


def test_a_clause_said_twice_in_one_objective_is_told_apart_by_its_ordinal(read_it: Read):
    department = prose(
        read_it, objectives="（一）会议。\n交办率达95%，交办率达95%\n（二）提案。\n交办率达95%"
    )
    assert [(c.key.objective, c.key.ordinal) for c in department.own_indicators()] == [
        ("（一）会议", 1),
        ("（一）会议", 2),
        ("（二）提案", 1),
    ]


def test_two_objectives_of_one_title_do_not_share_an_identity(read_it: Read):
    department = prose(read_it, objectives="（一）会议。交办率达95%\n（一）会议。交办率达95%")
    keys = [clause.key for clause in department.own_indicators()]
    assert len(set(keys)) == 2


@pytest.mark.parametrize(
    ("line", "title", "text"),
    [
        ("(一) 完善会议制度，规范程序", "（一）完善会议制度，规范程序", ""),
        ("（一）、完善会议制度；", "（一）完善会议制度", ""),
        ("一、完善会议制度。", "一、完善会议制度", ""),
        ("1. 完善会议制度", "1.完善会议制度", ""),
        ("1、完善会议制度。绩效目标：提高质量。", "1、完善会议制度", "绩效目标：提高质量。"),
        ("（1）完善会议制度：提高质量", "（1）完善会议制度", "提高质量"),
        ("完善会议制度", "完善会议制度", ""),
    ],
)
def test_a_title_is_the_number_and_the_first_sentence(line: str, title: str, text: str, read_it: Read):
    (objective,) = prose(read_it, objectives=line).objectives
    assert (objective.title, objective.text) == (title, text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("（三）完善机制。 （四）完善提案。", 2),
        ("（三）完善机制。（四）完善提案。", 2),
        ("（三）完善机制，见（四）条。", 1),
        ("（三）完善机制。（五）完善提案。", 1),
        ("1、安排经费。2、召开会议；3、总结。", 3),
        ("1、安排经费 2.5万元", 1),
        ("（十九）学习。（二十）培训。（二十一）考核。", 3),
    ],
)
def test_a_line_that_carries_several_measures_is_cut_where_the_next_number_stands(
    text: str, count: int, read_it: Read
):
    assert len(prose(read_it, measures=text).measures) == count


def test_sub_items_belong_to_the_measure_above_them(read_it: Read):
    first, second = prose(
        read_it, measures="（一）加强学习\n认真学习。\n（二）做好服务\n 1、协商。\n继续协商。\n2、监督。"
    ).measures
    assert (first.text, first.items) == ("（一）加强学习\n认真学习。", ())
    assert (second.text, second.items) == ("（二）做好服务", ("1、协商。\n继续协商。", "2、监督。"))


@pytest.mark.parametrize(
    "headings",
    [
        ("一、总体绩效目标", "二、分项绩效目标", "三、工作保障措施"),
        ("（一）总体绩效目标：", "（二）分项绩效目标：", "（三）工作保障措施："),
        ("1.年度总体目标", "2.分项目标", "3.保障措施"),
        ("总 体 绩 效 目 标", "分项绩效目标:", "第三部分 工作保障措施"),
    ],
)
def test_headings_are_known_however_they_are_numbered(headings: tuple[str, str, str], read_it: Read):
    overall, objectives, measures = headings
    department = read_it(f"{overall}\n甲\n{objectives}\n（一）乙\n{measures}\n（一）丙\n").department
    assert department.objective == "甲"
    assert [objective.title for objective in department.objectives] == ["（一）乙"]
    assert [measure.text for measure in department.measures] == ["（一）丙"]


def test_a_heading_with_its_text_on_the_same_line_begins_the_section(read_it: Read):
    assert (
        read_it("一、总体绩效目标：做好工作，交办率达95%\n").department.objective == "做好工作，交办率达95%"
    )


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("2022年部门预算", 2022),
        ("２０２２年度绩效目标", 2022),
        ("二〇二二年部门预算", 2022),
        ("2022 年预算", 2022),
    ],
)
def test_a_year_in_the_title_is_printed_and_not_inferred(title: str, year: int, read_it: Read):
    reading = read_it(replaced(PROSE, "2022年部门预算绩效信息", title) + project())
    assert (reading.department.year, reading.department.inferred) == (year, ())
    assert "document.year_inferred" not in codes(reading.findings)


def test_a_year_in_prose_is_inferred_and_said(read_it: Read):
    reading = read_it("某县政协\n一、总体绩效目标\n认真总结，2021年12月前完成。2022年是关键之年。\n")
    assert (reading.department.year, reading.department.inferred) == (2022, ("year",))
    (finding,) = found(reading, "document.year_inferred")
    assert finding.facts["year"] == "2022"
    assert finding.source
    assert finding.source.line == 3


def test_a_document_without_any_year_misses_it(read_it: Read):
    reading = read_it(replaced(PROSE, "2022年部门预算绩效信息", "部门预算绩效信息") + project())
    assert reading.department.year is None
    assert parts_missing(reading) == {"年度"}

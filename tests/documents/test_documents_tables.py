"""A project's tables are read by their headers and labels; what does not fit is reported with its row."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from document_samples import (
    HEADERS,
    PROSE,
    ROWS,
    codes,
    found,
    lines,
    parts_missing,
    project,
    replaced,
    table,
)

from evaltool import wording
from scoring.findings import Severity

if TYPE_CHECKING:
    from document_samples import Read

    from scoring.model import Indicator, Reading


def errors(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.findings if finding.severity is Severity.ERROR]


def indicators(reading: Reading) -> tuple[Indicator, ...]:
    return reading.department.projects[0].indicators


def names(reading: Reading) -> list[str]:
    return [indicator.name for indicator in indicators(reading)]


def test_the_plain_form_has_no_error(read_it: Read):
    reading = read_it(PROSE + project())
    assert errors(reading) == []
    assert names(reading) == ["培训次数", "能力提升", "委员满意度"]


def test_columns_are_known_by_their_headers_and_not_by_their_place(read_it: Read):
    turned = [" | ".join(reversed(row.split(" | "))) for row in (HEADERS, *ROWS)]
    usual = read_it(PROSE + project()).department
    assert read_it(PROSE + project(*turned[1:], headers=turned[0])).department == usual


@pytest.mark.parametrize("header", ["分值", "权重", "指标分值", "权重（%）", "分值(90分)"])
def test_a_column_of_weights_is_read(header: str, read_it: Read):
    rows = [f"{row} | {weight}" for row, weight in zip(ROWS, ("50", "30分", "10.0%"), strict=True)]
    reading = read_it(PROSE + project(*rows, headers=f"{HEADERS} | {header}"))
    assert [indicator.weight for indicator in indicators(reading)] == [50, 30, Decimal("10.0")]
    assert found(reading, "document.no_weights") == []


def test_a_weight_that_is_no_figure_is_an_error_and_a_stroke_is_blank(read_it: Read):
    rows = [f"{row} | {weight}" for row, weight in zip(ROWS, ("若干", "—", "10"), strict=True)]
    reading = read_it(PROSE + project(*rows, headers=f"{HEADERS} | 分值"))
    assert [indicator.weight for indicator in indicators(reading)] == [None, None, 10]
    assert errors(reading) == ["amount.unread"]


def test_a_column_under_an_unknown_header_shifts_nothing_and_is_named(read_it: Read):
    rows = [f"重点 | {row}" for row in ROWS]
    reading = read_it(PROSE + project(*rows, headers=f"重点 | {HEADERS}"))
    assert reading.department == read_it(PROSE + project()).department
    assert [finding.facts["header"] for finding in found(reading, "table.unknown_column")] == ["重点"]


def test_a_cell_too_many_is_reported_with_its_row_and_the_rest_is_read(read_it: Read):
    text = PROSE + project(ROWS[0] + " | 多出来的", *ROWS[1:])
    reading = read_it(text)
    (extra,) = found(reading, "table.extra_cell")
    assert extra.severity is Severity.WARNING
    assert extra.facts["text"] == "多出来的"
    assert extra.facts["row"] == ROWS[0] + " | 多出来的"
    assert extra.source
    assert text.split("\n")[extra.source.line - 1] == "\t多出来的"
    assert reading.department == read_it(PROSE + project()).department


def test_empty_cells_too_many_are_nothing_to_speak_of(read_it: Read):
    assert "table.extra_cell" not in codes(read_it(PROSE + project(ROWS[0] + " |  | ", *ROWS[1:])).findings)


def test_a_row_too_short_is_read_as_far_as_it_goes(read_it: Read):
    short = " | ".join(ROWS[0].split(" | ")[:5])
    reading = read_it(PROSE + project(short, *ROWS[1:]))
    (finding,) = found(reading, "table.short_row")
    assert finding.facts["missing"] == "指标值确定依据"
    assert (indicators(reading)[0].target.text, indicators(reading)[0].basis) == ("4次", "")


def test_a_row_that_names_no_indicator_is_an_error_and_names_no_level_either(read_it: Read):
    reading = read_it(PROSE + project(ROWS[0], "≥95% | 统计调查", " |  | 完成率 |  | ≥95% | ", *ROWS[1:]))
    assert errors(reading) == ["indicator.no_name"]
    assert names(reading) == ["培训次数", "完成率", "能力提升", "委员满意度"]
    assert indicators(reading)[1].level1 == "产出指标"


def test_rows_that_only_name_a_level_or_fill_the_page_are_passed_over(read_it: Read):
    rows = ("产出指标 | 时效指标 |  |  |  | ", " |  | …… | …… | …… | ", " |  | / | / | / | /")
    reading = read_it(PROSE + project(ROWS[0], *rows, *ROWS[1:]))
    assert names(reading) == ["培训次数", "能力提升", "委员满意度"]
    assert errors(reading) == []


def test_merged_levels_are_carried_down_and_a_new_first_level_forgets_the_second(read_it: Read):
    rows = (
        "产出指标 | 数量指标 | 甲 |  | 1次 | ",
        " |  | 乙 |  | 2次 | ",
        "产出指标 |  | 丙 |  | 3次 | ",
        "效益指标 |  | 丁 |  | 4次 | ",
        "满意度指标 | 服务对象满意度指标 | 戊 |  | ≥90% | ",
    )
    assert [
        (indicator.level1, indicator.level2) for indicator in indicators(read_it(PROSE + project(*rows)))
    ] == [
        ("产出指标", "数量指标"),
        ("产出指标", "数量指标"),
        ("产出指标", "数量指标"),
        ("效益指标", ""),
        ("满意度指标", "服务对象满意度指标"),
    ]


def test_an_indicator_before_any_level_is_an_error(read_it: Read):
    reading = read_it(PROSE + project(" |  | 甲 |  | 1次 | ", *ROWS))
    assert errors(reading) == ["indicator.no_level"]
    assert names(reading)[0] == "甲"


def test_headers_repeated_on_the_next_page_change_nothing(read_it: Read):
    rows = (ROWS[0], HEADERS, " |  | 乙 |  | 2次 | ", *ROWS[1:])
    reading = read_it(PROSE + project(*rows))
    assert names(reading) == ["培训次数", "乙", "能力提升", "委员满意度"]
    assert indicators(reading)[1].level2 == "数量指标"
    assert errors(reading) == []


def test_an_indicator_said_twice_is_two_indicators(read_it: Read):
    reading = read_it(PROSE + project(ROWS[0], *ROWS))
    assert [indicator.key.ordinal for indicator in indicators(reading)] == [1, 2, 1, 1]


def test_words_broken_over_lines_of_a_narrow_cell_come_out_whole(read_it: Read):
    narrow = project(
        ROWS[0].replace("培训次数", "培训\n次数", 1).replace("4次", "4\n次"), *ROWS[1:], code="P-\n1"
    )
    reading = read_it(PROSE + narrow)
    assert reading.department == read_it(PROSE + project(code="P-1")).department


def test_a_code_given_twice_is_an_error_and_neither_project_is_lost(read_it: Read):
    text = PROSE + project() + project() + project()
    reading = read_it(text)
    assert [project.code for project in reading.department.projects] == ["P1", "P1#2", "P1#3"]
    twice = found(reading, "project.code_twice")
    assert [(finding.facts["printed"], finding.facts["read"]) for finding in twice] == [
        ("P1", "P1#2"),
        ("P1", "P1#3"),
    ]
    printed = [number for number, line in enumerate(text.split("\n"), 1) if line == "\tP1"]
    assert lines(reading, "project.code_twice") == printed[1:]
    keys = [indicator.key for indicator in reading.department.indicators()]
    assert len(set(keys)) == len(keys)


def test_a_printed_code_is_not_taken_by_a_second_one(read_it: Read):
    reading = read_it(PROSE + project(code="P1#2") + project() + project())
    assert [project.code for project in reading.department.projects] == ["P1#2", "P1", "P1#3"]


@pytest.mark.parametrize("code", ["", "—", "/"])
def test_a_project_without_a_code_is_told_from_the_department_itself_by_its_name(code: str, read_it: Read):
    reading = read_it(PROSE + project(code=code))
    assert reading.department.projects[0].code == "委员活动"
    assert found(reading, "project.code_from_name")
    assert parts_missing(reading) == {"项目编码"}


def test_two_projects_without_a_heading_between_them_are_two(read_it: Read):
    _, form = project(code="P2").split("\n", 1)
    reading = read_it(PROSE + project() + form)
    assert [project.code for project in reading.department.projects] == ["P1", "P2"]
    assert [len(project.indicators) for project in reading.department.projects] == [3, 3]


def test_labels_and_texts_in_one_cell_are_told_apart(read_it: Read):
    text = replaced(
        PROSE + project(),
        "\t项目编码\n\tP1\n\t项目名称\n\t委员活动\n",
        "\t项目编码：P1\n\t项目名称：委员活动\n",
    )
    assert read_it(text).department == read_it(PROSE + project()).department


def test_amounts_in_yuan_become_ten_thousands(read_it: Read):
    money = "预算规模及资金用途 | 预算数 | 100,000.00 | 其中：财政资金 | 6万元 | 其他资金 | 40000"
    spending = " | 25000 | 50000 | 75000 | 100000"
    one = read_it(PROSE + project(unit="单位：元", money=money, spending=spending)).department.projects[0]
    assert (one.unit, one.budget, one.fiscal, one.other) == ("元", 10, 6, 4)
    assert [(point.amount, point.percent) for point in one.plan] == [
        (Decimal("2.5"), 25),
        (5, 50),
        (Decimal("7.5"), 75),
        (10, 100),
    ]


def test_a_money_unit_that_is_not_known_is_said(read_it: Read):
    (finding,) = found(read_it(PROSE + project(unit="单位：美元")), "project.unit_assumed")
    assert dict(finding.facts) == {"text": "美元", "unit": "万元"}


def test_a_money_unit_that_stands_nowhere_is_said(read_it: Read):
    reading = read_it(PROSE + project(unit=""))
    (finding,) = found(reading, "project.no_unit")
    assert dict(finding.facts) == {"unit": "万元"}
    assert wording.say(finding) == "没有标明金额单位，按万元读取"
    assert found(reading, "project.unit_assumed") == []


def test_an_indicator_without_a_target_is_said_to_have_none(read_it: Read):
    row = ROWS[2].replace("≥95%", "")
    (odd,) = found(read_it(PROSE + project(*ROWS[:2], row)), "text.blank")
    assert wording.say(odd) == "没有指标值"


def test_parts_that_do_not_add_up_to_the_budget_are_a_warning(read_it: Read):
    money = "预算规模及资金用途 | 预算数 | 10.00 | 其中：财政资金 | 6.00 | 其他资金 | 3.00"
    (finding,) = found(read_it(PROSE + project(money=money)), "project.budget_parts_differ")
    assert dict(finding.facts) == {"budget": "10.00", "parts": "9.00"}


@pytest.mark.parametrize("budget", ["NaN", "inf", "1e999", "-5", "9" * 40, "十来万", "2次"])
def test_a_budget_that_is_no_amount_is_an_error_and_none_is_made_up(budget: str, read_it: Read):
    money = f"预算规模及资金用途 | 预算数 | {budget} | 其中：财政资金 | | 其他资金 | "
    reading = read_it(PROSE + project(money=money))
    assert reading.department.projects[0].budget is None
    (error,) = [finding for finding in reading.findings if finding.severity is Severity.ERROR]
    assert (error.subject.project, error.subject.field) == ("P1", "budget")


def test_a_first_level_that_only_one_project_lacks_is_a_warning_unless_the_file_ends_there(read_it: Read):
    without = project(*ROWS[:2])
    (finding,) = found(read_it(PROSE + without + project(code="P2")), "indicators.level_absent")
    assert (finding.subject.project, finding.facts["level"]) == ("P1", "满意度指标")
    assert parts_missing(read_it(PROSE + project() + without)) == {"满意度指标"}


def test_a_table_of_another_department_is_a_warning(read_it: Read):
    other = replaced(project(code="P2"), "131001某县政协办公室", "131009某县图书馆")
    (finding,) = found(read_it(PROSE + project() + other), "document.other_department")
    assert finding.facts["text"] == "131009某县图书馆"


def test_a_row_nobody_expects_is_a_note(read_it: Read):
    text = replaced(PROSE + project(), "\t项目编码\n", "\t请打印两份\n\n\t项目编码\n")
    assert [finding.facts["text"] for finding in found(read_it(text), "table.unread_row")] == ["请打印两份"]


SCORED_HEADERS = "一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分"
SCORED_ROWS = ("产出指标 | 数量指标 | 培训次数 | ≥4次 | 4次 | 90 | 90",)


def with_execution(read_it: Read, row: str) -> Reading:
    return read_it(PROSE + project(row, *SCORED_ROWS, headers=SCORED_HEADERS))


@pytest.mark.parametrize("spent", ["9.5", "9.5万元", "95000元"])
def test_amounts_in_the_row_of_the_execution_rate_are_the_money_where_none_stands_above(
    spent: str, read_it: Read
):
    reading = with_execution(read_it, f"预算执行率 | 预算执行率 | 预算执行率 | 10.00 | {spent} | 10 | 9.5")
    money = reading.outcomes.projects["P1"].money
    assert (money.adjusted.total, money.spent.total) == (10, Decimal("9.5"))
    assert names(reading) == ["培训次数"]
    assert found(reading, "table.unread_row") == []


@pytest.mark.parametrize(
    "figures", ["100% | 95%", "100 | 95", "1 | 0.95", "10.00 | ", " | 95%", "≥95% | 95%"]
)
def test_a_row_of_the_execution_rate_without_amounts_is_told_of(figures: str, read_it: Read):
    reading = with_execution(read_it, f"预算执行率 | 预算执行率 | 预算执行率 | {figures} | 10 | 9.5")
    (note,) = found(reading, "table.unread_row")
    assert note.facts["text"].startswith("预算执行率")
    assert "P1" not in reading.outcomes.projects or reading.outcomes.projects["P1"].money.spent.total is None
    assert names(reading) == ["培训次数"]


def test_a_department_without_a_code_is_known_by_its_name_and_that_is_said(read_it: Read):
    text = replaced(PROSE + project(), "131001某县政协办公室", "某县政协办公室")
    reading = read_it(text)
    assert (reading.department.code, reading.department.name) == ("某县政协办公室", "某县政协办公室")
    assert [finding.facts["read"] for finding in found(reading, "document.code_from_name")] == [
        "某县政协办公室"
    ]


def test_tables_of_other_things_before_the_projects_are_passed_over(read_it: Read):
    income = table("收入项目 | 金额", "财政拨款收入 | 100", "合计 | 100")
    assert read_it(PROSE + income + project()).department == read_it(PROSE + project()).department


STEPS = "≥90%得10分，≥80%得6分，<80%不得分"


@pytest.mark.parametrize("header", ["指标描述", "指标值确定依据"])
def test_a_score_table_printed_with_an_indicator_is_taken_and_told(header: str, read_it: Read):
    headers = "一级指标 | 二级指标 | 三级指标 | 指标值 | " + header
    rows = (
        f"产出指标 | 质量指标 | 验收合格率 | ≥90% | {STEPS}",
        "产出指标 | 质量指标 | 优良率 | ≥90% | 按年统计",
    )
    reading = read_it(PROSE + project(*rows, headers=headers))
    first, second = indicators(reading)
    assert first.steps is not None
    assert first.steps.limits == ((Decimal(90), Decimal(10)), (Decimal(80), Decimal(6)))
    assert second.steps is None
    (read,) = found(reading, "steps.read")
    assert (read.subject.indicator, read.facts["read"]) == (first.key, "≥90%得10分，≥80%得6分，其余不得分")


def test_a_score_table_that_cannot_be_used_leaves_the_indicator_without_one(read_it: Read):
    row = "产出指标 | 数量指标 | 培训次数 | ≥4次 | " + STEPS
    reading = read_it(PROSE + project(row, headers="一级指标 | 二级指标 | 三级指标 | 指标值 | 指标描述"))
    assert indicators(reading)[0].steps is None
    assert len(found(reading, "steps.unread")) == 1

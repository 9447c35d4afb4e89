"""What scorecards print behind a reason and around a target, taken apart again."""

from __future__ import annotations

from datetime import date

import pytest

from evaltool.documents.recognition.remarks import Adjusted, Notes, Remark, notes_in, remark_in, targets_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Remark()),
        ("受疫情影响", Remark("受疫情影响")),
        ("受疫情影响\n改进措施：线上预案", Remark("受疫情影响", "线上预案")),
        ("改进措施：线上预案", Remark(action="线上预案")),
        ("尾款未付。改进措施：提高准确度。", Remark("尾款未付。改进措施：提高准确度。")),
        (
            "跨年完成\n人工评分 12.00（计算得分 11.84）：已有成果（李四）",
            Remark("跨年完成", by_person="人工评分12.00（计算得分11.84）：已有成果（李四）"),
        ),
        (
            "跨年完成\n指标值调整为：≥85%（调整：巨财绩〔2022〕7号，2022-09-01）",
            Remark("跨年完成", adjusted=Adjusted("≥85%", "巨财绩〔2022〕7号", date(2022, 9, 1))),
        ),
    ],
)
def test_the_parts_of_a_remark_begin_on_lines_of_their_own(text: str, expected: Remark) -> None:
    assert remark_in(text) == expected


@pytest.mark.parametrize(
    ("text", "declared", "adjusted"),
    [
        ("≥95%", "≥95%", None),
        ("≥95% → ≥85%（调整：未填批复）", "≥95%", Adjusted("≥85%")),
        ("4次→3次（调整：2022-09-01）", "4次", Adjusted("3次", "", date(2022, 9, 1))),
        ("4次 → 3次（调整：某号，2022-13-01）", "4次", Adjusted("3次", "某号，2022-13-01")),
        ("由 4次 → 3次", "由 4次 → 3次", None),
    ],
)
def test_an_adjusted_target_stands_behind_the_declared_one(
    text: str, declared: str, adjusted: Adjusted | None
) -> None:
    assert targets_in(text) == (declared, adjusted)


def test_notes_say_what_does_not_apply_and_why() -> None:
    said = notes_in("项目不适用：中途取消\n预算执行率不适用：全年无预算\n预算执行率的说明：会议未召开")
    assert said == Notes("中途取消", "全年无预算", "会议未召开")
    assert notes_in("预算执行率不适用，其 10 分按比例分给一级指标") == Notes()

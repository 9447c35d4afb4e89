"""What an undo says it took back, where more than one value of one field moved."""

from __future__ import annotations

from decimal import Decimal

import pytest

from evaltool import operations as ops
from evaltool.tui.words import change_text, fault_text
from scoring.findings import finding
from scoring.model import Department, Key, Sense, StepTable, Subject
from scoring.rulebook import RulebookError, parse

HERE = ("131001", 2022)
OFFICE = Department("131001", "某局", 2022)
IN_FORCE = Subject(field="rulebook")
KEY = Key("P1", "", "产出指标", "数量指标", "培训次数")
ODD = (finding("text.blank", text=""),)


@pytest.mark.parametrize(
    ("items", "said"),
    [
        (
            [
                ops.Item(HERE, IN_FORCE, "970311fbbcca", "", "国家办法"),
                ops.Item(HERE, Subject(field="findings"), ODD, ()),
                ops.Item(HERE, Subject(field="declared"), OFFICE, None),
            ],
            "某局 的绩效目标",
        ),
        (
            [ops.Item(HERE, IN_FORCE, "17c1278ea60a", "970311fbbcca", "某县办法", "国家办法")],
            "评分规则 某县办法 → 国家办法",
        ),
        ([ops.Item(HERE, IN_FORCE, "national-2020", "")], "评分规则 national-2020 → 空"),
        ([ops.Item(HERE, Subject(field="findings"), ODD, ())], "绩效文本中的疑点 1 项 → 空"),
        (
            [
                ops.Item(
                    HERE,
                    Subject("P1", KEY, "steps"),
                    None,
                    StepTable(Sense.AT_LEAST, ((Decimal(70), Decimal(3)),), text="≥70%\n得3分"),
                )
            ],
            "培训次数·评分标准 空 → ≥70% 得3分",
        ),
    ],
    ids=["an import of a new office", "a rulebook", "an id", "doubts", "a score table"],
)
def test_a_change_is_said_in_words(items: list[ops.Item], said: str) -> None:
    assert change_text(items, None) == said


def test_a_kept_rulebook_that_cannot_be_read_is_said_in_one_line() -> None:
    with pytest.raises(RulebookError) as refused:
        parse("id = 1", "某县")
    assert len(refused.value.problems) > 1
    said = fault_text(refused.value)
    assert "某县" in said
    assert "\n" not in said

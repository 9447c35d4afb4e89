"""What an undo says it took back, where more than one value of one field moved."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from evaltool import operations as ops
from evaltool.tui.words import change_text, fault_text
from scoring.findings import finding
from scoring.model import Department, Indicator, Key, Objective, Project, Sense, StepTable, Subject, Target
from scoring.rulebook import RulebookError, parse

HERE = ("131001", 2022)
OFFICE = Department("131001", "某局", 2022)
IN_FORCE = Subject(field="rulebook")
KEY = Key("P1", "", "产出指标", "数量指标", "培训次数")
ODD = (finding("text.blank", text=""),)
LINE = Indicator(KEY, Target(Sense.AT_LEAST, Decimal(4), text="4次"))
PROJECT = Project("P1", "培训经费", indicators=(LINE,))
DECLARED = replace(OFFICE, projects=(PROJECT,))


def holding(project: Project) -> Department:
    return replace(OFFICE, projects=(project,))


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


RENAMED = replace(LINE, key=KEY._replace(name="会议次数"))
RECODED = replace(PROJECT, code="P2", indicators=(replace(LINE, key=KEY._replace(project="P2")),))


@pytest.mark.parametrize(
    ("new", "said", "undone"),
    [
        (holding(replace(PROJECT, indicators=())), "删除指标“培训次数”", "删除指标“培训次数”"),
        (OFFICE, "删除项目“培训经费”", "删除项目“培训经费”"),
        (
            replace(DECLARED, objectives=(Objective("目标一"),)),
            "新增目标“目标一”",
            "新增目标“目标一”",
        ),
        (
            holding(replace(PROJECT, indicators=(RENAMED,))),
            "指标 培训次数 → 会议次数",
            "指标 会议次数 → 培训次数",
        ),
        (
            holding(replace(PROJECT, budget=Decimal(20), fiscal=Decimal(20))),
            "培训经费·预算数 空 → 20 等 2 项",
            "培训经费·预算数 20 → 空 等 2 项",
        ),
        (holding(RECODED), "培训经费·项目编码 P1 → P2", "培训经费·项目编码 P2 → P1"),
        (replace(DECLARED, measures=()), "某局 的绩效目标", "某局 的绩效目标"),
    ],
)
def test_what_was_declared_by_hand_is_said_by_what_differs(new: Department, said: str, undone: str) -> None:
    whole = Subject(field="declared")
    assert change_text([ops.Item(HERE, whole, DECLARED, new)], None) == said
    assert change_text([ops.Item(HERE, whole, new, DECLARED)], None, is_undo=True) == undone

"""What an import says it did, where a document differs from the record and where only its reading does."""

from __future__ import annotations

from decimal import Decimal

import pytest

from evaltool.cli.payload.changes import imported
from evaltool.cli.print_out import adopted
from evaltool.operations import Adopted, Difference
from evaltool.workspace.values import Changed, Differing
from scoring.model import Actual, Department, Key, Reading, Sense, StepTable, Subject
from scoring.record import Entry

KEY = Key("P1", "", "产出指标", "数量指标", "培训次数")
DECLARED = Department("131001", "某局", 2022)
SAME = Difference(same=True)
OTHERWISE = Differing(
    Entry(Subject("P1", KEY, "actual"), Actual(Decimal(3), "次", text="3次")),
    Actual(Decimal(4), "次", text="4次"),
)


def said(done: Adopted) -> list[str]:
    return list(adopted(Reading(DECLARED), done))


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        (Adopted(None, SAME), ["某局（2022）：与工作区一致，没有变化"]),
        (Adopted(3, SAME), ["某局（2022）：绩效目标与工作区一致，更新了疑点或完成情况"]),
        (
            Adopted(3, SAME, recorded=2, differing=(OTHERWISE,)),
            [
                "某局（2022）：绩效目标与工作区一致，更新了疑点或完成情况",
                "  录入文本中的完成情况 2 项",
                "  文本中有 1 项完成情况与已录入的不同，保留已录入的",
                "    P1 · 培训次数 实际完成值：已录入 3次，文本为 4次",
            ],
        ),
        (
            Adopted(None, SAME, differing=(OTHERWISE,)),
            [
                "某局（2022）：与工作区一致，没有变化",
                "  文本中有 1 项完成情况与已录入的不同，保留已录入的",
                "    P1 · 培训次数 实际完成值：已录入 3次，文本为 4次",
            ],
        ),
    ],
)
def test_an_import_that_declares_the_same_says_what_else_it_did(done: Adopted, expected: list[str]) -> None:
    assert said(done) == expected


def test_programs_are_told_both_values_of_what_is_recorded_otherwise() -> None:
    answer = imported(
        "表.docx", Reading(DECLARED), Adopted(None, SAME, differing=(OTHERWISE,)), dry_run=False
    )
    assert answer["recorded_otherwise"] == 1
    (one,) = answer["differing"]
    assert (one["recorded"], one["document"]) == ("3次", "4次")


def test_a_removed_project_is_named() -> None:
    gone = Difference(same=False, removed=(Subject("P1"), Subject("P1", KEY)), names={"P1": "培训经费"})
    assert said(Adopted(2, gone))[1:] == ["  删去：P1 培训经费", "  删去：P1 · 培训次数"]


def test_a_score_table_that_changed_is_shown_as_printed() -> None:
    table = StepTable(Sense.AT_LEAST, ((Decimal(70), Decimal(3)),), Decimal(3), text="≥70%得3分")
    changed = Changed(Subject("P1", KEY, "steps"), None, table)
    lines = said(Adopted(2, Difference(same=False, changed=(changed,))))
    assert lines[1] == "  更改：P1 · 培训次数 评分标准：空 → ≥70%得3分"


def test_what_lost_its_place_comes_after_what_was_recorded() -> None:
    lost = Entry(Subject("P1", KEY, "reason"), "疫情")
    lines = said(Adopted(2, Difference(same=False, fresh=True), (lost,), recorded=4))
    assert [line.split()[0] for line in lines[1:]] == [
        "录入文本中的完成情况",
        "仍保留已录入的数据，但文本中已无对应的项目或指标：P1",
    ]

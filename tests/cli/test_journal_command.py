"""journal: who changed what, on the command line; answered findings in check and score."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from evaltool import operations as ops
from scoring.findings import Severity
from scoring.model import Actual, Completion, Override, State, Subject
from scoring.record import Entry, Value

CODE, YEAR = "131001", 2022
PROJECT = "13052922P00584010141N"


def open_desk(who: str = "王") -> ops.Desk:
    return ops.Desk.open("evaltool.db", who=who, clock=lambda: datetime(2023, 1, 15, 9, 30, tzinfo=UTC))


@pytest.fixture
def kept(run, julu: Path) -> None:
    assert run("import", julu, "--who", "张").code in (0, 1)
    with open_desk() as desk:
        desk.record(CODE, YEAR, [Entry(Subject(PROJECT, field="money.spent.total"), Decimal(138))], "record")


@pytest.mark.usefixtures("kept")
def test_the_journal_is_listed_the_newest_first(run):
    said = run("journal")
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0] == "共 2 项，已列出 2 项"
    assert lines[1].split() == ["2", "2023-01-15", "09:30", "王", "录入"]
    assert lines[2] == f"    {CODE} {YEAR} {PROJECT} 全年执行数：空 → 138"
    assert "导入绩效文本" in lines[3]


@pytest.mark.usefixtures("kept")
def test_the_journal_is_narrowed_down(run):
    with open_desk("李") as desk:
        desk.record(CODE, YEAR, [Entry(Subject(field="basic_budget"), Decimal(9))], "record")
    assert [one["change"] for one in run("journal", "--json").json["changes"]] == [3, 2, 1]
    assert [one["change"] for one in run("journal", "--by", "李", "--json").json["changes"]] == [3]
    assert [one["change"] for one in run("journal", "--project", PROJECT, "--json").json["changes"]] == [2, 1]
    some = run("journal", "--limit", "1", "--json").json
    assert (some["count"], len(some["changes"])) == (3, 1)
    assert run("journal", "--department", "没有").code == 2
    assert run("journal", "--limit", "0").code == 2


@pytest.mark.usefixtures("kept")
def test_json_says_what_stands_and_what_was_before(run):
    with open_desk() as desk:
        desk.undo().result()
    undo, record, *_ = run("journal", "--json").json["changes"]
    assert (undo["operation"], undo["reverts"], undo["undone"]) == ("undo", 2, False)
    assert (record["operation"], record["undone"]) == ("record", True)
    assert record["items"] == [
        {
            "department": CODE,
            "year": YEAR,
            "project": PROJECT,
            "field": "money.spent.total",
            "name": "全年执行数",
            "old": "空",
            "new": "138",
        }
    ]
    assert "录入（已撤销）" in run("journal").out


@pytest.mark.usefixtures("kept")
def test_every_kind_of_value_is_said_in_words(run):
    with open_desk() as desk:
        dossier = desk.dossier(CODE, YEAR)
        key = dossier.department.projects[0].indicators[0].key
        values: dict[str, Value] = {
            "actual": Actual(Decimal(3), "次", text="3次"),
            "override": Override(Decimal(9), "[red]x[/]", "王"),
            "state": State.NOT_APPLICABLE,
            "reason": "第一行\n第二行",
        }
        desk.record(
            CODE, YEAR, [Entry(Subject(PROJECT, key, name), each) for name, each in values.items()], "x"
        )
        desk.record(CODE, YEAR, [Entry(Subject(field="completion"), Completion.FINISHED)], "record")
    said = run("journal").out
    for text in ("空 → 3次", "空 → 9；[red]x[/]", "不适用", "第一行 第二行", "年内已完成", "评分规则：空 → "):
        assert text in said
    for raw in ("Override(", "not_applicable", "None", "finished"):
        assert raw not in said


def test_an_empty_folder_has_no_journal(run):
    assert run("journal").code == 2


def answered(reason: str) -> int:
    """Answer every error of the check; how many there were."""
    with open_desk() as desk:
        dossier = desk.dossier(CODE, YEAR)
        errors = [one for one in desk.check(dossier) if one.severity is Severity.ERROR]
        desk.record(CODE, YEAR, [ops.answer_entry(one, reason) for one in errors], "answer")
        return len(errors)


@pytest.fixture
def wrong(kept: None) -> None:  # noqa: ARG001 - it goes before
    """An error to answer: a weight that makes the points exceed 100."""
    with open_desk() as desk:
        keys = [one.key for one in desk.dossier(CODE, YEAR).department.projects[0].indicators]
        entries = [Entry(Subject(PROJECT, key, "weight"), Decimal(40)) for key in keys]
        desk.record(CODE, YEAR, entries, "record")


@pytest.mark.usefixtures("wrong")
@pytest.mark.parametrize("line", [("check",), ("score",), ("compare",), ("report", "-o", "out")])
def test_the_exit_code_counts_open_errors_only(run, line):
    assert run(*line).code == 1
    assert answered("已经局长办公会同意") > 0
    assert run(*line).code == 0


@pytest.mark.usefixtures("wrong")
def test_check_shows_answered_findings_apart_with_their_answers(run):
    before = run("check").out
    assert "已答复的疑点" not in before
    count = answered("已经\n局长办公会同意")
    after = run("check").out
    apart = after.split(f"已答复的疑点 {count} 条")[1]
    assert apart.count("    已答复：已经 局长办公会同意") == count
    assert apart.count("[错误]") == count
    assert "错误 0" in after.splitlines()[0]


@pytest.mark.usefixtures("wrong")
def test_json_gives_the_answer_of_each_finding(run):
    count = answered("同意")
    for line in (("check", "--json"), ("score", "--json"), ("report", "-o", "out", "--json")):
        findings = run(*line).json["findings"]
        answers = [one["answer"] for one in findings]
        assert answers.count("同意") == count
        assert answers.count(None) == len(findings) - count > 0

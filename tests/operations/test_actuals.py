"""Rows of a table of actuals against what was declared."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from evaltool.documents import Unreadable
from evaltool.operations import actuals, names
from evaltool.operations.rows import Row, rows_of
from scoring.findings import Severity, plain
from scoring.model import (
    Actual,
    AdjustedTarget,
    Dossier,
    Indicator,
    Key,
    Override,
    Project,
    Sense,
    Source,
    StepTable,
    Target,
)
from scoring.notation import write_steps
from scoring.record import Entry, apply

PROJECT = "13052922P00584010141N"
CASES = tomllib.loads((Path(__file__).parent.parent / "cases/actuals.toml").read_text("utf-8"))["case"]


def place(entry: Entry) -> str:
    """A recorded field as the cases write it."""
    subject = entry.subject
    if subject.indicator is not None:
        return f"{subject.indicator.name}.{subject.field}"
    return f"P.{subject.field}" if subject.project else subject.field


def value(entry: Entry) -> str:
    """A recorded value as the cases write it."""
    match entry.value:
        case Actual(text=text):
            return text
        case AdjustedTarget(target=target, approval=approval):
            return f"{target.text} {approval}"
        case Override(score=score, reason=reason, who=who):
            return f"{plain(score)} {reason} {who}"
        case StepTable() as steps:
            return write_steps(steps, "%")
        case other:
            return plain(other)


def row(line: int = 2, **columns: str) -> Row:
    if columns.get("project") == "P":
        columns["project"] = PROJECT
    return Row(Source("t.csv", line), **columns)


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_case(julu: Dossier, case):
    read = actuals.match([row(**case["row"])], julu, "王")
    assert {place(entry): value(entry) for entry in read.entries} == case["records"]
    assert sorted(odd.code for odd in read.findings) == sorted(case.get("findings", []))
    assert all(odd.source == Source("t.csv", 2) for odd in read.findings)
    assert read.rows == bool(case["records"])
    if "nearest" in case:
        assert read.findings[0].facts["nearest"] == case["nearest"]


@pytest.mark.parametrize(
    ("printed", "is_odd"),
    [("96.9%", False), ("96.92", False), ("97%", False), ("96%", False), ("98%", True), ("100%", True)],
)
def test_a_printed_execution_rate_is_computed_again_from_the_amounts(julu: Dossier, printed, is_odd):
    """138.6 of 143 is 96.923 %: rounded or cut it is the same rate, wherever its row stands."""
    lines = [
        row(2, project="P", name="预算执行率", actual=printed),
        row(3, project="P", name="全年预算数", actual="143"),
        row(4, project="P", name="全年执行数", actual="138.6"),
    ]
    read = actuals.match(lines, julu)
    assert {entry.subject.field for entry in read.entries} == {"money.adjusted.total", "money.spent.total"}
    assert [odd.code for odd in read.findings] == ["execution.rate_differs"] * is_odd
    assert all(dict(odd.facts)["rate"] == "96.92" for odd in read.findings)


def test_a_printed_rate_may_be_cut_off_at_100_percent_where_more_was_spent(julu: Dossier):
    lines = [
        row(2, project="P", name="预算执行率", actual="100%"),
        row(3, project="P", name="全年执行数", actual="150"),
    ]
    assert actuals.match(lines, julu).findings == ()


def test_a_printed_rate_without_amounts_is_left_alone(julu: Dossier):
    assert actuals.match([row(2, project="P", name="预算执行率", actual="86%")], julu).findings == ()


def test_a_line_filled_twice_is_read_once_and_the_first_is_named(julu: Dossier):
    lines = [
        row(2, project="P", name="完成率", actual="90%"),
        row(7, project="P", name="完成率", actual="95%"),
    ]
    read = actuals.match(lines, julu)
    assert [entry.typed for entry in read.entries if entry.subject.field == "actual"] == ["90%"]
    (odd,) = read.findings
    assert (odd.code, odd.facts["line"]) == ("actuals.twice", "2")


def test_two_rows_may_share_an_indicator_while_they_fill_different_columns(julu: Dossier):
    lines = [
        row(2, project="P", name="完成率", actual="90%"),
        row(3, project="P", name="完成率", reason="跨年"),
    ]
    read = actuals.match(lines, julu)
    assert read.findings == ()
    assert {entry.subject.field for entry in read.entries} == {"actual", "state", "reason"}


def test_indicators_alike_in_everything_are_told_apart_by_their_order(julu: Dossier):
    first = Key("X", "", "产出指标", "数量指标", "次数")
    targets = [Indicator(replace_ordinal(first, n), Target(Sense.AT_LEAST, unit="次")) for n in (1, 2)]
    department = replace(julu.department, projects=(Project("X", "项目", indicators=tuple(targets)),))
    dossier = replace(julu, department=department)
    assert [
        odd.code for odd in actuals.match([row(project="X", name="次数", actual="3")], dossier).findings
    ] == ["actuals.ambiguous"]
    read = actuals.match([row(project="X", name="次数", actual="3", ordinal="2")], dossier)
    assert read.findings == ()
    assert {entry.subject.indicator.ordinal for entry in read.entries if entry.subject.indicator} == {2}


def replace_ordinal(key: Key, ordinal: int) -> Key:
    return key._replace(ordinal=ordinal)


def test_an_indicator_that_is_called_like_a_line_of_money_is_the_indicator(julu: Dossier):
    key = Key("X", "", "产出指标", "成本指标", "全年执行数")
    project = Project("X", "项目", indicators=(Indicator(key, Target(Sense.AT_MOST, unit="万元")),))
    dossier = replace(julu, department=replace(julu.department, projects=(project,)))
    read = actuals.match([row(project="X", name="全年执行数", actual="5")], dossier)
    assert {entry.subject.indicator for entry in read.entries} == {key}


def test_an_actual_is_read_against_a_target_that_was_adjusted_before(julu: Dossier):
    adjusted = actuals.match([row(project="P", name="会议培训次数", adjusted="12月底前完成")], julu)
    later = apply(julu, adjusted.entries)
    read = actuals.match([row(project="P", name="会议培训次数", actual="11月")], later)
    (actual,) = [entry.value for entry in read.entries if isinstance(entry.value, Actual)]
    assert actual.date is not None
    assert actual.date.isoformat() == "2022-11-30"


def test_every_header_names_a_column_of_a_row():
    assert set(names.HEADERS.values()) <= {"project", *Row.__dataclass_fields__}
    assert set(names.HEADERS.values()) == set(Row.__dataclass_fields__) - {"source"}


@pytest.mark.parametrize("column", ["分值", "得分比例", "偏差原因", "评分标准"])
def test_a_table_needs_the_indicators_and_one_column_to_record(tmp_path: Path, column: str):
    table = tmp_path / "表.csv"
    table.write_text(f"项目编码,三级指标,{column}\n{PROJECT},完成率,15\n", "utf-8")
    rows, odd = rows_of(table)
    assert (len(rows), odd) == (1, [])
    assert [text for _, text in rows[0].values()] == ["15"]


def test_a_table_with_nothing_to_record_is_none(tmp_path: Path):
    table = tmp_path / "表.csv"
    table.write_text("项目编码,二级指标,三级指标\nP,数量指标,次数\n", "utf-8")
    with pytest.raises(Unreadable, match=r"actuals\.no_header"):
        rows_of(table)


def test_the_name_of_a_line_that_stands_as_a_column_is_said_with_the_way_to_write_it(tmp_path: Path):
    table = tmp_path / "表.csv"
    names_of_lines = ["部门加权权重", "项目完成情况", "目标权重", "部门完成情况", "分值合计为100时"]
    table.write_text(f"三级指标,实际完成值,备注,{','.join(names_of_lines)}\n", "utf-8")
    _, odd = rows_of(table)
    assert [(one.code, one.facts["column"]) for one in odd] == [
        ("actuals.unknown_column", "备注"),
        *(("actuals.line_as_column", name) for name in names_of_lines),
    ]
    assert all(one.severity is Severity.WARNING for one in odd[1:])

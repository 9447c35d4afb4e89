"""Half a document gives what is left of it and says what is missing; any damage ends in an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from document_samples import BEIDAIHE, JULU, PUBLISHED, found, parts_missing, text_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evaltool.documents import Unreadable, read
from evaltool.documents.readers.text import read_text
from evaltool.documents.recognition.recognise import recognise
from scoring.findings import CATALOGUE, Severity

if TYPE_CHECKING:
    from pathlib import Path

    from document_samples import Read

    from scoring.model import Reading


def understood(content: str | bytes) -> Reading | None:
    """What a document says, or None where it is refused. Anything else that is raised fails the test."""
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    try:
        blocks, _ = read_text(data, "文件")
        return recognise(blocks, "文件")
    except Unreadable as refusal:
        assert refusal.code in CATALOGUE  # noqa: PT017 - a refusal is one of two good ends
        return None


def has_error(reading: Reading) -> bool:
    return any(finding.severity is Severity.ERROR for finding in reading.findings)


def test_julu_cut_after_any_line_is_whole_or_has_an_error():
    text, whole = text_of(JULU), read(JULU).department
    for end in range(text.count("\n")):
        reading = understood("\n".join(text.split("\n")[:end]))
        assert reading is None or reading.department == whole or has_error(reading), f"cut after line {end}"


def test_beidaihe_cut_after_any_line_has_an_error_unless_whole_projects_are_left():
    text, whole = text_of(BEIDAIHE), read(BEIDAIHE).department
    for end in range(text.count("\n")):
        reading = understood("\n".join(text.split("\n")[:end]))
        if reading and not has_error(reading):
            left = reading.department.projects
            assert left
            assert left == whole.projects[: len(left)], f"cut after line {end}"


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_document_cut_after_any_byte_gets_an_answer(path: Path, encoding: str):
    data = text_of(path).encode(encoding)
    for end in range(0, len(data), 13):
        understood(data[:end])


@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_a_document_without_its_beginning_gets_an_answer(path: Path):
    rows = text_of(path).split("\n")
    for start in range(len(rows)):
        understood("\n".join(rows[start:]))


@pytest.mark.parametrize(
    ("cut_before", "missing"),
    [
        ("二、分项绩效目标", {"分项绩效目标", "工作保障措施", "预算项目绩效目标", "部门（单位）"}),
        ("三、工作保障措施", {"工作保障措施", "预算项目绩效目标", "部门（单位）"}),
        ("1.专项运转保障经费绩效目标表", {"预算项目绩效目标", "部门（单位）"}),
        ("\t资金支出计划（%）", {"资金支出计划", "绩效目标", "绩效指标"}),
        ("\t35.75", {"资金支出计划", "绩效目标", "绩效指标"}),
        ("\t一级指标", {"绩效指标"}),
        ("\t产出指标", {"绩效指标"}),
        ("\t效益指标", {"效益指标", "满意度指标"}),
        ("\t满意度指标", {"满意度指标"}),
    ],
)
def test_what_is_cut_off_is_named(cut_before: str, missing: set[str], read_it: Read):
    text = text_of(JULU)
    assert parts_missing(read_it(text[: text.index(cut_before)])) == missing


def test_a_last_row_cut_short_is_kept_and_its_missing_cells_are_named(read_it: Read):
    text = text_of(JULU)
    reading = read_it(text[: text.rindex("\t≥95%")])
    assert reading.department.projects[0].indicators[-1].name == "满意度"
    assert parts_missing(reading) == {"指标值、指标值确定依据"}


def test_a_project_of_which_only_the_heading_is_left_is_a_project(read_it: Read):
    text = text_of(BEIDAIHE)
    reading = read_it(text[: text.index("\t[bookmark: _GoBack]131002")])
    last = reading.department.projects[-1]
    assert (last.code, last.name) == ("政协综合事务管理", "政协综合事务管理")
    assert {"项目编码", "预算数", "绩效指标"} <= parts_missing(reading)


def test_a_document_of_projects_alone_is_read_and_its_prose_is_missed(read_it: Read):
    text = text_of(JULU)
    reading = read_it(text[text.index("1.专项运转保障经费绩效目标表") :])
    assert len(reading.department.projects[0].indicators) == 6
    assert parts_missing(reading) == {"总体绩效目标", "分项绩效目标", "工作保障措施", "年度"}


def test_an_empty_line_inside_an_indicator_table_loses_no_row(read_it: Read):
    text = text_of(JULU)
    parted = text.replace("\t效益指标", "\n\n\t效益指标")
    assert read_it(parted).department == read(JULU).department


PRINTED_LINES = sorted({line for path in PUBLISHED for line in text_of(path).split("\n")})
STRANGE_LINES = [
    "\t",
    "",
    " ",
    "\t一级指标",
    "\t三级指标\n\t指标值\n",
    "（一）（二）",
    "\t#2",
    "\ud800",
    "\x00",
    "①²½",
    "\u2028",
]
LINES = st.sampled_from([*PRINTED_LINES, *STRANGE_LINES])
CHANGES = st.lists(
    st.tuples(st.sampled_from(["drop", "twice", "insert", "swap"]), st.integers(0, 400), LINES), max_size=12
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(path=st.sampled_from(PUBLISHED), changes=CHANGES)
def test_lines_dropped_repeated_inserted_or_swapped_never_break_reading(
    path: Path, changes: list[tuple[str, int, str]]
):
    rows = text_of(path).split("\n")
    for change, number, line in changes:
        place = number % max(1, len(rows) - 1)
        if change == "drop":
            del rows[place]
        elif change == "twice":
            rows.insert(place, rows[place])
        elif change == "insert":
            rows.insert(place, line)
        else:
            rows[place], rows[place - 1] = rows[place - 1], rows[place]
    reading = understood("\n".join(rows))
    if reading:
        keys = [indicator.key for indicator in reading.department.indicators()]
        assert len(set(keys)) == len(keys)
        assert all(finding.source and finding.source.file for finding in reading.findings)
        project_codes = [project.code for project in reading.department.projects]
        assert len(set(project_codes)) == len(project_codes)
        assert all(project_codes)


@settings(max_examples=150)
@given(st.lists(st.one_of(LINES, st.text(max_size=20)), max_size=40))
def test_any_mixture_of_lines_gets_an_answer(rows: list[str]):
    understood("\n".join(rows))


@settings(max_examples=100)
@given(st.binary(max_size=300))
def test_any_bytes_get_an_answer(data: bytes):
    understood(data)


@settings(max_examples=60)
@given(path=st.sampled_from(PUBLISHED), at=st.integers(0, 8000), junk=st.binary(min_size=1, max_size=6))
def test_damaged_bytes_inside_a_document_get_an_answer(path: Path, at: int, junk: bytes):
    data = path.read_bytes()
    understood(data[:at] + junk + data[at + len(junk) :])


def test_every_finding_of_a_damaged_document_has_its_place(read_it: Read):
    text = text_of(JULU).replace("\t13052922P00584010141N\n", "")
    for finding in read_it(text).findings:
        assert finding.source
        assert finding.source.file == "文件"
    assert found(read_it(text), "document.missing_part")

"""A file that is no document gets one reason, whatever it is; the name decides nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from document_samples import JULU, found, parts_missing, text_of

from evaltool.documents import Unreadable, read
from evaltool.documents.files import LARGEST_MEGABYTES
from evaltool.documents.readers.text import MOST_LINES
from scoring.findings import Severity

if TYPE_CHECKING:
    from document_samples import Read

POEM = "床前明月光，疑是地上霜。\n举头望明月，低头思故乡。\n"
CSV = "一级指标,二级指标,三级指标,指标值\n产出指标,数量指标,会议培训次数,4次\n"

NO_DOCUMENTS: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "document.empty"),
    "only white space": (b" \n\t\r\n \n", "document.empty"),
    "zero bytes": (bytes(5000), "document.binary"),
    "an image": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "document.binary"),
    "Word": (b"PK\x03\x04\x14\0\x06\0", "document.unknown"),
    "old Word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "document.unknown"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "document.broken"),
    "a poem in UTF-16": (POEM.encode("utf-16"), "document.not_recognised"),
    "bytes of no encoding": (bytes(range(128, 256)) * 40, "document.encoding"),
    "a poem": (POEM.encode(), "document.not_recognised"),
    "a CSV": (CSV.encode(), "document.not_recognised"),
    "tabs and figures": (b"\t1\n\t2\n\n\t3\n\t4\n\n", "document.not_recognised"),
    "a table of something else": ("\t20240101晨会\n\t单位：万元\n\n".encode(), "document.not_recognised"),
}


@pytest.mark.parametrize(("content", "code"), NO_DOCUMENTS.values(), ids=NO_DOCUMENTS.keys())
def test_what_is_no_document_is_refused_with_its_reason(content: bytes, code: str, read_it: Read):
    with pytest.raises(Unreadable) as refusal:
        read_it(content)
    assert refusal.value.code == code
    assert refusal.value.finding.severity is Severity.ERROR


def test_the_refusal_names_what_was_looked_for(read_it: Read):
    with pytest.raises(Unreadable) as refusal:
        read_it(POEM)
    for word in ("总体绩效目标", "分项绩效目标", "工作保障措施", "项目编码", "三级指标", "指标值"):
        assert word in refusal.value.facts["looked_for"]


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path):
    for path, code in ((tmp_path / "没有.txt", "document.not_found"), (tmp_path, "document.no_file")):
        with pytest.raises(Unreadable) as refusal:
            read(path)
        assert refusal.value.code == code


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device that never ends is a Unix thing")
def test_a_device_that_never_ends_is_not_read():
    with pytest.raises(Unreadable) as refusal:
        read(Path("/dev/zero"))
    assert refusal.value.code == "document.no_file"


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "锁住.txt"
    path.write_text(text_of(JULU), "utf-8")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(Unreadable) as refusal:
        read(path)
    assert refusal.value.code == "document.not_readable"
    assert refusal.value.facts["reason"] == "Permission denied"


def test_two_hundred_megabytes_are_refused_before_a_byte_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    path = tmp_path / "很大.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("it was read"))
    with pytest.raises(Unreadable) as refusal:
        read(path)
    assert refusal.value.code == "document.too_large"
    assert refusal.value.facts == {"megabytes": "200", "limit": str(LARGEST_MEGABYTES)}


def test_more_lines_than_any_document_has_are_refused(read_it: Read):
    with pytest.raises(Unreadable) as refusal:
        read_it("总体绩效目标\n" + "\ta\n" * MOST_LINES)
    assert refusal.value.code == "document.too_many_lines"


def test_the_name_of_a_file_decides_nothing(tmp_path: Path):
    path = tmp_path / "绩效.docx"
    path.write_bytes(JULU.read_bytes())
    assert read(path).department == read(JULU).department
    assert read(path).source.file == "绩效.docx"


SWAMPS = {
    "one letter": "A" * 2_000_000,
    "one figure": "总体绩效目标\n" + "1" * 2_000_000 + "%",
    "figures without a sign": "总体绩效目标\n" + "率1" * 1_000_000 + "%",
    "clauses": "总体绩效目标\n" + "率1%，" * 300_000,
    "opening brackets": "分项绩效目标\n" + "（" * 1_000_000,
    "numbers of items": "分项绩效目标\n" + "（一）。" * 200_000,
    "unclosed bookmarks": "[bookmark: " * 200_000,
    "white space": "总体绩效目标\n" + " " * 2_000_000 + "。",
    "a cell of many lines": "\t项目编码\n\t" + "X\n" * 90_000,
    "a row of many cells": "\t项目编码\n" + "\tX\n" * 90_000,
    "labels": "\t项目编码\n\tX\n\n" * 5_000,
}


@pytest.mark.parametrize("text", SWAMPS.values(), ids=SWAMPS.keys())
def test_two_million_characters_of_anything_get_an_answer(text: str, read_it: Read):
    try:
        reading = read_it(text)
    except Unreadable as refusal:
        assert refusal.code == "document.not_recognised"  # noqa: PT017 - either answer will do
    else:
        assert any(finding.severity is Severity.ERROR for finding in reading.findings)


def test_clauses_beyond_any_office_are_not_read_and_it_is_said(read_it: Read):
    reading = read_it("总体绩效目标\n" + "率1%，" * 3000)
    assert len(reading.department.objective_indicators) == 2000
    again = read_it("分项绩效目标\n" + "（一）甲。率1%\n" * 3000)
    for document in (reading, again):
        assert [finding.facts["limit"] for finding in found(document, "clause.too_many")] == ["2000"]


def test_a_character_cut_in_two_is_an_error_with_its_line(read_it: Read):
    whole = text_of(JULU).encode()
    cut = whole[: whole.index("有效提高".encode()) + 4]
    (damage,) = found(read_it(cut), "document.damaged_text")
    assert damage.severity is Severity.ERROR
    assert damage.source
    assert damage.source.line == 109


def test_a_few_damaged_bytes_do_not_hide_the_rest(read_it: Read):
    data = JULU.read_bytes()
    at = data.index("专题协商".encode())
    reading = read_it(data[:at] + b"\xff" + data[at + 1 :])
    assert [finding.facts["lines"] for finding in found(reading, "document.damaged_text")] == ["1"]
    assert len(reading.department.projects) == 1
    assert not parts_missing(reading)

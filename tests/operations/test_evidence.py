"""Files named as evidence: remembered when the text is kept, and missed when they are gone or changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from evaltool import operations as ops
from evaltool import wording
from evaltool.operations.reporting import write_all
from scoring.findings import Finding
from scoring.model import Actual, EvidenceFile, Subject
from scoring.record import Entry, value_of

CONTENT = "满意度 96.2%，有效问卷 312 份\n".encode()
JULU = ops.examples()[0].document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "年度 绩效"
    (place / "佐证").mkdir(parents=True)
    (place / "佐证" / "问卷.pdf").write_bytes(CONTENT)
    (place / "签到;表.csv").write_bytes(b"1,2\n")
    return place


@pytest.fixture
def desk(folder: Path) -> Iterator[ops.Desk]:
    clock = datetime(2023, 1, 15, tzinfo=UTC)
    with ops.Desk.open(folder / "工作区.db", who="张三", clock=lambda: clock) as desk:
        desk.adopt(ops.read(JULU)).result()
        yield desk


@pytest.fixture
def evidence(desk: ops.Desk) -> Subject:
    """The evidence of the first project's first indicator."""
    department = desk.departments()[0]
    declared = desk.dossier(department.code, department.year).department
    indicator = declared.projects[0].indicators[0]
    return Subject(indicator.key.project, indicator.key, "evidence")


def keep(desk: ops.Desk, subject: Subject, text: str) -> ops.Saved:
    department = desk.departments()[0]
    edits = [ops.Edit(subject, ops.ANY, text)]
    return desk.submit(department.code, department.year, edits).result()


def files(desk: ops.Desk, subject: Subject) -> tuple[EvidenceFile, ...]:
    department = desk.departments()[0]
    dossier = desk.dossier(department.code, department.year)
    assert subject.indicator is not None
    outcome = dossier.outcomes.indicators.get(subject.indicator)
    return outcome.evidence_files if outcome else ()


def doubts(desk: ops.Desk) -> list[Finding]:
    department = desk.departments()[0]
    found = desk.check(desk.dossier(department.code, department.year))
    return [one for one in found if one.code.startswith("evidence.")]


def test_a_file_named_as_evidence_is_remembered_in_the_same_change(desk: ops.Desk, evidence: Subject):
    saved = keep(desk, evidence, "佐证/问卷.pdf")
    assert [item.subject.field for item in saved.items] == ["evidence", "evidence_files"]
    sha = hashlib.sha256(CONTENT).hexdigest()
    assert files(desk, evidence) == (EvidenceFile("佐证/问卷.pdf", len(CONTENT), sha),)
    assert doubts(desk) == []


def test_one_undo_takes_text_and_files_back(desk: ops.Desk, evidence: Subject):
    keep(desk, evidence, "佐证/问卷.pdf")
    desk.undo().result()
    assert files(desk, evidence) == ()
    assert doubts(desk) == []


SPELLINGS = {
    "absolute": "{folder}/佐证/问卷.pdf",
    "quoted": "'{folder}/佐证/问卷.pdf'",
    "chinese quotes": "“佐证/问卷.pdf”",
    "backslashes": "佐证\\问卷.pdf",
    "full width": "佐证／问卷．pdf",
    "blanks around it": "  佐证/问卷.pdf  ",
}


@pytest.mark.parametrize("text", SPELLINGS.values(), ids=SPELLINGS)
def test_a_path_is_found_however_it_was_typed(desk: ops.Desk, evidence: Subject, folder: Path, text: str):
    keep(desk, evidence, text.format(folder=folder))
    assert [file.path for file in files(desk, evidence)] == ["佐证/问卷.pdf"]


def test_a_path_from_home_is_found(
    desk: ops.Desk, evidence: Subject, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("HOME", str(folder.parent))
    monkeypatch.setenv("USERPROFILE", str(folder.parent))
    keep(desk, evidence, f"~/{folder.name}/佐证/问卷.pdf")
    assert [file.path for file in files(desk, evidence)] == ["佐证/问卷.pdf"]


def test_several_files_are_parted_by_semicolons_of_either_width(desk: ops.Desk, evidence: Subject):
    keep(desk, evidence, "佐证/问卷.pdf；签到表共 3 页; 佐证/问卷.pdf ;")
    assert [file.path for file in files(desk, evidence)] == ["佐证/问卷.pdf"]
    keep(desk, evidence, "签到;表.csv")
    assert [file.path for file in files(desk, evidence)] == ["签到;表.csv"]


JUST_TEXT = [
    "问卷调查汇总表，存于办公室",
    "佐证/没有.pdf",
    "\0",
    "长" * 5000,
    "D:\\材料\\问卷.pdf",
    "；",
    "~nobody/x",
]


@pytest.mark.parametrize("text", JUST_TEXT, ids=range(len(JUST_TEXT)))
def test_a_text_that_names_no_file_is_just_text(desk: ops.Desk, evidence: Subject, text: str):
    saved = keep(desk, evidence, text)
    assert [item.subject.field for item in saved.items] == ["evidence"]
    assert doubts(desk) == []


def test_another_text_forgets_the_files_of_the_one_before(desk: ops.Desk, evidence: Subject):
    keep(desk, evidence, "佐证/问卷.pdf")
    keep(desk, evidence, "问卷存于办公室")
    assert files(desk, evidence) == ()


def test_a_file_that_changed_is_said_with_both_sizes(desk: ops.Desk, evidence: Subject, folder: Path):
    keep(desk, evidence, "佐证/问卷.pdf")
    (folder / "佐证" / "问卷.pdf").write_bytes(CONTENT + b"!")
    (odd,) = doubts(desk)
    assert (odd.code, odd.subject) == ("evidence.changed", evidence)
    assert f"原为 {len(CONTENT)} 字节" in wording.say(odd)
    assert f"现为 {len(CONTENT) + 1} 字节" in wording.say(odd)


def test_a_file_of_the_same_size_with_other_content_has_changed(
    desk: ops.Desk, evidence: Subject, folder: Path
):
    keep(desk, evidence, "佐证/问卷.pdf")
    path = folder / "佐证" / "问卷.pdf"
    path.write_bytes(bytes(reversed(CONTENT)))
    os.utime(path, (1, 1))
    assert [odd.code for odd in doubts(desk)] == ["evidence.changed"]


def test_a_file_that_is_gone_is_said_until_it_is_back(desk: ops.Desk, evidence: Subject, folder: Path):
    keep(desk, evidence, "佐证/问卷.pdf")
    path = folder / "佐证" / "问卷.pdf"
    path.rename(folder / "别处.pdf")
    assert [odd.code for odd in doubts(desk)] == ["evidence.gone"]
    (folder / "别处.pdf").rename(path)
    assert doubts(desk) == []


def test_a_folder_is_remembered_without_its_content_and_that_is_said(
    desk: ops.Desk, evidence: Subject, folder: Path
):
    keep(desk, evidence, "佐证")
    assert files(desk, evidence) == (EvidenceFile("佐证"),)
    assert [odd.code for odd in doubts(desk)] == ["evidence.folder"]
    (folder / "佐证" / "问卷.pdf").unlink()
    (folder / "佐证").rmdir()
    assert [odd.code for odd in doubts(desk)] == ["evidence.gone"]


@pytest.mark.skipif(os.name == "nt", reason="a file closed to its owner needs POSIX")
def test_a_file_that_cannot_be_read_is_said(
    desk: ops.Desk, evidence: Subject, monkeypatch: pytest.MonkeyPatch
):
    def closed(*_args: object, **_named: object) -> None:
        raise PermissionError(13, "closed")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", closed)
        keep(desk, evidence, "签到;表.csv")
    assert files(desk, evidence) == (EvidenceFile("签到;表.csv"),)
    assert [odd.code for odd in doubts(desk)] == ["evidence.unread"]


def test_workspace_and_files_can_be_moved_together(desk: ops.Desk, evidence: Subject, folder: Path):
    keep(desk, evidence, str(folder / "佐证" / "问卷.pdf"))
    department = desk.departments()[0]
    dossier = desk.dossier(department.code, department.year)
    moved = folder.rename(folder.parent / "搬走了")
    assert ops.evidence_findings(dossier, moved) == ()
    assert [odd.code for odd in ops.evidence_findings(dossier, folder)] == ["evidence.gone"]


def test_a_table_of_actuals_brings_its_files_along(desk: ops.Desk, evidence: Subject):
    department = desk.departments()[0]
    entries = [
        Entry(Subject(evidence.project, evidence.indicator, "actual"), Actual(text="有")),
        Entry(evidence, "佐证/问卷.pdf"),
    ]
    desk.record(department.code, department.year, entries, "record")
    assert [file.path for file in files(desk, evidence)] == ["佐证/问卷.pdf"]


def test_entries_for_both_fields_are_taken_as_they_are(desk: ops.Desk, evidence: Subject, folder: Path):
    department = desk.departments()[0]
    entries = ops.evidence_entries(evidence, "佐证/问卷.pdf", folder)
    desk.record(department.code, department.year, entries, "record")
    dossier = desk.dossier(department.code, department.year)
    assert [value_of(dossier, entry.subject) for entry in entries] == [entry.value for entry in entries]


def test_what_is_no_longer_declared_is_not_looked_at(desk: ops.Desk, evidence: Subject, folder: Path):
    keep(desk, evidence, "佐证/问卷.pdf")
    (folder / "佐证" / "问卷.pdf").unlink()
    department = desk.departments()[0]
    dossier = desk.dossier(department.code, department.year)
    bare = type(dossier)(type(dossier.department)("1", "空", 2022), dossier.rulebook, dossier.outcomes)
    assert ops.evidence_findings(bare, folder) == ()


def test_the_workbook_lists_the_files_with_their_sha256(desk: ops.Desk, evidence: Subject, folder: Path):
    keep(desk, evidence, "佐证/问卷.pdf")
    department = desk.departments()[0]
    meant, day = [desk.choose(department.code, department.year)], date(2023, 1, 15)
    (path,) = write_all(desk, meant, folder / "自评表", day, lambda _: None, lambda: False).paths
    book = load_workbook(path)
    texts = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    sha = hashlib.sha256(CONTENT).hexdigest()
    assert any(f"佐证文件：佐证/问卷.pdf，{len(CONTENT)} 字节，SHA-256 {sha}" in text for text in texts)

"""Older formats through LibreOffice: what they say, and what happens where it is absent, fails or hangs."""

from __future__ import annotations

import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from block_texts import said
from document_samples import PUBLISHED, ROOT, unspaced
from office_made import made_by_office
from word_files import word_file

from evaltool.documents import read
from evaltool.documents.blocks import Paragraph
from evaltool.documents.readers import office
from evaltool.documents.readers.office import read_office
from evaltool.documents.readers.text import read_text
from evaltool.documents.unreadable import Unreadable
from evaltool.office.program import converted, office_program

if TYPE_CHECKING:
    from collections.abc import Callable

    Program = Callable[[str], Path]

DATA = ROOT / "tests" / "data" / "documents"
RTF = rb"{\rtf1\ansi\ansicpg936 \'b2\'bf\'c3\'c5\'d5\'fb\'cc\'e5\'bc\'a8\'d0\'a7\'c4\'bf\'b1\'ea\par}"

needs_office = pytest.mark.skipif(
    office_program() is None, reason="LibreOffice, which reads the older formats, is not installed here"
)
needs_shell = pytest.mark.skipif(
    sys.platform == "win32", reason="programs that stand in for LibreOffice are shell scripts"
)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """Makes a program that stands in for LibreOffice."""

    def write(script: str) -> Path:
        path = tmp_path / "soffice"
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    return write


def document_in(folder: Path) -> Path:
    folder.mkdir()
    path = folder / "document.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0")
    return path


def refused(data: bytes) -> tuple[str, dict[str, str]]:
    with pytest.raises(Unreadable) as raised:
        read_office(data, "文件.doc")
    return raised.value.code, dict(raised.value.facts)


# what documents say


@needs_office
@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_a_published_document_as_doc_gives_the_same_department(path: Path):
    assert unspaced(read(DATA / f"{path.stem}.doc").department) == unspaced(read(path).department)


@needs_office
@pytest.mark.parametrize("path", PUBLISHED, ids=lambda path: path.stem)
def test_a_published_document_as_doc_has_the_same_paragraphs_and_cells(path: Path):
    as_text, _ = read_text(path.read_bytes(), path.name)
    as_doc, findings = read_office((DATA / f"{path.stem}.doc").read_bytes(), path.name)
    assert said(as_doc) == said(as_text)
    assert findings == ()


@needs_office
@pytest.mark.parametrize("to", ["odt", "rtf"])
def test_odt_and_rtf_say_the_same_as_the_text(to: str, tmp_path: Path):
    path = PUBLISHED[0]
    as_text, _ = read_text(path.read_bytes(), path.name)
    made = made_by_office(word_file(as_text), "document.docx", to, tmp_path)
    assert said(read_office(made, path.name)[0]) == said(as_text)


@needs_office
def test_conversions_at_the_same_time_do_not_disturb_each_other():
    with ThreadPoolExecutor(3) as threads:
        results = list(threads.map(lambda number: read_office(RTF, f"{number}.rtf"), range(3)))
    assert [[block.text for block in blocks if isinstance(block, Paragraph)] for blocks, _ in results] == [
        ["部门整体绩效目标"]
    ] * 3


@needs_office
def test_a_damaged_file_is_refused():
    data = (DATA / f"{PUBLISHED[0].stem}.doc").read_bytes()
    assert refused(data[:3000])[0] == "document.office_failed"


def test_an_older_binary_file_that_holds_no_text_document_is_refused():
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)) == ("document.office_failed", {})


# what happens around the program


def test_without_the_program_a_person_is_told_how_to_save(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(office, "office_program", lambda: None)
    assert refused(RTF) == ("document.no_office", {})


@needs_shell
def test_a_program_that_makes_nothing_has_failed(monkeypatch: pytest.MonkeyPatch, program: Program):
    nothing = program("echo nothing; echo nothing >&2; exit 1")
    monkeypatch.setattr(office, "office_program", lambda: nothing)
    assert refused(RTF) == ("document.office_failed", {})


@needs_shell
def test_a_program_that_hangs_is_ended_with_all_it_started(
    monkeypatch: pytest.MonkeyPatch, program: Program, tmp_path: Path
):
    said_so = tmp_path / "started"
    hangs = program(f'sh -c "echo \\$\\$ > {said_so}; exec tail -f /dev/null" & wait')
    monkeypatch.setattr(office, "office_program", lambda: hangs)
    monkeypatch.setattr(office, "LONGEST_SECONDS", 1)
    assert refused(RTF) == ("document.too_slow", {"seconds": "1"})
    assert not _is_running(int(said_so.read_text("utf-8")))


def _is_running(number: int) -> bool:
    """Whether a process does anything; what was ended may wait for somebody to take note."""
    state = Path(f"/proc/{number}/stat")
    if state.parent.parent.joinpath("self").exists():
        return state.exists() and state.read_text("utf-8").rpartition(")")[2].split()[0] not in "ZX"
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


@needs_shell
def test_the_program_is_told_to_run_no_macro_and_to_fetch_nothing(program: Program, tmp_path: Path):
    document = document_in(tmp_path / "work")
    keeps_settings = program('mkdir converted; cat profile/user/*.xcu > "converted/document.docx"')
    settings = converted(keeps_settings, document, 60)
    assert settings is not None
    for said_there in (b"DisableMacrosExecution", b"BlockUntrustedRefererLinks", b'"Link"'):
        assert said_there in settings


@needs_shell
def test_each_conversion_has_a_profile_of_its_own(program: Program, tmp_path: Path):
    shows = program('mkdir converted; echo "$@" > "converted/document.docx"')
    first = converted(shows, document_in(tmp_path / "一"), 60)
    second = converted(shows, document_in(tmp_path / "二"), 60)
    assert first is not None
    assert second is not None
    assert b"--headless" in first
    assert first != second


def test_the_program_is_found_on_the_path_first(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(shutil, "which", lambda name: f"/somewhere/{name}")
    assert office_program() == Path("/somewhere/soffice")


def test_the_program_is_found_where_windows_keeps_programs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    installed = tmp_path / "LibreOffice" / "program" / "soffice.com"
    installed.parent.mkdir(parents=True)
    installed.touch()
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr("evaltool.office.program._USUAL_PLACES", ())
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert office_program() == installed


def test_no_program_is_found_where_none_is(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr("evaltool.office.program._USUAL_PLACES", ())
    monkeypatch.setenv("ProgramFiles", str(tmp_path))
    assert office_program() is None

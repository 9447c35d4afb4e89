"""A folder stands for its documents: what is in it, in order, and one bad file never stops the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from document_samples import JULU, text_of

from evaltool.documents import Unreadable, documents_in, read, read_many
from evaltool.documents.confined import Readers
from scoring.model import Reading


def put(folder: Path, *names: str) -> list[Path]:
    """Files with something in them, in folders made as they are needed."""
    paths = [folder / name for name in names]
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(JULU), "utf-8")
    return paths


def test_a_folder_gives_its_documents_in_order_to_any_depth(tmp_path: Path):
    paths = put(tmp_path, "b.txt", "a/二.DOCX", "a/一.txt", "a/深/三.et")
    found, left_out = documents_in([tmp_path])
    assert found == (paths[0], paths[2], paths[1], paths[3])
    assert left_out == 0


def test_hidden_files_and_traces_of_open_ones_are_no_documents(tmp_path: Path):
    names = (".a.txt", ".git/a.txt", "~$表.docx", ".~表.docx", ".~lock.表.docx#", "表.docx")
    *_, kept = put(tmp_path, *names)
    assert documents_in([tmp_path]) == ((kept,), 0)


def test_other_files_are_left_out_and_counted(tmp_path: Path):
    kept, *_ = put(tmp_path, "表.docx", "照片.jpg", "存档.zip", "数据.db", "没有后缀", "actuals.csv")
    assert documents_in([tmp_path]) == ((kept,), 5)


def test_a_file_that_is_named_is_meant_whatever_its_name_is(tmp_path: Path):
    one, hidden = put(tmp_path, "没有后缀", ".a.txt")
    absent = tmp_path / "没有.txt"
    assert documents_in([one, hidden, absent]) == ((one, hidden, absent), 0)


def test_a_file_named_beside_its_folder_comes_once(tmp_path: Path):
    (one,) = put(tmp_path, "a.txt")
    assert documents_in([one, tmp_path, tmp_path]) == ((one,), 0)


@pytest.mark.skipif(os.name != "posix", reason="making a link needs rights on Windows")
def test_a_folder_that_links_to_itself_ends(tmp_path: Path):
    (one,) = put(tmp_path, "a/a.txt")
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert documents_in([tmp_path])[0] == (one,)


def test_a_folder_that_may_not_be_looked_into_is_not_passed_over_in_silence(tmp_path: Path, monkeypatch):
    (one,) = put(tmp_path, "a.txt")
    closed = tmp_path / "锁"
    closed.mkdir()
    scan = os.scandir

    def refuse(path: Path):
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert documents_in([tmp_path]) == ((one, closed), 0)


@pytest.mark.parametrize("jobs", [1, 3])
def test_many_are_read_in_the_order_given_and_a_bad_one_stops_nothing(tmp_path: Path, jobs: int):
    paths = put(tmp_path, *(f"{number:02}.txt" for number in range(20)))
    paths[7].write_bytes(b"")
    (tmp_path / "zip.docx").write_bytes(b"PK\x03\x04 broken")
    paths.insert(3, tmp_path / "zip.docx")
    paths.append(tmp_path / "missing.txt")
    found = list(read_many(paths, jobs))
    assert [path for path, _ in found] == paths
    codes = {path.name: one.code for path, one in found if isinstance(one, Unreadable)}
    assert codes == {
        "07.txt": "document.empty",
        "zip.docx": "document.unknown",
        "missing.txt": "document.not_found",
    }
    good = read(paths[0])
    departments = [one.department for _, one in found if isinstance(one, Reading)]
    assert departments == [good.department] * 19


def test_a_fault_of_ours_in_one_text_is_said_of_that_text(tmp_path: Path, monkeypatch):
    paths = put(tmp_path, "a.txt", "坏.txt", "c.txt")
    from evaltool.documents.recognition import recognise as room

    recognise = room.recognise

    def faulty(blocks: object, file: str) -> Reading:
        if file == "坏.txt":
            raise ZeroDivisionError
        return recognise(blocks, file)

    monkeypatch.setattr(room, "recognise", faulty)
    (_, good), (_, bad), (_, other) = read_many(paths, 2)
    assert isinstance(good, Reading)
    assert isinstance(other, Reading)
    assert isinstance(bad, Unreadable)
    assert (bad.code, dict(bad.facts)) == ("document.died", {"format": "txt"})
    assert isinstance(bad.__cause__, ZeroDivisionError)


def test_who_stops_asking_ends_what_is_still_being_read(tmp_path: Path, monkeypatch):
    closed: list[Readers] = []
    close = Readers.close
    monkeypatch.setattr(Readers, "close", lambda readers: (closed.append(readers), close(readers)))
    many = read_many(put(tmp_path, *(f"{number}.txt" for number in range(30))), 2)
    next(many)
    assert closed == []
    many.close()  # type: ignore[attr-defined]  # a generator
    assert len(closed) == 1

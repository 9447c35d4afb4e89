"""A file is put where it belongs, and what somebody else has put there is never lost."""

from __future__ import annotations

import os
from pathlib import Path

import openpyxl
import pytest

from evaltool.operations.errors import Refused
from evaltool.operations.reporting.names import unique, whose
from evaltool.operations.reporting.placing import Became, Placed, make_folder, place
from evaltool.sheets.seals import sealed
from evaltool.wording import fault
from evaltool.workspace.values import Summary

NAME = "131001某单位2022年度绩效自评.html"


def page(text: str) -> bytes:
    return sealed(text.encode(), "html")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / NAME


def refusal(path: Path, content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        place(path, content)
    return fault(refused.value)


def names(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir())


def test_our_own_earlier_print_is_replaced_and_the_same_content_is_left_alone(path: Path) -> None:
    assert place(path, page("一")) == Placed(path, Became.WRITTEN)
    before = path.stat().st_mtime_ns, path.stat().st_ino
    assert place(path, page("一")) == Placed(path, Became.UNCHANGED)
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == before
    assert place(path, page("二")) == Placed(path, Became.WRITTEN)
    assert path.read_bytes() == page("二")
    assert names(path) == [NAME]


def test_what_somebody_has_changed_is_kept_under_the_first_free_name(path: Path) -> None:
    place(path, page("一"))
    for changed, kept in (("一改", "（旧）"), ("二改", "（旧2）"), ("三改", "（旧3）")):
        path.write_bytes(path.read_bytes() + changed.encode())
        mine = path.read_bytes()
        placed = place(path, page(changed))
        assert placed.became is Became.KEPT_OLD
        assert placed.kept is not None
        assert placed.kept.name == f"131001某单位2022年度绩效自评{kept}.html"
        assert placed.kept.read_bytes() == mine
        assert path.read_bytes() == page(changed)


def test_a_workbook_opened_and_saved_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    book = openpyxl.Workbook()
    book.save(path)
    content = sealed(path.read_bytes(), "xlsx")
    path.unlink()
    place(path, content)
    again = openpyxl.load_workbook(path)
    again.worksheets[0]["A1"] = "我改的"
    again.save(path)
    placed = place(path, content)
    assert placed.kept is not None
    assert openpyxl.load_workbook(placed.kept).worksheets[0]["A1"].value == "我改的"


@pytest.mark.parametrize("what", ["link to nothing", "pipe"])
@pytest.mark.skipif(os.name != "posix", reason="Windows makes neither without special rights")
def test_what_is_no_file_is_put_aside_unread(path: Path, what: str) -> None:
    if what == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("nothing")
    assert place(path, page("一")).became is Became.KEPT_OLD
    assert path.read_bytes() == page("一")
    assert len(names(path)) == 2


def test_a_folder_in_the_way_is_named_and_stays(path: Path) -> None:
    (path / "里面").mkdir(parents=True)
    assert refusal(path, page("一")) == f"无法写入 {path}：是文件夹，不是文件"
    assert (path / "里面").is_dir()


def test_a_folder_closed_to_us_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_args: object, **_named: object) -> None:
        raise PermissionError(13, "Permission denied")  # root is never told so, and CI may be root

    monkeypatch.setattr(Path, "open", closed)
    assert refusal(path, page("一")) == f"无法写入 {path}：没有权限"
    assert names(path) == []


@pytest.mark.parametrize("which", ["replace", "rename"])
def test_a_file_that_another_program_has_open_is_said_to_be_open(
    path: Path, monkeypatch: pytest.MonkeyPatch, which: str
) -> None:
    place(path, page("一"))
    if which == "rename":
        path.write_bytes(b"mine")
    before = path.read_bytes()

    def held(*_: object) -> None:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(Path, which, held)
    assert refusal(path, page("二")) == f"无法写入 {path}：可能正在 Excel 或 WPS 中打开，请关闭后重试"
    assert path.read_bytes() == before
    assert names(path) == [NAME]


@pytest.mark.parametrize(("number", "why"), [(28, "磁盘已满"), (36, "文件名太长")])
def test_a_refusal_of_the_system_leaves_the_file_and_no_traces(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int, why: str
) -> None:
    path.write_bytes(b"mine")

    def refuse(*_: object) -> None:
        raise OSError(number, "")

    monkeypatch.setattr("os.fsync", refuse)
    assert refusal(path, page("一")) == f"无法写入 {path}：{why}"
    assert path.read_bytes() == b"mine"
    assert names(path) == [NAME]


def test_a_name_that_is_too_long_is_said_to_be(tmp_path: Path) -> None:
    assert "文件名太长" in refusal(tmp_path / f"{'长' * 100}.html", page("一"))
    with pytest.raises(Refused) as refused:
        make_folder(tmp_path / ("长" * 100))
    assert "文件名太长" in fault(refused.value)


def test_two_departments_never_have_the_same_name() -> None:
    alike = [
        Summary("12", "3局", 2022, 0, 0, ()),
        Summary("123", "局", 2022, 0, 0, ()),
        Summary("a", "Office", 2022, 0, 0, ()),
        Summary("A", "OFFICE", 2022, 0, 0, ()),
        Summary("123", "局", 2023, 0, 0, ()),
    ]
    named = whose(alike)
    assert list(named.values()) == ["123局", "123局(2)", "aOffice", "AOFFICE(2)", "123局"]
    assert whose(alike[:2])["123", 2022] == named["123", 2022]


def test_long_names_with_the_same_beginning_stay_apart() -> None:
    taken: set[str] = set()
    assert unique("局" * 100 + "甲", taken) == "局" * 100 + "甲"
    assert unique("局" * 100 + "乙", taken) == "局" * 100 + "乙"
    assert unique("a/b", taken) == "a/b"
    assert unique("a／b", taken) == "a／b(2)"
